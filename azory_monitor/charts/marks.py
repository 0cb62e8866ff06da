"""Which mark stands for which verdict: a shape, a colour, full or hollow, and the word beside it."""

from dataclasses import dataclass
from typing import Any

from azory_monitor.model.outlook import Movement
from azory_monitor.model.quality import CellState
from azory_monitor.model.verdicts import Comparison, Status

SIZE, DASH = 13, 8
"""Diameter of a mark, and half the length of one that is a dash."""

IN_GRID = 11
"""Diameter of a mark in a grid of many narrow columns."""


@dataclass(frozen=True)
class Mark:
    """``colour`` is an entry of the palette; a mark that is not ``full`` leaves something open."""

    symbol: str
    colour: str
    full: bool
    word: str
    """Its key in the catalogue."""


_STANDING = {
    "better": ("triangle-up", "better"),
    "worse": ("triangle-down", "worse"),
    "no_clear_difference": ("circle", "same"),
    "higher": ("diamond", "ink"),
    "lower": ("diamond", "ink"),
}
_UNTESTED = {
    "better": Mark("triangle-up", "better", False, "chart.side.better"),
    "worse": Mark("triangle-down", "worse", False, "chart.side.worse"),
    "higher": Mark("diamond", "quiet", False, "standing.higher"),
    "lower": Mark("diamond", "quiet", False, "standing.lower"),
    "cannot_tell": Mark("circle", "quiet", False, "standing.cannot_tell"),
}
STATUS: dict[Status, Mark] = {
    "achieved": Mark("square", "better", True, "chart.status.achieved"),
    "on_course": Mark("triangle-up", "better", True, "chart.status.on_course"),
    "behind": Mark("diamond", "worse", True, "chart.status.behind"),
    "moving_away": Mark("triangle-down", "worse", True, "chart.status.moving_away"),
    "lost": Mark("x", "worse", True, "chart.status.lost"),
    "no_target": Mark("circle", "quiet", False, "chart.status.no_target"),
    "no_data": Mark("square", "quiet", False, "chart.status.no_data"),
    "not_started": Mark("line-ew", "quiet", False, "chart.status.not_started"),
    "cannot_tell": Mark("diamond", "quiet", False, "chart.status.cannot_tell"),
}

MOVEMENT: dict[Movement, Mark] = {
    "improving": Mark("triangle-up", "better", True, "movement.improving"),
    "worsening": Mark("triangle-down", "worse", True, "movement.worsening"),
    "rising": Mark("diamond", "ink", True, "movement.rising"),
    "falling": Mark("diamond", "ink", True, "movement.falling"),
    "within_noise": Mark("circle", "same", True, "movement.within_noise"),
    "too_few": Mark("circle", "quiet", False, "movement.too_few"),
    "cannot_tell": Mark("circle", "quiet", False, "movement.cannot_tell"),
}
HAS = Mark("circle", "ink", True, "chart.readiness.has")
LACKS = Mark("circle", "quiet", False, "chart.readiness.lacks")
CELL: dict[CellState, Mark] = {
    "in": Mark("circle", "ink", True, "cell_state.in"),
    "in_late": Mark("diamond", "ink", True, "cell_state.in_late"),
    "hidden": Mark("square", "same", True, "cell_state.hidden"),
    "late": Mark("x", "worse", True, "cell_state.late"),
    "due": Mark("circle", "quiet", False, "cell_state.due"),
    "no_value": Mark("line-ew", "quiet", False, "cell_state.no_value"),
    "not_due": Mark("diamond", "quiet", False, "cell_state.not_due"),
}
"""What became of the value of one period."""


def of_standing(comparison: Comparison) -> Mark:
    """The mark of a comparison; hollow where the figures show a side but nothing tells whether by chance."""
    if comparison.reason or comparison.standing == "cannot_tell":
        return _UNTESTED[comparison.side or comparison.standing]
    symbol, colour = _STANDING[comparison.standing]
    is_clear = comparison.clear and comparison.standing != "no_clear_difference"
    return Mark(symbol, colour, True, f"{'standing_clear' if is_clear else 'standing'}.{comparison.standing}")


def drawn(marks: list[Mark], colours: dict[str, str], size: int = SIZE) -> dict[str, Any]:
    """The marks of one trace as plotly's ``marker``, ``size`` pixels wide."""
    outlines = [colours[mark.colour] for mark in marks]
    return {
        "symbol": [mark.symbol for mark in marks],
        "size": [min(DASH, size - 4) if mark.symbol == "line-ew" else size for mark in marks],
        "color": [outline if mark.full else colours["paper"] for mark, outline in zip(marks, outlines, strict=True)],
        "line": {"color": outlines, "width": 2},
        "opacity": 1,
    }
