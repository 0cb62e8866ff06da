"""What took place, each event once, with everybody who had a part in it."""

import datetime
from dataclasses import dataclass

from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.period import UNDATED, Period, parse


@dataclass(frozen=True)
class Event:
    """One event, under the entry that tells it first; institutions in the order of the entries, each in one part."""

    id: str
    kind: str
    period: Period
    organisers: tuple[str, ...]
    partners: tuple[str, ...]
    present: tuple[str, ...]

    @property
    def everybody(self) -> tuple[str, ...]:
        """All who had a part in it."""
        return self.organisers + self.partners + self.present


def events(programme: Programme, today: datetime.date) -> list[Event]:
    """What was held, or is under way, up to ``today``, in order of time, undated first.

    Entries of the same event are one, with the date of the one that has it and the people of all.
    """
    entries: dict[str, list[Activity]] = {}
    for activity in programme.activities.values():
        entries.setdefault(_first_entry(programme, activity.id), []).append(activity)
    held = {first: [one for one in same if _took_place(one)] for first, same in entries.items()}
    made = [_event(programme, first, same) for first, same in held.items() if same]
    return sorted((event for event in made if not event.period.is_after(today)), key=lambda event: event.period)


def institutions(programme: Programme) -> list[str]:
    """Who can be a partner: everyone but programmes and bodies that themselves consist of institutions."""
    return [row.id for row in programme.institutions.values() if row.kind != "programme"]


def when(text: str) -> Period:
    """A period that may be empty, which then is undated."""
    return parse(text) if text else UNDATED


def _took_place(activity: Activity) -> bool:
    return activity.state in ("held", "under_way")


def _first_entry(programme: Programme, id: str) -> str:
    """Where a row of ``same_as`` ends; the smallest id where it runs in a circle."""
    seen = [id]
    while (following := programme.activities[seen[-1]].same_as) in programme.activities:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _event(programme: Programme, first: str, same: list[Activity]) -> Event:
    parts: dict[str, tuple[str, ...]] = {}
    named: set[str] = set()
    for part in ("organisers", "partners", "present"):
        told = dict.fromkeys(id for one in same for id in getattr(one, part) if id in programme.institutions)
        parts[part] = tuple(id for id in told if id not in named)
        named |= set(told)
    dated = [period for one in same if not (period := when(one.date)).is_undated]
    told_first = next((one for one in same if one.id == first), same[0])
    kind = "group_meeting" if any(one.kind == "group_meeting" for one in same) else told_first.kind
    return Event(told_first.id, kind, min(dated, default=UNDATED), **parts)
