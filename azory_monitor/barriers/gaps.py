"""What stands still with no barrier recorded, and what actions lack: nobody has looked there yet."""

from collections.abc import Iterable

from azory_monitor.barriers.hindrances import held_up
from azory_monitor.model.hindrance import ActionGap, Stalled
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress

STALLED = ("behind", "moving_away", "lost", "no_data")


def stalled(programme: Programme, progress: Iterable[Progress]) -> list[Stalled]:
    """The indicators that do not move as they should, or have no data, while no barrier that stands explains it.

    A barrier of an action explains the action's indicators, and of two indicators with one series both.
    """
    standing = [row for row in programme.barriers.values() if row.state != "closed"]
    explained = {programme.series_of(id) for row in standing for id in held_up(programme, row)}
    return [
        Stalled(indicator=one.indicator, status=one.status)
        for one in progress
        if one.status in STALLED and programme.series_of(one.indicator) not in explained
    ]


def action_gaps(programme: Programme) -> list[ActionGap]:
    """Every action that lacks something, in the programme's order."""
    in_outcomes = {id for row in programme.outcomes.values() for id in row.actions}
    blocked = {id for row in programme.barriers.values() for id in row.actions}
    found = [
        ActionGap(
            action=row.id,
            responsible=not row.responsible,
            outcome=bool(programme.outcomes) and row.id not in in_outcomes,
            indicator=not row.indicators,
            barrier=row.id not in blocked,
        )
        for row in programme.actions.values()
    ]
    return [one for one in found if one.responsible or one.outcome or one.indicator or one.barrier]
