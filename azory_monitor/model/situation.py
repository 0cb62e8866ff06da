"""What the monitor concludes of several indicators at once: which areas are alike, and an index of them."""

from typing import Literal

from azory_monitor.model.programme import Direction
from azory_monitor.model.verdicts import Verdict

PeersReason = Literal["", "too_few_areas", "no_variable", "area_without_values"]
IndexMethod = Literal["", "standardised", "ratio"]
IndexReason = Literal["", "too_few_parts", "no_reference"]
Unused = Literal[
    "direction_neither",
    "not_comparable",
    "no_weight",
    "no_spread",
    "no_value",
    "no_reference_value",
    "reference_not_positive",
]
ScenarioName = Literal[
    "base",
    "without",
    "half",
    "half_more",
    "equal",
    "median",
    "min_max",
    "ranks",
    "arithmetic",
    "harmonic",
]


class PeerVariable(Verdict):
    """What areas are likened by: an indicator on one occasion, with its mean and spread over ``areas`` areas.

    ``spread`` is the standard deviation with n - 1, in the indicator's unit, as are ``mean`` and ``own_value``.
    """

    indicator: str
    period: str
    source: str = ""
    areas: int
    mean: float
    spread: float
    own_value: float


class PeerPart(Verdict):
    """How one variable sets two areas apart, in standard deviations over all areas compared; minus is less."""

    indicator: str
    value: float
    own_value: float
    apart: float


class Peer(Verdict):
    """An area and how far it lies from the one that peers are sought for; ``chosen`` if it is among the nearest."""

    area: str
    distance: float
    """Root of the mean of the squared differences, in standard deviations."""
    chosen: bool
    parts: tuple[PeerPart, ...]


class Peers(Verdict):
    """The areas of a group by likeness to one of them, nearest first; empty with a reason where there are too few.

    ``missing`` are the areas of the group with values for fewer than two thirds of the variables.
    """

    area: str
    group: str
    areas: int = 0
    """How many areas of the group are stored, the one itself among them."""
    variables: tuple[PeerVariable, ...] = ()
    sources: tuple[str, ...] = ()
    entries: tuple[Peer, ...] = ()
    missing: tuple[str, ...] = ()
    reason: PeersReason = ""


class IndexTerm(Verdict):
    """What one indicator adds to an area's index: its value, that value normalised with up as good, its weight."""

    indicator: str
    period: str
    value: float
    reference_value: float | None = None
    """What the value is set against: the reference's value for a ratio, else the mean of the areas."""
    score: float
    """Standard deviations from the mean, or the ratio to the reference; turned so that more is better."""
    weight: float
    direction: Direction
    """Which way is good in this index."""


class IndexEntry(Verdict):
    """One area's index with the range of it, and of its rank, over all scenarios."""

    area: str
    score: float
    lowest: float
    highest: float
    rank: int | None = None
    best_rank: int | None = None
    worst_rank: int | None = None
    terms: tuple[IndexTerm, ...]
    missing: tuple[str, ...] = ()
    """Parts of the index that have no value here."""
    not_positive: tuple[str, ...] = ()
    """Parts whose value here is zero or less, of which no ratio can be made."""


class Scenario(Verdict):
    """One way of making the index, and what it gives the area that the programme is for.

    ``min_max`` and ``ranks`` have scales of their own, centred on their mean; the others share that of the index.
    """

    name: ScenarioName
    indicator: str = ""
    """The part that is left out or weighted otherwise."""
    score: float
    own_scale: bool = False
    rank: int | None = None
    side: Literal["", "better", "worse"] = ""
    """On which side of the reference, or of the mean, the area lies."""


class LeftOut(Verdict):
    """A part that no area's index rests on, and why."""

    indicator: str
    reason: Unused


class IndexResult(Verdict):
    """An index of several indicators over areas.

    ``standardised``: over ten areas or more, the weighted mean of standard deviations from their mean, up is good.
    ``ratio``: over fewer, the weighted geometric mean of ratios to the reference, turned so that above 1 is good;
    then no area has a rank.  ``depends`` says that which side of the reference (or of the mean) the programme's area
    is on depends on the choices.
    """

    index: str
    area: str
    method: IndexMethod = ""
    reason: IndexReason = ""
    reference: str
    group: str = ""
    parts: int = 0
    """How many parts the index has by its definition."""
    entries: tuple[IndexEntry, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    depends: bool = False
    left_out: tuple[LeftOut, ...] = ()
    periods: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def own(self) -> IndexEntry | None:
        """The entry of the programme's area, where it has one."""
        return next((entry for entry in self.entries if entry.area == self.area), None)
