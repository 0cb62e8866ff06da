"""Intervals for proportions and rates: numbers in, numbers out, each with its reference.

``x`` of ``n`` are persons of persons (a proportion) or events by an exposure (a rate); both are counts, not
percentages, and need not be whole.  ``level`` is the confidence level, 0.95 or 0.998.  ValueError where the numbers
cannot be what they are said to be.  scipy's special functions are imported where they are used, because loading
them takes longer than reading the whole programme.
"""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import NamedTuple


class Interval(NamedTuple):
    """Both limits of a confidence interval; ``upper`` may be infinite for a ratio."""

    lower: float
    upper: float

    def holds(self, value: float) -> bool:
        """Whether a value lies inside, the limits included."""
        return self.lower <= value <= self.upper


def wilson(x: float, n: float, level: float = 0.95) -> Interval:
    """A proportion's interval, between 0 and 1.

    Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. JASA 22, 209-212.
    """
    _need_part(x, n)
    z = _z(level)
    middle, spread = 2 * x + z * z, z * math.sqrt(z * z + 4 * x * (1 - x / n))
    lower, upper = (middle - spread) / (2 * (n + z * z)), (middle + spread) / (2 * (n + z * z))
    return Interval(0.0 if x == 0 else max(lower, 0.0), 1.0 if x == n else min(upper, 1.0))


def difference(x1: float, n1: float, x2: float, n2: float, level: float = 0.95) -> Interval:
    """The difference of two independent proportions, first minus second, between -1 and 1.

    Hybrid of two Wilson intervals: Newcombe, R. G. (1998): Interval estimation for the difference between
    independent proportions: comparison of eleven methods. Statistics in Medicine 17, 873-890, method 10.
    """
    return _hybrid(x1 / n1 if n1 else 0.0, wilson(x1, n1, level), x2 / n2 if n2 else 0.0, wilson(x2, n2, level))


def rate(x: float, exposure: float = 1.0, level: float = 0.95) -> Interval:
    """The rate of events by exposure, exact at every size.

    Garwood, F. (1936): Fiducial limits for the Poisson distribution. Biometrika 28, 437-442.
    """
    _need_events(x, exposure)
    from scipy.special import gammaincinv

    tail = _tail(level)
    lower = float(gammaincinv(x, tail)) if x > 0 else 0.0
    return Interval(lower / exposure, float(gammaincinv(x + 1, 1 - tail)) / exposure)


def rate_difference(x1: float, exposure1: float, x2: float, exposure2: float, level: float = 0.95) -> Interval:
    """The difference of two independent rates, first minus second.

    Hybrid of two exact intervals, as Newcombe's is of two Wilson intervals: Zou, G. Y. & Donner, A. (2008):
    Construction of confidence limits about effect measures: a general approach. Statistics in Medicine 27, 1693-1702.
    """
    first, second = rate(x1, exposure1, level), rate(x2, exposure2, level)
    return _hybrid(x1 / exposure1, first, x2 / exposure2, second)


def rate_ratio(x1: float, exposure1: float, x2: float, exposure2: float, level: float = 0.95) -> Interval:
    """The ratio of two independent rates, first by second, exact given the sum of the events.

    Przyborowski, J. & Wilenski, H. (1940): Homogeneity of results in testing samples from Poisson series.
    Biometrika 31, 313-323; limits by Clopper & Pearson (1934).  Without any event: from zero to infinity.
    """
    _need_events(x1, exposure1)
    _need_events(x2, exposure2)
    scale = exposure2 / exposure1
    return Interval(_odds(x1, x2, level) * scale, 1 / _odds(x2, x1, level) * scale if x2 > 0 else math.inf)


def proportion_ratio(x1: float, n1: float, x2: float, n2: float, level: float = 0.95) -> Interval:
    """The ratio of two independent proportions, first by second, by the score method, which cells of zero do not upset.

    Koopman, P. A. R. (1984): Confidence intervals for the ratio of two binomial proportions. Biometrics 40, 513-517.
    Without anyone in either: from zero to infinity.
    """
    _need_part(x1, n1)
    _need_part(x2, n2)
    z = _z(level)

    def beyond(logarithm: float) -> float:
        return _koopman(math.exp(logarithm), x1, n1, x2, n2) - z * z

    if x1 == 0 and x2 == 0:
        return Interval(0.0, math.inf)
    middle = math.log(((x1 or 0.5) / n1) / ((x2 or 0.5) / n2))
    lower = math.exp(_root(beyond, middle, -1)) if x1 > 0 else 0.0
    return Interval(lower, math.exp(_root(beyond, middle, +1)) if x2 > 0 else math.inf)


def _odds(x1: float, x2: float, level: float) -> float:
    """The lower Clopper-Pearson limit of x1 of all events, as odds; share and rest apart keep the digits of both."""
    from scipy.special import betainccinv, betaincinv

    tail = _tail(level)
    return float(betaincinv(x1, x2 + 1, tail) / betainccinv(x2 + 1, x1, tail)) if x1 > 0 else 0.0


def _koopman(ratio: float, x1: float, n1: float, x2: float, n2: float) -> float:
    """Koopman's chi-squared of a ratio, from the proportions most likely if it were the true one."""
    total, sizes = x1 + x2, n1 + n2
    half = ratio * (n1 + x2) + x1 + n2
    p1 = min((half - math.sqrt(max(half * half - 4 * ratio * sizes * total, 0.0))) / (2 * sizes), 1.0)
    return _squared_z(x1, n1, p1) + _squared_z(x2, n2, min(p1 / ratio, 1.0))


def _squared_z(x: float, n: float, p: float) -> float:
    distance, variance = x - n * p, n * p * (1 - p)
    return distance * distance / variance if variance > 0 else 0.0 if distance == 0 else math.inf


def _root(beyond: Callable[[float], float], inside: float, way: int) -> float:
    """Where a function that is not positive ``inside`` turns positive in one direction, by halving."""
    step = 1.0
    while beyond(inside + way * step) <= 0:
        step *= 2
    near, far = 0.0, step
    while far - near > 1e-14 * max(1.0, abs(inside)):
        middle = (near + far) / 2
        if middle in (near, far):
            break
        near, far = (near, middle) if beyond(inside + way * middle) > 0 else (middle, far)
    return inside + way * near


def _hybrid(first: float, around_first: Interval, second: float, around_second: Interval) -> Interval:
    """The interval of a difference recovered from the intervals of its two parts."""
    down = math.hypot(first - around_first.lower, around_second.upper - second)
    up = math.hypot(around_first.upper - first, second - around_second.lower)
    return Interval(first - second - down, first - second + up)


def _z(level: float) -> float:
    return NormalDist().inv_cdf(1 - _tail(level))


def _tail(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}")
    return (1 - level) / 2


def _need_part(x: float, n: float) -> None:
    _need_events(x, n)
    if x > n:
        raise ValueError(f"{x} of {n} is no part of a whole")


def _need_events(x: float, exposure: float) -> None:
    if not (math.isfinite(x) and math.isfinite(exposure)):
        raise ValueError(f"{x} by {exposure} is not finite")
    if x < 0 or exposure <= 0:
        raise ValueError(f"{x} by {exposure}: counts are not negative, and what they are counted in is not empty")
