"""The values that an index is made of: a column a part, a line an area, on scales that can be averaged."""

from collections.abc import Sequence
from dataclasses import dataclass

from azory_monitor.compare.figure import COMPARABLE
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Direction
from azory_monitor.model.situation import LeftOut, Unused
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import IndexPart
from azory_monitor.period import Period


@dataclass(frozen=True)
class Part:
    """A part that can be used: its series, its weight above zero, and the way that is good."""

    indicator: str
    series: str
    weight: float
    direction: Direction

    def turned(self, value: float) -> float:
        """The value with more as the better."""
        return value if self.direction == "higher" else -value


@dataclass(frozen=True)
class Column:
    """One part's values by area, what they are set against, and the same on every scale, turned so that up is good.

    ``scales`` has ``z``, ``min_max`` and ``ranks``, or ``ratio``.
    """

    part: Part
    period: Period
    values: dict[str, float]
    against: float
    scales: dict[str, dict[str, float]]
    rows: tuple[Measurement, ...]
    not_positive: tuple[str, ...] = ()
    """Areas whose value is zero or less, where ratios are made."""


@dataclass(frozen=True)
class Grid:
    """All columns and the areas that have enough of them."""

    columns: tuple[Column, ...]
    areas: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()


def parts_of(programme: Programme, index: str) -> list[IndexPart]:
    """All parts of an index, as they were set down."""
    return [
        part
        for part in programme.index_parts.values()
        if part.index == index and part.indicator in programme.indicators
    ]


def usable(programme: Programme, declared: Sequence[IndexPart]) -> tuple[list[Part], list[LeftOut]]:
    """The parts an index can rest on, and those it cannot with the reason."""
    found, refused = [], []
    for part in declared:
        reason = _refusal(programme, part)
        if reason:
            refused.append(LeftOut(indicator=part.indicator, reason=reason))
        else:
            series = programme.series_of(part.indicator)
            found.append(Part(part.indicator, series, part.weight or 0.0, part.direction))
    return found, refused


def _refusal(programme: Programme, part: IndexPart) -> Unused | None:
    if part.direction == "neither":
        return "direction_neither"
    if programme.indicators[programme.series_of(part.indicator)].measure not in COMPARABLE:
        return "not_comparable"
    return None if part.weight else "no_weight"
