"""How likely each target is met at its date, if things go on as since the baseline.

A straight line through the points since the baseline, and since the last break; Student's t round it.  Where counts
are known the scatter is at least what chance alone brings to them: figures that happen to lie on a line do not make
the future certain.  A count moves in whole numbers and a target of exactly so much is met by what rounds to it.
"""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from azory_monitor import period, stats
from azory_monitor.compare.figure import TESTABLE, Figure
from azory_monitor.compare.outlook.case import FLOWS, Case, baseline_of, cases_of, dated, is_hidden, judged_by
from azory_monitor.compare.outlook.goal import Goal, goal_of
from azory_monitor.compare.outlook.points import Points, is_since, part_of_year, points_of
from azory_monitor.compare.outlook.status import is_ahead
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Moment, Prospect, ProspectReason
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.period import Period
from azory_monitor.stats import Interval, Line

BAND = 0.8
"""The band holds four values in five."""

FEWEST = 3
STEPS = 6
"""So many pieces the way from the last point to the target's date is drawn in."""

SUREST = 1e-9
"""No line through a few points makes anything surer than this, nor can a number tell it from certain."""

NOT_NEGATIVE = ("count", "proportion", "rate", "density")


class Point(NamedTuple):
    """A moment and a value; ``variance`` is what chance alone brings to it, None where no counts are known."""

    period: Period
    value: float
    variance: float | None = None

    @property
    def time(self) -> float:
        """The middle of the period."""
        return period.middle(self.period.text) or 0.0


def prospects(programme: Programme, measurements: Sequence[Measurement], area: str, today: date) -> list[Prospect]:
    """One prospect for every indicator that a programme wants to move, in the order of the table."""
    return [_prospect(programme, case, area) for case in cases_of(programme, measurements, area, today)]


def _prospect(programme: Programme, case: Case, area: str) -> Prospect:
    cells: dict[str, Any] = {"indicator": case.indicator.id, "area": area, **_target_cells(case)}
    if is_hidden(case.target):
        return Prospect(**cells, reason="hidden")
    if case.target is None or not case.has_target:
        return Prospect(**cells, reason="target_not_set")
    goal = goal_of(case.indicator, case.target, baseline_of(case.target, case.figures))
    due, start = _due(case), dated(case.target.baseline_period)
    bounds = _bounds(case.indicator)
    zone = _zone(case.indicator, goal, bounds) if goal else None
    cells["target_period"] = due.text if due else ""
    if zone is None or not is_ahead(start, due):
        return Prospect(**cells, reason="target_inconsistent")
    if due is None or _is_past(case, due):
        return Prospect(**cells, reason="date_passed" if due else "no_target_period")
    found = points_of(programme, case.indicator, _comparable(case, due, start), case.today)
    points = _points(case, found, start)
    cells |= _point_cells(points, found)
    reason = _why_none(case, found, points, due)
    return Prospect(**cells, reason=reason) if reason else _chance(cells, points, due, zone, bounds)


def _target_cells(case: Case) -> dict[str, Any]:
    if case.target is None:
        return {}
    stated = {"state": case.target.state, "target_period": case.target.period, "every": case.target.every}
    if not case.has_target:
        return stated
    return stated | {
        "operator": case.target.operator,
        "target": case.target.value,
        "target_upper": case.target.upper,
    }


def _due(case: Case) -> Period | None:
    """When the target is to be met; a target for every year next by the end of the year that is not over yet."""
    assert case.target is not None
    if case.target.every != "year":
        return dated(case.target.period)
    years = judged_by(case)
    is_school = bool(years) and years[-1].period.grain == "school_year"
    first = case.today.year - 1
    ahead = [period.school_year(n, n + 1) if is_school else period.year(n) for n in range(first, first + 3)]
    measured = years[-1].period if years else period.UNDATED
    return next(when for when in ahead if when.end and when.end > case.today and when > measured)


def _is_past(case: Case, due: Period) -> bool:
    """Whether the date has passed; also whether the next year is beyond the last that a yearly target is set for."""
    assert case.target is not None and due.end is not None
    until = dated(case.target.period)
    is_beyond = case.target.every == "year" and until is not None and due > until
    return due.end < case.today or is_beyond


def _comparable(case: Case, due: Period, start: Period | None) -> list[Figure]:
    """The figures since the baseline that the target can be set against: sums over as long a part of the year."""
    is_flow = case.indicator.measure in FLOWS
    return [
        figure
        for figure in judged_by(case)
        if start is None or figure.period >= start
        if not is_flow or part_of_year(figure.period) == part_of_year(due)
    ]


