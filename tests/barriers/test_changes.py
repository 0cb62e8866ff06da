"""What changed since a meeting: by the barriers' own dates, and by what was handed in since."""

import datetime

import pytest

from azory_monitor.barriers import changes, last_meeting
from tests.barriers.drawn import TODAY, register
from tests.compare.drawn import cases, only

MEETINGS = """
id     | date       | kind          | state
first  | 2018-02-07 | group_meeting | held
second | 2019-05-14 | group_meeting | held
today  | 2019-06-15 | group_meeting | held
coming | 2019-06-20 | group_meeting | planned
month  | 2019-06    | group_meeting | held
feast  | 2019-06-01 | feast         | held
"""
MEETING = datetime.date(2019, 5, 14)


def test_the_last_meeting_is_the_last_one_held_on_a_known_day_before_today():
    assert last_meeting(register(activities=MEETINGS), TODAY).id == "second"


def test_without_meetings_there_is_no_last_one():
    assert last_meeting(register(), TODAY) is None


@pytest.mark.parametrize(
    "case",
    **cases("""
    what                               | opened     | reviewed   | closed     | state  | told
    opened the day after               | 2019-05-15 |            |            | open   | opened
    opened at the meeting              | 2019-05-14 |            |            | open   |
    opened before                      | 2018       |            |            | open   |
    a month that holds the meeting     | 2019-05    |            |            | open   |
    a later month                      | 2019-06    |            |            | open   | opened
    a day that lies ahead              | 2019-07-01 |            |            | open   |
    reviewed since                     | 2018       | 2019-06-01 |            | open   | reviewed
    opened and closed since            | 2019-05-20 |            | 2019-06-01 | closed | opened closed
    nothing is dated                   |            |            |            | open   |
    """),
)
def test_the_dates_of_a_barrier_tell_what_happened(case):
    drawn = f"""
    id | opened | reviewed | closed | state
    b  | {case.opened} | {case.reviewed} | {case.closed} | {case.state}
    """
    found = changes(register(drawn), MEETING, TODAY)
    assert [what for one in found.changes for what in one.what] == case.told.split()
    assert found.compared_with is None


@pytest.mark.parametrize(
    "case",
    **cases("""
    what            | before | now    | told
    it was closed   | open   | closed | closed
    it was eased    | open   | eased  | eased
    it came back    | closed | open   | reopened
    nothing changed | open   | open   |
    """),
)
def test_a_state_that_was_handed_in_since_is_told(case):
    before = register(f"id|state\nb|{case.before}")
    found = changes(register(f"id|state\nb|{case.now}"), MEETING, TODAY, before, 3)
    assert [one.what for one in found.changes] == ([(case.told,)] if case.told else [])
    assert found.compared_with == 3


def test_an_entry_that_was_not_there_is_entered_and_one_that_is_gone_is_withdrawn():
    found = changes(register("id\nnew\nkept"), MEETING, TODAY, register("id\nkept\ngone"), 3)
    assert [(one.barrier, one.what) for one in found.changes] == [("new", ("entered",)), ("gone", ("withdrawn",))]


def test_a_changed_cell_is_named():
    before, now = register("id|severity\nb|low"), register("id|severity\nb|high")
    assert only(changes(now, MEETING, TODAY, before, 3).changes).columns == ("severity",)


def test_an_entry_with_its_date_is_told_as_opened_only():
    found = changes(register("id|opened\nb|2019-06-01"), MEETING, TODAY, register(), 3)
    assert only(found.changes).what == ("opened",)
