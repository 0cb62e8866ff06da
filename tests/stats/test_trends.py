"""Tests for trend against statsmodels, scipy, the formula of the textbook, and every order that there is."""

import itertools
import random
from fractions import Fraction

import numpy as np
import pytest
import scipy.stats
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import Table

from azory_monitor import stats

CLOSE = 1e-9

TIMES = [
    [0, 1, 2, 3, 4],
    [2014.5, 2015.5, 2016.5, 2017.5, 2018.5],
    [2001.5, 2003.5, 2004.5, 2011.5, 2012.5, 2018.5],
    [0.5, 1.5],
]
SIZES = [7, 100, 67_141, 766_739, 40_000_000]


def textbook(times, xs, ns):
    """STATISTICS: N (N sum xt - X sum nt)^2 / (X (N - X) (N sum nt^2 - (sum nt)^2)), in whole fractions."""
    times, xs, ns = ([Fraction(number) for number in numbers] for numbers in (times, xs, ns))
    x, n = sum(xs), sum(ns)
    xt, nt = (sum(a * t for a, t in zip(some, times, strict=True)) for some in (xs, ns))
    ntt = sum(a * t * t for a, t in zip(ns, times, strict=True))
    below = x * (n - x) * (n * ntt - nt * nt)
    return float(n * (n * xt - x * nt) ** 2 / below) if below else 0.0


def grid():
    drawn = random.Random(1955)
    for times, size in itertools.product(TIMES, SIZES):
        ns = [max(1, round(size * drawn.uniform(0.3, 1))) for _ in times]
        for share in (0, 1e-4, 0.02, 0.5, 0.98, 1):
            yield times, [round(n * share * drawn.uniform(0.7, 1)) if share < 1 else n for n in ns], ns


@pytest.mark.parametrize(("times", "xs", "ns"), list(grid()))
def test_the_trend_of_proportions_is_the_textbooks(times, xs, ns):
    found = stats.proportion_trend(times, xs, ns)
    assert found.chi_squared == pytest.approx(textbook(times, xs, ns), rel=CLOSE, abs=CLOSE)
    assert found.p == pytest.approx(scipy.stats.chi2.sf(found.chi_squared, 1), rel=CLOSE, abs=1e-300)


def test_the_trend_of_proportions_is_the_printed_example_of_r():
    """Fleiss (1981): smokers among lung patients in four studies; ``prop.trend.test`` prints 8.2249."""
    found = stats.proportion_trend([1, 2, 3, 4], [83, 90, 129, 70], [86, 93, 136, 82])
    assert (round(found.chi_squared, 4), round(found.p, 6)) == (8.2249, 0.004132)


@pytest.mark.parametrize(("times", "xs", "ns"), [case for case in grid() if 0 < sum(case[1]) < sum(case[2])])
def test_the_trend_of_proportions_is_the_linear_association_of_statsmodels(times, xs, ns):
    counts = np.array([xs, [n - x for x, n in zip(xs, ns, strict=True)]], dtype=float)
    # statsmodels takes the variance over all orders of N people, which is N / (N - 1) of Armitage's.
    other = Table(counts, shift_zeros=False).test_ordinal_association(np.array([1, 0]), np.array(times) - times[0])
    ours = stats.proportion_trend(times, xs, ns).chi_squared * (sum(ns) - 1) / sum(ns)
    assert ours == pytest.approx(other.zscore**2, rel=1e-7, abs=CLOSE)


def textbook_of_rates(times, xs, ns):
    """Breslow & Day (1987): (sum t (x - E))^2 / (sum t^2 E - (sum t E)^2 / sum E) with E the events expected."""
    times, xs, ns = ([Fraction(number) for number in numbers] for numbers in (times, xs, ns))
    expected = [sum(xs) * n / sum(ns) for n in ns]
    score = sum(t * (x - e) for t, x, e in zip(times, xs, expected, strict=True))
    te = sum(t * e for t, e in zip(times, expected, strict=True))
    tte = sum(t * t * e for t, e in zip(times, expected, strict=True))
    return float(score**2 / (tte - te**2 / sum(expected))) if sum(xs) else 0.0


@pytest.mark.parametrize(("times", "xs", "ns"), list(grid()))
def test_the_trend_of_rates_is_the_textbooks(times, xs, ns):
    found = stats.rate_trend(times, xs, ns)
    assert found.chi_squared == pytest.approx(textbook_of_rates(times, xs, ns), rel=CLOSE, abs=CLOSE)
    assert found.p == pytest.approx(scipy.stats.chi2.sf(found.chi_squared, 1), rel=CLOSE, abs=1e-300)


@pytest.mark.parametrize("xs", [[31, 40, 38, 52, 61], [3, 0, 2, 0, 1], [61_000, 60_000, 60_500, 59_000, 58_000]])
def test_the_trend_of_rates_is_the_score_test_of_statsmodels(xs):
    times, ns = [0, 1, 2, 3, 4], [6_000, 6_100, 5_900, 6_200, 6_050]
    flat = np.ones((5, 1))
    model = sm.GLM(np.array(xs, float), flat, family=sm.families.Poisson(), exposure=np.array(ns, float)).fit(tol=1e-14)
    other, p, *_ = model.score_test(exog_extra=np.array(times, float)[:, None])
    found = stats.rate_trend(times, xs, ns)
    assert found.chi_squared == pytest.approx(float(np.squeeze(other)), rel=CLOSE)
    assert found.p == pytest.approx(float(np.squeeze(p)), rel=CLOSE)


