"""What happened, what was planned, and what nothing was recorded of since."""

import datetime

import pytest

from azory_monitor.chronicle import by_year, journey, steps
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.programme import Action, Indicator, Profile
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import Milestone
from tests.compare.drawn import cases, only, rows

TODAY = datetime.date(2019, 6, 15)

ACTIONS = """
id   | state     | indicators
park | under_way | visits
club | planned   |
"""


def programme(activities="", milestones="", actions=ACTIONS):
    """A programme with the events drawn; an event is a meeting that was held unless drawn otherwise."""
    usual = {"kind": "meeting", "state": "held", "date": "undated"}
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas="hill", language="en"),
        indicators={"visits": Indicator(id="visits", name_en="Visits", kind="output", measure="count")},
        actions=_by_id(Action(name_en=cells["id"], **cells) for cells in rows(actions)),
        activities=_by_id(Activity(title_en=cells["id"], **(usual | cells)) for cells in rows(activities)),
        milestones=_by_id(Milestone(name_en=cells["id"], **cells) for cells in rows(milestones)),
    )


def _by_id(made):
    return {row.id: row for row in made}


def told(activities="", milestones="", changes=()):
    return journey(programme(activities, milestones), TODAY, changes)


HAPPENING = """
case                                      | state     | date       | planned | happening    | moved      | year
held on a day                             | held      | 2018-04-06 |         | happened     |            | 2018
held without a date                       | held      | undated    |         | happened     |            |
held without a date, but planned          | held      | undated    | 2018    | happened     |            | 2018
held as planned                           | held      | 2018-04-06 | 2018-Q2 | happened     | as_planned | 2018
held later than planned                   | held      | 2019-01-10 | 2018    | happened     | later      | 2019
held earlier than planned                 | held      | 2018-04-06 | 2018-05 | happened     | earlier    | 2018
the plan was vaguer than the day          | held      | 2018-04-06 | 2018    | happened     | as_planned | 2018
the day was vaguer than the plan          | held      | 2018       | 2018-03 | happened     | as_planned | 2018
going on                                  | under_way | undated    |         | going_on     |            |
planned for a time to come                | planned   | 2019-09    |         | ahead        |            | 2019
planned for a year that is not over       | planned   | 2019       |         | ahead        |            | 2019
planned for the day itself                | planned   | 2019-06-15 |         | ahead        |            | 2019
planned for yesterday                     | planned   | 2019-06-14 |         | not_recorded |            | 2019
planned for a year that is over           | planned   | 2018       |         | not_recorded |            | 2018
planned in the other column               | planned   | undated    | 2018    | not_recorded |            | 2018
put off to a time to come                 | planned   | 2019-09    | 2018    | ahead        | later      | 2019
put off, and that is over as well         | planned   | 2019-01    | 2018    | not_recorded | later      | 2019
planned, and nobody said when             | planned   | undated    |         | no_day       |            |
nobody said whether it took place         | unknown   | 2018       |         | not_known    |            | 2018
nobody can say so before its day          | unknown   | 2019-09    |         | ahead        |            | 2019
"""


@pytest.mark.parametrize("drawn", **cases(HAPPENING))
def test_an_entry_tells_what_became_of_it(drawn):
    entry = only(told(f"id|state|date|planned\nfeast|{drawn.state}|{drawn.date}|{drawn.planned}").entries)
    assert (entry.happening, entry.moved, str(entry.year or "")) == (drawn.happening, drawn.moved, drawn.year)


def test_plan_and_event_are_kept_apart():
    held, planned = told("id|state|date|planned\na|held|2019-01-10|2018\nb|planned|2018|").entries
    assert (held.date, held.planned) == ("2019-01-10", "2018")
    assert (planned.date, planned.planned) == ("", "2018")


def test_what_is_told_as_held_on_a_day_to_come_says_so_and_is_not_the_last():
    found = told("id|date|kind\na|2018-04-06|group_meeting\nb|2019-12-01|group_meeting")
    assert [entry.dated_ahead for entry in found.entries] == [True, False]
    assert (found.last, found.last_meeting, found.meetings) == ("2018-04-06", "2018-04-06", 1)


