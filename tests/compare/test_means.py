"""Means are compared by the standard deviation between those they are of."""

import pytest

from azory_monitor import stats
from azory_monitor.compare import comparisons
from azory_monitor.stats import Sample
from tests.compare.drawn import cases, measured, only, programme
from tests.compare.yardsticks import given

PLACES = """
id    | kind   | parent | groups
hill  | estate | town   | alike
lake  | estate |        | alike
wood  | estate |        | alike
town  | city   |        |
alike | group  |        |
"""
AGE = "id | measure | per\nage | mean | 1"


def judge(figures, benchmark="town", standards=""):
    plan = given(programme(AGE, PLACES), standards)
    return only(it for it in comparisons(plan, measured(figures), ["hill"]) if it.benchmark == benchmark)


def test_a_mean_is_tested_against_the_rest_of_its_city():
    figures = """
        indicator | area | period | value | spread | n
        age       | hill | 2018   | 44    | 20     | 400
        age       | town | 2018   | 40    | 22     | 4000
    """
    found = judge(figures)
    rest = stats.without(Sample(40, 22, 4000), Sample(44, 20, 400))
    assert found.rest_value == rest.mean == pytest.approx((40 * 4000 - 44 * 400) / 3600)
    limits = stats.mean_difference(Sample(44, 20, 400), rest)
    assert (found.difference_lower, found.difference_upper) == limits
    assert (found.lower, found.upper) == stats.mean(Sample(44, 20, 400))
    assert (found.benchmark_lower, found.benchmark_upper) == stats.mean(Sample(40, 22, 4000))
    assert (found.denominator, found.numerator, found.benchmark_denominator) == (400, None, 4000)
    assert (found.method, found.tested_against, found.standing) == ("welch", "rest", "worse")
    assert (found.published_difference, found.ratio, found.ratio_lower) == (4.0, 1.1, None)


def test_the_sum_and_the_number_give_a_mean_too():
    figures = """
        indicator | area | period | x      | spread | n
        age       | hill | 2018   | 17600  | 20     | 400
        age       | town | 2018   | 160000 | 22     | 4000
    """
    found = judge(figures)
    assert (found.value, found.benchmark_value, found.method) == (44.0, 40.0, "welch")


def test_two_periods_of_a_mean_are_independent():
    figures = """
        indicator | period | value | spread | n
        age       | 2017   | 40    | 20     | 400
        age       | 2018   | 44    | 20     | 420
    """
    found = judge(figures, "hill")
    limits = stats.mean_difference(Sample(44, 20, 420), Sample(40, 20, 400))
    assert (found.difference_lower, found.difference_upper) == limits
    assert (found.against, found.method, found.standing, found.clear) == ("earlier", "welch", "worse", False)


def test_a_standard_is_held_against_the_t_interval_of_a_mean():
    figures = "indicator | period | value | spread | n\nage | 2018 | 44 | 20 | 25"
    for standard, standing in ((35, "worse"), (36, "no_clear_difference"), (52, "no_clear_difference"), (53, "better")):
        found = judge(figures, "norm", f"id | indicator | value\nnorm | age | {standard}")
        assert (found.standing, found.method) == (standing, "own_interval")


def test_a_group_of_means_is_all_of_its_members_together():
    figures = """
        indicator | area | period | value | spread | n
        age       | hill | 2018   | 44    | 20     | 400
        age       | lake | 2018   | 40    | 18     | 300
        age       | wood | 2018   | 36    | 22     | 100
    """
    found = judge(figures, "alike")
    whole = stats.pooled([Sample(40, 18, 300), Sample(36, 22, 100)])
    assert found.benchmark_value == whole.mean == 39.0
    assert (found.benchmark_denominator, found.members) == (400, ("lake", "wood"))
    assert (found.difference_lower, found.difference_upper) == stats.mean_difference(Sample(44, 20, 400), whole)


UNTESTED = """
hill      | town       | reason           | standing
44 20 400 | 40 - 4000  | spread_not_given | higher
44 - 400  | 40 22 4000 | spread_not_given | higher
44 - -    | 40 - -     | spread_not_given | higher
40 - -    | 40 - -     | spread_not_given | cannot_tell
44 20 -   | 40 22 4000 | counts_not_given | higher
44 20 400 | 40 22 -    | counts_not_given | higher
44 20 1   | 40 22 4000 | no_test          | higher
44 20 400 | 40 22 400  | no_test          | higher
44 20 400 | 40 22 300  | no_test          | higher
44 20 400 | 40 1 4000  | no_test          | higher
44 0 400  | 44 0 4000  | no_test          | cannot_tell
38 0 400  | 40 0 4000  | no_test          | lower
"""


@pytest.mark.parametrize("case", **cases(UNTESTED))
def test_what_a_test_of_means_wants_is_told_and_the_direction_stays(case):
    drawn = "\n".join(
        f"age | {area} | 2018 | {' | '.join(cell.replace('-', '') for cell in vars(case)[area].split())}"
        for area in ("hill", "town")
    )
    found = judge(f"indicator | area | period | value | spread | n\n{drawn}")
    assert (found.standing, found.reason) == (case.standing, case.reason)
    assert (found.method, found.tested_against, found.difference_lower) == ("rates_only", "", None)


def test_a_rough_mean_is_not_tested():
    figures = """
        indicator | area | period | value | spread | n    | qualifier
        age       | hill | 2018   | 44    | 20     | 400  | more_than
        age       | town | 2018   | 40    | 22     | 4000 |
    """
    found = judge(figures)
    assert (found.standing, found.reason) == ("higher", "no_test")
