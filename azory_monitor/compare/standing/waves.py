"""What each wave of a survey found, with the interval of its sample."""

from collections.abc import Iterable

from azory_monitor.compare import chance
from azory_monitor.compare.figure import figure_of
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Wave
from azory_monitor.period import parse


def waves(programme: Programme, measurements: Iterable[Measurement]) -> list[Wave]:
    """The waves of all indicators that come from a survey, by indicator and area, in order of time."""
    asked = [row for row in measurements if row.indicator in programme.indicators]
    surveys = [row for row in asked if programme.indicators[row.indicator].question]
    found = [wave for row in surveys if (wave := _wave(programme, row))]
    order = list(programme.indicators)
    return sorted(found, key=lambda one: (order.index(one.indicator), one.area, parse(one.period)))


def _wave(programme: Programme, row: Measurement) -> Wave | None:
    indicator = programme.indicators[row.indicator]
    figure = figure_of(indicator, row)
    if figure is None:
        return None
    cells: dict[str, object] = {"share": figure.value, "hidden": figure.value is None}
    if figure.value is not None:
        cells["asked"] = row.denominator
    if indicator.measure == "proportion" and figure.numerator is not None and figure.denominator is not None:
        interval = chance.own_interval(indicator.measure, (figure.numerator, figure.denominator))
        cells |= {name: scale(indicator) * limit for name, limit in interval._asdict().items()}
    return Wave(
        indicator=row.indicator,
        area=row.area,
        period=row.period,
        source=row.source,
        worked_out=figure.worked_out,
        measurement=row,
        **cells,
    )
