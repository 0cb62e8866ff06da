"""Trends: whether figures in the order of time rise or fall by more than chance, each test with its reference.

``times`` are decimal years, ``xs`` of ``ns`` persons of persons (a proportion) or events by an exposure (a rate).
ValueError where the numbers cannot be what they are said to be.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from statistics import NormalDist, median
from typing import NamedTuple

from azory_monitor.stats.intervals import Interval

Numbers = Sequence[float]


class LinearTrend(NamedTuple):
    """The weighted straight line through quotients of counts: ``slope`` a year, and the test of its being zero."""

    slope: float
    error: float
    """Standard error of the slope where nothing changes."""
    chi_squared: float
    p: float

    def limits(self, level: float = 0.95) -> Interval:
        """The interval of the slope; zero lies outside where the test at the same level says so."""
        far = NormalDist().inv_cdf((1 + level) / 2) * self.error
        return Interval(self.slope - far, self.slope + far)


class Kendall(NamedTuple):
    """Pairs that rise less pairs that fall, and the exact two-sided probability of so many under no change."""

    score: int
    p: float


class SenSlope(NamedTuple):
    """The median of the slopes between all pairs; ``limits`` is None under the points that a level needs."""

    slope: float
    limits: Interval | None


def proportion_trend(times: Numbers, xs: Numbers, ns: Numbers) -> LinearTrend:
    """Chi-squared for trend in proportions, one degree of freedom.

    Armitage, P. (1955): Tests for linear trends in proportions and frequencies. Biometrics 11, 375-386.
    """
    _need_counts(times, xs, ns)
    if any(x > n for x, n in zip(xs, ns, strict=True)):
        raise ValueError("a part is greater than its whole")
    share = sum(xs) / sum(ns)
    return _linear(times, xs, ns, share * (1 - share))


def rate_trend(times: Numbers, xs: Numbers, exposures: Numbers) -> LinearTrend:
    """Score test for a log-linear trend of Poisson rates, one degree of freedom.

    Breslow, N. E. & Day, N. E. (1987): Statistical methods in cancer research II, IARC Scientific Publications 82,
    section 3.6.  Taken rather than the weighted regression of Fingertips because it needs no interval of each rate,
    which a rate of zero events upsets, and is for rates what Armitage's is for proportions.
    """
    _need_counts(times, xs, exposures)
    return _linear(times, xs, exposures, sum(xs) / sum(exposures))


def _linear(times: Numbers, xs: Numbers, ns: Numbers, variance: float) -> LinearTrend:
    """Both tests: events weighted by their distance from the middle in time, by the variance of one person's part."""
    middle = sum(n * t for n, t in zip(ns, times, strict=True)) / sum(ns)
    width = sum(n * (t - middle) ** 2 for n, t in zip(ns, times, strict=True))
    if not width > 0:
        raise ValueError("a trend needs two moments")
    score = sum(x * (t - middle) for x, t in zip(xs, times, strict=True))
    chi_squared = score * score / (variance * width) if variance > 0 else 0.0
    return LinearTrend(
        score / width, math.sqrt(variance / width), chi_squared, math.erfc(math.sqrt(max(chi_squared, 0.0) / 2))
    )


def same_way_without_any(times: Numbers, xs: Numbers, ns: Numbers) -> bool:
    """Whether the weighted line keeps its direction whichever one point is left out."""
    points = list(zip(times, xs, ns, strict=True))
    kept = [points, *(points[:left] + points[left + 1 :] for left in range(len(points)))]
    slopes = [_linear(*zip(*some, strict=True), variance=0.0).slope for some in kept]
    return all(slope > 0 for slope in slopes) or all(slope < 0 for slope in slopes)


def mann_kendall(values: Numbers) -> Kendall:
    """Mann-Kendall's test of values in the order of time, exact with and without ties.

    Mann, H. B. (1945): Nonparametric tests against trend. Econometrica 13, 245-259; Kendall, M. G. (1975): Rank
    correlation methods, chapter 5.  With ties the score counts the inversions of a multiset, whose numbers MacMahon
    (1913, Combinatory analysis) gives; every order of the values is equally likely where nothing changes.
    """
    pairs = [(earlier, later) for place, earlier in enumerate(values) for later in values[place + 1 :]]
    score = sum((later > earlier) - (later < earlier) for earlier, later in pairs)
    ways = _inversions(tuple(sorted(Counter(values).values())))
    falling = (len(ways) - 1 - abs(score)) // 2
    return Kendall(score, min(2 * sum(ways[: falling + 1]) / sum(ways), 1.0))


def sen_slope(times: Numbers, values: Numbers, level: float = 0.95) -> SenSlope:
    """The median slope by year, on true times, with the interval that inverts the exact test.

    Sen, P. K. (1968): Estimates of the regression coefficient based on Kendall's tau. JASA 63, 1379-1389.
    """
    points = list(zip(times, values, strict=True))
    slopes = sorted(
        (later - earlier) / (after - before)
        for place, (before, earlier) in enumerate(points)
        for after, later in points[place + 1 :]
    )
    if not slopes:
        raise ValueError("a slope needs two moments")
    cut = _outside((1,) * len(points), (1 - level) / 2)
    limits = Interval(slopes[cut - 1], slopes[-cut]) if cut else None
    return SenSlope(median(slopes), limits)


def _outside(sizes: tuple[int, ...], tail: float) -> int:
    """How many slopes at either end lie outside the interval: as many as the tail surely allows."""
    ways = _inversions(sizes)
    allowed, passed, cut = tail * sum(ways), 0, 0
    while cut < len(ways) and passed + ways[cut] <= allowed:
        passed += ways[cut]
        cut += 1
    return cut


@lru_cache(maxsize=512)
def _inversions(sizes: tuple[int, ...]) -> tuple[int, ...]:
    """In how many orders of values, tied in groups of these sizes, 0, 1, 2 … pairs of unequal values fall.

    The Gaussian multinomial coefficient, made factor by factor.
    """
    ways, placed = [1], 0
    for size in sizes:
        for number in range(1, size + 1):
            ways = _divided(_multiplied(ways, placed + number), number)
        placed += size
    return tuple(ways)


def _multiplied(ways: list[int], by: int) -> list[int]:
    """The polynomial times (1 - q ** by)."""
    low, high = ways + [0] * by, [0] * by + ways
    return [one - other for one, other in zip(low, high, strict=True)]


def _divided(ways: list[int], by: int) -> list[int]:
    """The polynomial by (1 - q ** by), which leaves no rest."""
    found = ways[: len(ways) - by]
    for place in range(by, len(found)):
        found[place] += found[place - by]
    return found


def _need_counts(times: Numbers, xs: Numbers, ns: Numbers) -> None:
    if not all(math.isfinite(number) for number in (*times, *xs, *ns)):
        raise ValueError("a number is not finite")
    if any(x < 0 for x in xs) or any(n <= 0 for n in ns):
        raise ValueError("counts are not negative, and what they are counted in is not empty")
