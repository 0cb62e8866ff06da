"""Intervals for means: each of a mean, the standard deviation between those it is of, and how many they are.

The standard deviation is that of a sample (divided by ``n`` - 1).  ValueError where fewer than two make a mean, where
a number cannot be what it is said to be, and where nobody differs from anybody, because then nothing is known of
chance.
"""

import math
from typing import NamedTuple

from azory_monitor.stats.intervals import Interval


class Sample(NamedTuple):
    """A mean of ``n``, and the standard deviation between them."""

    mean: float
    spread: float
    n: float


def mean(it: Sample, level: float = 0.95) -> Interval:
    """A mean's interval by the t distribution.

    "Student" (1908): The probable error of a mean. Biometrika 6, 1-25.
    """
    error = math.sqrt(_squared_error(it))
    _need_error(error)
    half = _t(it.n - 1, level) * error
    return Interval(it.mean - half, it.mean + half)


def mean_difference(first: Sample, second: Sample, level: float = 0.95) -> Interval:
    """The difference of two independent means, first minus second, whatever their standard deviations.

    Welch, B. L. (1947): The generalization of "Student's" problem when several different population variances are
    involved. Biometrika 34, 28-35; degrees of freedom by Satterthwaite, F. E. (1946): An approximate distribution of
    estimates of variance components. Biometrics Bulletin 2, 110-114.
    """
    errors = _squared_error(first), _squared_error(second)
    error = math.sqrt(sum(errors))
    _need_error(error)
    shares = [one / sum(errors) for one in errors]
    freedom = 1 / (shares[0] ** 2 / (first.n - 1) + shares[1] ** 2 / (second.n - 1))
    gap, half = first.mean - second.mean, _t(freedom, level) * error
    return Interval(gap - half, gap + half)


def pooled(samples: list[Sample]) -> Sample:
    """All of several samples as one, from their sums."""
    n = sum(one.n for one in samples)
    middle = sum(one.mean * one.n for one in samples) / n
    squares = sum(_squares(one) + one.n * _squared(one.mean - middle) for one in samples)
    return Sample(middle, math.sqrt(squares / (n - 1)), n)


def without(whole: Sample, part: Sample) -> Sample | None:
    """What is left of a sample without a part of it, from the sums; None where the part cannot be part of it."""
    n = whole.n - part.n
    if n < 2:
        return None
    middle = (whole.mean * whole.n - part.mean * part.n) / n
    squares = _squares(whole) - _squares(part) - part.n * n / whole.n * _squared(part.mean - middle)
    return Sample(middle, math.sqrt(squares / (n - 1)), n) if squares >= 0 else None


def _squared(x: float) -> float:
    """By itself times itself, because a power that is too great to be a number raises."""
    return x * x


def _squares(it: Sample) -> float:
    return (it.n - 1) * _squared(it.spread)


def _squared_error(it: Sample) -> float:
    if not all(math.isfinite(number) for number in it):
        raise ValueError(f"{it} is not finite")
    if it.n < 2 or it.spread < 0:
        raise ValueError(f"{it}: a mean is of two or more, and what lies between them is not negative")
    return _squared(it.spread) / it.n


def _need_error(error: float) -> None:
    if error == 0 or not math.isfinite(error):
        raise ValueError("where nobody differs from anybody, or all beyond measure, nothing is known of chance")


def _t(freedom: float, level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not at {level}")
    from scipy.special import stdtrit

    return -float(stdtrit(freedom, (1 - level) / 2))
