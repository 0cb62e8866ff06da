"""What the monitor concludes of the barrier register: age and reviews, what changed, and what nobody has looked at."""

import datetime
from typing import Literal

from azory_monitor.model.verdicts import Status, Verdict

Age = Literal["unknown", "fresh", "months", "year", "years"]
"""Up to 3 months, up to a year, up to two years, longer; unknown where nobody wrote down since when."""

Change = Literal["opened", "reopened", "eased", "closed", "reviewed", "entered", "changed", "withdrawn"]


class Hindrance(Verdict):
    """One barrier on a day.

    ``age_days`` counts from when it was opened to the day, or to when it was closed; None where that is not known.
    ``qualifier`` is *at_least* where the register names a month or a year: so many days are certain.
    ``indicators`` are those it names and those of the actions it holds up, ``objectives`` theirs and the actions'.
    """

    barrier: str
    theme: str
    state: Literal["open", "eased", "closed"]
    objectives: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    owner: str = ""
    age_days: int | None = None
    qualifier: Literal["", "at_least"] = ""
    age: Age = "unknown"
    overdue: bool = False
    """Whether it is not closed and its next review should have been by now."""
    overdue_days: int | None = None
    asked: bool = False
    """Whether it waits for a decision."""
    decides: str = ""


class HindranceChange(Verdict):
    """What happened to one barrier since a day, by its own dates and by the batches since; strongest first."""

    barrier: str
    what: tuple[Change, ...]
    columns: tuple[str, ...] = ()
    """The headings of the cells that batches have changed."""


class HindranceChanges(Verdict):
    """What happened to the register since a day.

    ``compared_with`` is the batch whose state is the earlier one; None where the register did not exist then, so that
    only the barriers' own dates tell.
    """

    since: datetime.date
    meeting: str = ""
    """The activity on whose day it begins, where it is one."""
    compared_with: int | None = None
    changes: tuple[HindranceChange, ...] = ()


class Stalled(Verdict):
    """An indicator that does not move as it should and for which no barrier that stands is known."""

    indicator: str
    status: Status


class ActionGap(Verdict):
    """What an action of the programme lacks."""

    action: str
    responsible: bool = False
    """Whether no unit is responsible for it."""
    outcome: bool = False
    """Whether no outcome names it."""
    indicator: bool = False
    """Whether it is to move no indicator."""
    barrier: bool = False
    """Whether no barrier is recorded for it, which need not mean that there is none."""
