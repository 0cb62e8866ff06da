"""Another period than the benchmark's, on request and never without saying so."""

import pytest

from azory_monitor import stats
from azory_monitor.compare import comparisons
from tests.compare.drawn import cases, measured, programme
from tests.compare.yardsticks import given

PLACES = """
id    | kind   | parent | groups
hill  | estate | town   | alike
lake  | estate | town   | alike
wood  | estate | town   | alike
town  | city   |        |
alike | group  |        |
"""


def judge(figures, benchmark="town", other_period=True, breaks=""):
    plan = given(programme("id\npoor", PLACES), breaks=breaks)
    found = comparisons(plan, measured(figures), ["hill"], other_period=other_period)
    return next(it for it in found if it.benchmark == benchmark and it.against == "area")


WHICH = """
hill    | town                | period  | reason
2018    | 2016 2017           | 2017    | counts_not_given
2018    | 2015 2019           | 2019    | counts_not_given
2018    | 2017 2019           | 2017    | counts_not_given
2018    | 2018 2017           |         | counts_not_given
2018-Q2 | 2018-Q1 2016-Q2     | 2016-Q2 | counts_not_given
2018-Q2 | 2018-Q1             |         | other_period
2018    | 2018-Q1             |         | other_period
2018    | undated             |         | undated_elsewhere
undated | 2018                |         | other_period
"""


@pytest.mark.parametrize("case", **cases(WHICH))
def test_the_nearest_period_of_the_same_kind_is_taken(case):
    drawn = "\n".join(f"poor | town | {period} | 4" for period in case.town.split())
    figures = f"indicator | area | period | value\npoor | hill | {case.hill} | 5\n{drawn}"
    found = judge(figures)
    assert (found.period, found.benchmark_period, found.reason) == (case.hill, case.period, case.reason)
    unasked = judge(figures, other_period=False)
    assert unasked.benchmark_period == ""
    assert unasked.reason == ("other_period" if case.period else case.reason)


def test_an_area_is_taken_out_as_it_was_in_the_benchmarks_period():
    figures = """
        indicator | area | period | x   | n
        poor      | hill | 2018   | 60  | 1000
        poor      | hill | 2015   | 40  | 800
        poor      | town | 2015   | 400 | 10000
    """
    found = judge(figures)
    assert (found.method, found.tested_against, found.benchmark_period) == ("newcombe_rest", "rest", "2015")
    limits = [100 * limit for limit in stats.difference(60, 1000, 360, 9200)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)
    assert [f"{row.area} {row.period}" for row in found.measurements] == ["hill 2018", "town 2015", "hill 2015"]


def test_where_its_figure_of_that_period_is_not_known_it_is_set_against_the_whole():
    figures = """
        indicator | area | period | x   | n
        poor      | hill | 2018   | 60  | 1000
        poor      | town | 2015   | 400 | 10000
    """
    found = judge(figures)
    assert (found.method, found.tested_against, found.rest_value) == ("newcombe", "benchmark", None)
    limits = [100 * limit for limit in stats.difference(60, 1000, 400, 10000)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)


def test_a_group_is_averaged_over_members_of_one_and_the_same_period():
    figures = """
        indicator | area | period | x  | n
        poor      | hill | 2018   | 60 | 1000
        poor      | lake | 2017   | 10 | 1000
        poor      | lake | 2016   | 20 | 1000
        poor      | wood | 2016   | 40 | 1000
    """
    found = judge(figures, "alike")
    assert (found.benchmark_period, found.benchmark_value, found.members) == ("2016", 3.0, ("lake", "wood"))


def test_another_definition_is_not_compared_even_on_request():
    figures = "indicator | area | period | value\npoor | hill | 2018 | 5\npoor | town | 2015 | 4"
    found = judge(figures, breaks="indicator | period\npoor | 2017")
    assert (found.standing, found.reason, found.benchmark_period) == ("cannot_tell", "other_definition", "2015")
    assert found.difference is found.ratio is None


def test_a_hidden_figure_of_the_same_period_is_not_replaced_by_an_older_one():
    figures = """
        indicator | area | period | value | status
        poor      | hill | 2018   | 5     |
        poor      | town | 2018   |       | hidden
        poor      | town | 2017   | 4     |
    """
    assert judge(figures).reason == "hidden"
