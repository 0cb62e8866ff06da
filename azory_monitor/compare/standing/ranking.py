"""The order of the areas of a group by one indicator."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from azory_monitor.compare import chance
from azory_monitor.compare.figure import TESTABLE, Figure, Lines, compared, line_up
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Ranked, Ranking
from azory_monitor.period import Period

FEWEST_AREAS = 3
"""Two areas have no order worth the name."""

_DIGITS = 12
"""Values equal to so many digits are equal: beyond lies the rounding of the arithmetic."""

Occasion = tuple[Period, str]


def rankings(programme: Programme, measurements: Sequence[Measurement], today: date | None = None) -> list[Ranking]:
    """Every ranking that the figures allow: by indicator and group, the latest period first, undated last."""
    lines = line_up(programme, measurements, today)
    groups = [area.id for area in programme.areas.values() if area.kind == "group"]
    return [
        _ranking(programme, indicator.id, group, occasion, figures)
        for indicator in compared(programme)
        for group in groups
        for occasion, figures in _occasions(programme, lines, indicator.id, group)
    ]


def _occasions(programme: Programme, lines: Lines, indicator: str, group: str) -> list[tuple[Occasion, list[Figure]]]:
    """The exact figures of a group's members, sorted into periods and sources, where there are enough of them."""
    found: dict[Occasion, list[Figure]] = {}
    for member in programme.members_of(group):
        for figure in lines.get((programme.series_of(indicator), member), ()):
            if figure.value is not None and figure.is_exact:
                found.setdefault((figure.period, figure.row.source or ""), []).append(figure)
    by_source = sorted(found.items(), key=lambda item: item[0][1])
    by_time = sorted(by_source, key=lambda item: item[0][0], reverse=True)
    return [(occasion, figures) for occasion, figures in by_time if len(figures) >= FEWEST_AREAS]


def _ranking(programme: Programme, indicator: str, group: str, occasion: Occasion, figures: list[Figure]) -> Ranking:
    order = sorted(_rounded(figure.value or 0.0) for figure in figures)
    entries = [
        Ranked(
            area=figure.row.area,
            value=figure.value or 0.0,
            rank=1 + len(order) - bisect_right(order, _rounded(figure.value or 0.0)),
            **_limits(programme.indicators[programme.series_of(indicator)], figure),
        )
        for figure in figures
    ]
    there = {figure.row.area for figure in figures}
    return Ranking(
        indicator=indicator,
        group=group,
        period=occasion[0].text,
        source=occasion[1],
        entries=tuple(sorted(entries, key=lambda entry: entry.rank)),
        missing=tuple(member for member in programme.members_of(group) if member not in there),
    )


def _limits(indicator: Indicator, figure: Figure) -> dict[str, float]:
    """The interval of a proportion or a rate from its counts; nothing without them."""
    if indicator.measure not in TESTABLE or figure.numerator is None or figure.denominator is None:
        return {}
    lower, upper = chance.own_interval(indicator.measure, (figure.numerator, figure.denominator))
    return {"lower": scale(indicator) * lower, "upper": scale(indicator) * upper}


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
