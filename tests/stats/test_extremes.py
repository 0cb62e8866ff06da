"""Every interval of counts on a grid that goes to its ends: nobody, everybody, one, a billion."""

import itertools
import math

import pytest
from scipy import stats as scipy_stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from azory_monitor import stats

LEVELS = (0.95, 0.998)
PARTS = [(0, 1), (1, 1), (0, 5), (5, 5), (1, 1000), (999, 1000), (0, 10**9), (1, 10**9), (10**9, 10**9), (3, 7)]
EVENTS = [0, 1, 2, 40, 10**6, 10**9]


def close(found, expected):
    return tuple(found) == pytest.approx(tuple(expected), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("x", "n"), PARTS)
@pytest.mark.parametrize("level", LEVELS)
def test_wilson_agrees_with_statsmodels_and_scipy(x, n, level):
    found = stats.wilson(x, n, level)
    assert close(found, proportion_confint(x, n, alpha=1 - level, method="wilson"))
    assert close(found, scipy_stats.binomtest(x, n).proportion_ci(level, "wilson"))


@pytest.mark.parametrize(("first", "second"), list(itertools.product(PARTS, repeat=2)))
@pytest.mark.parametrize("level", LEVELS)
def test_the_difference_agrees_with_newcombes_formula_on_statsmodels_limits(first, second, level):
    (l1, u1), (l2, u2) = (proportion_confint(*one, alpha=1 - level, method="wilson") for one in (first, second))
    p1, p2 = first[0] / first[1], second[0] / second[1]
    expected = p1 - p2 - math.hypot(p1 - l1, u2 - p2), p1 - p2 + math.hypot(u1 - p1, p2 - l2)
    found = stats.difference(*first, *second, level)
    assert close(found, expected)
    assert close(found, confint_proportions_2indep(*first, *second, compare="diff", method="newcomb", alpha=1 - level))


@pytest.mark.parametrize(("x1", "x2"), list(itertools.product(EVENTS, repeat=2)))
@pytest.mark.parametrize("level", LEVELS)
def test_the_ratio_of_rates_agrees_with_clopper_and_pearson(x1, x2, level):
    if x1 + x2 == 0:
        assert stats.rate_ratio(x1, 3.0, x2, 7.0, level) == (0.0, math.inf)
        return
    tail = (1 - level) / 2
    lower = scipy_stats.f.ppf(tail, 2 * x1, 2 * x2 + 2) * x1 / (x2 + 1) if x1 else 0.0
    upper = scipy_stats.f.isf(tail, 2 * x1 + 2, 2 * x2) * (x1 + 1) / x2 if x2 else math.inf
    found = stats.rate_ratio(x1, 3.0, x2, 7.0, level)
    assert tuple(found) == pytest.approx((lower * 7 / 3, upper * 7 / 3), rel=1e-8)


@pytest.mark.parametrize(("x1", "x2"), list(itertools.product(EVENTS, repeat=2)))
@pytest.mark.parametrize("level", LEVELS)
def test_the_difference_of_rates_agrees_with_the_formula_on_scipys_limits(x1, x2, level):
    (l1, u1), (l2, u2) = (_garwood(x, exposure, level) for x, exposure in ((x1, 300.0), (x2, 0.7)))
    r1, r2 = x1 / 300.0, x2 / 0.7
    expected = r1 - r2 - math.hypot(r1 - l1, u2 - r2), r1 - r2 + math.hypot(u1 - r1, r2 - l2)
    assert close(stats.rate_difference(x1, 300.0, x2, 0.7, level), expected)


def _garwood(x, exposure, level):
    tail = (1 - level) / 2
    lower = scipy_stats.gamma.ppf(tail, x) if x else 0.0
    return lower / exposure, scipy_stats.gamma.isf(tail, x + 1) / exposure


@pytest.mark.parametrize(
    ("first", "second"), list(itertools.product([one for one in PARTS if 0 < one[0] < one[1]], repeat=2))
)
@pytest.mark.parametrize("level", LEVELS)
def test_the_ratio_of_proportions_agrees_with_statsmodels(first, second, level):
    found = stats.proportion_ratio(*first, *second, level)
    for limit in found:
        assert _score(limit, first, second) == pytest.approx(scipy_stats.chi2.isf(1 - level, 1), rel=1e-5)


def _score(ratio, first, second):
    """Chi-squared of a ratio from statsmodels' score test of it."""
    from statsmodels.stats.proportion import score_test_proportions_2indep

    found = score_test_proportions_2indep(*first, *second, value=ratio, compare="ratio", correction=False)
    return found[0] ** 2
