"""Whether two figures with counts differ by more than chance would make them."""

from collections.abc import Callable
from dataclasses import dataclass

from azory_monitor import stats
from azory_monitor.stats import Interval

DIFFERENT, CLEAR = 0.95, 0.998
"""Confidence levels: outside the first interval is different, outside the second clearly so."""

Counts = tuple[float, float]
"""Persons of persons, or events by an exposure."""


@dataclass(frozen=True)
class Weighed:
    """Both 95 % intervals of a comparison, as quotients of counts, and what the test says.

    The difference decides for proportions and the ratio for rates; the other interval shows the size.
    """

    difference: Interval
    ratio: Interval
    different: bool
    clear: bool


def own_interval(measure: str, counts: Counts) -> Interval:
    """The 95 % interval of one figure by itself."""
    return (stats.wilson if measure == "proportion" else stats.rate)(*counts, DIFFERENT)


def weigh(measure: str, area: Counts, other: Counts) -> Weighed:
    """Test an area against counts that it is no part of."""
    if measure == "proportion":
        different, clear = _excludes(stats.difference, 0.0, area, other)
        ratio = stats.proportion_ratio(*area, *other, DIFFERENT)
        return Weighed(stats.difference(*area, *other, DIFFERENT), ratio, different, clear)
    different, clear = _excludes(stats.rate_ratio, 1.0, area, other)
    ratio = stats.rate_ratio(*area, *other, DIFFERENT)
    return Weighed(stats.rate_difference(*area, *other, DIFFERENT), ratio, different, clear)


def _excludes(method: Callable[..., Interval], null: float, area: Counts, other: Counts) -> tuple[bool, bool]:
    at_95, at_998 = (not method(*area, *other, level).holds(null) for level in (DIFFERENT, CLEAR))
    return at_95, at_998


def rest_of(measure: str, whole: Counts, area: Counts) -> Counts | None:
    """What is left of a benchmark without the area; None where the area's counts cannot be part of it."""
    x, n = whole[0] - area[0], whole[1] - area[1]
    possible = x >= 0 and n > 0 and (measure != "proportion" or x <= n)
    return (x, n) if possible else None
