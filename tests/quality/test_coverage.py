"""What became of the value of each period."""

import dataclasses
import datetime

import pytest

from azory_monitor.model.quality import Cell, Coverage
from azory_monitor.quality import coverage
from tests.compare.drawn import cases, measured, only, programme

TODAY = datetime.date(2026, 11, 23)


def plan_of(frequency="yearly", due_after="31", **profile):
    plan = programme(f"id | measure | frequency | due_after\ntrees | count | {frequency} | {due_after}")
    return dataclasses.replace(plan, profile=plan.profile.model_copy(update=profile))


def covered(values, arrivals=(), today=TODAY, **plan):
    head = "indicator | period | value | status\n"
    days = {("trees", "hill", when): datetime.date.fromisoformat(day) for when, day in dict(arrivals).items()}
    return only(coverage(plan_of(**plan), measured(head + values), days, today))


CELLS = """
what                                       | value | status   | arrived    | state    | days_late
it came with the seed: nobody knows when   | 7     |          |            | in       | 0
it came in time                            | 7     |          | 2025-01-20 | in       | 0
it came on the last day                    | 7     |          | 2025-01-31 | in       | 0
it came the day after                      | 7     |          | 2025-02-01 | in_late  | 1
it came before the period was over         | 7     |          | 2024-12-20 | in       | 0
it is provisional                          | 7     | provisional |         | in       | 0
it is zero                                 | 0     |          |            | in       | 0
it is hidden                               |       | hidden   | 2025-03-02 | hidden   | 30
its source has none                        |       | missing  | 2025-01-20 | no_value | 0
it only contradicts one that is not there  | 7     | conflicting | 2025-01-20 | late  | 661
"""


@pytest.mark.parametrize("case", **cases(CELLS))
def test_what_became_of_a_value(case):
    arrivals = {"2024": case.arrived} if case.arrived else {}
    cells = covered(f"trees | 2023 | 5 |\ntrees | 2024 | {case.value} | {case.status}", arrivals).cells
    assert (cells[1].period, cells[1].state, cells[1].days_late) == ("2024", case.state, int(case.days_late))


def test_a_series_is_told_from_its_first_value_to_the_last_period_that_is_over():
    assert covered("trees | 2022 | 5 |\ntrees | 2024 | 5 |", {"2024": "2025-01-07"}) == Coverage(
        indicator="trees",
        area="hill",
        owner="",
        cells=(
            Cell(period="2022", state="in"),
            Cell(period="2023", state="late", days_late=1027),
            Cell(period="2024", state="in", received="2025-01-07"),
            Cell(period="2025", state="late", days_late=296),
        ),
    )


def test_a_period_whose_day_has_not_come_is_due_and_does_not_count_yet():
    one = covered("trees | 2024 | 5 |", today=datetime.date(2026, 1, 31))
    assert [cell.state for cell in one.cells] == ["in", "due"]
    assert one.complete == 1


def test_periods_outside_the_programmes_time_are_not_asked_for():
    one = covered("trees | 2019 | 5 |", started="2022", ended="2023")
    assert [cell.state for cell in one.cells] == ["in", "not_due", "not_due", "late", "late", "not_due", "not_due"]


def test_complete_is_the_part_of_what_was_owed_that_came_in():
    values = "trees | 2021 | 5 |\ntrees | 2022 | | hidden\ntrees | 2023 | | missing\ntrees | 2024 | 5 |"
    assert covered(values).complete == pytest.approx(3 / 5)


def test_timely_is_the_part_of_those_whose_day_is_known():
    values = "trees | 2022 | 5 |\ntrees | 2023 | 5 |\ntrees | 2024 | 5 |"
    assert covered(values, {"2023": "2024-01-31", "2024": "2025-02-01"}).timeliness == 0.5
    assert covered(values).timeliness is None


def test_what_is_not_owed_yet_is_neither_complete_nor_incomplete():
    (one,) = coverage(plan_of(), [], {}, datetime.date(2026, 1, 15))
    assert ([cell.state for cell in one.cells], one.complete) == (["due"], None)


def test_a_series_without_a_period_that_is_over_is_not_told():
    assert coverage(plan_of(started="2026"), [], {}, TODAY) == []
    assert coverage(plan_of(frequency=""), measured("indicator | period | value\ntrees | 2020 | 5"), {}, TODAY) == []


def test_a_longer_value_arrives_for_every_period_in_it():
    one = covered("trees | 2025 | 5 |", {"2025": "2026-01-20"}, frequency="quarterly", due_after="31")
    assert [(cell.period, cell.state) for cell in one.cells[:4]] == [
        ("2025-Q1", "in_late"),
        ("2025-Q2", "in_late"),
        ("2025-Q3", "in_late"),
        ("2025-Q4", "in"),
    ]
