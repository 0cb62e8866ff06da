"""What one row says of time: whether it happened, when that was planned, and whether nothing was recorded since."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from azory_monitor.model.chronicle import Entry, Happening, Moved
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import Milestone
from azory_monitor.period import UNDATED, Period, parse

_DONE = {"held": "happened", "under_way": "going_on"}


def of_activities(activities: Mapping[str, Activity], today: datetime.date) -> Iterator[Entry]:
    """One entry for each event, however many rows tell of it."""
    twins: dict[str, list[Activity]] = {}
    for row in activities.values():
        twins.setdefault(_root(activities, row), []).append(row)
    for root, rows in twins.items():
        yield _of_event(root, rows, today)


def of_milestones(milestones: Mapping[str, Milestone], today: datetime.date) -> Iterator[Entry]:
    """A milestone has happened once it is reached."""
    for row in milestones.values():
        reached = {"date": row.reached, "happening": "happened"} if row.reached else {}
        told = reached or {"happening": _of_plan(_period(row.planned), today)}
        yield Entry(
            what="milestone",
            id=row.id,
            kind="milestone",
            planned=row.planned,
            moved=_moved(_period(row.reached), _period(row.planned)),
            dated_ahead=_period(row.reached).is_after(today),
            year=_year(row.reached, row.planned),
            actions=(row.action,) if row.action else (),
            **told,
        )


def of_changes(programme: Programme, changes: Sequence[TargetChange]) -> Iterator[Entry]:
    """A target that was changed, on the day the change came in; of indicators that there still are."""
    for change in changes:
        if change.indicator not in programme.indicators:
            continue
        day = change.changed.isoformat()
        yield Entry(
            what="target_change",
            id=f"{change.indicator} {change.area} {day}",
            kind="target_change",
            date=day,
            happening="happened",
            year=change.changed.year,
            actions=tuple(action.id for action in programme.actions_of(change.indicator)),
            change=change,
        )


def _root(activities: Mapping[str, Activity], row: Activity) -> str:
    """The row that others of the same event point at; rows that point at each other in a ring share the first id."""
    seen = [row.id]
    while (to := activities[seen[-1]].same_as) in activities and to not in seen:
        seen.append(to)
    is_ring = activities[seen[-1]].same_as in seen
    return min(seen) if is_ring else seen[-1]


def _of_event(root: str, rows: list[Activity], today: datetime.date) -> Entry:
    """The event as the row tells it that knows most: one that happened before a plan, a dated before an undated."""
    told = max(rows, key=lambda row: (_certainty(row), not _period(row.date).is_undated, row.id == root))
    time = _planned(told, today) if _is_plan(told, today) else _happened(told, rows, today)
    return Entry(
        what="activity",
        id=root,
        kind=told.kind,
        actions=tuple(dict.fromkeys(action for row in rows for action in row.actions)),
        twins=tuple(row.id for row in rows if row.id != root),
        **time,
    )


def _is_plan(row: Activity, today: datetime.date) -> bool:
    """What nobody said of whether it took place cannot have done so before its day."""
    return row.state == "planned" or (row.state == "unknown" and _period(row.date).is_after(today))


def _planned(told: Activity, today: datetime.date) -> dict[str, Any]:
    """Of a plan, ``date`` is the day it is now planned for, and ``planned`` the first one where it was put off."""
    date, first = _period(told.date), _period(told.planned)
    now = first if date.is_undated else date
    return {
        "planned": "" if now.is_undated else now.text,
        "happening": _of_plan(now, today),
        "moved": _moved(date, first),
        "year": _year(now.text),
    }


def _happened(told: Activity, rows: list[Activity], today: datetime.date) -> dict[str, Any]:
    planned = next((plan for plan in map(_plan_of, [told, *rows]) if plan), "")
    date = _period(told.date)
    return {
        "date": told.date,
        "planned": planned,
        "happening": _DONE.get(told.state, "not_known"),
        "moved": _moved(date, _period(planned)),
        "dated_ahead": told.state in _DONE and date.is_after(today),
        "year": _year(told.date, planned),
    }


def _certainty(row: Activity) -> int:
    return ("unknown", "planned", "under_way", "held").index(row.state)


def _plan_of(row: Activity) -> str:
    """What a row says was planned: the date of a plan is its plan."""
    is_dated_plan = row.state == "planned" and not _period(row.date).is_undated
    return row.planned or (row.date if is_dated_plan else "")


def _of_plan(planned: Period, today: datetime.date) -> Happening:
    if planned.end is None:
        return "no_day"
    return "not_recorded" if planned.end < today else "ahead"


def _moved(it: Period, planned: Period) -> Moved:
    """Periods that overlap are as planned: a plan for 2019 is kept on any of its days."""
    if it.start is None or it.end is None or planned.start is None or planned.end is None:
        return ""
    if it.start > planned.end:
        return "later"
    return "earlier" if it.end < planned.start else "as_planned"


def _period(text: str) -> Period:
    return parse(text) if text else UNDATED


def _year(*periods: str) -> int | None:
    starts = [_period(text).start for text in periods]
    return next((start.year for start in starts if start), None)
