"""What the monitor concludes of its partners: who works with whom, who comes, what there is, and who pays."""

from typing import Literal

from azory_monitor.model.row import Text
from azory_monitor.model.verdicts import Verdict

TieKind = Literal["", "formal", "informal"]
Presence = Literal["active", "quiet", "last_seen", "undated_only", "never"]
ResourceState = Literal["available", "shared", "needed", "lost"]
Stage = Literal["idea", "prepared", "sent", "funded", "not_funded", "resubmitted", "ended"]
YearState = Literal["covered", "uncovered", "unknown"]
OpenReason = Literal["not_secured", "refused", "ran_out", "to_come"]


class Pair(Verdict):
    """Two institutions: the activities that both took part in, and what else binds them.

    ``first`` and ``last`` are the earliest and latest dated ones, empty where none has a date.  ``within`` says that
    one of the two is a part of the other, so that their working together is no partnership.
    """

    institution: str
    other: str
    activities: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    tie: TieKind = ""
    tie_since: str = ""
    tie_about: Text = {}
    within: bool = False

    @property
    def times(self) -> int:
        """How many activities both took part in."""
        return len(self.activities)


class Partner(Verdict):
    """How many others an institution took part in something with (``degree``), and in how many activities."""

    institution: str
    degree: int
    activities: int


class Cooperation(Verdict):
    """Who works with whom: partners with most links first, pairs with most activities first.

    Of ``took_place`` activities only ``shared`` name two institutions or more, and ``unnamed`` name none at all.
    """

    partners: tuple[Partner, ...] = ()
    pairs: tuple[Pair, ...] = ()
    took_place: int = 0
    shared: int = 0
    unnamed: int = 0

    @property
    def working(self) -> tuple[Pair, ...]:
        """The pairs that did something together and are not parts of one another."""
        return tuple(pair for pair in self.pairs if pair.times and not pair.within)


class Attendance(Verdict):
    """What an institution took part in, and how steadily it came to the local group.

    ``listed`` counts the meetings with a list of who came while it belonged to the group, ``attended`` those it is
    on; ``longest_gap`` is the most such meetings missed in a row.  ``last_seen`` is the latest dated activity.
    """

    institution: str
    listed: int = 0
    attended: int = 0
    longest_gap: int = 0
    organised: int = 0
    partnered: int = 0
    present: int = 0
    last_seen: str = ""
    entries: tuple[str, ...] = ()
    """Everything that it took part in, or was awaited at, by id."""
    presence: Presence

    @property
    def took_part(self) -> int:
        """All activities it organised, ran or came to."""
        return self.organised + self.partnered + self.present

    @property
    def continuity(self) -> float | None:
        """The part of the listed meetings that it came to; None where there is no list."""
        return self.attended / self.listed if self.listed else None


class Participation(Verdict):
    """Every institution's attendance, and how far it can be told: few meetings may have a list of who came."""

    entries: tuple[Attendance, ...] = ()
    meetings: int = 0
    listed: int = 0
    last_entry: str = ""
    """The latest dated activity of the register."""


class Holding(Verdict):
    """The resources of one kind that an institution has, by id; ``institution`` empty where nobody is named."""

    institution: str
    kind: str
    available: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class ResourceMap(Verdict):
    """What there is, by institution and kind, and what is looked for."""

    holdings: tuple[Holding, ...] = ()

    def of(self, state: ResourceState) -> tuple[str, ...]:
        """The ids of all resources in one state."""
        return tuple(id for one in self.holdings for id in getattr(one, state))


class Chain(Verdict):
    """An application and those that put it in again, by id, the first one first; ``stage`` is the last one's."""

    entries: tuple[str, ...]
    stage: Stage


class Staged(Verdict):
    """The funding of one kind at one stage, by id."""

    kind: str
    stage: Stage
    entries: tuple[str, ...]


class FundedYear(Verdict):
    """What pays in a year, by id.  *unknown*: the register has no entry of that year or of any later one."""

    year: int
    state: YearState
    entries: tuple[str, ...] = ()


class OpenCost(Verdict):
    """A running cost that nothing pays for today; ``when`` its money ended, or is to come."""

    entry: str
    reason: OpenReason
    when: str = ""


class Money(Verdict):
    """A sum in one currency; sums of different currencies are never added."""

    currency: str
    amount: float
    entries: tuple[str, ...]


class FundingState(Verdict):
    """What pays for the programme, from the first idea on.

    ``secured`` are the entries that are funded or were; ``yearless`` those of them that do not say for which years,
    ``unpriced`` those without a sum.  ``new_sources`` names one entry for each new source that has paid.
    """

    chains: tuple[Chain, ...] = ()
    staged: tuple[Staged, ...] = ()
    years: tuple[FundedYear, ...] = ()
    open_costs: tuple[OpenCost, ...] = ()
    new_sources: tuple[str, ...] = ()
    money: tuple[Money, ...] = ()
    secured: tuple[str, ...] = ()
    yearless: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()

    def at(self, stage: Stage) -> tuple[str, ...]:
        """All entries at one stage."""
        return tuple(id for one in self.staged if one.stage == stage for id in one.entries)

    @property
    def uncovered(self) -> tuple[int, ...]:
        """The years that nothing is known to pay for, though the register reaches them."""
        return tuple(one.year for one in self.years if one.state == "uncovered")
