"""The values of a series as they are drawn: from counts where they are given, each with its own interval."""

from collections.abc import Iterable

from azory_monitor.compare import chance
from azory_monitor.compare.figure import figure_of
from azory_monitor.compare.standing.verdict import own_interval
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Point


def points(programme: Programme, measurements: Iterable[Measurement]) -> list[Point]:
    """One point for each measurement, in the order in which they come."""
    return [_point(programme.indicators[programme.series_of(row.indicator)], row) for row in measurements]


def _point(indicator: Indicator, row: Measurement) -> Point:
    figure = figure_of(indicator, row)
    own = own_interval(indicator, figure, chance.DIFFERENT) if figure else None
    return Point(
        indicator=row.indicator,
        area=row.area,
        period=row.period,
        value=figure.value if figure else row.value,
        lower=own.lower if own else None,
        upper=own.upper if own else None,
        qualifier=row.qualifier,
        status=row.status,
        source=row.source,
    )
