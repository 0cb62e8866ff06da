"""What is known of each series in each area where it is followed."""

from collections.abc import Iterable
from dataclasses import dataclass

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.period import Period

Lines = dict[tuple[str, str], tuple[Measurement, ...]]
"""The rows of each series and area in order of time, undated ones first."""


@dataclass(frozen=True)
class Series:
    """One indicator in one area, with all that sources say of it; a series that several share stands here once."""

    indicator: Indicator
    area: str
    rows: tuple[Measurement, ...] = ()

    @property
    def last(self) -> Measurement | None:
        """The latest value, also a hidden one; an undated one only where there is no other."""
        return next((row for row in reversed(self.rows) if is_value(row)), None)


def line_up(programme: Programme, measurements: Iterable[Measurement]) -> Lines:
    """Every preferred row, also one that only says that its source has no value."""
    lines: dict[tuple[str, str], dict[Period, Measurement]] = {}
    for row in measurements:
        if row.status == "conflicting" or row.indicator not in programme.indicators:
            continue
        series = programme.series_of(row.indicator)
        line, when = lines.setdefault((series, row.area), {}), period.parse(row.period)
        if when not in line or row.indicator == series:
            line[when] = row
    return {key: tuple(line[when] for when in sorted(line)) for key, line in lines.items()}


def followed(programme: Programme, measurements: Iterable[Measurement]) -> list[Series]:
    """Every series that is handed in, in every area in which it is followed, in the order of the tables.

    A series is followed where it has a value or a target; one that has neither, in the programme's own area.  What is
    counted from the register is not handed in by anybody, so nobody can owe it.
    """
    counted = {programme.series_of(row.indicator) for row in programme.derivations.values() if row.indicator}
    lines = line_up(programme, measurements)
    aimed = {(programme.series_of(row.indicator), row.area) for row in programme.targets.values()}
    places = {area: place for place, area in enumerate(programme.areas)}
    wanted: dict[str, list[str]] = {}
    for series, area in sorted((one for one in aimed | set(lines) if one[1] in places), key=lambda one: places[one[1]]):
        wanted.setdefault(series, []).append(area)
    return [
        Series(indicator, area, lines.get((indicator.id, area), ()))
        for indicator in programme.indicators.values()
        if not indicator.same_as and indicator.id not in counted
        for area in wanted.get(indicator.id) or [programme.area.id]
    ]


def has_figure(row: Measurement) -> bool:
    """Whether a row prints a value, or gives both counts of one."""
    return row.value is not None or (row.numerator is not None and bool(row.denominator))


def is_value(row: Measurement) -> bool:
    """Whether a row gives a value, shown or hidden, rather than the word that there is none."""
    return row.status == "hidden" or (row.status != "missing" and has_figure(row))


def part(programme: Programme, series: str, when: Period) -> int:
    """Which definition of a series a dated period belongs to: the number of breaks that it does not come before."""
    breaks = [period.parse(row.period) for row in programme.breaks.values() if row.indicator == series]
    return sum(1 for one in breaks if one.start and when.start and one.start <= when.start)
