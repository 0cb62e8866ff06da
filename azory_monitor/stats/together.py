"""Several figures drawn into one: values set on a common scale, and means of them.  Numbers in, numbers out.

Weights are not negative and not all zero; they need not add up to 1.
"""

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_DIGITS = 12
"""Values equal to so many digits are equal: beyond lies the rounding of the arithmetic."""


def rounded(value: float) -> float:
    """The value without the noise of the arithmetic, so that equal values compare as equal."""
    return float(f"{value:.{_DIGITS}g}")


def spread(values: Sequence[float]) -> float:
    """The standard deviation with n - 1; 0 for one value, and for values that only rounding parts."""
    return statistics.stdev(values) if len({rounded(value) for value in values}) > 1 else 0.0


def standardised(values: Sequence[float]) -> list[float]:
    """Each value in standard deviations (n - 1) from the mean; ValueError where they have no spread."""
    mean, unit = statistics.fmean(values), spread(values)
    if not unit:
        raise ValueError("values without spread cannot be standardised")
    return [(value - mean) / unit for value in values]


def shares_of_range(values: Sequence[float]) -> list[float]:
    """Each value as its share of the way from the lowest to the highest, minus the mean of these shares."""
    low, high = min(values), max(values)
    shares = [(value - low) / (high - low) for value in values]
    return [share - statistics.fmean(shares) for share in shares]


def places(values: Sequence[float]) -> list[float]:
    """Each value's place from the lowest, equal values sharing the mean of theirs, minus the middle place."""
    exact = [rounded(value) for value in values]
    order = sorted(exact)
    return [(bisect_left(order, value) + bisect_right(order, value) - len(order)) / 2 for value in exact]


def mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted arithmetic mean.

    Of standardised values it is Perkal's index: Perkal, J. (1953): O wskaźnikach antropologicznych.
    Przegląd Antropologiczny 19, 209-219.
    """
    return math.fsum(w * x for x, w in zip(values, weights, strict=True)) / math.fsum(weights)


def geometric(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted geometric mean of positive values: half and twice as much make one."""
    return math.exp(mean([math.log(value) for value in values], weights))


def harmonic(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted harmonic mean of positive values: the arithmetic mean of the ratios read the other way round."""
    return 1 / mean([1 / value for value in values], weights)


def median(values: Sequence[float], weights: Sequence[float]) -> float:
    """The middle value, of an even number the mean of both; weights do not count, so that no part can lead."""
    return statistics.median(values)
