"""What the monitor tells of the road so far: entries in time, challenges, what came of it, the words that are used."""

from typing import Literal

from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.verdicts import Progress, Verdict

Happening = Literal["happened", "going_on", "ahead", "not_recorded", "no_day", "not_known"]
Moved = Literal["", "as_planned", "earlier", "later"]
Lacking = Literal["value", "baseline", "target", "period", "owner"]
Part = Literal["baseline", "barriers", "answer"]


class Entry(Verdict):
    """One thing of the journey: an activity, a milestone or a change of a target.

    ``happening``: it *happened*, is *going_on*, lies *ahead*, was planned for a time that is over with nothing
    recorded since (*not_recorded*), is planned without a date (*no_day*), or nobody said (*not_known*).
    """

    what: Literal["activity", "milestone", "target_change"]
    id: str
    kind: str
    """The kind of activity, else ``milestone`` or ``target_change``."""
    date: str = ""
    """When it happened, ``undated`` where nobody said; empty while it has not."""
    planned: str = ""
    """When it was or is to happen."""
    happening: Happening
    moved: Moved = ""
    """How the day it happened on, or is now planned for, lies to the day that was planned."""
    dated_ahead: bool = False
    """Told as having happened, on a day that is still to come."""
    year: int | None = None
    """The year it stands under: of its date, else of its plan."""
    actions: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    """Further entries of the same event; it is counted once."""
    change: TargetChange | None = None


class Journey(Verdict):
    """All entries, the newest first and those without any date last, with what the page opens with."""

    entries: tuple[Entry, ...] = ()
    first: str = ""
    """The first and last dated thing that happened or goes on; empty where nothing dated did."""
    last: str = ""
    meetings: int = 0
    """Meetings of the local group that were held."""
    last_meeting: str = ""
    """The last of them that has a date, and how many days ago it ended."""
    days_since: int | None = None
    undated_meetings: int = 0


class Steps(Verdict):
    """What is recorded for one action: how many entries happened, go on, or are planned, and the last that did."""

    action: str
    happened: int = 0
    going_on: int = 0
    planned: int = 0
    other: int = 0
    last: str = ""
    """The last dated one that happened or goes on."""


class Followed(Verdict):
    """An indicator that measures how a challenge is met, and what it lacks."""

    indicator: str
    progress: Progress
    lacking: tuple[Lacking, ...] = ()


class Met(Verdict):
    """One challenge with the ids of all that is recorded for it."""

    challenge: str
    strengths: tuple[str, ...] = ()
    """Of ``findings``."""
    weaknesses: tuple[str, ...] = ()
    """Of ``barriers``, as the next two."""
    concerns: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    indicators: tuple[Followed, ...] = ()


class Cell(Verdict):
    """One cell of the matrix of key actions by challenges; ``given`` is false where the source has no such row."""

    key_action: str
    challenge: str
    given: bool
    filled: tuple[Part, ...] = ()
    empty: tuple[Part, ...] = ()


class Unplaced(Verdict):
    """An action in no outcome; ``twin`` is the same action under another objective, where that one is in an outcome."""

    action: str
    twin: str = ""


class FoundTerms(Verdict):
    """Terms that a search found, the nearest first; ``named`` of them are called just that."""

    terms: tuple[str, ...] = ()
    named: int = 0

    @property
    def shared(self) -> bool:
        """Whether the words asked for name more than one thing."""
        return self.named > 1