def _points(case: Case, found: Points, start: Period | None) -> list[Point]:
    """The exact figures; the baseline as the target states it before them, where it was not measured."""
    points = [
        Point(figure.period, figure.value, _chance_variance(case.indicator, figure))
        for figure in found.exact
        if figure.value is not None
    ]
    stated = case.target.baseline_value if case.target else None
    if stated is None or start is None or not points or not is_since(found.since, start):
        return points
    is_alike = start < points[0].period and part_of_year(start) == part_of_year(points[0].period)
    return [Point(start, stated), *points] if is_alike else points


def _chance_variance(indicator: Indicator, figure: Figure) -> float | None:
    """Of one figure, from its counts; half a person is added on either side so that none is without scatter."""
    x, n = figure.numerator, figure.denominator
    if x is None or n is None or indicator.measure not in TESTABLE:
        return None
    part = (x + 0.5) / (n + 1)
    return scale(indicator) ** 2 * (part * (1 - part) / n if indicator.measure == "proportion" else (x + 0.5) / n**2)


def _point_cells(points: Sequence[Point], found: Points) -> dict[str, Any]:
    if not points:
        return {}
    return {
        "points": len(points),
        "first_period": points[0].period.text,
        "last_period": points[-1].period.text,
        "measurements": tuple(figure.row for figure in found.exact),
    }


def _why_none(case: Case, found: Points, points: Sequence[Point], due: Period) -> ProspectReason:
    if not any(not figure.period.is_undated for figure in case.figures):
        return "no_measurement"
    last = found.figures[-1] if found.figures else None
    if last is not None and not (last.value is not None and last.is_exact):
        return "hidden" if last.value is None else "inexact"
    if len(points) < FEWEST:
        return "too_few"
    if _moment_of(due, points[-1]) <= points[-1].time:
        return "already_measured"
    return "" if _line(points).scatter > 0 else "no_scatter"


def _line(points: Sequence[Point]) -> Line:
    known = [point.variance for point in points if point.variance is not None]
    floor = math.sqrt(math.fsum(known) / len(known)) if known else 0.0
    return stats.line([point.time for point in points], [point.value for point in points], floor)


def _moment_of(due: Period, last: Point) -> float:
    """The middle of the last period as long as the points' that ends with the target's."""
    return due.year_fraction - (last.period.year_fraction - last.time)


def _chance(cells: dict[str, Any], points: list[Point], due: Period, zone: Interval, bounds: Interval) -> Prospect:
    line, end = _line(points), _moment_of(due, points[-1])
    begin = points[-1].time
    path = tuple(_moment(line, begin + (end - begin) * step / STEPS, bounds) for step in range(STEPS + 1))
    return Prospect(
        **cells,
        chance=min(max(line.between(end, *zone), SUREST), 1 - SUREST),
        expected=path[-1].expected,
        lower=path[-1].lower,
        upper=path[-1].upper,
        path=path,
    )


def _moment(line: Line, time: float, bounds: Interval) -> Moment:
    """A moment of the path; nothing is told that lies beyond what the indicator can be."""
    band = line.band(time, BAND)
    expected, lower, upper = (
        min(max(value, bounds.lower), bounds.upper) for value in (line.expected(time), band.lower, band.upper)
    )
    return Moment(at=time, expected=expected, lower=lower, upper=upper)


def _bounds(indicator: Indicator) -> Interval:
    """The least and the greatest value that the indicator can have."""
    low = [0.0] if indicator.measure in NOT_NEGATIVE else []
    high = [scale(indicator)] if indicator.measure == "proportion" else []
    low += [indicator.minimum] if indicator.minimum is not None else []
    high += [indicator.maximum] if indicator.maximum is not None else []
    return Interval(max(low, default=-math.inf), min(high, default=math.inf))


def _zone(indicator: Indicator, goal: Goal, bounds: Interval) -> Interval | None:
    """The stretch of the line's scale that meets a target; None where no value that there can be does.

    What the line says beyond the bounds counts as the bound.
    """
    low, high = goal.low, goal.high
    if low > bounds.upper or high < bounds.lower:
        return None
    if indicator.measure == "count":
        low, high = (
            (low if math.isinf(low) else math.ceil(low) - 0.5),
            (high if math.isinf(high) else math.floor(high) + 0.5),
        )
    elif low == high:
        half = 0.5 * 10.0 ** -_decimals(indicator, low)
        low, high = low - half, high + half
    return Interval(-math.inf if low <= bounds.lower else low, math.inf if high >= bounds.upper else high)


def _decimals(indicator: Indicator, value: float) -> int:
    if indicator.decimals is not None:
        return indicator.decimals
    return max(0, -int(Decimal(repr(value)).normalize().as_tuple().exponent))
