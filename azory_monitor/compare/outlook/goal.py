"""What a target asks for: a zone of values, and the way to it from a baseline."""

import math
from dataclasses import dataclass

from azory_monitor.compare.figure import Figure
from azory_monitor.model.programme import Direction, Indicator, Operator, Target


@dataclass(frozen=True)
class Goal:
    """The values from ``low`` to ``high`` meet the target; ``way`` is +1 where more is asked for, -1 where less.

    ``point`` is the number the target names, which a strict target does not include.  ``way`` is 0 for a band or an
    exact number, where the way depends on where one comes from.
    """

    low: float
    high: float
    way: int
    point: float = math.nan

    def met_by(self, figure: Figure) -> bool | None:
        """Whether a figure meets the target; None where it is only a bound that does not decide."""
        if self.low <= figure.least and figure.most <= self.high:
            return True
        return False if figure.most < self.low or figure.least > self.high else None

    def met(self, value: float) -> bool:
        """Whether a number meets the target."""
        return self.low <= value <= self.high

    def distance(self, value: float) -> float:
        """How far a number lies outside the band; 0 inside."""
        return max(self.low - value, value - self.high, 0.0)

    def share(self, baseline: float, value: float) -> float | None:
        """The part of the way from baseline to target: 0 at the start, 1 there, negative in the wrong direction.

        None where the baseline already meets the target or stands on its edge, so that there is no way to go.
        A one-sided target may be passed (more than 1); overshooting a band or an exact number counts as distance.
        """
        if self.met(baseline) or baseline == self.point:
            return None
        if self.way:
            return (value - baseline) / (self.point - baseline)
        return 1 - self.distance(value) / self.distance(baseline)

    def is_away(self, baseline: float, value: float) -> bool:
        """Whether a number is further from the target than the baseline."""
        return self.way * (value - baseline) < 0 if self.way else self.distance(value) > self.distance(baseline)


def goal_of(indicator: Indicator, target: Target, baseline: float | None) -> Goal | None:
    """The zone a target describes; None where it contradicts itself or the indicator's direction."""
    if target.value is None:
        return None
    operator = target.operator or _operator(indicator.direction, target.value, baseline)
    if operator == "between":
        is_band = target.upper is not None and target.value <= target.upper
        return Goal(target.value, target.upper, 0) if is_band and target.upper is not None else None
    if (operator in (">", ">=") and indicator.direction == "lower") or (
        operator in ("<", "<=") and indicator.direction == "higher"
    ):
        return None
    return _half_line(operator, target.value)


def _half_line(operator: Operator, value: float) -> Goal:
    """A one-sided target.  A strict one begins at the next number there is, so that "more than 5" leaves out 5."""
    match operator:
        case ">":
            return Goal(math.nextafter(value, math.inf), math.inf, +1, value)
        case ">=":
            return Goal(value, math.inf, +1, value)
        case "<":
            return Goal(-math.inf, math.nextafter(value, -math.inf), -1, value)
        case "<=":
            return Goal(-math.inf, value, -1, value)
    return Goal(value, value, 0, value)


def _operator(direction: Direction, value: float, baseline: float | None) -> Operator:
    """What a target without an operator must mean: at least or at most, by direction or else by the way to it."""
    if direction == "neither":
        return "=" if baseline is None or baseline == value else ">=" if value > baseline else "<="
    return ">=" if direction == "higher" else "<="