TWINS = """
case                                 | first   | date1   | second  | date2   | happening    | date
a plan and its event                 | planned | 2018    | held    | 2018-05 | happened     | 2018-05
an event and its plan                | held    | 2018-05 | planned | 2018    | happened     | 2018-05
the same event twice, one undated    | held    | undated | held    | 2018-05 | happened     | 2018-05
two plans, both over                 | planned | 2018    | planned | 2018-05 | not_recorded |
"""


@pytest.mark.parametrize("drawn", **cases(TWINS))
def test_two_entries_of_one_event_are_one(drawn):
    entry = only(
        told(f"id|state|date|same_as\na|{drawn.first}|{drawn.date1}|\nb|{drawn.second}|{drawn.date2}|a").entries
    )
    assert (entry.id, entry.twins, entry.happening, entry.date) == ("a", ("b",), drawn.happening, drawn.date)


def test_a_plan_and_its_event_show_that_it_came_later():
    entry = only(told("id|state|date|same_as\na|planned|2018|\nb|held|2019-02|a").entries)
    assert (entry.planned, entry.date, entry.moved) == ("2018", "2019-02", "later")


def test_entries_that_name_each_other_are_one_event():
    assert len(told("id|same_as\na|b\nb|a\nc|a").entries) == 1


MILESTONES = """
case                      | planned | reached | happening    | moved
reached in time           | 2018    | 2018-05 | happened     | as_planned
reached late              | 2018    | 2019-02 | happened     | later
reached, never planned    |         | 2019-02 | happened     |
still to be reached       | 2020    |         | ahead        |
its time is over          | 2018    |         | not_recorded |
nobody said when          |         |         | no_day       |
"""


@pytest.mark.parametrize("drawn", **cases(MILESTONES))
def test_a_milestone_tells_whether_it_was_reached(drawn):
    entry = only(told(milestones=f"id|planned|reached\nbuilt|{drawn.planned}|{drawn.reached}").entries)
    assert (entry.kind, entry.happening, entry.moved) == ("milestone", drawn.happening, drawn.moved)


def test_changes_of_targets_stand_in_the_journey_with_their_reason():
    change = TargetChange(
        indicator="visits",
        area="hill",
        changed=datetime.date(2019, 3, 1),
        by="Anna",
        effect="easier",
        before=">= 500  2020",
        after=">= 300  2020",
        why={"en": "The park is smaller."},
    )
    entry = only(told(changes=[change]).entries)
    assert (entry.kind, entry.date, entry.actions, entry.change) == ("target_change", "2019-03-01", ("park",), change)


EVENTS = """
id     | state     | date       | kind          | actions
first  | held      | 2017-12-08 | group_meeting | park
second | held      | 2018-04-06 | group_meeting | park
third  | held      | undated    | group_meeting |
feast  | held      | 2018       | feast         | park
again  | planned   | 2018       | feast         | park
talks  | under_way | undated    | meeting       | park
later  | planned   | undated    | meeting       | park
unsure | unknown   | 2019       | meeting       | park
"""


def test_the_journey_counts_meetings_and_says_how_many_have_no_date():
    found = told(EVENTS)
    assert (found.meetings, found.undated_meetings, found.last_meeting) == (3, 1, "2018-04-06")
    assert found.days_since == (TODAY - datetime.date(2018, 4, 6)).days
    assert (found.first, found.last) == ("2017-12-08", "2018")


def test_a_meeting_of_this_year_is_never_a_negative_number_of_days_ago():
    assert told("id|kind|date\na|group_meeting|2019").days_since == 0


def test_the_newest_entry_comes_first_and_those_without_a_date_last():
    order = [entry.id for entry in told(EVENTS).entries]
    assert order[0] == "unsure" and order[1] == "second"
    assert set(order[-3:]) == {"third", "talks", "later"}
    assert list(by_year(told(EVENTS).entries)) == [2019, 2018, 2017, None]


def test_an_empty_register_has_an_empty_journey():
    found = told()
    assert (found.entries, found.first, found.meetings, found.days_since) == ((), "", 0, None)


def test_each_action_tells_its_steps_and_those_with_none_are_there():
    park, club = steps(programme(EVENTS), told(EVENTS).entries)
    assert (park.happened, park.going_on, park.planned, park.other, park.last) == (3, 1, 2, 1, "2018")
    assert (club.happened, club.going_on, club.planned, club.last) == (0, 0, 0, "")
