"""Numbers that stand elsewhere than among the measurements: who came to an activity, a baseline, a target, a count.

They are further figures of the indicators that they belong to, and are hidden by the same rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from azory_monitor.disclosure.facts import (
    Cell,
    Fact,
    Name,
    Quantity,
    bases_of,
    is_small,
    name_of,
    numbers,
    too_small,
    whole_number,
)
from azory_monitor.disclosure.policy import base_label, limit_of, part_label
from azory_monitor.disclosure.relations import Relation
from azory_monitor.model.counted import OF_PEOPLE, REGISTER, Added, People
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Target
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.period import UNDATED, parse

COUNTS = "counts"
"""Where the figures of counts stand, by derivation and period."""

NUMBERS = {Activity.table: ("participants", "children"), Target.table: ("baseline_value", "value", "upper")}
"""The columns, by table, whose numbers may be hidden."""

_MEASURED = "baseline_value"
"""The one of a target's numbers that was measured once; the others are wished for."""


def itself(table: str, key: str, column: str, number: float) -> Quantity:
    """One state of a cell, whatever its number is of."""
    return Quantity(f"cell {table} {key} {column}", "", "", number)  # type: ignore[arg-type]


def told_by_targets(programme: Programme, rows: Sequence[Measurement], among: frozenset[str]) -> Iterator[Fact]:
    """What baselines and targets of some indicators tell: a baseline the same as a measurement, a target a number
    that may repeat one.
    """
    bases = bases_of(programme, rows)
    for key, target in programme.targets.items():
        for column in NUMBERS[Target.table] if target.indicator in among else ():
            if getattr(target, column) is not None:
                yield _of_target(programme, key, target, column, bases)


def _of_target(programme: Programme, key: str, target: Target, column: str, bases: Mapping) -> Fact:
    """A share without a period may be of any of the numbers that such shares are of; what is wished for, of the last.

    What is wished for is no number of people that there were: it is hidden where it is small, or repeats one.
    """
    indicator, number = programme.indicators[target.indicator], getattr(target, column)
    is_measured = column == _MEASURED
    when = (target.baseline_period if is_measured else target.period) or UNDATED.text
    of = [None] if indicator.measure == "count" else _bases(base_label(programme, indicator.id), target, when, bases)
    row = Measurement(indicator=indicator.id, area=target.area, period=when, value=number)
    pairs = [numbers(programme, indicator, row.model_copy(update={"denominator": base}), bases) for base in of]
    told = [whole_number(part_label(programme, indicator.id), target.area, when, part) for part, _ in pairs]
    limit = limit_of(programme, indicator.id)
    judged = pairs if is_measured else pairs[-1:]
    return Fact(
        name=Cell(Target.table, key, column),
        preferred=False,
        part=told[-1] if told and is_measured else None,
        base=None,
        limit=limit,
        small=limit is not None and any(too_small(indicator.measure, part, base, limit) for part, base in judged),
        itself=itself(Target.table, key, column, number),
        echoes=tuple(dict.fromkeys(one for one in told if one)),
    )


def _bases(label: str, target: Target, when: str, bases: Mapping[tuple[str, str, str], float]) -> list[float]:
    """How many a share is of: in its period, else in every period that says so, the last one last."""
    found = {period: number for (one, area, period), number in bases.items() if (one, area) == (label, target.area)}
    if when in found and when != UNDATED.text:
        return [found[when]]
    return [found[period] for period in sorted(found, key=parse)]


def told_by_people(
    programme: Programme, rows: Iterable[Measurement], people: People
) -> tuple[list[Fact], set[Relation]]:
    """What entries and counts tell of numbers of people, and how they add up."""
    limits = {id: _limit(programme, id) for id in people.meant}
    entries = {one.name: one for one in _of_entries(programme, people, limits)}
    measured = _by_count(rows)
    facts, sums = list(entries.values()), set(_parts(entries))
    for one in people.sums:
        fact = _of_sum(programme, one, limits[one.derivation])
        named = measured.get((one.derivation, one.period), ()) if _stands(programme, one) else ()
        facts += [fact, *(_renamed(fact, name) for name in named)]
        column = _column(programme, one)
        parts = [entries[Cell(Activity.table, id, column)].part for id in one.entries]
        if fact.part and parts and all(parts) and fact.part.amount == sum(part.amount for part in parts if part):
            sums.add(Relation(fact.part, tuple(sorted(part for part in parts if part))))
    return facts, sums


def _limit(programme: Programme, derivation: str) -> int | None:
    indicator = programme.derivations[derivation].indicator
    return limit_of(programme, indicator) if indicator in programme.indicators else None


def _column(programme: Programme, one: Added) -> str:
    return OF_PEOPLE[programme.derivations[one.derivation].counts]


def _stands(programme: Programme, one: Added) -> bool:
    """Whether a count's measurement of the period is this sum: of the whole it is what had been reached by then."""
    return one.so_far == (programme.derivations[one.derivation].by == "whole")


def _of_entries(programme: Programme, people: People, limits: Mapping[str, int | None]) -> Iterator[Fact]:
    """An entry has the highest limit of the derivations that would count its event."""
    highest: dict[str, int] = defaultdict(int)
    for derivation, ids in people.meant.items():
        for id in ids:
            event = people.event[id]
            highest[event] = max(highest[event], limits[derivation] or 0)
    for id, activity in programme.activities.items():
        event = people.event[id]
        for column in NUMBERS[Activity.table]:
            number = getattr(activity, column)
            if number is not None:
                limit = highest[event] or None
                yield Fact(
                    name=Cell(Activity.table, id, column),
                    preferred=False,
                    part=whole_number(f"{Activity.table} {event} {column}", programme.area.id, "", number),
                    base=None,
                    limit=limit,
                    small=limit is not None and is_small(number, limit),
                    itself=itself(Activity.table, id, column, number),
                )


def _parts(entries: Mapping[Any, Fact]) -> Iterator[Relation]:
    """Children are some of the participants."""
    for name, fact in entries.items():
        whole = entries.get(name._replace(column="participants"))
        if name.column == "children" and whole and whole.part and fact.part and whole.part.amount >= fact.part.amount:
            yield Relation(whole.part, (fact.part,), open=True)


def _of_sum(programme: Programme, one: Added, limit: int | None) -> Fact:
    """A share tells the number that it is of too: whoever knows either knows the other."""
    return Fact(
        name=Cell(COUNTS, one.derivation, f"{one.period} {one.so_far}"),
        preferred=False,
        part=whole_number(_sum_label(one.derivation, one.so_far), programme.area.id, one.period, one.amount),
        base=whole_number(_sum_label(one.whole, one.so_far), programme.area.id, one.period, one.of),
        limit=limit,
        small=limit is not None and (is_small(one.amount, limit) or is_small(one.of, limit)),
    )


def _sum_label(derivation: str, so_far: bool) -> str:
    return f"{COUNTS} {derivation}{' so far' if so_far else ''}"


def _by_count(rows: Iterable[Measurement]) -> dict[tuple[str, str], list[Name]]:
    found: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for row in rows:
        if row.source == REGISTER and row.value is not None:
            found[row.locator, row.period].append(name_of(row))
    return found


def _renamed(fact: Fact, name: Name) -> Fact:
    return Fact(name, False, fact.part, fact.base, fact.limit, fact.small)
