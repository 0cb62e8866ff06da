"""Which numbers add up: the parts of an area, of a year, of a total; only where the figures themselves say so."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from azory_monitor import period
from azory_monitor.disclosure.facts import Fact, Quantity
from azory_monitor.disclosure.policy import part_label
from azory_monitor.model.state import Programme


class Relation(NamedTuple):
    """The parts make up the whole, or, where it is ``open``, are together no more than it."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    open: bool = False


Found = dict[tuple[str, str, str], Quantity]
"""The preferred number of each cell: label, area, period."""


def relations(programme: Programme, told: Iterable[Fact]) -> set[Relation]:
    """Everything that a reader could work one of the numbers out from, or find a bound for it."""
    preferred = [one for one in told if one.preferred]
    found: Found = {}
    for one in preferred:
        for quantity in one.quantities:
            found.setdefault(quantity.cell, quantity)
    return {
        *(Relation(one.base, (one.part,), open=True) for one in preferred if one.part and one.base),
        *_over_areas(programme, found),
        *_over_periods(found),
        *_over_indicators(programme, found),
    }


def _over_areas(programme: Programme, found: Found) -> Iterator[Relation]:
    lying_in, members = defaultdict(lambda: defaultdict(list)), defaultdict(list)
    for area in programme.areas.values():
        if area.kind == "group":
            continue
        lying_in[area.parent][area.kind].append(area.id)
        for group in area.groups:
            members[group].append(area.id)
    tables = defaultdict(dict)
    for (label, area, when), quantity in found.items():
        tables[label, when][area] = quantity
    for table in tables.values():
        for area, whole in table.items():
            for kind in lying_in.get(area, {}).values():
                yield from _related(whole, _nearest(table, lying_in, kind))
            yield from _related(whole, [table[one] for one in members.get(area, ()) if one in table])


def _nearest(table: dict[str, Quantity], lying_in: dict, areas: Sequence[str]) -> list[Quantity]:
    """The numbers of these areas; of one without a number, those of what lies in it."""
    parts: list[Quantity] = []
    for area in areas:
        if area in table:
            parts.append(table[area])
        else:
            inside = [_nearest(table, lying_in, kind) for kind in lying_in.get(area, {}).values()]
            parts += max(inside, key=len, default=[])
    return parts


def _over_periods(found: Found) -> Iterator[Relation]:
    """A year as the sum of its quarters or months: flows add up, and what does not is no sum."""
    lines = defaultdict(list)
    for (label, area, when), quantity in found.items():
        lines[label, area].append((period.parse(when), quantity))
    for line in lines.values():
        grains = {one.grain for one, _ in line if not one.is_undated}
        for longer, whole in line if len(grains) > 1 else ():
            for grain in sorted(grains - {longer.grain}):
                inside = [part for one, part in line if one.grain == grain and _within(one, longer)]
                yield from _related(whole, inside, only_sums=True)


def _within(one: period.Period, longer: period.Period) -> bool:
    return bool(one.start and one.end and longer.start and longer.end) and (
        longer.start <= one.start and one.end <= longer.end and one != longer
    )


def _over_indicators(programme: Programme, found: Found) -> Iterator[Relation]:
    """Each part is no more than what it is a part of; all together they may make it up, where none counts twice."""
    parts_of = defaultdict(dict)
    for row in programme.indicators.values():
        if row.part_of in programme.indicators and not row.same_as:
            parts_of[part_label(programme, row.part_of)][part_label(programme, row.id)] = None
    for (label, area, when), whole in found.items():
        parts = [found[one, area, when] for one in parts_of.get(label, ()) if (one, area, when) in found]
        for part in parts:
            yield from _related(whole, [part])
        yield from _related(whole, parts, only_sums=True)


def _related(whole: Quantity, parts: Collection[Quantity], only_sums: bool = False) -> Iterator[Relation]:
    missing = whole.amount - sum(part.amount for part in parts)
    if parts and whole not in parts and (missing == 0 or (missing > 0 and not only_sums)):
        yield Relation(whole, tuple(sorted(parts)), open=missing > 0)
