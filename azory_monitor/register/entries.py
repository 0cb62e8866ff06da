"""Which entries of the register have happened, and which of them meet the conditions of a derivation."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from azory_monitor import period
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.partners import Funding, Institution
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.period import UNDATED, Period

Entry = Activity | Funding
Item = TypeVar("Item")

BEGUN = ("held", "under_way")
"""States of an activity that has happened: what is going on has begun, also where its date was never written down."""

FUNDED = ("funded", "ended")
"""States of funding that is counted unless a derivation names others: money that was granted."""

OF_FUNDING = ("fundings", "sources", "money")
"""What is counted from funding; everything else is counted from activities."""


@dataclass(frozen=True)
class Recorded:
    """What the register holds up to a day: ``activities`` that have begun, each event once, and ``funding``."""

    activities: tuple[Activity, ...]
    funding: tuple[Funding, ...]
    institutions: Mapping[str, Institution]
    today: date


def recorded(programme: Programme, today: date) -> Recorded:
    """The entries that can be counted on a day; an undated one is never in the future."""
    begun = [one for one in programme.activities.values() if one.state in BEGUN and not when(one).is_after(today)]
    paid = [one for one in programme.funding.values() if not when(one).is_after(today)]
    return Recorded(_each_once(programme.activities, begun), tuple(paid), programme.institutions, today)


def meeting(register: Recorded, derivation: Derivation) -> tuple[Entry, ...]:
    """The entries that meet every condition a derivation fills.

    Novelty and state are asked of funding only, the initiator of activities only.  Institutions are distinct by id:
    one and the institution it is part of are two; its other names were merged when the entry was made.
    """
    entries: Sequence[Entry] = register.funding if derivation.counts in OF_FUNDING else register.activities
    kinds = derivation.kinds.split()
    return tuple(one for one in entries if (not kinds or one.kind in kinds) and _meets(derivation, one))


def _meets(derivation: Derivation, entry: Entry) -> bool:
    return (
        _has_one(derivation.organised_by, entry)
        and (not derivation.actions or not set(derivation.actions).isdisjoint(entry.actions))
        and (not derivation.least_organisers or len(runners(entry)) >= derivation.least_organisers)
        and (_is_begun_by(derivation, entry) if isinstance(entry, Activity) else _is_paid(derivation, entry))
    )


def _is_begun_by(derivation: Derivation, activity: Activity) -> bool:
    return not derivation.initiators or activity.initiator in derivation.initiators.split()


def _is_paid(derivation: Derivation, funding: Funding) -> bool:
    states = derivation.states.split() or FUNDED
    return funding.state in states and derivation.novelty in ("", funding.novelty)


def _has_one(wanted: Collection[str], entry: Entry) -> bool:
    return not wanted or not runners(entry).isdisjoint(wanted)


def runners(entry: Entry) -> set[str]:
    """The institutions that run an activity, alone or as partners, or that applied for funding."""
    return {*entry.organisers, *entry.partners} if isinstance(entry, Activity) else set(entry.applicants)


def when(entry: Entry) -> Period:
    """The date of an activity; of funding the day it was decided, else it was sent, else what it begins to cover."""
    text = entry.date if isinstance(entry, Activity) else entry.decided or entry.sent or entry.covers_from
    return period.parse(text) if text else UNDATED


def year_of(entry: Entry) -> str:
    """The year in which an entry began, or ``undated``; a school year counts where it starts."""
    start = when(entry).start
    return f"{start.year:04d}" if start else UNDATED.text


def by_year(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by the year in which they began, in order of time, undated ones last; a year without any is absent."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(year_of(entry), []).append(entry)
    return dict(sorted(found.items()))


def linked(items: Iterable[Item], touch: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Items in groups, so that any two that touch are in one group, be it through others."""
    groups: list[list[Item]] = []
    for item in items:
        apart: list[list[Item]] = []
        mine = [item]
        for group in groups:
            if any(touch(item, other) for other in group):
                mine = group + mine
            else:
                apart.append(group)
        groups = [*apart, mine]
    return groups


def _each_once(known: Mapping[str, Activity], begun: Sequence[Activity]) -> tuple[Activity, ...]:
    """Of entries of the same event the one the others point at; where that one has not begun, the first that has."""
    events: dict[str, Activity] = {}
    for activity in begun:
        first = first_entry(known, activity)
        if activity.id == first or first not in events:
            events[first] = activity
    return tuple(events.values())


def first_entry(known: Mapping[str, Activity], activity: Activity) -> str:
    """Where a chain of ``same_as`` ends; of entries that point round in a circle the smallest id stands for all."""
    passed = [activity.id]
    while (following := known[passed[-1]].same_as) in known:
        if following in passed:
            return min(passed[passed.index(following) :])
        passed.append(following)
    return passed[-1]
