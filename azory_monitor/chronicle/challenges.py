"""How the challenges of carrying a programme out are met, and which actions came to no outcome."""

from collections.abc import Sequence
from typing import get_args

from azory_monitor.model.chronicle import Cell, Followed, Lacking, Met, Part, Unplaced
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress

_WORRIES = ("concern", "threat")
_PARTS: tuple[Part, ...] = get_args(Part)


def challenges(programme: Programme, progress: Sequence[Progress]) -> list[Met]:
    """Each challenge, in the order of the programme, with all that is recorded for it."""
    return [_met(programme, progress, challenge) for challenge in programme.challenges]


def matrix(programme: Programme) -> list[Cell]:
    """Every key action by every challenge, row by row, whether the source fills it or not."""
    return [
        _cell(programme, action, challenge) for challenge in programme.challenges for action in programme.key_actions
    ]


def without_outcome(programme: Programme) -> list[Unplaced]:
    """The actions that no outcome names."""
    placed = {action for outcome in programme.outcomes.values() for action in outcome.actions}
    return [
        Unplaced(action=action, twin=next((twin for twin in _twins(programme, action) if twin in placed), ""))
        for action in programme.actions
        if action not in placed
    ]


def _met(programme: Programme, progress: Sequence[Progress], challenge: str) -> Met:
    barriers = [row for row in programme.barriers.values() if row.challenge == challenge]
    findings = [row for row in programme.findings.values() if row.challenge == challenge]
    return Met(
        challenge=challenge,
        strengths=tuple(row.id for row in findings if row.kind == "strength"),
        weaknesses=tuple(row.id for row in barriers if row.kind == "weakness"),
        concerns=tuple(row.id for row in barriers if row.kind in _WORRIES),
        barriers=tuple(row.id for row in barriers if row.kind == "barrier"),
        proposals=tuple(row.id for row in programme.proposals.values() if row.challenge == challenge),
        indicators=tuple(
            _followed(programme.indicators[one.indicator], one)
            for one in progress
            if programme.indicators[one.indicator].challenge == challenge
        ),
    )


def _followed(indicator: Indicator, progress: Progress) -> Followed:
    """A value that is hidden is there; a target that nobody agreed lacks no date, because it lacks everything."""
    lacks: dict[Lacking, bool] = {
        "value": progress.latest is None and not progress.latest_period,
        "baseline": progress.baseline is None and "baseline" not in progress.withheld,
        "target": progress.target is None and "target" not in progress.withheld,
        "period": progress.target is not None and not progress.target_period and not progress.every,
        "owner": not indicator.owner,
    }
    return Followed(
        indicator=indicator.id, progress=progress, lacking=tuple(name for name, is_so in lacks.items() if is_so)
    )


def _cell(programme: Programme, key_action: str, challenge: str) -> Cell:
    row = programme.responses.get(f"{key_action} {challenge}")
    filled = tuple(part for part in _PARTS if row and any(getattr(row, part).values()))
    return Cell(
        key_action=key_action,
        challenge=challenge,
        given=row is not None,
        filled=filled,
        empty=tuple(part for part in _PARTS if part not in filled),
    )


def _twins(programme: Programme, action: str) -> list[str]:
    """The same action under other codes."""
    first = programme.actions[action].same_as or action
    return [row.id for row in programme.actions.values() if first in (row.id, row.same_as) and row.id != action]
