"""The areas that are standardised over, and the occasion on which most recently enough of them have figures."""

import math
from dataclasses import dataclass

from azory_monitor.compare.figure import Figure, Lines
from azory_monitor.model.state import Programme
from azory_monitor.period import Period

FEWEST = 10
"""Over n areas no standardised value exceeds (n - 1) / sqrt(n): 1.15 for three, 2.85 for ten, whatever the data."""

LARGEST = 1e100
"""Of larger numbers sums are no longer numbers; nothing that is counted comes near it."""

SHARE = (2, 3)
"""At least two thirds of the variables must have a value, else what is drawn together is another thing."""


@dataclass(frozen=True)
class Occasion:
    """The figures of one indicator, by area, for one period; undated ones from one named source."""

    period: Period
    source: str
    figures: dict[str, Figure]

    def values(self) -> dict[str, float]:
        """The values by area."""
        return {area: figure.value for area, figure in self.figures.items() if figure.value is not None}


def units(programme: Programme, group: str) -> tuple[str, ...]:
    """The members of a group that are places by themselves.

    A city, a group, and a member that another member lies in hold the figures of others and are left out.
    """
    members = programme.members_of(group)
    return tuple(
        member
        for member in members
        if programme.areas[member].kind not in ("city", "group")
        and not any(programme.lies_in(other, member) for other in members)
    )


def occasion(lines: Lines, series: str, areas: tuple[str, ...], wanted: str) -> Occasion | None:
    """The latest occasion on which enough areas have exact figures, one with the ``wanted`` area before others."""
    enough = [one for one in _occasions(lines, series, areas) if len(one.figures) >= FEWEST]
    return next((one for one in enough if wanted in one.figures), next(iter(enough), None))


def is_known(figure: Figure) -> bool:
    """Whether a figure is one number that can be drawn together with others."""
    return figure.value is not None and figure.is_exact and abs(figure.value) < LARGEST


def _occasions(lines: Lines, series: str, areas: tuple[str, ...]) -> list[Occasion]:
    """All occasions, the latest first and undated last."""
    found: dict[tuple[Period, str], dict[str, Figure]] = {}
    for area in areas:
        for figure in lines.get((series, area), ()):
            source = figure.row.source or ""
            if is_known(figure) and (source or not figure.period.is_undated):
                found.setdefault((figure.period, source if figure.period.is_undated else ""), {})[area] = figure
    by_source = sorted(found.items(), key=lambda item: item[0][1])
    by_time = sorted(by_source, key=lambda item: item[0][0], reverse=True)
    return [Occasion(period, source, figures) for (period, source), figures in by_time]


def enough_of(total: int) -> int:
    """How many of so many variables are two thirds, and never none."""
    some, of = SHARE
    return max(1, math.ceil(total * some / of))


def sources_of(occasions: list[Occasion]) -> tuple[str, ...]:
    """Where the figures come from, each source once."""
    rows = (figure.row for one in occasions for figure in one.figures.values())
    return tuple(dict.fromkeys(row.source for row in rows if row.source))
