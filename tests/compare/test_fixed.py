"""Where an area stands against a fixed standard."""

import pytest

from azory_monitor import stats
from azory_monitor.compare import comparisons
from tests.compare.drawn import cases, measured, only, programme
from tests.compare.yardsticks import given

PLACES = "id | kind\nhill | estate"


def judge(figures, standard, indicators="id\npoor", of="poor"):
    drawn = f"id | indicator | value | source\nnorm | {of} | {standard} | law"
    return comparisons(given(programme(indicators, PLACES), drawn), measured(figures), ["hill"])


def test_a_standard_is_held_against_the_areas_own_interval():
    found = only(judge("indicator | period | x | n | source\npoor | 2018 | 60 | 1000 | table", 4))
    lower, upper = (100 * limit for limit in stats.wilson(60, 1000))
    assert (found.against, found.benchmark, found.benchmark_value, found.benchmark_period) == (
        "standard", "norm", 4.0, "",
    )  # fmt: skip
    assert (found.lower, found.upper) == (lower, upper)
    assert (found.difference, found.difference_lower, found.difference_upper) == (2.0, lower - 4, upper - 4)
    assert (found.ratio, found.ratio_lower, found.ratio_upper) == (1.5, lower / 4, upper / 4)
    assert (found.method, found.tested_against, found.standing) == ("own_interval", "benchmark", "worse")
    assert found.sources == ("table", "law")
    assert len(found.measurements) == 1


# Wilson’s intervals of 60 of 1000, from statsmodels: 4.690 to 7.647 at 95 %, 4.069 to 8.763 at 99.8 %.
STANDINGS = """
standard | direction | standing            | side   | clear
4.0      | lower     | worse               | worse  | True
4.0      | higher    | better              | better | True
4.0      | neither   | higher              |        | True
4.07     | lower     | worse               | worse  | False
4.68     | lower     | worse               | worse  | False
4.69     | lower     | no_clear_difference | worse  | False
6.0      | lower     | no_clear_difference |        | False
7.64     | lower     | no_clear_difference | better | False
7.66     | lower     | better              | better | False
8.76     | lower     | better              | better | False
8.78     | lower     | better              | better | True
0        | lower     | worse               | worse  | True
100      | neither   | lower               |        | True
"""


@pytest.mark.parametrize("case", **cases(STANDINGS))
def test_outside_the_interval_is_different_and_outside_the_wider_one_clearly_so(case):
    figures = "indicator | period | x | n\npoor | 2018 | 60 | 1000"
    found = only(judge(figures, case.standard, f"id | direction\npoor | {case.direction}"))
    assert (found.standing, found.side, str(found.clear)) == (case.standing, case.side, case.clear)


@pytest.mark.parametrize(
    ("x", "standard", "standing"), [(0, 0, "no_clear_difference"), (50, 100, "no_clear_difference")]
)
def test_nobody_and_everybody_meet_a_standard_that_asks_just_that(x, standard, standing):
    found = only(judge(f"indicator | period | x | n\npoor | 2018 | {x} | 50", standard))
    assert (found.standing, found.side) == (standing, "")


def test_a_rate_of_events_is_judged_by_its_exact_interval():
    found = only(
        judge("indicator | period | x | n\npoor | 2018 | 10 | 1000", 18.4, "id | measure | per\npoor | rate | 1000")
    )
    assert (found.lower, found.upper) == tuple(1000 * limit for limit in stats.rate(10, 1000))
    assert (found.standing, found.clear) == ("better", False)


RATES = """
measure    | value        | standard | standing    | side   | reason
proportion | 7            | 5        | higher      | worse  | counts_not_given
proportion | 5            | 5        | cannot_tell |        | counts_not_given
rate       | 4            | 5        | lower       | better | counts_not_given
rate       | less_than 4  | 5        | lower       | better | counts_not_given
rate       | less_than 6  | 5        | cannot_tell |        | inexact
mean       | 7            | 5        | higher      | worse  | spread_not_given
density    | 7            | 5        | higher      | worse  | counts_not_given
count      | 7            | 5        | higher      | worse  | no_test
money      | 7            | 5        | higher      | worse  | no_test
score      | 2            | 3        | lower       | better | no_test
"""


@pytest.mark.parametrize("case", **cases(RATES))
def test_without_counts_a_standard_gives_a_direction_and_the_reason(case):
    *qualifier, value = case.value.split()
    figures = f"indicator | period | value | qualifier\npoor | 2018 | {value} | {''.join(qualifier)}"
    found = only(judge(figures, case.standard, f"id | measure\npoor | {case.measure}"))
    assert (found.standing, found.side, found.reason) == (case.standing, case.side, case.reason)
    assert (found.method, found.tested_against, found.lower, found.clear) == ("rates_only", "", None, False)


def test_grades_of_a_scale_are_not_subtracted_or_divided():
    found = only(
        judge("indicator | period | value\npoor | 2018 | 2", 3, "id | measure | direction\npoor | score | higher")
    )
    assert (found.standing, found.side) == ("lower", "worse")
    assert found.difference is found.ratio is found.published_difference is None


def test_a_fact_is_held_against_nothing():
    assert judge("indicator | period | value\npoor | 2018 | 1962", 1950, "id | measure\npoor | fact") == []


def test_a_shared_series_is_held_against_the_standard_of_its_first_name():
    figures = "indicator | period | value\nfirst | 2018 | 5"
    found = judge(figures, 4, "id | same_as\nfirst |\nagain | first", of="first")
    assert [it.indicator for it in found] == ["first", "again"]
    found = judge(figures, 4, "id | same_as\nfirst |\nagain | first", of="again")
    assert [it.indicator for it in found] == ["again"]


def test_a_hidden_figure_is_held_against_no_standard():
    found = only(judge("indicator | period | status\npoor | 2018 | hidden", 4))
    assert (found.standing, found.reason, found.difference) == ("cannot_tell", "hidden", None)


def test_areas_come_first_then_the_area_earlier_then_standards():
    plan = given(programme("id\npoor"), "id | indicator | value\none | poor | 4\ntwo | poor | 6")
    figures = measured("indicator | period | value\npoor | 2017 | 4\npoor | 2018 | 5")
    found = comparisons(plan, figures, ["hill"])
    assert [f"{it.against} {it.benchmark}" for it in found] == [
        "area alike", "area north", "area town", "earlier hill", "standard one", "standard two",
    ]  # fmt: skip
