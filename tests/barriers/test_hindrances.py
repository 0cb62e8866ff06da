"""How long a barrier has stood is counted, never invented; a review is late once its time is over."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.barriers import hindrances
from tests.barriers.drawn import TODAY, register
from tests.compare.drawn import cases, only


@pytest.mark.parametrize(
    "case",
    **cases("""
    what                                    | opened     | closed     | state  | days | qualifier | age
    a full day                              | 2019-06-01 |            | open   | 14   |           | fresh
    today                                   | 2019-06-15 |            | open   | 0    |           | fresh
    a month: so many days are certain       | 2019-04    |            | open   | 46   | at_least  | fresh
    this very month                         | 2019-06    |            | open   | 0    | at_least  | fresh
    a year                                  | 2017       |            | eased  | 531  | at_least  | year
    long ago                                | 2010-01-01 |            | open   | 3452 |           | years
    nobody wrote it down                    |            |            | open   |      |           | unknown
    undated                                 | undated    |            | open   |      |           | unknown
    it lies ahead                           | 2020       |            | open   |      |           | unknown
    closed: until then                      | 2019-01-01 | 2019-03-01 | closed | 59   |           | fresh
    closed in a month                       | 2019-01-01 | 2019-03    | closed | 59   | at_least  | fresh
    closed within the month it was opened   | 2019-03    | 2019-03    | closed | 0    | at_least  | fresh
    closed, nobody knows when               | 2019-01-01 |            | closed |      |           | unknown
    closed before it was opened             | 2019-05-01 | 2019-03-01 | closed |      |           | unknown
    """),
)
def test_the_age_of_a_barrier(case):
    drawn = f"""
    id | opened | closed | state
    b  | {case.opened} | {case.closed} | {case.state}
    """
    told = only(hindrances(register(drawn), TODAY))
    assert (told.age_days, told.qualifier, told.age) == (
        int(case.days) if case.days else None,
        case.qualifier,
        case.age,
    )


@pytest.mark.parametrize(
    "case",
    **cases("""
    what                     | next_review | state  | days
    yesterday                | 2019-06-14  | open   | 1
    today is not late        | 2019-06-15  | open   |
    a month that is over     | 2019-05     | eased  | 15
    a month that is not over | 2019-06     | open   |
    none is planned          |             | open   |
    undated                  | undated     | open   |
    closed needs none        | 2018        | closed |
    """),
)
def test_a_review_is_late_once_its_time_is_over(case):
    drawn = f"""
    id | next_review | state
    b  | {case.next_review} | {case.state}
    """
    told = only(hindrances(register(drawn), TODAY))
    assert told.overdue_days == (int(case.days) if case.days else None)
    assert told.overdue == bool(case.days)


def test_a_barrier_holds_up_what_it_names_and_what_its_actions_are_to_move():
    drawn = """
    id | actions | indicators
    b  | walk    | trees
    """
    told = only(hindrances(register(drawn), TODAY))
    assert told.indicators == ("trees", "walks")
    assert told.objectives == ("health",)


@pytest.mark.parametrize(("state", "asked"), [("open", True), ("eased", True), ("closed", False)])
def test_a_closed_barrier_asks_for_no_decision(state, asked):
    drawn = f"""
    id | state   | decision_en
    b  | {state} | Decide
    """
    assert only(hindrances(register(drawn), TODAY)).asked is asked


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_what_is_said_to_be_certain_never_is_more_than_the_days_that_passed(opened, written):
    drawn = f"""
    id | opened
    b  | {opened:{written}}
    """
    told = only(hindrances(register(drawn), TODAY))
    assert told.age_days is None or told.age_days <= max((TODAY - opened).days, 0)