def test_rates_of_rare_events_and_proportions_have_the_same_trend():
    counts = [0, 1, 2, 3, 4], [3, 4, 4, 6, 9], [10**9] * 5
    assert stats.rate_trend(*counts).chi_squared == pytest.approx(stats.proportion_trend(*counts).chi_squared, rel=1e-6)


@pytest.mark.parametrize(("times", "xs", "ns"), [case for case in grid() if len(case[0]) > 2])
def test_the_slope_is_that_of_the_line_weighted_by_people(times, xs, ns):
    shares = np.array(xs) / np.array(ns)
    slope = sm.WLS(shares, sm.add_constant(np.array(times) - times[0]), weights=np.array(ns, float)).fit().params[1]
    assert stats.proportion_trend(times, xs, ns).slope == pytest.approx(slope, rel=1e-7, abs=1e-12)


def test_the_interval_of_the_slope_leaves_zero_out_just_where_the_test_does():
    for xs in ([10, 11, 12, 13, 14], [10, 13, 16, 19, 22], [10, 15, 20, 30, 40]):
        found = stats.rate_trend([0, 1, 2, 3, 4], xs, [100] * 5)
        assert found.limits(0.95).holds(0) == (found.p > 0.05)
        assert found.limits(0.998).holds(0) == (found.p > 0.002)


def test_nobody_and_everybody_have_no_trend():
    assert stats.proportion_trend([1, 2, 3], [0, 0, 0], [5, 6, 7])[2:] == (0, 1)
    assert stats.proportion_trend([1, 2, 3], [5, 6, 7], [5, 6, 7])[2:] == (0, 1)
    assert stats.rate_trend([1, 2, 3], [0, 0, 0], [5, 6, 7])[2:] == (0, 1)


@pytest.mark.parametrize(
    "counts",
    [
        ([1, 2], [-1, 2], [5, 5]),
        ([1, 2], [1, 2], [0, 5]),
        ([1, 1], [1, 2], [5, 5]),
        ([1, float("nan")], [1, 2], [5, 5]),
    ],
)
def test_impossible_counts_are_refused(counts):
    for test in (stats.proportion_trend, stats.rate_trend):
        with pytest.raises(ValueError):
            test(*counts)


def test_a_part_greater_than_its_whole_is_refused():
    with pytest.raises(ValueError):
        stats.proportion_trend([1, 2], [6, 2], [5, 5])


def test_a_direction_that_hangs_on_one_point_is_found_out():
    ns = [1_000] * 5
    assert stats.same_way_without_any([0, 1, 2, 3, 4], [10, 20, 30, 40, 50], ns)
    assert not stats.same_way_without_any([0, 1, 2, 3, 4], [50, 45, 40, 38, 200], ns)


@pytest.mark.parametrize("n", range(2, 31))
def test_mann_kendall_without_ties_is_scipys_exact_one(n):
    drawn = random.Random(n)
    for _ in range(20):
        values = [drawn.random() for _ in range(n)]
        other = scipy.stats.kendalltau(range(n), values, method="exact")
        assert stats.mann_kendall(values).p == pytest.approx(other.pvalue, rel=CLOSE)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=7))
def test_mann_kendall_with_ties_counts_every_order_of_the_values(values):
    def score(order):
        return sum((later > earlier) - (later < earlier) for earlier, later in itertools.combinations(order, 2))

    orders = [abs(score(order)) for order in itertools.permutations(values)]
    found = stats.mann_kendall(values)
    assert found.score == score(values)
    assert found.p == pytest.approx(sum(one >= abs(found.score) for one in orders) / len(orders), rel=CLOSE)


def test_under_five_points_no_order_is_unlikely_enough():
    assert [stats.mann_kendall(range(n)).p for n in (3, 4, 5)] == pytest.approx([1 / 3, 1 / 12, 1 / 60])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 99)), min_size=2, max_size=9))
def test_the_median_slope_is_scipys_on_true_times(steps):
    times = list(itertools.accumulate(gap + 1 for gap, _ in steps))
    values = [value for _, value in steps]
    assert stats.sen_slope(times, values).slope == pytest.approx(scipy.stats.theilslopes(values, times).slope)


def test_the_interval_of_the_median_slope_leaves_zero_out_just_where_the_test_does():
    drawn = random.Random(1968)
    for n in (5, 6, 8, 12):
        for _ in range(200):
            values = [drawn.random() + 0.08 * year for year in range(n)]
            limits = stats.sen_slope(range(n), values).limits
            assert limits.holds(0) == (stats.mann_kendall(values).p > 0.05)


def test_four_points_have_a_median_slope_but_no_interval():
    assert stats.sen_slope([0, 1, 2, 3], [1, 2, 4, 8]).limits is None
    with pytest.raises(ValueError):
        stats.sen_slope([0], [1])
