"""What a meeting goes through: one answer a screen, each with the results that it is told from."""

import datetime
from typing import Any, Literal

from azory_monitor.model.hindrance import HindranceChanges
from azory_monitor.model.verdicts import Verdict

Kind = Literal[
    "opening", "moved", "standing", "extremes", "trends", "objective", "decision", "decisions", "owed", "questions",
    "noted",
]  # fmt: skip


class Moved(Verdict):
    """What happened since a day: to the barriers, and which batches came in."""

    since: datetime.date | None = None
    """None where no meeting was held on a known day, so that there is nothing to count from."""
    meeting: str = ""
    """The activity on whose day it begins, where it is one."""
    barriers: HindranceChanges | None = None
    batches: tuple[int, ...] = ()
    """The batches that changed something, oldest first."""


class Item(Verdict):
    """One screen.

    ``key`` names it in a link and stays the same in every state; ``about`` is the id of the row that it is about.
    ``results`` are the view's own, in the order in which they are told.  ``page`` tells more, opened with ``asked``.
    """

    key: str
    kind: Kind
    about: str = ""
    results: tuple[Any, ...] = ()
    page: str = ""
    asked: dict[str, str] = {}
