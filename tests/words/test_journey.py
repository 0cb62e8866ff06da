"""The journey and the challenges in words, never more than is recorded."""

import datetime

import pytest

from azory_monitor.chronicle import challenges, journey, matrix
from azory_monitor.model import chronicle
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.register import Activity
from azory_monitor.words import sentences, tables
from azory_monitor.words.speaker import languages, speaker
from tests.chronicle import test_challenges as met
from tests.chronicle.test_journey import EVENTS, programme
from tests.compare.drawn import cases, only

PL, EN = speaker("pl"), speaker("en")
TODAY = datetime.date(2019, 6, 15)

HEADLINES = """
case                       | events                                     | said
nothing                    |                                            | Nothing has been recorded yet.
dated in two years         | group_meeting 2017-12-08,feast 2018-06     | 2 entries from 2017 to 2018. The local group met once, most recently 8 December 2017 (over 18 months ago).
one without a date         | group_meeting 2019-06-01,group_meeting undated | 2 entries; the dated ones are from 2019. The local group met 2 times; the last meeting with a date: 1 June 2019 (14 days ago).
none with a date           | group_meeting undated,feast undated        | 2 entries, none of them with a date. The local group met once; no dates are given.
no meeting                 | feast 2018                                 | 1 entry from 2018. No meeting of the local group is recorded.
a meeting of this year     | group_meeting 2019                         | 1 entry from 2019. The local group met once, most recently 2019.
"""  # noqa: E501


def told(drawn):
    made = [f"e{n}|{kind}|{date}" for n, (kind, date) in enumerate(one.split() for one in drawn.split(",") if one)]
    return programme("\n".join(["id|kind|date", *made]) if made else "")


@pytest.mark.parametrize("drawn", **cases(HEADLINES))
def test_the_headline_says_how_long_the_journey_is_and_when_the_group_met(drawn):
    found = journey(told(drawn.events), TODAY)
    assert sentences.journey_headline(EN, found) == drawn.said


def test_the_headline_is_polish_where_polish_is_read():
    found = journey(told("group_meeting 2017-12-08,group_meeting 2018-04-06,group_meeting undated"), TODAY)
    assert sentences.journey_headline(PL, found) == (
        "3 wpisy; te z datą są z lat 2017–2018. Lokalna grupa spotkała się 3 razy; "
        "ostatnie spotkanie z datą: 6 kwietnia 2018 (ponad 14 miesięcy temu)."
    )


def test_what_is_left_open_is_told_plainly():
    lead = sentences.journey_lead(EN, journey(programme(EVENTS), TODAY))
    assert lead == (
        "2 entries have no date. 1 plan is past its time with nothing recorded since. "
        "1 plan has no date. 1 entry belongs to no action."
    )


WHEN = """
state     | date       | planned | said
held      | 2018-04-06 |         | 6 April 2018
held      | undated    |         | undated
held      | 2019-01-10 | 2018    | 10 January 2019; planned for 2018, later than planned
held      | undated    | 2018    | undated; planned for 2018
under_way | undated    |         | undated, under way
planned   | 2019-09    |         | planned for September 2019
planned   | 2019-09    | 2018    | planned for September 2019 (first for 2018)
planned   | 2018       |         | planned for 2018; nothing recorded since
planned   | undated    |         | planned, no date given
unknown   | 2018       |         | 2018; not known whether it happened
held      | 2019-12-01 |         | 1 December 2019 – told as held, though that day is still to come
"""


@pytest.mark.parametrize("drawn", **cases(WHEN))
def test_when_an_entry_happened_or_was_planned(drawn):
    of = programme(f"id|state|date|planned\na|{drawn.state}|{drawn.date}|{drawn.planned}")
    entry = only(journey(of, TODAY).entries)
    assert sentences.entry_when(EN, of, entry) == drawn.said


def test_a_change_of_a_target_says_what_it_was_who_made_it_and_why():
    change = TargetChange(
        indicator="visits",
        area="hill",
        changed=TODAY,
        by="Anna",
        effect="easier",
        before="",
        after="",
        why={"en": "Rain."},
    )
    of = programme()
    entry = only(journey(of, TODAY, [change]).entries)
    assert sentences.entry_title(EN, of, entry) == "Target: Visits"
    assert sentences.entry_note(EN, of, entry) == sentences.target_change_sentence(EN, of, change)


PEOPLE = """
participants | children | counted | qualifier | said
             |          |         |           |
400          |          |         | about     | about 400 people
30           | 12       |         |           | 30 people, 12 children among them
5000         |          | visits  |           | 5,000 visits
             | 8        |         |           | 8 children
0            |          |         |           | 0 people
"""


@pytest.mark.parametrize("drawn", **cases(PEOPLE))
def test_how_many_came_is_told_as_it_was_counted(drawn):
    cells = {name: value for name, value in vars(drawn).items() if value and name != "said"}
    activity = Activity(id="a", date="2018", kind="feast", state="held", title_en="A", **cells)
    assert sentences.participants_phrase(EN, activity) == drawn.said


@pytest.mark.parametrize("language", languages())
def test_everything_the_chronicle_may_conclude_has_words(language):
    speaking, entry = speaker(language), chronicle.Entry.model_fields
    groups = {
        "happening": chronicle.Happening,
        "moved": chronicle.Moved,
        "lacking": chronicle.Lacking,
        "part": chronicle.Part,
        "part_heading": chronicle.Part,
        "what.entry": entry["what"].annotation,
        "lane": Activity.model_fields["kind"].annotation,
    }
    for group, values in groups.items():
        assert all(speaking.label(group, value) for value in values.__args__ if value), group
    assert speaking.label("lane", "milestone") and speaking.label("lane", "target_change")


def test_a_table_of_the_journey_keeps_plan_and_event_apart():
    of = programme("id|state|date|planned\na|held|2019-01-10|2018\nb|planned|2018|")
    table = tables.journey_table(EN, of, journey(of, TODAY).entries)
    columns = {name: [row[place] for row in table.rows] for place, name in enumerate(table.columns)}
    assert columns["Date"] == ["10 January 2019", "–"]
    assert columns["Planned for"] == ["2018", "2018"]
    assert columns["What became of it"] == ["happened", "time is over, nothing recorded"]


CHALLENGED = """
case              | latest | said
no value          |        | 2 challenges and 1 indicator to show how they are met; none of them has a value yet.
a value           | 3      | 2 challenges and 1 indicator to show how they are met; all of them have a value.
"""


@pytest.mark.parametrize("drawn", **cases(CHALLENGED))
def test_the_challenges_say_whether_anybody_knows_how_they_are_met(drawn):
    known = {"latest": drawn.latest, "latest_period": "2018"} if drawn.latest else {}
    found = challenges(met.programme(), [met.progress(**known)])
    assert sentences.challenges_headline(EN, found) == drawn.said


def test_without_indicators_or_challenges_that_is_what_is_said():
    without = challenges(met.programme(), [])
    assert sentences.challenges_headline(EN, without) == "2 challenges, and no indicators to show how they are met."
    assert sentences.challenges_headline(PL, []) == "Nie zapisano jeszcze żadnego wyzwania."


def test_the_matrix_says_what_is_filled_and_what_is_not():
    cells = matrix(met.programme())
    assert sentences.matrix_headline(EN, cells) == "The table has 4 cells: 1 complete, 3 with gaps."
    table = tables.cells_table(EN, met.programme(), cells)
    assert table.rows == (
        ("trust", "complete", "not in the document"),
        ("money", "empty: starting position and response", "not in the document"),
    )
