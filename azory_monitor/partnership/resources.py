"""What each institution has to bring in, and what is looked for."""

from azory_monitor.model.partners import Resource
from azory_monitor.model.partnership import Holding, ResourceMap
from azory_monitor.model.state import Programme


def resource_map(programme: Programme) -> ResourceMap:
    """Resources by institution, in the order of that table, and kind; those of nobody last."""
    places = {id: place for place, id in enumerate(programme.institutions)}
    held: dict[tuple[str, str], list[Resource]] = {}
    for row in programme.resources.values():
        held.setdefault((row.institution, row.kind), []).append(row)
    inside = sorted(held, key=lambda holding: places.get(holding[0], len(places)))
    return ResourceMap(holdings=[_holding(institution, kind, held[institution, kind]) for institution, kind in inside])


def _holding(institution: str, kind: str, rows: list[Resource]) -> Holding:
    states: dict[str, list[str]] = {}
    for row in rows:
        states.setdefault(row.state, []).append(row.id)
    return Holding(institution=institution, kind=kind, **states)
