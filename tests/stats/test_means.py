"""Intervals of means against scipy, statsmodels and the data themselves."""

import itertools
import math

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from azory_monitor import stats
from azory_monitor.stats import Sample

LEVELS = (0.95, 0.998)
SAMPLES = [
    Sample(0.0, 1.0, 2),
    Sample(5.0, 2.0, 10),
    Sample(-3.0, 100.0, 50),
    Sample(1e6, 1e-3, 3),
    Sample(1e-9, 1e-12, 7),
    Sample(4.2, 1.5, 10**7),
    Sample(44.56, 22.1, 13_109),
    Sample(1e12, 1e9, 2),
]


def close(found, expected):
    return tuple(found) == pytest.approx(tuple(expected), rel=1e-9, abs=1e-300)


@pytest.mark.parametrize("it", SAMPLES)
@pytest.mark.parametrize("level", LEVELS)
def test_the_interval_of_a_mean_agrees_with_scipy(it, level):
    expected = scipy_stats.t.interval(level, it.n - 1, loc=it.mean, scale=it.spread / math.sqrt(it.n))
    assert close(stats.mean(it, level), expected)


@pytest.mark.parametrize(("first", "second"), list(itertools.product(SAMPLES, repeat=2)))
@pytest.mark.parametrize("level", LEVELS)
def test_the_difference_ends_where_welchs_test_just_rejects(first, second, level):
    """Each limit, taken as the true difference, has the p-value of the level by scipy's test from the same numbers."""
    gap = first.mean - second.mean
    for limit in stats.mean_difference(first, second, level):
        moved = Sample(limit - gap, second.spread, second.n)
        found = scipy_stats.ttest_ind_from_stats(0.0, *first[1:], *moved, equal_var=False)
        assert found.pvalue == pytest.approx(1 - level, rel=1e-6)


DRAWN = [(5, 5, 1, 1), (5, 50, 1, 3), (2, 300, 4, 1), (20, 200, 2, 1), (3, 2, 1e-6, 1e6)]


@pytest.mark.parametrize(("n1", "n2", "spread1", "spread2"), DRAWN)
@pytest.mark.parametrize("level", LEVELS)
def test_the_difference_agrees_with_scipy_and_statsmodels_on_the_data(n1, n2, spread1, spread2, level):
    chance = numpy.random.default_rng(1947)
    one, other = chance.normal(7, spread1, n1), chance.normal(6, spread2, n2)
    samples = [Sample(float(x.mean()), float(x.std(ddof=1)), len(x)) for x in (one, other)]
    found = stats.mean_difference(*samples, level)
    assert close(found, scipy_stats.ttest_ind(one, other, equal_var=False).confidence_interval(level))
    compared = CompareMeans(DescrStatsW(one), DescrStatsW(other))
    assert close(found, compared.tconfint_diff(1 - level, usevar="unequal"))
    assert close(stats.mean(samples[0], level), DescrStatsW(one).tconfint_mean(1 - level))


numbers = st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=40)


def sample(x):
    return Sample(float(numpy.mean(x)), float(numpy.std(x, ddof=1)), len(x))


@given(numbers, numbers)
def test_samples_put_together_are_the_sample_of_all_their_numbers(one, other):
    assert stats.pooled([sample(one), sample(other)]) == pytest.approx(sample(one + other), rel=1e-9, abs=1e-9)


@given(numbers, numbers)
def test_what_is_taken_out_leaves_the_sample_of_the_rest(one, other):
    rest = stats.without(sample(one + other), sample(other))
    if rest is not None:
        assert rest == pytest.approx(sample(one), rel=1e-4, abs=1e-4)
    else:
        assert numpy.std(one) < 1e-3


def test_a_part_that_cannot_be_one_leaves_nothing():
    whole = Sample(40.0, 1.0, 4000)
    assert stats.without(whole, Sample(44.0, 20.0, 400)) is None
    assert stats.without(whole, Sample(40.0, 1.0, 3999)) is None
    assert stats.without(whole, whole) is None


@pytest.mark.parametrize(
    "it",
    [
        Sample(1, 1, 1),
        Sample(1, -1, 9),
        Sample(1, 0, 9),
        Sample(math.nan, 1, 9),
        Sample(1, math.inf, 9),
        Sample(1, 1e200, 9),
    ],
)
def test_what_can_be_no_mean_and_what_tells_nothing_of_chance_is_refused(it):
    with pytest.raises(ValueError):
        stats.mean(it)
    with pytest.raises(ValueError):
        stats.mean_difference(it, it)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_lies_between_0_and_1(level):
    with pytest.raises(ValueError):
        stats.mean(SAMPLES[0], level)
