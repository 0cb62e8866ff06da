"""Who works with whom, counted from what they did together."""

import datetime
from collections import Counter
from itertools import combinations

from azory_monitor.model.partners import Tie
from azory_monitor.model.partnership import Cooperation, Pair, Partner
from azory_monitor.model.state import Programme
from azory_monitor.partnership.events import Event, events, institutions, when


def cooperation(programme: Programme, today: datetime.date) -> Cooperation:
    """Every two institutions that organised, ran or came to the same thing, or that a tie binds today.

    An event that several entries tell counts once.  Programmes, and the local group itself, are no partners in what
    was done, though a tie may bind them.
    """
    took_place = events(programme, today)
    known = {id: place for place, id in enumerate(programme.institutions)}
    able = set(institutions(programme))
    together = {event.id: sorted(able & set(event.everybody), key=known.get) for event in took_place}
    shared: dict[tuple[str, str], list[Event]] = {}
    for event in took_place:
        for pair in combinations(together[event.id], 2):
            shared.setdefault(pair, []).append(event)
    ties = _ties(programme, known, today)
    pairs = [_pair(programme, pair, shared.get(pair, []), ties.get(pair)) for pair in shared | ties]
    return Cooperation(
        partners=_partners(shared, together, known),
        pairs=sorted(pairs, key=lambda one: (-one.times, known[one.institution], known[one.other])),
        took_place=len(took_place),
        shared=sum(len(found) > 1 for found in together.values()),
        unnamed=sum(not event.everybody for event in took_place),
    )


def _partners(
    shared: dict[tuple[str, str], list[Event]], together: dict[str, list[str]], known: dict[str, int]
) -> list[Partner]:
    """Those who did something with somebody, most partners first, then most activities."""
    degrees = Counter(id for pair in shared for id in pair)
    joint = Counter(id for found in together.values() if len(found) > 1 for id in found)
    made = [Partner(institution=id, degree=degree, activities=joint[id]) for id, degree in degrees.items()]
    return sorted(made, key=lambda one: (-one.degree, -one.activities, known[one.institution]))


def _ties(programme: Programme, known: dict[str, int], today: datetime.date) -> dict[tuple[str, str], Tie]:
    """The ties that hold today; where two rows bind the same two, the formal one."""
    found: dict[tuple[str, str], Tie] = {}
    for tie in programme.ties.values():
        until, since = when(tie.until), when(tie.since)
        over = until.end is not None and until.end < today
        if over or since.is_after(today) or not {tie.institution, tie.other} <= known.keys():
            continue
        first, second = sorted((tie.institution, tie.other), key=known.get)
        if first != second and (tie.kind == "formal" or (first, second) not in found):
            found[first, second] = tie
    return found


def _pair(programme: Programme, pair: tuple[str, str], shared: list[Event], tie: Tie | None) -> Pair:
    dated = [event.period.text for event in shared if not event.period.is_undated]
    return Pair(
        institution=pair[0],
        other=pair[1],
        activities=[event.id for event in shared],
        first=dated[0] if dated else "",
        last=dated[-1] if dated else "",
        tie=tie.kind if tie else "",
        tie_since=tie.since if tie else "",
        tie_about=tie.about if tie else {},
        within=pair[1] in _wholes(programme, pair[0]) or pair[0] in _wholes(programme, pair[1]),
    )


def _wholes(programme: Programme, id: str) -> list[str]:
    """What an institution is a part of, nearest first."""
    found: list[str] = []
    whole = programme.institutions[id].part_of
    while whole in programme.institutions and whole not in found:
        found.append(whole)
        whole = programme.institutions[whole].part_of
    return found
