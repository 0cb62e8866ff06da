"""Several figures drawn into one, against numpy, pandas and scipy."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats as scipy_stats

from azory_monitor.stats import together

NUMBERS = some.lists(some.integers(-10_000, 10_000).map(lambda n: n / 100), min_size=2, max_size=20)


@given(NUMBERS.filter(lambda values: len(set(values)) > 1))
def test_common_scales_agree_with_numpy_and_pandas(values):
    column = pd.Series(values)
    assert together.spread(values) == pytest.approx(column.std(ddof=1))
    assert together.standardised(values) == pytest.approx(scipy_stats.zscore(values, ddof=1))
    shares = (column - column.min()) / (column.max() - column.min())
    assert together.shares_of_range(values) == pytest.approx(shares - shares.mean())
    assert together.places(values) == pytest.approx(column.rank() - (len(values) + 1) / 2)


@given(some.lists(some.tuples(some.integers(1, 10_000), some.integers(1, 50)), min_size=1, max_size=12))
def test_means_agree_with_numpy_and_scipy(pairs):
    values, weights = ([pair[place] / 100 for pair in pairs] for place in (0, 1))
    assert together.mean(values, weights) == pytest.approx(np.average(values, weights=weights))
    assert together.geometric(values, weights) == pytest.approx(scipy_stats.gmean(values, weights=weights))
    assert together.harmonic(values, weights) == pytest.approx(scipy_stats.hmean(values, weights=weights))
    assert together.median(values, weights) == pytest.approx(np.median(values))


@pytest.mark.parametrize("values", [[3.0], [3.0, 3.0, 3.0], [1 / 7, 3 / 21, 1 / 7]])
def test_what_only_rounding_parts_has_no_spread(values):
    assert together.spread(values) == 0
    with pytest.raises(ValueError, match="spread"):
        together.standardised(values)


@pytest.mark.parametrize("n", [2, 3, 10, 18])
def test_no_standardised_value_exceeds_what_the_number_of_values_allows(n):
    most = max(together.standardised([0.0] * (n - 1) + [1.0]))
    assert most == pytest.approx((n - 1) / math.sqrt(n))


def test_half_and_twice_as_much_make_one():
    assert together.geometric([0.5, 2.0], [1, 1]) == pytest.approx(1)
