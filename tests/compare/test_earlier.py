"""Where an area stands against itself earlier."""

from datetime import date

import pytest

from azory_monitor import stats
from azory_monitor.compare import comparisons
from azory_monitor.period import parse
from tests.compare.drawn import cases, measured, only, programme
from tests.compare.yardsticks import given

PLACES = "id | kind\nhill | estate"
POOR = "id\npoor"


def judge(figures, indicators=POOR, breaks="", when="", today=None):
    plan = given(programme(indicators, PLACES), breaks=breaks)
    return comparisons(plan, measured(figures), ["hill"], today, parse(when) if when else None)


def test_two_years_are_tested_as_two_independent_counts():
    figures = """
        indicator | period | x  | n    | source
        poor      | 2016   | 30 | 1000 | old
        poor      | 2018   | 60 | 1200 | new
    """
    found = only(judge(figures))
    assert (found.against, found.benchmark, found.period, found.benchmark_period) == (
        "earlier", "hill", "2018", "2016",
    )  # fmt: skip
    assert (found.value, found.benchmark_value, found.benchmark_numerator) == (5.0, 3.0, 30)
    limits = [100 * limit for limit in stats.difference(60, 1200, 30, 1000)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)
    assert (found.method, found.tested_against, found.rest_value) == ("newcombe", "benchmark", None)
    assert (found.standing, found.clear, found.sources) == ("worse", False, ("new", "old"))
    assert [row.period for row in found.measurements] == ["2018", "2016"]


def test_events_of_two_years_are_tested_by_their_ratio():
    figures = """
        indicator | period | x  | n
        crimes    | 2017   | 90 | 1000
        crimes    | 2018   | 30 | 1000
    """
    found = only(judge(figures, "id | measure\ncrimes | rate"))
    assert (found.method, found.standing, found.clear) == ("exact_conditional", "better", True)
    assert (found.ratio_lower, found.ratio_upper) == stats.rate_ratio(30, 1000, 90, 1000)


def test_rates_only_have_a_direction_and_no_test():
    found = only(judge("indicator | period | value\npoor | 2017 | 5\npoor | 2018 | 4"))
    assert (found.standing, found.side, found.method, found.reason) == (
        "lower", "better", "rates_only", "counts_not_given",
    )  # fmt: skip
    assert (found.difference, found.ratio) == (-1.0, 0.8)


WHICH = """
periods                         | earlier
2015 2016 2018                  | 2016
2018 2018-Q2                    |
2017-Q1 2017-Q2 2018-Q1         | 2017-Q1
2016-Q1 2017-Q2 2018-Q1         | 2016-Q1
2017-Q2 2018-Q1                 |
2017-12 2018-01                 |
2017-01 2018-01                 | 2017-01
2017-H2 2018-H1                 |
2016-H1 2017-H1 2018-H1         | 2017-H1
2016/2017 2017/2018             | 2016/2017
undated 2018                    |
undated                         |
2017 2017/2018 2018             | 2017
"""


@pytest.mark.parametrize("case", **cases(WHICH))
def test_the_earlier_period_is_the_last_of_its_kind_and_never_another_season(case):
    drawn = "\n".join(f"poor | {period} | {n + 1} | table" for n, period in enumerate(case.periods.split()))
    found = judge(f"indicator | period | value | source\n{drawn}")
    assert [it.benchmark_period for it in found] == case.earlier.split()


BREAKS = """
earlier | later   | of    | break   | reason
2016    | 2018    | first | 2017    | other_definition
2016    | 2018    | first | 2018    | other_definition
2016    | 2018    | first | 2018-Q3 | other_definition
2016    | 2018    | first | 2016    | counts_not_given
2016    | 2018    | first | 2019    | counts_not_given
2016    | 2018    | other | 2017    | counts_not_given
2017-Q2 | 2018-Q2 | first | 2018    | other_definition
2017-Q2 | 2018-Q2 | first | 2018-Q3 | counts_not_given
2016    | 2018    | again | 2017    | other_definition
"""


@pytest.mark.parametrize("case", **cases(BREAKS))
def test_no_change_is_told_across_a_break_of_the_series_under_either_of_its_names(case):
    figures = f"indicator | period | value\nfirst | {case.earlier} | 5\nfirst | {case.later} | 4"
    broken = f"indicator | period\n{case.of} | {vars(case)['break']}"
    found = judge(figures, "id | same_as\nfirst |\nother |\nagain | first", broken)
    assert [(it.indicator, it.reason) for it in found] == [("first", case.reason), ("again", case.reason)]
    if case.reason == "other_definition":
        for it in found:
            assert (it.standing, it.method, it.difference, it.ratio) == ("cannot_tell", "", None, None)
            assert (it.value, it.benchmark_value) == (4, 5)


def test_a_hidden_earlier_figure_is_not_passed_over_for_an_older_one():
    figures = """
        indicator | period | value | status
        poor      | 2016   | 5     |
        poor      | 2017   |       | hidden
        poor      | 2018   | 4     |
    """
    found = only(judge(figures))
    assert (found.benchmark_period, found.reason, found.benchmark_value) == ("2017", "hidden", None)
    assert found.difference is found.ratio is None


def test_a_period_that_is_asked_for_is_compared_with_those_before_it():
    figures = "indicator | period | value\npoor | 2014 | 6\npoor | 2015 | 5\npoor | 2018 | 4"
    found = only(judge(figures, when="2015"))
    assert (found.period, found.value, found.benchmark_period) == ("2015", 5, "2014")
    assert judge(figures, when="2016") == []


def test_what_is_yet_to_come_is_neither_the_latest_nor_earlier():
    figures = "indicator | period | value\npoor | 2017 | 5\npoor | 2018 | 4\npoor | 2030 | 1"
    found = only(judge(figures, today=date(2018, 6, 1)))
    assert (found.period, found.benchmark_period) == ("2018", "2017")


def test_a_bound_decides_as_far_as_it_goes():
    figures = "indicator | period | value | qualifier\npoor | 2017 | 6 | less_than\npoor | 2018 | {} |"
    assert only(judge(figures.format(7))).standing == "higher"
    assert only(judge(figures.format(5))).reason == "inexact"


def test_what_depends_on_the_size_of_an_area_is_not_set_against_itself():
    for measure in ("count", "money", "fact", "score"):
        figures = "indicator | period | value\nit | 2017 | 5\nit | 2018 | 4"
        assert judge(figures, f"id | measure\nit | {measure}") == []
