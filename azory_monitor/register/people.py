"""Which entries each number of people is added up from, so that what is hidden of one is given away by no other."""

from collections.abc import Iterator
from datetime import date

from azory_monitor.model.counted import OF_PEOPLE, Added, People
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.state import Programme
from azory_monitor.period import UNDATED
from azory_monitor.register.entries import Entry, Recorded, by_year, first_entry, meeting, recorded
from azory_monitor.register.sums import added


def people(programme: Programme, today: date) -> People:
    """Every number of people that the register gives on a day, with the entries behind it."""
    counting = [one for one in programme.derivations.values() if one.counts in OF_PEOPLE]
    begun = recorded(programme, today)
    plain = {(one.derivation, one.period, one.so_far): one for row in counting for one in _sums(begun, row)}
    wholes = {row.id: row.share_of for row in counting if row.share_of}
    shared = [
        one._replace(whole=whole, of=plain[whole, one.period, one.so_far].amount)
        if (whole := wholes.get(one.derivation, "")) and (whole, one.period, one.so_far) in plain
        else one
        for one in plain.values()
    ]
    ever = Recorded(tuple(programme.activities.values()), (), programme.institutions, today)
    return People(
        sums=tuple(shared),
        meant={row.id: frozenset(one.id for one in meeting(ever, row)) for row in counting},
        event={id: first_entry(programme.activities, one) for id, one in programme.activities.items()},
    )


def _sums(register: Recorded, derivation: Derivation) -> Iterator[Added]:
    """Those of each year; of a derivation of the whole also what had been reached by the end of each, and in all."""
    entries = meeting(register, derivation)
    years = by_year(entries)
    stretches: list[tuple[str, bool, list[Entry]]] = [(year, False, found) for year, found in years.items()]
    if derivation.by == "whole":
        dated = [(year, found) for year, found in years.items() if year != UNDATED.text]
        so_far = list[Entry]()
        for year, found in dated:
            so_far = [*so_far, *found]
            stretches.append((year, True, so_far))
        now = f"{register.today.year:04d}"
        stretches += [("", True, list(entries))] + ([(now, True, list(entries))] if UNDATED.text in years else [])
    for period, is_so_far, found in stretches:
        total = added(register, derivation, found)
        if total.value is not None:
            yield Added(derivation.id, period, is_so_far, total.value, total.summands)
