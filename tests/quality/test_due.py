"""What is owed follows from how often an indicator is measured, and from what is known of it."""

import dataclasses
import datetime

import pytest

from azory_monitor.model.quality import Due, Unscheduled
from azory_monitor.quality import dues, unscheduled
from azory_monitor.quality.due import MOST
from tests.compare.drawn import cases, measured, only, programme

TODAY = datetime.date(2026, 11, 23)


def plan_of(frequency, due_after="", targets="", **profile):
    head, line = "id | measure | frequency | due_after", f"trees | count | {frequency} | {due_after}"
    plan = programme(f"{head}\n{line}", targets=targets)
    return dataclasses.replace(plan, profile=plan.profile.model_copy(update=profile))


def values(periods, status=""):
    lines = [f"trees | {when} | {7 if not status else ''} | {status}" for when in periods.split()]
    return measured("\n".join(["indicator | period | value | status", *lines]) if lines else "")


def owed(plan, known, today=TODAY):
    """The periods that are owed, the one under way in brackets."""
    return [f"({due.period})" if due.state == "coming" else due.period for due in dues(plan, known, today)]


OWED = """
what                                              | frequency | known          | today      | owed
every year since the last known one               | yearly    | 2022           | 2026-11-23 | 2023 2024 2025 (2026)
nothing but the year under way                    | yearly    | 2025           | 2026-11-23 | (2026)
the year under way is known already               | yearly    | 2025 2026      | 2026-11-23 |
a gap between known years                         | yearly    | 2022 2024 2025 | 2026-11-23 | 2023 (2026)
quarters                                          | quarterly | 2025-Q4        | 2026-08-01 | 2026-Q1 2026-Q2 (2026-Q3)
months across the end of a year                   | monthly   | 2025-11        | 2026-02-10 | 2025-12 2026-01 (2026-02)
on the last day of a period it is not over        | monthly   | 2026-01        | 2026-02-28 | (2026-02)
on the day after, it is                           | monthly   | 2026-01        | 2026-03-01 | 2026-02 (2026-03)
on the last day of a leap February it is not over | monthly   | 2024-01        | 2024-02-29 | (2024-02)
and on the day after, it is                       | monthly   | 2024-01        | 2024-03-01 | 2024-02 (2024-03)
nothing known: the last one that is over          | yearly    |                | 2026-11-23 | 2025 (2026)
nothing known, by month, in January               | monthly   |                | 2026-01-01 | 2025-12 (2026-01)
only an undated value known                       | quarterly | undated        | 2026-11-23 | 2026-Q3 (2026-Q4)
school years if the latest is one | yearly | 2023/2024 | 2026-11-23 | 2024/2025 2025/2026 (2026/2027)
a school year is over in September                | yearly    | 2024/2025      | 2026-08-31 | (2025/2026)
half a year's count is not the year's             | yearly    | 2024 2025-06   | 2026-11-23 | 2025 (2026)
what ends with the year is                        | yearly    | 2024 2025-12   | 2026-11-23 | (2026)
a survey's day is the year's value                | yearly    | 2024 2025-05-12 | 2026-11-23 | (2026)
a year's value is that of its quarters            | quarterly | 2025           | 2026-05-01 | 2026-Q1 (2026-Q2)
a value for a time to come asks for none before   | yearly    | 2030           | 2026-11-23 | 2025 (2026)
no frequency is agreed                            |           | 2016           | 2026-11-23 |
it comes irregularly                              | irregular | 2016           | 2026-11-23 |
it is measured once                               | once      |                | 2026-11-23 |
"""


@pytest.mark.parametrize("case", **cases(OWED))
def test_a_value_is_owed_for_every_period_that_nothing_is_known_of(case):
    today = datetime.date.fromisoformat(case.today)
    assert owed(plan_of(case.frequency), values(case.known), today) == case.owed.split()


STATES = """
what                           | frequency | due_after | today      | state  | due_on     | days_late
the period is not over         | yearly    | 30        | 2025-12-31 | coming | 2026-01-30 | 0
it is over, there is time      | yearly    | 30        | 2026-01-01 | due    | 2026-01-30 | 0
the last day                   | yearly    | 30        | 2026-01-30 | due    | 2026-01-30 | 0
the day after                  | yearly    | 30        | 2026-01-31 | late   | 2026-01-30 | 1
no time was agreed             | yearly    |           | 2026-01-01 | late   | 2025-12-31 | 1
no time was given              | yearly    | 0         | 2026-01-01 | late   | 2025-12-31 | 1
"""


@pytest.mark.parametrize("case", **cases(STATES))
def test_a_value_is_late_when_its_day_has_passed(case):
    plan, today = plan_of(case.frequency, case.due_after), datetime.date.fromisoformat(case.today)
    (due,) = [due for due in dues(plan, values("2024"), today) if due.period == "2025"]
    assert (due.state, due.due_on.isoformat(), due.days_late) == (case.state, case.due_on, int(case.days_late))


