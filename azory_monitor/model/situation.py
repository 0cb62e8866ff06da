"""What the monitor concludes of several indicators at once: which areas are alike, and an index of them."""

from typing import Literal

from azory_monitor.model.verdicts import Verdict


class PeerPart(Verdict):
    """How one variable sets two areas apart, in standard deviations over all areas compared."""

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
    """The areas of a group by likeness to one of them, nearest first; empty with a reason where there are too few."""

    area: str
    group: str
    variables: tuple[str, ...] = ()
    period: str = ""
    sources: tuple[str, ...] = ()
    entries: tuple[Peer, ...] = ()
    reason: Literal["", "too_few_areas", "no_variable", "area_without_values"] = ""


class IndexTerm(Verdict):
    """What one indicator adds to an area's index: its value, that value normalised with up as good, its weight."""

    indicator: str
    period: str
    value: float
    reference_value: float | None = None
    score: float
    weight: float


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


class Scenario(Verdict):
    """One way of making the index, and what it gives the area that the programme is for."""

    name: str
    """``base``, ``without``, ``half``, ``half_more`` (of ``indicator``), ``min_max``, ``ranks``, ``geometric`` …"""
    indicator: str = ""
    score: float
    rank: int | None = None


class IndexResult(Verdict):
    """An index of several indicators over areas.

    ``standardised``: over ten areas or more, the weighted mean of standard deviations from their mean, up is good.
    ``ratio``: over fewer, the weighted geometric mean of ratios to the reference, turned so that above 1 is good;
    then no area has a rank.  ``depends`` says that which side of the reference (or of the mean) the programme's area
    is on depends on the choices.
    """

    index: str
    area: str
    method: Literal["", "standardised", "ratio"] = ""
    reason: Literal["", "too_few_parts", "no_reference"] = ""
    reference: str
    group: str = ""
    entries: tuple[IndexEntry, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    depends: bool = False
    periods: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
