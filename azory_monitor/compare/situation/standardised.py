"""The columns of an index over ten areas or more, in standard deviations from their mean (n - 1)."""

import statistics

from azory_monitor.compare.figure import Lines
from azory_monitor.compare.situation.grid import Column, Grid, Part
from azory_monitor.compare.situation.units import FEWEST, Occasion, enough_of, occasion
from azory_monitor.model.situation import LeftOut
from azory_monitor.stats import together

Occasions = dict[Part, Occasion]


def standardised(lines: Lines, parts: list[Part], total: int, areas: tuple[str, ...], wanted: str) -> Grid | None:
    """The grid over the areas that have two thirds of all ``total`` parts; None where they are fewer than ten.

    A part that all those areas have alike sets nobody apart and is left out; then it counts as one they lack.
    """
    found = {part: there for part in parts if (there := occasion(lines, part.series, areas, wanted))}
    areas, kept = _settled(found, areas, enough_of(total))
    if len(areas) < FEWEST:
        return None
    left_out = [
        LeftOut(indicator=part.indicator, reason="no_spread" if part in found else "no_value")
        for part in parts
        if part not in kept
    ]
    return Grid(tuple(_column(part, kept[part], areas) for part in kept), areas, tuple(left_out))


def _settled(found: Occasions, areas: tuple[str, ...], enough: int) -> tuple[tuple[str, ...], Occasions]:
    """Areas and parts after each has taken out what the other leaves too few or without spread."""
    while True:
        kept = {part: one for part, one in found.items() if _tells_apart(one, areas)}
        still = tuple(area for area in areas if sum(area in one.figures for one in kept.values()) >= enough)
        if still == areas and kept == found:
            return areas, kept
        areas, found = still, kept


def _tells_apart(one: Occasion, areas: tuple[str, ...]) -> bool:
    among = set(areas)
    values = [value for area, value in one.values().items() if area in among]
    return len(values) >= FEWEST and together.spread(values) > 0


def _column(part: Part, one: Occasion, areas: tuple[str, ...]) -> Column:
    among = set(areas)
    values = {area: value for area, value in one.values().items() if area in among}
    turned = [part.turned(value) for value in values.values()]
    scales = {"z": together.standardised, "min_max": together.shares_of_range, "ranks": together.places}
    return Column(
        part,
        one.period,
        values,
        statistics.fmean(values.values()),
        {name: dict(zip(values, scale(turned), strict=True)) for name, scale in scales.items()},
        tuple(one.figures[area].row for area in values),
    )
