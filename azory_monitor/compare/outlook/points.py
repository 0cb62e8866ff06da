"""The points of one series that may stand on one line: dated, over, alike, of one definition."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from azory_monitor.compare.figure import Figure
from azory_monitor.compare.outlook.case import FLOWS, dated
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import Break
from azory_monitor.period import Period

YEARS = ("year", "school_year")
FEWEST_YEARS = 2
"""From so many full years on, parts of years are left out."""


@dataclass(frozen=True)
class Points:
    """Figures in order of time, hidden and inexact ones among them.

    ``broken`` is the last break, where figures before it were left out; ``since`` is its period, also where none were.
    ``of_grain`` counts the figures of equal
    length since then, whatever their part of the year.
    """

    figures: tuple[Figure, ...]
    broken: Break | None = None
    since: Period | None = None
    of_grain: int = 0

    @property
    def exact(self) -> tuple[Figure, ...]:
        """Those that stand for one number and may be shown."""
        return tuple(figure for figure in self.figures if figure.value is not None and figure.is_exact)


def points_of(programme: Programme, indicator: Indicator, figures: Iterable[Figure], today: date) -> Points:
    """What of a line of figures can be seen as one series; a sum over time counts only when its time is over."""
    there = [figure for figure in figures if not figure.period.is_undated and _is_over(indicator, figure, today)]
    broken = _last_break(programme, programme.series_of(indicator.id), today)
    start = dated(broken.period) if broken else None
    since = [figure for figure in there if is_since(start, figure.period)]
    found = alike(since)
    grain = found[-1].period.grain if found else ""
    return Points(
        figures=found,
        broken=broken if len(since) < len(there) else None,
        since=start,
        of_grain=sum(figure.period.grain == grain for figure in since),
    )


def alike(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Full years where there are two of them, else the part of the year with most figures, the latest of equals.

    2018 and its second quarter never stand on one line, nor do a spring and an autumn: season would look like change.
    """
    groups: dict[tuple[str, int], list[Figure]] = {}
    for figure in figures:
        groups.setdefault(part_of_year(figure.period), []).append(figure)
    years = [found for (grain, _), found in groups.items() if grain in YEARS and len(found) >= FEWEST_YEARS]
    return tuple(max(years or groups.values(), key=lambda found: (len(found), found[-1].period), default=()))


def is_since(start: Period | None, when: Period) -> bool:
    """Whether the whole of a period lies after the beginning of another."""
    return start is None or _first_day(when) >= _first_day(start)


def part_of_year(when: Period) -> tuple[str, int]:
    """What must be the same for two periods to be compared: their length, and the month they begin in."""
    assert when.start is not None
    return when.grain, when.start.month


def _is_over(indicator: Indicator, figure: Figure, today: date) -> bool:
    assert figure.period.end is not None
    return indicator.measure not in FLOWS or figure.period.end <= today


def _last_break(programme: Programme, series: str, today: date) -> Break | None:
    begun = [
        (start, broken)
        for broken in programme.breaks.values()
        if broken.indicator in programme.indicators and programme.series_of(broken.indicator) == series
        if (start := dated(broken.period)) and not start.is_after(today)
    ]
    return max(begun, key=lambda found: _first_day(found[0]))[1] if begun else None


def _first_day(when: Period) -> date:
    assert when.start is not None
    return when.start