def test_a_value_long_awaited_may_be_due_while_the_next_is():
    plan = plan_of("monthly", "45")
    found = dues(plan, values("2026-08"), TODAY)
    assert [(due.period, due.state) for due in found] == [
        ("2026-09", "late"),
        ("2026-10", "due"),
        ("2026-11", "coming"),
    ]


def test_of_a_long_silence_the_latest_are_listed_and_the_earlier_counted():
    found = dues(plan_of("monthly"), values("2024-10"), TODAY)
    assert len(found) == MOST + 1
    assert (found[0].period, found[0].earlier, found[0].since) == ("2025-11", 12, "2024-11")
    assert {due.earlier for due in found[1:]} == {0}


def test_the_word_that_there_is_no_value_settles_a_period():
    known = values("2023") + values("2024", "missing")
    assert owed(plan_of("yearly"), known) == ["2025", "(2026)"]
    assert dues(plan_of("yearly"), known, TODAY)[0].last.period == "2023"


def test_a_hidden_value_is_known():
    assert owed(plan_of("yearly"), values("2023 2024 2025", "hidden")) == ["(2026)"]


def test_a_figure_that_only_contradicts_another_settles_nothing():
    assert owed(plan_of("yearly"), values("2024") + values("2025", "conflicting")) == ["2025", "(2026)"]


PROGRAMMES = """
what                                            | started | ended   | known | target | owed
asked for since the programme began             | 2023    |         |       |        | 2023 2024 2025 (2026)
a value from before it asks for none before it  | 2023    |         | 2019  |        | 2023 2024 2025 (2026)
it has not begun                                | 2028    |         |       |        |
nothing that begins after its end               |         | 2024-06 | 2022  |        | 2023 2024
nothing is known and it ended long ago          |         | 2020    |       |        |
until the target's period where that is later   |         | 2022    | 2022  | 2024   | 2023 2024
its end where the target's period is earlier    |         | 2024    | 2022  | 2023   | 2023 2024
the target's period lies ahead                  |         | 2024    | 2023  | 2030   | 2024 2025 (2026)
"""


@pytest.mark.parametrize("case", **cases(PROGRAMMES))
def test_a_programme_asks_for_values_of_its_own_time(case):
    targets = f"indicator | value | period\ntrees | 9 | {case.target}" if case.target else ""
    plan = plan_of("yearly", targets=targets, started=case.started, ended=case.ended)
    assert owed(plan, values(case.known)) == case.owed.split()


PLACES = """
id     | owner  | frequency | same_as
pupils | school | yearly    |
guests | club   | yearly    |
visits | club   | yearly    | guests
trees  |        | yearly    |
"""


def test_an_indicator_is_owed_wherever_it_has_a_value_or_a_target_and_else_in_the_programmes_area():
    plan = programme(PLACES, targets="indicator\nguests")
    known = measured("indicator | area | period | value\npupils | lake | 2025 | 9\npupils | town | undated | 8")
    found = [(due.indicator, due.area, due.owner) for due in dues(plan, known, TODAY) if due.state == "late"]
    assert found == [("pupils", "town", "school"), ("guests", "hill", "club"), ("trees", "hill", "")]


def test_a_shared_series_is_owed_once_and_settled_under_either_name():
    plan = programme(PLACES)
    assert [due.indicator for due in dues(plan, [], TODAY)].count("visits") == 0
    known = measured("indicator | period | value\nvisits | 2025 | 9")
    assert [due.period for due in dues(plan, known, TODAY) if due.indicator == "guests"] == ["2026"]


def test_a_due_value_says_all_that_is_known_of_it():
    known = values("2024")
    plan = plan_of("yearly", "31")
    assert dues(plan, known, TODAY)[0] == Due(
        indicator="trees", area="hill", period="2025", owner="", due_on="2026-01-31", state="late", days_late=296,
        last=known[0],
    )  # fmt: skip


UNTIMED = """
what                                              | frequency | known          | listed     | asked
nobody agreed how often                           |           |                | yes        | 2025
and a value of a bygone year is known             |           | 2016           | yes        | 2025
or one without a date                             |           | undated        | yes        | 2025
or the last year's                                |           | 2025           | yes        |
or one of the year under way                      |           | 2026-03        | yes        |
it comes irregularly                              | irregular | 2016           | yes        | 2025
it is measured once and has not been              | once      |                | yes        | 2025
it is measured once and has been                  | once      | 2016           |            |
it has its days                                   | yearly    | 2016           |            |
"""


@pytest.mark.parametrize("case", **cases(UNTIMED))
def test_without_an_agreed_time_a_value_has_no_day(case):
    found = unscheduled(plan_of(case.frequency), values(case.known), TODAY)
    assert [one.period for one in found] == ([case.asked] if case.listed else [])


def test_what_has_no_day_says_whose_it_is_and_what_is_known():
    known = values("2016")
    assert only(unscheduled(plan_of(""), known, TODAY)) == Unscheduled(
        indicator="trees", area="hill", owner="", frequency="", period="2025", last=known[0]
    )


def test_a_programme_that_ended_asks_for_no_later_year():
    assert only(unscheduled(plan_of("", ended="2020"), values("2016"), TODAY)).period == ""
