"""How far each indicator of a programme has come from its baseline to its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from azory_monitor import period
from azory_monitor.compare.figure import Figure, Lines, latest, line_up
from azory_monitor.compare.goal import goal_of
from azory_monitor.compare.status import Judged, Path, judge
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress
from azory_monitor.period import Period

FOLLOWED = ("result", "output", "process")

FLOWS = ("count", "money", "rate")
"""Measures that may add up over time, so that a quarter must not be set against a year."""


@dataclass(frozen=True)
class Case:
    """One indicator in one area, with everything that is known of it.  ``figures`` are in order of time."""

    indicator: Indicator
    target: Target | None
    figures: tuple[Figure, ...]
    is_waiting: bool
    """Every action that is to move the indicator has not started."""
    today: date

    @property
    def has_target(self) -> bool:
        """Whether there is a number to reach, agreed or tentative."""
        return self.target is not None and self.target.state != "not_set" and self.target.value is not None


def progress(programme: Programme, measurements: Sequence[Measurement], area: str, today: date) -> list[Progress]:
    """One verdict for every indicator that a programme wants to move, in the order of the table."""
    lines = line_up(programme, measurements, today)
    followed = [indicator for indicator in programme.indicators.values() if indicator.kind in FOLLOWED]
    cases = [_case(programme, lines, indicator, area, today) for indicator in followed]
    return [_overridden(programme, _progress(case, area)) for case in cases]


def _case(programme: Programme, lines: Lines, indicator: Indicator, area: str, today: date) -> Case:
    """A series shared by two indicators has one target, unless the second states its own."""
    series = programme.series_of(indicator.id)
    target = programme.targets.get(f"{indicator.id} {area}") or programme.targets.get(f"{series} {area}")
    states = {action.state for action in programme.actions.values() if indicator.id in action.indicators}
    return Case(indicator, target, lines.get((series, area), ()), states == {"not_started"}, today)


def _progress(case: Case, area: str) -> Progress:
    path = _path(case)
    last = path.latest if path else latest(case.figures)
    status, reason = judge(path, case.today) if path else _without_path(case)
    if case.target and case.target.state == "tentative" and case.has_target:
        reason = reason or "target_tentative"
    return Progress(
        indicator=case.indicator.id,
        area=area,
        **_target_cells(case.target, case.has_target),
        **_figure_cells(case, last),
        baseline=path.baseline if path else _baseline(case.target, case.figures),
        share=path.share if path and path.is_consistent else None,
        expected_share=path.expected_share if path else None,
        status=status,
        reason=reason,
    )


def _without_path(case: Case) -> Judged:
    """The status where a target or a dated figure is wanting.  What was never begun is not called missing."""
    if not case.figures and case.is_waiting:
        return "not_started", "action_not_started"
    if not case.has_target:
        return "no_target", "target_not_set"
    if not case.figures:
        return "no_data", "no_measurement"
    if latest(case.figures).period.is_undated:
        return "no_data", "undated_only"
    return "cannot_tell", "no_full_year"


def _path(case: Case) -> Path | None:
    target, figures = case.target, _judged_by(case)
    if target is None or not case.has_target or not figures:
        return None
    baseline = _baseline(target, case.figures)
    return Path(
        goal=goal_of(case.indicator, target, baseline),
        every_year=target.every == "year",
        baseline=baseline,
        start=_dated(target.baseline_period),
        due=_dated(target.period),
        latest=figures[-1],
        earlier=figures[:-1],
    )


def _judged_by(case: Case) -> tuple[Figure, ...]:
    """The dated figures a target can be judged by: full years, or stretches as long as baseline and target."""
    dated = tuple(figure for figure in case.figures if not figure.period.is_undated)
    if case.target and case.target.every == "year":
        return tuple(figure for figure in dated if _is_full_year(figure.period, case.today))
    if case.target is None or case.indicator.measure not in FLOWS:
        return dated
    ends = (_dated(case.target.baseline_period), _dated(case.target.period))
    grains = {end.grain for end in ends if end}
    return tuple(figure for figure in dated if figure.period.grain in grains) or dated


def _is_full_year(when: Period, today: date) -> bool:
    return when.grain in ("year", "school_year") and when.end is not None and when.end <= today


def _dated(text: str) -> Period | None:
    when = period.parse(text) if text else period.UNDATED
    return None if when.is_undated else when


def _baseline(target: Target | None, figures: tuple[Figure, ...]) -> float | None:
    """The value a target starts from: as the target states it, else as it was measured in that period."""
    if target is None or target.baseline_value is not None:
        return target.baseline_value if target else None
    start = _dated(target.baseline_period)
    return next((figure.value for figure in figures if figure.period == start and figure.is_exact), None)


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
    start = _dated(case.target.baseline_period) if case.target else None
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
