"""A straight line through figures in time, and what it says of a figure to come.

Draper, N. R. & Smith, H. (1998): Applied regression analysis, 3rd edition, chapter 1: a further value lies round the
line with the scatter of those before and the line's own uncertainty; Student's t with two degrees of freedom less.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from azory_monitor.stats.intervals import Interval

FEWEST = 3
"""Two points always lie on a line, so nothing is known of the scatter."""

ROUNDING = 1e-9
"""Scatter below this part of the greatest value is the rounding of the arithmetic alone."""


@dataclass(frozen=True)
class Line:
    """The line of least squares, and the distribution of a value that is yet to come."""

    middle: float
    """The mean of the times."""
    level: float
    """The mean of the values."""
    slope: float
    scatter: float
    """Standard deviation of single values round the line; 0 where they lie on it, and then nothing has a chance."""
    width: float
    """Sum of the squared distances of the times from their middle."""
    points: int

    def expected(self, time: float) -> float:
        """Where the line passes."""
        return self.level + self.slope * (time - self.middle)

    def spread(self, time: float) -> float:
        """The standard error of a single further value."""
        return self.scatter * math.sqrt(1 + 1 / self.points + (time - self.middle) ** 2 / self.width)

    def band(self, time: float, level: float) -> Interval:
        """Where a further value lies with this probability; without scatter, on the line."""
        from scipy.special import stdtrit

        far = float(stdtrit(self.points - 2, (1 + level) / 2)) * self.spread(time)
        return Interval(self.expected(time) - far, self.expected(time) + far)

    def below(self, time: float, value: float) -> float:
        """The chance that a further value lies below; ValueError without scatter."""
        return self._tail(time, value, +1)

    def above(self, time: float, value: float) -> float:
        """The chance that a further value lies above; ValueError without scatter."""
        return self._tail(time, value, -1)

    def between(self, time: float, low: float, high: float) -> float:
        """The chance that a further value lies between, where either end may be infinite."""
        if low > high:
            raise ValueError(f"nothing lies between {low} and {high}")
        if low >= self.expected(time):
            return self.above(time, low) - self.above(time, high)
        return self.below(time, high) - self.below(time, low)

    def _tail(self, time: float, value: float, way: int) -> float:
        if not self.scatter > 0:
            raise ValueError("without scatter there are no chances")
        from scipy.special import stdtr

        return float(stdtr(self.points - 2, way * (value - self.expected(time)) / self.spread(time)))


def line(times: Sequence[float], values: Sequence[float], least_scatter: float = 0.0) -> Line:
    """The line through three points or more; ``least_scatter`` is a floor for the scatter that is known otherwise.

    It is fitted to the values as parts of the greatest, so that no size of theirs is too much for the squares.
    """
    points = len(times)
    if points < FEWEST:
        raise ValueError(f"a line with scatter needs {FEWEST} points, not {points}")
    size = max(abs(value) for value in values) or 1.0
    parts = [value / size for value in values]
    middle, level = math.fsum(times) / points, math.fsum(parts) / points
    width = math.fsum((t - middle) ** 2 for t in times)
    if not width > 0:
        raise ValueError("a line needs two moments")
    slope = math.fsum((t - middle) * (v - level) for t, v in zip(times, parts, strict=True)) / width
    rest = math.fsum((v - level - slope * (t - middle)) ** 2 for t, v in zip(times, parts, strict=True))
    scatter = math.sqrt(rest / (points - 2))
    known = 0.0 if scatter <= ROUNDING else size * scatter
    return Line(middle, size * level, size * slope, max(known, least_scatter), width, points)
