"""Each barrier on a day: how long it has stood, whether its review is due, what it holds up."""

import datetime

from azory_monitor import period
from azory_monitor.model.hindrance import Age, Hindrance
from azory_monitor.model.register import Barrier
from azory_monitor.model.state import Programme

_AGES: tuple[tuple[int, Age], ...] = ((92, "fresh"), (366, "months"), (731, "year"))
"""Up to so many days."""


def hindrances(programme: Programme, today: datetime.date) -> list[Hindrance]:
    """Every barrier of the register as it stands today, in the register's order."""
    return [_hindrance(programme, row, today) for row in programme.barriers.values()]


def held_up(programme: Programme, barrier: Barrier) -> tuple[str, ...]:
    """The indicators that a barrier names, and those of the actions it holds up."""
    through = [id for action in barrier.actions for id in programme.actions[action].indicators]
    return tuple(dict.fromkeys([*barrier.indicators, *through]))


def _hindrance(programme: Programme, barrier: Barrier, today: datetime.date) -> Hindrance:
    days, qualifier = _age(barrier, today)
    late = _late(barrier, today)
    return Hindrance(
        barrier=barrier.id,
        theme=barrier.theme,
        state=barrier.state,
        objectives=_objectives(programme, barrier),
        actions=barrier.actions,
        indicators=held_up(programme, barrier),
        owner=barrier.owner,
        age_days=days,
        qualifier=qualifier,
        age=_age_class(days),
        overdue=late is not None,
        overdue_days=late,
        asked=bool(barrier.decision) and barrier.state != "closed",
        decides=barrier.decides,
    )


def _objectives(programme: Programme, barrier: Barrier) -> tuple[str, ...]:
    linked = [programme.actions[action].objective for action in barrier.actions]
    linked += [programme.indicators[indicator].objective for indicator in barrier.indicators]
    return tuple(id for id in programme.objectives if id in linked)


def _age(barrier: Barrier, today: datetime.date) -> tuple[int | None, str]:
    """Days from the latest day on which it can have opened to the earliest on which it can have ended.

    Nothing is assumed for a barrier without a beginning, with one that lies ahead, or closed nobody knows when.
    """
    opened = _dated(barrier.opened)
    if opened is None or opened.start is None or opened.end is None or opened.start > today:
        return None, ""
    first, last, exact = opened.end, today, opened.grain == "day"
    if barrier.state == "closed":
        closed = _dated(barrier.closed)
        if closed is None or closed.start is None or closed.end is None or closed.end < opened.start:
            return None, ""
        last, exact = min(closed.start, today), exact and closed.grain == "day"
    return max((last - first).days, 0), "" if exact else "at_least"


def _age_class(days: int | None) -> Age:
    if days is None:
        return "unknown"
    return next((age for most, age in _AGES if days <= most), "years")


def _late(barrier: Barrier, today: datetime.date) -> int | None:
    """How many days the review has been due; None where it is not, or where none is planned."""
    planned = _dated(barrier.next_review)
    if barrier.state == "closed" or planned is None or planned.end is None or planned.end >= today:
        return None
    return (today - planned.end).days


def _dated(text: str) -> period.Period | None:
    found = period.parse(text) if text else None
    return None if found is None or found.is_undated else found
