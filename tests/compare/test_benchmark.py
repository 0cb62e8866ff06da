"""What an area is compared with: the areas it lies in, and groups of similar areas."""

import pytest

from azory_monitor import stats
from azory_monitor.compare import comparisons
from tests.compare.drawn import measured, programme

POOR = "id\npoor"


def against(benchmark, figures, indicators=POOR, area="hill"):
    found = comparisons(programme(indicators), measured(figures), [area])
    return next(it for it in found if it.benchmark == benchmark)


def test_an_area_is_compared_with_its_group_and_with_every_area_it_lies_in():
    figures = measured("indicator | area | period | value\npoor | hill | 2018 | 5")
    found = comparisons(programme(POOR), figures, ["hill"])
    assert [it.benchmark for it in found] == ["alike", "north", "town"]
    assert {it.reason for it in found} == {"no_benchmark_value"}


def test_a_group_without_its_own_figure_is_all_persons_of_its_other_members():
    figures = """
        indicator | area | period | x  | n
        poor      | hill | 2018   | 90 | 1000
        poor      | lake | 2018   | 10 | 100
        poor      | wood | 2018   | 50 | 1900
    """
    found = against("alike", figures)
    assert (found.benchmark_value, found.benchmark_numerator, found.benchmark_denominator) == (3.0, 60, 2000)
    assert found.members == ("lake", "wood")
    assert (found.method, found.tested_against, found.rest_value) == ("newcombe", "benchmark", None)
    limits = [100 * limit for limit in stats.difference(90, 1000, 60, 2000)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)
    assert (found.difference, found.published_difference, found.ratio) == (6.0, 6.0, 3.0)
    assert [row.area for row in found.measurements] == ["hill", "lake", "wood"]


def test_events_of_the_other_members_are_tested_by_their_ratio():
    figures = """
        indicator | area | period | x  | n
        crimes    | hill | 2018   | 90 | 1000
        crimes    | lake | 2018   | 10 | 100
        crimes    | wood | 2018   | 50 | 1900
    """
    found = against("alike", figures, "id | measure\ncrimes | rate")
    assert (found.method, found.standing, found.clear) == ("exact_conditional", "worse", True)
    assert (found.ratio_lower, found.ratio_upper) == stats.rate_ratio(90, 1000, 60, 2000)


def test_a_group_of_rates_only_is_their_plain_mean_without_a_test():
    figures = """
        indicator | area | period | value | x  | n
        poor      | hill | 2018   |       | 90 | 1000
        poor      | lake | 2018   | 4     |    |
        poor      | wood | 2018   |       | 2  | 100
    """
    found = against("alike", figures)
    assert (found.benchmark_value, found.members, found.benchmark_denominator) == (3.0, ("lake", "wood"), None)
    assert (found.standing, found.side, found.method) == ("higher", "worse", "rates_only")
    assert found.reason == "counts_not_given"


def test_equal_rates_have_an_equal_mean():
    drawn = "\n".join(f"poor | {area} | 2018 | 0.1" for area in ("hill", "lake", "wood", "mill"))
    found = against("alike", f"indicator | area | period | value\n{drawn}")
    assert (found.standing, found.difference) == ("cannot_tell", 0.0)


@pytest.mark.parametrize(("others", "reason"), [(["lake"], "too_few"), ([], "no_benchmark_value")])
def test_an_average_needs_two_other_areas(others, reason):
    drawn = "\n".join(f"poor | {area} | 2018 | 5" for area in ["hill", *others])
    found = against("alike", f"indicator | area | period | value\n{drawn}")
    assert (found.standing, found.reason, found.benchmark_value) == ("cannot_tell", reason, None)


def test_members_with_figures_of_other_periods_say_so():
    figures = """
        indicator | area | period | value
        poor      | hill | 2018   | 5
        poor      | lake | 2017   | 4
        poor      | wood | 2017   | 4
    """
    found = against("alike", figures)
    assert found.reason == "other_period"


def test_undated_members_count_only_if_they_stand_in_the_same_table():
    figures = """
        indicator | area | period  | value | source
        poor      | hill | undated | 5     | table3
        poor      | lake | undated | 4     | table3
        poor      | wood | undated | 2     | table3
        poor      | mill | undated | 9     | table4
    """
    found = against("alike", figures)
    assert (found.benchmark_value, found.members) == (3.0, ("lake", "wood"))


def test_hidden_members_are_left_out_of_the_average():
    figures = """
        indicator | area | period | value | status
        poor      | hill | 2018   | 5     |
        poor      | lake | 2018   | 4     |
        poor      | wood | 2018   | 2     |
        poor      | mill | 2018   |       | hidden
    """
    found = against("alike", figures)
    assert found.members == ("lake", "wood")


def test_a_printed_average_of_the_group_is_preferred_to_our_own():
    figures = """
        indicator | area  | period | value
        poor      | hill  | 2018   | 5
        poor      | alike | 2018   | 4.5
        poor      | lake  | 2018   | 1
        poor      | wood  | 2018   | 1
    """
    found = against("alike", figures)
    assert (found.benchmark_value, found.members, found.reason) == (4.5, (), "counts_not_given")


def test_a_group_s_own_counts_contain_the_area_which_is_taken_out():
    figures = """
        indicator | area  | period | x   | n
        poor      | hill  | 2018   | 90  | 1000
        poor      | alike | 2018   | 150 | 3000
    """
    found = against("alike", figures)
    assert (found.method, found.tested_against, found.rest_value) == ("newcombe_rest", "rest", 3.0)
    assert (found.benchmark_value, found.difference, found.published_difference) == (5.0, 6.0, 4.0)


def test_an_area_lies_in_every_area_above_its_own():
    figures = """
        indicator | area  | period | x   | n
        poor      | hill  | 2018   | 90  | 1000
        poor      | north | 2018   | 150 | 3000
        poor      | town  | 2018   | 400 | 9000
    """
    assert {against(place, figures).method for place in ("north", "town")} == {"newcombe_rest"}
    assert against("town", figures, area="north").rest_value == pytest.approx(100 * 250 / 6000)


def test_an_average_holding_a_bound_decides_only_as_far_as_it_can():
    figures = """
        indicator | area | period | value | qualifier
        poor      | hill | 2018   | {}    |
        poor      | lake | 2018   | 4     | less_than
        poor      | wood | 2018   | 2     |
    """
    assert against("alike", figures.replace("{}", "5")).standing == "higher"
    assert against("alike", figures.replace("{}", "2")).reason == "inexact"
