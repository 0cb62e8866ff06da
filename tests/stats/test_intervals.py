"""Each interval against published examples, an independent library and its own defining property."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize
from scipy import stats as scipy_stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson

from azory_monitor import stats

LEVELS = (0.95, 0.998)
PROPORTIONS = [
    (0, 1),
    (1, 1),
    (0, 20),
    (20, 20),
    (1, 29),
    (15, 148),
    (81, 263),
    (1377, 67141),
    (12649, 766739),
    (1, 10**9),
]
EVENTS = [0, 1, 3, 9, 10, 100, 5_000, 1_000_000]


def close(found, expected):
    return tuple(found) == pytest.approx(tuple(expected), rel=1e-9, abs=1e-9)


# Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
WILSON_PRINTED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]

# Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
DIFFERENCE_PRINTED = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]


@pytest.mark.parametrize(("x", "n", "lower", "upper"), WILSON_PRINTED)
def test_wilson_gives_the_published_limits(x, n, lower, upper):
    assert stats.wilson(x, n) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize(("x1", "n1", "x2", "n2", "lower", "upper"), DIFFERENCE_PRINTED)
def test_the_difference_gives_newcombes_published_limits(x1, n1, x2, n2, lower, upper):
    assert stats.difference(x1, n1, x2, n2) == pytest.approx((lower, upper), abs=5.1e-5)


@pytest.mark.parametrize(
    ("x", "lower", "upper"), [(0, 0.0, 3.689), (1, 0.025, 5.572), (10, 4.795, 18.390), (100, 81.364, 121.627)]
)
def test_a_count_of_events_has_the_exact_limits_that_tables_print(x, lower, upper):
    assert stats.rate(x) == pytest.approx((lower, upper), abs=5e-4)


def test_the_ratio_of_proportions_gives_koopmans_published_limits():
    assert stats.proportion_ratio(36, 40, 16, 80) == pytest.approx((2.94, 7.15), abs=5e-3)


@pytest.mark.parametrize(("x", "n"), PROPORTIONS)
@pytest.mark.parametrize("level", LEVELS)
def test_wilson_agrees_with_statsmodels(x, n, level):
    assert close(stats.wilson(x, n, level), proportion_confint(x, n, alpha=1 - level, method="wilson"))


@pytest.mark.parametrize(("first", "second"), list(itertools.product(PROPORTIONS[2:9], repeat=2)))
@pytest.mark.parametrize("level", LEVELS)
def test_the_difference_agrees_with_statsmodels(first, second, level):
    expected = confint_proportions_2indep(*first, *second, compare="diff", method="newcomb", alpha=1 - level)
    assert close(stats.difference(*first, *second, level), expected)


@pytest.mark.parametrize("x", EVENTS)
@pytest.mark.parametrize("level", LEVELS)
def test_a_rate_agrees_with_the_chi_squared_distribution_and_with_statsmodels(x, level):
    tail = (1 - level) / 2
    lower = scipy_stats.chi2.ppf(tail, 2 * x) / 2 if x else 0.0
    assert close(stats.rate(x, 250.0, level), (lower / 250, scipy_stats.chi2.isf(tail, 2 * x + 2) / 2 / 250))
    if x:
        assert close(stats.rate(x, 250.0, level), confint_poisson(x, 250.0, method="exact-c", alpha=1 - level))


@pytest.mark.parametrize(("x1", "x2"), [pair for pair in itertools.product(EVENTS, repeat=2) if any(pair)])
@pytest.mark.parametrize("level", LEVELS)
def test_the_ratio_of_rates_ends_where_the_exact_binomial_test_just_rejects(x1, x2, level):
    lower, upper = stats.rate_ratio(x1, 300.0, x2, 700.0, level)
    tail = pytest.approx((1 - level) / 2, rel=1e-8)
    assert lower == 0.0 if x1 == 0 else _as_many_or_more(x1, x2, lower * 3 / 7) == tail
    assert upper == math.inf if x2 == 0 else _as_many_or_more(x2, x1, 7 / 3 / upper) == tail


def _as_many_or_more(x, others, odds):
    """How likely x or more of all events are, at these odds for each of them."""
    if x < others:
        return scipy_stats.binom.sf(x - 1, x + others, odds / (1 + odds))
    return scipy_stats.binom.cdf(others, x + others, 1 / (1 + odds))


def test_the_ratio_of_rates_agrees_with_the_f_distribution():
    lower = 30 / 9 * scipy_stats.f.ppf(0.025, 60, 18) * 700 / 300
    upper = 31 / 8 * scipy_stats.f.isf(0.025, 62, 16) * 700 / 300
    assert close(stats.rate_ratio(30, 300.0, 8, 700.0), (lower, upper))


@pytest.mark.parametrize(
    "counts", [(36, 40, 16, 80), (1, 1000, 1, 2000), (1377, 67141, 11272, 699598), (10, 10, 3, 20)]
)
def test_the_ratio_of_proportions_agrees_with_statsmodels(counts):
    expected = confint_proportions_2indep(*counts, compare="ratio", method="score", correction=False)
    assert close(stats.proportion_ratio(*counts), expected)


@pytest.mark.parametrize(
    "counts", [(10, 10, 20, 20), (3, 20, 20, 20), (0, 10, 20, 20), (10, 10, 0, 20), (0, 10, 5, 20)]
)
def test_the_ratio_of_proportions_ends_where_the_score_test_just_rejects(counts):
    x1, n1, x2, n2 = counts
    for limit in stats.proportion_ratio(*counts):
        if 0 < limit < math.inf:
            assert _score(limit, x1, n1, x2, n2) == pytest.approx(scipy_stats.chi2.isf(0.05, 1), abs=1e-6)


def _score(ratio, x1, n1, x2, n2):
    """Chi-squared of a ratio, from the most likely proportions as a search (not a formula) finds them."""

    def unlikely(p):
        return -(scipy_stats.binom.logpmf(x1, n1, p) + scipy_stats.binom.logpmf(x2, n2, p / ratio))

    bounds = (0.0, min(1.0, ratio))
    p1 = optimize.minimize_scalar(unlikely, bounds=bounds, method="bounded", options={"xatol": 1e-13}).x
    p2 = p1 / ratio
    return (x1 - n1 * p1) ** 2 / (n1 * p1 * (1 - p1)) + (x2 - n2 * p2) ** 2 / (n2 * p2 * (1 - p2))


def test_without_anyone_in_either_area_a_ratio_may_be_anything():
    assert stats.proportion_ratio(0, 10, 0, 20) == stats.rate_ratio(0, 10, 0, 20) == (0.0, math.inf)


def test_the_difference_of_rates_is_the_hybrid_of_both_exact_intervals():
    (l1, u1), (l2, u2) = stats.rate(30, 1.5), stats.rate(8, 0.9)
    r1, r2 = 30 / 1.5, 8 / 0.9
    lower = r1 - r2 - math.sqrt((r1 - l1) ** 2 + (u2 - r2) ** 2)
    upper = r1 - r2 + math.sqrt((u1 - r1) ** 2 + (r2 - l2) ** 2)
    assert close(stats.rate_difference(30, 1.5, 8, 0.9), (lower, upper))


IMPOSSIBLE = [(3, 2), (1, 0), (0, 0), (-1, 5), (1, -5), (math.nan, 5), (1, math.nan), (1, math.inf)]


@pytest.mark.parametrize(("x", "n"), IMPOSSIBLE)
def test_impossible_counts_are_refused_wherever_they_stand(x, n):
    for first, second in (((x, n), (1, 2)), ((1, 2), (x, n))):
        for interval in (stats.difference, stats.proportion_ratio):
            with pytest.raises(ValueError, match=r"."):
                interval(*first, *second)
    with pytest.raises(ValueError, match=r"."):
        stats.wilson(x, n)


@pytest.mark.parametrize(("x", "exposure"), IMPOSSIBLE[1:])
def test_rates_may_exceed_one_but_not_be_impossible(x, exposure):
    assert stats.rate(3, 2).lower > 0
    for first, second in (((x, exposure), (1, 2)), ((1, 2), (x, exposure))):
        for interval in (stats.rate_ratio, stats.rate_difference):
            with pytest.raises(ValueError, match=r"."):
                interval(*first, *second)


@pytest.mark.parametrize("level", [0, 1, 95, -0.5])
def test_a_level_is_a_part_of_one(level):
    with pytest.raises(ValueError, match="level"):
        stats.wilson(1, 2, level)


counts = st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_swapping_two_areas_turns_every_interval_round(first, second):
    forth, back = stats.difference(*first, *second), stats.difference(*second, *first)
    assert close(forth, (-back.upper, -back.lower))
    for ratio in (stats.rate_ratio, stats.proportion_ratio):
        forth, back = ratio(*first, *second), ratio(*second, *first)
        assert forth.lower == pytest.approx(1 / back.upper, rel=1e-7)
        assert forth.upper == pytest.approx(1 / back.lower if back.lower else math.inf, rel=1e-7)


@given(counts, counts)
def test_every_interval_holds_what_was_observed_and_widens_with_the_level(first, second):
    (x1, n1), (x2, n2) = first, second
    p1, p2 = x1 / n1, x2 / n2
    for interval, observed in (
        (lambda level: stats.wilson(x1, n1, level), p1),
        (lambda level: stats.rate(x1, n1, level), p1),
        (lambda level: stats.difference(*first, *second, level), p1 - p2),
        (lambda level: stats.rate_difference(*first, *second, level), p1 - p2),
    ):
        narrow, wide = interval(0.95), interval(0.998)
        assert wide.lower - 1e-12 <= narrow.lower <= observed + 1e-12
        assert observed - 1e-12 <= narrow.upper <= wide.upper + 1e-12
