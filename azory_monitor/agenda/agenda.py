"""The screens of a meeting in their first order, from the answers of one state."""

from collections.abc import Iterator

from azory_monitor.model.agenda import Item, Moved
from azory_monitor.model.hindrance import Hindrance
from azory_monitor.view import View

DECISIONS = 5
"""So many barriers that need a decision have a screen each; the others share one."""
EXTREMES = 2
"""So many comparisons at each end are told."""
_SEVERITY = ("high", "medium", "low", "")
_REAL = ("improving", "worsening", "rising", "falling")


def agenda(view: View, happened: Moved) -> list[Item]:
    """Every screen of a meeting.  A screen is there even when there is little to tell: that it is little is told."""
    return [
        Item(key="opening", kind="opening"),
        Item(key="moved", kind="moved", results=(happened,), page="barriers"),
        *_standing(view),
        Item(key="trends", kind="trends", results=_trends(view), page="method"),
        *_objectives(view),
        *_decisions(view),
        Item(key="owed", kind="owed", results=(*view.dues(), *view.unscheduled), page="quality"),
        Item(key="questions", kind="questions", results=_questions(view), page="challenges"),
        Item(key="noted", kind="noted"),
    ]


def _standing(view: View) -> Iterator[Item]:
    """The whole picture, then what stands furthest out; with nothing to compare, one screen says so."""
    compared = tuple(view.compared_widely)
    yield Item(key="standing", kind="standing", results=compared, page="baseline")
    ends = [one for one in compared if one.side]
    if ends:
        worst = sorted((one for one in ends if one.side == "worse"), key=_times, reverse=True)[:EXTREMES]
        best = sorted((one for one in ends if one.side == "better"), key=_times, reverse=True)[:EXTREMES]
        yield Item(key="extremes", kind="extremes", results=(*worst, *best), page="baseline")


def _times(one) -> float:
    """How far a ratio lies from 1, as much below as above."""
    return float("inf") if not one.ratio else max(one.ratio, 1 / one.ratio)


def _trends(view: View) -> tuple:
    """The series of the programme's own areas, those that really changed first."""
    return tuple(sorted(view.trends(), key=lambda one: one.movement not in _REAL))


def _objectives(view: View) -> Iterator[Item]:
    for id in view.programme.objectives:
        yield Item(
            key=f"objective.{id}",
            kind="objective",
            about=id,
            results=tuple(view.progress(objective=id)),
            page="objectives",
        )


def _decisions(view: View) -> Iterator[Item]:
    """Barriers that wait for a decision: the gravest first, then those whose review is latest, then the oldest."""
    waiting = sorted((one for one in view.hindrances() if one.asked), key=lambda one: _urgency(view, one))
    for one in waiting[:DECISIONS]:
        yield Item(
            key=f"decision.{one.barrier}", kind="decision", about=one.barrier, results=(one,), page="barriers",
            asked={"theme": one.theme},
        )  # fmt: skip
    if waiting[DECISIONS:]:
        yield Item(key="decisions", kind="decisions", results=tuple(waiting[DECISIONS:]), page="barriers")


def _urgency(view: View, one: Hindrance) -> tuple[int, int, int]:
    severity = view.programme.barriers[one.barrier].severity
    return _SEVERITY.index(severity), -(one.overdue_days or 0), -(one.age_days or 0)


def _questions(view: View) -> tuple[str, ...]:
    """The ids of the questions for which no use of an answer is recorded."""
    rows = view.programme.questions.values()
    return tuple(row.id for row in rows if row.kind == "question" and not any(row.use_made.values()))
