"""Whether two figures with counts differ by more than chance would make them."""

from collections.abc import Callable
from dataclasses import dataclass

from azory_monitor import stats
from azory_monitor.stats import Interval, Sample

DIFFERENT, CLEAR = 0.95, 0.998
"""Confidence levels: outside the first interval is different, outside the second clearly so."""

Counts = tuple[float, float]
"""Persons of persons, or events by an exposure."""


@dataclass(frozen=True)
class Weighed:
    """Both 95 % intervals of a comparison, of quotients of counts or of means, and what the test says.

    The ratio decides for rates, the difference for everything else; the other interval shows the size.  No method
    here gives the ratio of means, nor one to nothing.
    """

    difference: Interval
    ratio: Interval | None
    different: bool
    clear: bool


def own_interval(measure: str, counts: Counts, level: float = DIFFERENT) -> Interval:
    """The interval of one figure by itself."""
    return (stats.wilson if measure == "proportion" else stats.rate)(*counts, level)


def weigh(measure: str, area: Counts, other: Counts) -> Weighed:
    """Test an area against counts that it is no part of."""
    if measure == "proportion":
        different, clear = _excludes(stats.difference, 0.0, area, other)
        ratio = stats.proportion_ratio(*area, *other, DIFFERENT)
        return Weighed(stats.difference(*area, *other, DIFFERENT), ratio, different, clear)
    different, clear = _excludes(stats.rate_ratio, 1.0, area, other)
    ratio = stats.rate_ratio(*area, *other, DIFFERENT)
    return Weighed(stats.rate_difference(*area, *other, DIFFERENT), ratio, different, clear)


def weigh_means(area: Sample, other: Sample) -> Weighed | None:
    """Test a mean against another that it is no part of; None where they give no test."""
    try:
        at_95, at_998 = (stats.mean_difference(area, other, level) for level in (DIFFERENT, CLEAR))
    except ValueError:
        return None
    return Weighed(at_95, None, not at_95.holds(0.0), not at_998.holds(0.0))


def weigh_fixed(interval: Callable[[float], Interval], fixed: float) -> Weighed:
    """Hold a fixed value against a figure's own ``interval``, which is given by its confidence level."""
    at_95, at_998 = interval(DIFFERENT), interval(CLEAR)
    difference = Interval(at_95.lower - fixed, at_95.upper - fixed)
    ratio = Interval(at_95.lower / fixed, at_95.upper / fixed) if fixed > 0 else None
    return Weighed(difference, ratio, not at_95.holds(fixed), not at_998.holds(fixed))


def _excludes(method: Callable[..., Interval], null: float, area: Counts, other: Counts) -> tuple[bool, bool]:
    at_95, at_998 = (not method(*area, *other, level).holds(null) for level in (DIFFERENT, CLEAR))
    return at_95, at_998


def rest_of(measure: str, whole: Counts, area: Counts) -> Counts | None:
    """What is left of a benchmark without the area; None where the area's counts cannot be part of it."""
    x, n = whole[0] - area[0], whole[1] - area[1]
    possible = x >= 0 and n > 0 and (measure != "proportion" or x <= n)
    return (x, n) if possible else None
