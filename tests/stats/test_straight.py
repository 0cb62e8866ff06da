"""The straight line against statsmodels' prediction of a single further value, and scipy's t."""

import math
import random

import numpy as np
import pytest
import scipy.stats
import statsmodels.api as sm

from azory_monitor import stats


def cases():
    drawn = random.Random(1998)
    for n in (3, 4, 5, 8, 12, 40):
        for scale in (1e-6, 1, 1e6):
            times = sorted(drawn.sample([2000.5 + year for year in range(60)], n))
            yield times, [scale * (5 + drawn.gauss(0, 1) + 0.1 * (t - 2000)) for t in times]


@pytest.mark.parametrize(("times", "values"), list(cases()))
@pytest.mark.parametrize("level", [0.5, 0.8, 0.95])
def test_line_and_band_are_those_of_statsmodels(times, values, level):
    found, ahead = stats.line(times, values), times[-1] + 2.25
    shift = np.array(times) - times[0]
    model = sm.OLS(np.array(values), sm.add_constant(shift)).fit()
    other = model.get_prediction([[1, ahead - times[0]]]).summary_frame(alpha=1 - level)
    assert found.expected(ahead) == pytest.approx(other["mean"].iloc[0], rel=1e-9)
    assert found.scatter == pytest.approx(model.scale**0.5, rel=1e-9)
    ends = [other["obs_ci_lower"].iloc[0], other["obs_ci_upper"].iloc[0]]
    assert list(found.band(ahead, level)) == pytest.approx(ends, rel=1e-8)


@pytest.mark.parametrize(("times", "values"), list(cases()))
def test_chances_are_students(times, values):
    found, ahead = stats.line(times, values), times[-1] + 1
    law = scipy.stats.t(len(times) - 2, loc=found.expected(ahead), scale=found.spread(ahead))
    for z in (-30, -3, -0.5, 0, 1, 6):
        at = found.expected(ahead) + z * found.spread(ahead)
        assert found.below(ahead, at) == pytest.approx(law.cdf(at), rel=1e-9)
        assert found.above(ahead, at) == pytest.approx(law.sf(at), rel=1e-9)
        assert found.between(ahead, at, at + found.spread(ahead)) == pytest.approx(
            law.cdf(at + found.spread(ahead)) - law.cdf(at), rel=1e-6, abs=1e-12
        )


def test_all_chances_together_are_one():
    found = stats.line([1, 2, 3], [1, 3, 2])
    assert found.between(5, -math.inf, math.inf) == 1
    assert found.below(5, 2) + found.above(5, 2) == pytest.approx(1)
    assert found.between(5, -math.inf, 2) == found.below(5, 2)


def test_points_on_a_line_have_no_scatter_and_so_no_chances():
    found = stats.line([2014.5, 2015.5, 2016.5], [0.1, 0.2, 0.3])
    assert found.scatter == 0
    assert found.band(2020, 0.8) == pytest.approx((0.65, 0.65))
    with pytest.raises(ValueError):
        found.below(2020, 1)


def test_scatter_that_is_known_otherwise_is_a_floor():
    assert stats.line([1, 2, 3], [1, 2, 3], 0.25).scatter == 0.25
    assert stats.line([1, 2, 3], [1, 9, 3], 0.25).scatter > 0.25


def test_no_size_of_the_values_upsets_the_line():
    for size in (1e-300, 1e300):
        found = stats.line([1, 2, 3], [1 * size, 3 * size, 2 * size])
        assert found.below(4, found.expected(4)) == pytest.approx(0.5)
        assert found.scatter / size == pytest.approx(1.5**0.5)


@pytest.mark.parametrize("times", [[1, 2], [1, 1, 1]])
def test_two_points_or_one_moment_make_no_line(times):
    with pytest.raises(ValueError):
        stats.line(times, list(range(len(times))))


def test_nothing_lies_between_ends_that_are_crossed():
    with pytest.raises(ValueError):
        stats.line([1, 2, 3], [1, 3, 2]).between(4, 2, 1)
