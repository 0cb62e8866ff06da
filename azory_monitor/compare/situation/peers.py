"""Which areas of a group are most like one of them, by everything that enough of them have figures for.

Each variable is standardised over all areas of the group that have it, so that years and percent weigh alike.  The
distance of two areas is the root of the mean squared difference over the variables that both have: Euclid's, divided
by the number of variables, so that one missing value does not bring an area nearer.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from azory_monitor.compare.figure import Lines, compared, line_up
from azory_monitor.compare.situation.units import FEWEST, Occasion, enough_of, occasion, sources_of, units
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.situation import Peer, PeerPart, Peers, PeersReason, PeerVariable
from azory_monitor.model.state import Programme
from azory_monitor.stats.together import rounded, spread

CHOSEN = 5
"""So many nearest are called peers: few enough to be named, and enough that no single one sets their average."""


@dataclass(frozen=True)
class _Variable:
    """An indicator on its occasion, with the mean and the spread of its values."""

    indicator: str
    occasion: Occasion
    mean: float
    spread: float

    def value(self, area: str) -> float | None:
        figure = self.occasion.figures.get(area)
        return figure.value if figure else None


def peers(
    programme: Programme, measurements: Sequence[Measurement], area: str, today: date | None = None
) -> list[Peers]:
    """For every group of an area, its other areas by likeness to it, nearest first."""
    lines = line_up(programme, measurements, today)
    return [_peers(programme, lines, area, group) for group in programme.areas[area].groups]


def _peers(programme: Programme, lines: Lines, area: str, group: str) -> Peers:
    members = units(programme, group)
    every = _variables(programme, lines, members, area)
    own = [one for one in every if one.value(area) is not None]
    reason = _reason(members, area, every, own)
    if reason:
        return Peers(area=area, group=group, areas=len(members), reason=reason)
    found = {other: _apart(own, area, other) for other in members if other != area}
    enough = enough_of(len(own))
    return Peers(
        area=area,
        group=group,
        areas=len(members),
        variables=tuple(_told(one, area) for one in own),
        sources=sources_of([one.occasion for one in own]),
        entries=_nearest_first({other: parts for other, parts in found.items() if len(parts) >= enough}),
        missing=tuple(other for other, parts in found.items() if len(parts) < enough),
    )


def _variables(programme: Programme, lines: Lines, members: tuple[str, ...], area: str) -> list[_Variable]:
    """Every comparable series that enough members have and that sets any two of them apart, each once."""
    found = {}
    for indicator in compared(programme):
        series = programme.series_of(indicator.id)
        there = occasion(lines, series, members, area)
        if there and series not in found:
            values = list(there.values().values())
            found[series] = _Variable(indicator.id, there, statistics.fmean(values), spread(values))
    return [one for one in found.values() if one.spread]


def _reason(members: tuple[str, ...], area: str, every: list[_Variable], own: list[_Variable]) -> PeersReason:
    if len(members) < FEWEST or area not in members:
        return "too_few_areas"
    if not every:
        return "no_variable"
    return "" if own else "area_without_values"


def _told(one: _Variable, area: str) -> PeerVariable:
    return PeerVariable(
        indicator=one.indicator,
        period=one.occasion.period.text,
        source=one.occasion.source,
        areas=len(one.occasion.figures),
        mean=one.mean,
        spread=one.spread,
        own_value=one.value(area) or 0.0,
    )


def _apart(variables: list[_Variable], area: str, other: str) -> tuple[PeerPart, ...]:
    return tuple(
        PeerPart(indicator=one.indicator, value=value, own_value=own, apart=(value - own) / one.spread)
        for one in variables
        if (own := one.value(area)) is not None and (value := one.value(other)) is not None
    )


def _nearest_first(found: dict[str, tuple[PeerPart, ...]]) -> tuple[Peer, ...]:
    """All areas by distance; who is as near as the last of the chosen is chosen too."""
    distances = {area: math.sqrt(statistics.fmean(part.apart**2 for part in parts)) for area, parts in found.items()}
    furthest = sorted(map(rounded, distances.values()))[:CHOSEN][-1:]
    entries = [
        Peer(area=area, distance=distance, chosen=rounded(distance) <= furthest[0], parts=found[area])
        for area, distance in distances.items()
    ]
    return tuple(sorted(entries, key=lambda entry: rounded(entry.distance)))
