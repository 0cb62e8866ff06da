"""What happened to the barriers since a meeting or any other day."""

import datetime
from collections.abc import Iterator

from azory_monitor import period
from azory_monitor.model.hindrance import Change, HindranceChange, HindranceChanges
from azory_monitor.model.register import Activity, Barrier
from azory_monitor.model.state import Programme

_MEETING = "group_meeting"
_DATED: tuple[Change, ...] = ("opened", "closed", "reviewed")
_ORDER: tuple[Change, ...] = (
    "opened", "reopened", "closed", "eased", "reviewed", "entered", "changed", "withdrawn",
)  # fmt: skip
_STATES: dict[str, Change] = {"open": "reopened", "eased": "eased", "closed": "closed"}


def last_meeting(programme: Programme, today: datetime.date) -> Activity | None:
    """The last meeting of the local group that was held on a known day before today."""
    return next(iter(meetings(programme, today)), None)


def meetings(programme: Programme, today: datetime.date) -> list[Activity]:
    """The meetings of the local group that were held on a known day before today, the last one first."""
    held = [row for row in programme.activities.values() if row.kind == _MEETING and row.state == "held"]
    dated = [row for row in held if period.parse(row.date).grain == "day" and row.date < today.isoformat()]
    return sorted(dated, key=lambda row: row.date, reverse=True)


def changes(
    now: Programme,
    since: datetime.date,
    today: datetime.date,
    earlier: Programme | None = None,
    compared_with: int | None = None,
    meeting: str = "",
) -> HindranceChanges:
    """What the register tells of the time after the day ``since``, up to today.

    ``earlier`` is the programme as the monitor held it at the end of that day, after batch ``compared_with``; without
    one only the barriers' own dates tell.
    """
    before = None if earlier is None else earlier.barriers
    found = [
        _change(barrier, before.get(id) if before is not None else barrier, since, today)
        for id, barrier in now.barriers.items()
    ]
    gone = () if before is None else (id for id in before if id not in now.barriers)
    found += [HindranceChange(barrier=id, what=("withdrawn",)) for id in gone]
    return HindranceChanges(
        since=since,
        meeting=meeting,
        compared_with=compared_with,
        changes=tuple(one for one in found if one.what),
    )


def _change(now: Barrier, before: Barrier | None, since: datetime.date, today: datetime.date) -> HindranceChange:
    told = set(_by_dates(now, since, today))
    columns: tuple[str, ...] = ()
    if before is None:
        told |= set() if "opened" in told else {"entered"}
    else:
        columns = _columns(before, now)
        told |= {_STATES[now.state]} if now.state != before.state else set()
        told |= {"changed"} if columns and not told else set()
    return HindranceChange(barrier=now.id, what=tuple(one for one in _ORDER if one in told), columns=columns)


def _by_dates(barrier: Barrier, since: datetime.date, today: datetime.date) -> Iterator[Change]:
    """What its own dates say happened wholly after the day; a month or a year that holds the day says too little."""
    for what in _DATED:
        text = getattr(barrier, what)
        start = period.parse(text).start if text else None
        if start is not None and since < start <= today:
            yield what


def _columns(before: Barrier, now: Barrier) -> tuple[str, ...]:
    if before == now:
        return ()
    old, new = before.cells(), now.cells()
    return tuple(name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name))
