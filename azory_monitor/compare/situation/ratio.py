"""The columns of an index over few areas: each value as a ratio to the reference's of the same occasion.

A ratio needs no other area, and half as much and twice as much lie equally far from the reference.  It needs values
above zero.
"""

from collections.abc import Sequence

from azory_monitor.compare.figure import Figure, Lines
from azory_monitor.compare.situation.grid import Column, Grid, Part
from azory_monitor.compare.situation.units import LARGEST, enough_of, is_known
from azory_monitor.compare.standing.benchmark import on_occasion
from azory_monitor.model.situation import LeftOut, Unused

Pair = tuple[Figure, Figure]
"""The area's figure and the reference's."""


def ratios(lines: Lines, parts: list[Part], total: int, areas: Sequence[str], wanted: str, reference: str) -> Grid:
    """The grid over all areas with two thirds of all ``total`` parts, the ``wanted`` one first.

    A part is taken on the latest occasion on which the wanted area and the reference both have exact figures.
    """
    columns, left_out = [], []
    for part in parts:
        both = pair(lines, part, wanted, reference)
        reason = _refusal(lines, part, both, reference)
        if both is None or reason:
            left_out.append(LeftOut(indicator=part.indicator, reason=reason or "no_value"))
        else:
            columns.append(_column(lines, part, both, areas))
    enough = enough_of(total)
    there = [area for area in areas if sum(area in column.values for column in columns) >= enough]
    return Grid(tuple(columns), tuple(sorted(there, key=lambda area: area != wanted)), tuple(left_out))


def pair(lines: Lines, part: Part, area: str, reference: str) -> Pair | None:
    """The figures of an area and of the reference on the latest occasion on which both are known."""
    for figure in reversed(lines.get((part.series, area), ())):
        other = on_occasion(lines.get((part.series, reference), ()), figure)
        if other and is_known(figure) and is_known(other):
            return figure, other
    return None


def _refusal(lines: Lines, part: Part, pair: Pair | None, reference: str) -> Unused | None:
    if pair is None:
        has_reference = any(map(is_known, lines.get((part.series, reference), ())))
        return "no_value" if has_reference else "no_reference_value"
    return None if (pair[1].value or 0.0) > 0 else "reference_not_positive"


def _column(lines: Lines, part: Part, pair: Pair, areas: Sequence[str]) -> Column:
    against = pair[1].value or 0.0
    found = {area: on_occasion(lines.get((part.series, area), ()), pair[0]) for area in areas}
    there = {area: figure for area, figure in found.items() if figure and is_known(figure)}
    turned = {area: _ratio(part, figure.value or 0.0, against) for area, figure in there.items()}
    usable = {area: ratio for area, ratio in turned.items() if ratio is not None}
    return Column(
        part,
        pair[0].period,
        {area: there[area].value or 0.0 for area in usable},
        against,
        {"ratio": usable},
        (pair[1].row, *(there[area].row for area in usable)),
        tuple(area for area in turned if area not in usable),
    )


def _ratio(part: Part, value: float, against: float) -> float | None:
    """The ratio with above 1 as the better; None where there is none above zero."""
    if value <= 0:
        return None
    ratio = value / against if part.direction == "higher" else against / value
    return ratio if 1 / LARGEST < ratio < LARGEST else None
