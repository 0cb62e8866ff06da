"""All entries of the journey, and what they come to: the last meeting, the years, the steps of each action."""

import datetime
from collections.abc import Iterable, Sequence

from azory_monitor.chronicle.entries import of_activities, of_changes, of_milestones
from azory_monitor.model.chronicle import Entry, Journey, Steps
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.state import Programme
from azory_monitor.period import parse

_MEETING = "group_meeting"
_RECORDED = ("happened", "going_on")
_PLANNED = ("ahead", "not_recorded", "no_day")


def journey(programme: Programme, today: datetime.date, changes: Sequence[TargetChange] = ()) -> Journey:
    """The road so far as of ``today``; ``changes`` are the changes of targets, as the batches tell them."""
    entries = [
        *of_activities(programme.activities, today),
        *of_milestones(programme.milestones, today),
        *of_changes(programme, changes),
    ]
    recorded = _by_time(entry for entry in entries if _is_dated(entry) and not entry.dated_ahead)
    meetings = [entry for entry in entries if entry.kind == _MEETING and entry.happening in _RECORDED]
    meetings = [entry for entry in meetings if not entry.dated_ahead]
    dated = _by_time(entry for entry in meetings if _is_dated(entry))
    last = dated[-1].date if dated else ""
    return Journey(
        entries=tuple(sorted(entries, key=_place, reverse=True)),
        first=recorded[0].date if recorded else "",
        last=recorded[-1].date if recorded else "",
        meetings=len(meetings),
        last_meeting=last,
        days_since=max(0, (today - parse(last).end).days) if last else None,
        undated_meetings=len(meetings) - len(dated),
    )


def by_year(entries: Iterable[Entry]) -> dict[int | None, list[Entry]]:
    """Entries under their years, in the order in which they come; None for those without one."""
    years: dict[int | None, list[Entry]] = {}
    for entry in entries:
        years.setdefault(entry.year, []).append(entry)
    return years


def steps(programme: Programme, entries: Sequence[Entry]) -> list[Steps]:
    """For each action, in the order of the programme, what is recorded for it; also for those with nothing."""
    return [_steps_of(action, [entry for entry in entries if action in entry.actions]) for action in programme.actions]


def _steps_of(action: str, entries: Sequence[Entry]) -> Steps:
    counts = {name: sum(entry.happening == name for entry in entries) for name in _RECORDED}
    planned = sum(entry.happening in _PLANNED for entry in entries)
    dated = _by_time(entry for entry in entries if _is_dated(entry) and not entry.dated_ahead)
    other = len(entries) - planned - sum(counts.values())
    return Steps(action=action, **counts, planned=planned, other=other, last=dated[-1].date if dated else "")


def _is_dated(entry: Entry) -> bool:
    """Whether it happened, or goes on, and says when."""
    return entry.happening in _RECORDED and bool(entry.date) and not parse(entry.date).is_undated


def _by_time(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: parse(entry.date))


def _place(entry: Entry) -> tuple[int, int]:
    """By the first day of the date or the plan; what has none comes before everything."""
    for text in (entry.date, entry.planned):
        period = parse(text) if text else None
        if period and period.start and period.end:
            return period.start.toordinal(), period.end.toordinal()
    return 0, 0
