"""The index of the social situation, and how far it depends on the way it is made.

Over ten areas or more it is Perkal's: the weighted mean of standard deviations from their mean.  Two areas always lie
0.71 standard deviations from their mean, whatever the data, so fewer than ten are set against a reference instead,
and none of them has a rank.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from azory_monitor.compare.figure import Lines, line_up
from azory_monitor.compare.situation.grid import Column, Grid, parts_of, usable
from azory_monitor.compare.situation.ratio import ratios
from azory_monitor.compare.situation.standardised import standardised
from azory_monitor.compare.situation.units import units
from azory_monitor.compare.situation.ways import NEUTRAL, OWN_SCALES, Way, ways
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.situation import (
    IndexEntry,
    IndexMethod,
    IndexReason,
    IndexResult,
    IndexTerm,
    LeftOut,
    Scenario,
)
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import SituationIndex

_PLACES = 9
"""Scores that are equal to so many decimals share a rank."""


@dataclass(frozen=True)
class _Made:
    """What one way gives each area: its score and, from the highest down, its rank."""

    way: Way
    scores: dict[str, float]
    ranks: dict[str, int]


def indices(programme: Programme, measurements: Sequence[Measurement], today: date | None = None) -> list[IndexResult]:
    """Every index of the programme, for its area and whatever stands beside it."""
    lines = line_up(programme, measurements, today)
    return [_index(programme, lines, index) for index in programme.indices.values()]


def _index(programme: Programme, lines: Lines, index: SituationIndex) -> IndexResult:
    area, declared = programme.area.id, parts_of(programme, index.id)
    parts, refused = usable(programme, declared)
    told = {"index": index.id, "area": area, "reference": index.reference, "group": index.group, "parts": len(declared)}
    members = units(programme, index.group) if index.group else ()
    grid = standardised(lines, parts, len(declared), members, area)
    if grid:
        return IndexResult(**told, **_judged("standardised", grid, refused, area))
    others = [other for other in programme.areas if other != index.reference]
    grid = ratios(lines, parts, len(declared), others, area, index.reference)
    if area in grid.areas:
        return IndexResult(**told, **_judged("ratio", grid, refused, area))
    return IndexResult(**told, reason=_why_none(grid), left_out=(*refused, *grid.left_out))


def _why_none(grid: Grid) -> IndexReason:
    reasons = {one.reason for one in grid.left_out}
    return "no_reference" if not grid.columns and reasons == {"no_reference_value"} else "too_few_parts"


def _judged(method: IndexMethod, grid: Grid, refused: list[LeftOut], area: str) -> dict:
    made = [_made(way, grid) for way in ways(method, grid.columns)]
    scenarios = tuple(_scenario(method, one, area) for one in made if area in one.scores)
    entries = tuple(_entry(method, grid, made, one) for one in grid.areas)
    rows = [row for column in grid.columns for row in column.rows]
    return {
        "method": method,
        "entries": tuple(sorted(entries, key=lambda entry: entry.rank or 0)),
        "scenarios": scenarios,
        "depends": len({scenario.side for scenario in scenarios}) > 1,
        "left_out": (*refused, *grid.left_out),
        "periods": tuple(period.text for period in sorted({column.period for column in grid.columns})),
        "sources": tuple(dict.fromkeys(row.source for row in rows if row.source)),
    }


def _made(way: Way, grid: Grid) -> _Made:
    scores = way.scores(grid)
    exact = {area: _exact(score) for area, score in scores.items()}
    order = sorted(exact.values())
    return _Made(way, scores, {area: 1 + len(order) - bisect_right(order, score) for area, score in exact.items()})


def _scenario(method: IndexMethod, made: _Made, area: str) -> Scenario:
    above = _exact(made.scores[area]) - NEUTRAL[method]
    return Scenario(
        name=made.way.name,
        indicator=made.way.indicator,
        score=made.scores[area],
        own_scale=made.way.scale in OWN_SCALES,
        rank=made.ranks[area] if method == "standardised" else None,
        side="better" if above > 0 else "worse" if above < 0 else "",
    )


def _exact(score: float) -> float:
    """The score without the rounding of the arithmetic, which is absolute here: scores cancel to zero."""
    return round(score, _PLACES)


def _entry(method: IndexMethod, grid: Grid, made: Sequence[_Made], area: str) -> IndexEntry:
    there = [column for column in grid.columns if area in column.values]
    not_positive = tuple(column.part.indicator for column in grid.columns if area in column.not_positive)
    absent = [column.part.indicator for column in grid.columns if area not in column.values]
    alike = [one.scores[area] for one in made if area in one.scores and one.way.scale not in OWN_SCALES]
    return IndexEntry(
        area=area,
        score=made[0].scores[area],
        lowest=min(alike),
        highest=max(alike),
        **_ranks(made, area) if method == "standardised" else {},
        terms=tuple(_term(column, area) for column in there),
        missing=tuple(part for part in absent if part not in not_positive),
        not_positive=not_positive,
    )


def _ranks(made: Sequence[_Made], area: str) -> dict[str, int]:
    found = [one.ranks[area] for one in made if area in one.ranks]
    return {"rank": found[0], "best_rank": min(found), "worst_rank": max(found)}


def _term(column: Column, area: str) -> IndexTerm:
    return IndexTerm(
        indicator=column.part.indicator,
        period=column.period.text,
        value=column.values[area],
        reference_value=column.against,
        score=next(iter(column.scales.values()))[area],
        weight=column.part.weight,
        direction=column.part.direction,
    )
