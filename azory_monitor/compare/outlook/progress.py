"""How far each indicator of a programme has come from its baseline to its target."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from azory_monitor.compare.figure import Figure, latest
from azory_monitor.compare.outlook.case import Case, baseline_of, cases_of, dated, is_hidden, judged_by
from azory_monitor.compare.outlook.goal import goal_of
from azory_monitor.compare.outlook.status import Judged, Path, judge
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Target
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress, Withheld


def progress(programme: Programme, measurements: Sequence[Measurement], area: str, today: date) -> list[Progress]:
    """One verdict for every indicator that a programme wants to move, in the order of the table."""
    cases = cases_of(programme, measurements, area, today)
    return [_overridden(programme, _progress(case, area)) for case in cases]


def _progress(case: Case, area: str) -> Progress:
    path = _path(case)
    last = path.latest if path else latest(case.figures)
    status, reason = judge(path, case.today) if path else _without_path(case)
    if reason == "no_baseline" and case.target and case.target.withholds("baseline_value"):
        reason = "hidden"
    if case.target and case.target.state == "tentative" and case.has_target:
        reason = reason or "target_tentative"
    return Progress(
        indicator=case.indicator.id,
        area=area,
        **_target_cells(case.target, case.has_target),
        **_figure_cells(case, last),
        baseline=path.baseline if path else baseline_of(case.target, case.figures),
        withheld=_withheld(case.target),
        share=path.share if path and path.is_consistent else None,
        expected_share=path.expected_share if path else None,
        status=status,
        reason=reason,
    )


def _withheld(target: Target | None) -> tuple[Withheld, ...]:
    """Which of the ends of the way are hidden."""
    ends: dict[Withheld, str] = {"baseline": "baseline_value", "target": "value"}
    return tuple(end for end, column in ends.items() if target and target.withholds(column))


def _without_path(case: Case) -> Judged:
    """The status where a target or a dated figure is wanting.  What was never begun is not called missing."""
    if not case.figures and case.is_waiting:
        return "not_started", "action_not_started"
    if is_hidden(case.target):
        return "cannot_tell", "hidden"
    if not case.has_target:
        return "no_target", "target_not_set"
    if not case.figures:
        return "no_data", "no_measurement"
    if latest(case.figures).period.is_undated:
        return "cannot_tell", "undated_only"
    return "cannot_tell", "no_full_year"


def _path(case: Case) -> Path | None:
    target, figures = case.target, judged_by(case)
    if target is None or not case.has_target or not figures:
        return None
    baseline = baseline_of(target, case.figures)
    return Path(
        goal=goal_of(case.indicator, target, baseline),
        every_year=target.every == "year",
        baseline=baseline,
        start=dated(target.baseline_period),
        due=dated(target.period),
        latest=figures[-1],
        earlier=figures[:-1],
    )


def _target_cells(target: Target | None, has_target: bool) -> dict[str, Any]:
    if target is None:
        return {}
    number = {"target": target.value, "target_upper": target.upper, "operator": target.operator} if has_target else {}
    return number | {
        "state": target.state,
        "baseline_period": target.baseline_period,
        "target_period": target.period,
        "every": target.every,
    }


def _figure_cells(case: Case, last: Figure | None) -> dict[str, Any]:
    if last is None:
        return {}
    start = dated(case.target.baseline_period) if case.target else None
    first = [figure.row for figure in case.figures if figure.period == start and figure is not last]
    return {
        "latest": last.value,
        "latest_period": last.period.text,
        "qualifier": last.row.qualifier or "",
        "measurements": (last.row, *first),
    }


def _overridden(programme: Programme, computed: Progress) -> Progress:
    """The status that a named person gave by hand, with what the figures alone say beside it."""
    by_hand = programme.assessments.get(f"{computed.indicator} {computed.area}")
    if by_hand is None:
        return computed
    return computed.model_copy(
        update={
            "status": by_hand.status,
            "reason": "by_hand",
            "computed_status": computed.status,
            "author": by_hand.author,
            "why": by_hand.why,
        }
    )
