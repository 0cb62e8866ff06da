"""An indicator that a programme wants to move, with its target and its figures, from which progress is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from azory_monitor import period
from azory_monitor.compare.figure import Figure, Lines, line_up
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.state import Programme
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
        return is_set(self.target)


def is_hidden(target: Target | None) -> bool:
    """Whether a target has a number that is not shown."""
    return target is not None and target.state != "not_set" and target.withholds("value")


def is_set(target: Target | None) -> bool:
    """Whether a target has a number, agreed or tentative."""
    return target is not None and target.state != "not_set" and target.value is not None


def cases_of(programme: Programme, measurements: Sequence[Measurement], area: str, today: date) -> list[Case]:
    """One case for every indicator that a programme wants to move, in the order of the table."""
    lines = line_up(programme, measurements, today)
    followed = [indicator for indicator in programme.indicators.values() if indicator.kind in FOLLOWED]
    return [_case(programme, lines, indicator, area, today) for indicator in followed]


def _case(programme: Programme, lines: Lines, indicator: Indicator, area: str, today: date) -> Case:
    """A series shared by two indicators has one target, unless the second states its own."""
    series = programme.series_of(indicator.id)
    target = programme.targets.get(f"{indicator.id} {area}") or programme.targets.get(f"{series} {area}")
    states = {action.state for action in programme.actions.values() if indicator.id in action.indicators}
    return Case(indicator, target, lines.get((series, area), ()), states == {"not_started"}, today)


def judged_by(case: Case) -> tuple[Figure, ...]:
    """The dated figures a target can be judged by: full years, or stretches as long as baseline and target."""
    there = tuple(figure for figure in case.figures if not figure.period.is_undated)
    if case.target and case.target.every == "year":
        return tuple(figure for figure in there if is_full_year(figure.period, case.today))
    if case.target is None or case.indicator.measure not in FLOWS:
        return there
    ends = (dated(case.target.baseline_period), dated(case.target.period))
    grains = {end.grain for end in ends if end}
    return tuple(figure for figure in there if figure.period.grain in grains) or there


def baseline_of(target: Target | None, figures: tuple[Figure, ...]) -> float | None:
    """The value a target starts from: as the target states it, else as it was measured in that period."""
    if target is None or target.baseline_value is not None:
        return target.baseline_value if target else None
    start = dated(target.baseline_period)
    return next((figure.value for figure in figures if figure.period == start and figure.is_exact), None)


def dated(text: str) -> Period | None:
    """A period from its text; None for an empty or undated one."""
    when = period.parse(text) if text else period.UNDATED
    return None if when.is_undated else when


def is_full_year(when: Period, today: date) -> bool:
    """Whether a period is a year that is over."""
    return when.grain in ("year", "school_year") and when.end is not None and when.end <= today
