"""Which indicators can be monitored and interpreted at all, and what the others lack."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.quality import Need, Readiness
from azory_monitor.model.state import Programme
from azory_monitor.period import Period
from azory_monitor.quality.series import is_value, line_up, part

NEEDS: tuple[Need, ...] = get_args(Need)
OF_CONTEXT = tuple(need for need in NEEDS if need not in ("baseline", "target"))
"""What the context is described by is watched, not moved: nobody sets a target for the age of a block of flats."""


@dataclass(frozen=True)
class _Case:
    """An indicator, the one whose series it shares (or itself), its target, and its series' rows in its area."""

    programme: Programme
    indicator: Indicator
    series: Indicator
    target: Target | None
    rows: tuple[Measurement, ...]
    has_source: bool
    """Whether any measurement of the series, in whatever area, names its source."""


def readiness(programme: Programme, measurements: Iterable[Measurement]) -> list[Readiness]:
    """What each indicator has and lacks in the programme's area, in the order of the table.

    *definition*: what is counted is written down.  *unit*: in words; a score has its described grades instead, a fact
    needs none.  *direction*: which way is good; of the context, that neither is, is an answer too.  *source*: somebody
    supplies the values, or one of them says where it is from.  *frequency*: how often is agreed.  *target*: a number,
    agreed or tentative.  *baseline*: the number that the target starts from, as it states it or as it was measured in
    the period it names.  *two_measurements*: values of two periods that do not overlap, made by one definition; the
    baseline that a target states counts as the value of its period, for progress is told from it; of what is to be
    measured once one dated value is enough.

    An indicator that shares another one's series shares with it the measurements, who supplies them, how often, and
    the target unless it states its own.
    """
    area, rows = programme.area.id, tuple(measurements)
    lines = line_up(programme, rows)
    sourced = {
        programme.series_of(row.indicator) for row in rows if row.source if row.indicator in programme.indicators
    }
    found = []
    for indicator in programme.indicators.values():
        series = programme.indicators[programme.series_of(indicator.id)]
        target = programme.targets.get(f"{indicator.id} {area}") or programme.targets.get(f"{series.id} {area}")
        line = lines.get((series.id, area), ())
        case = _Case(programme, indicator, series, target, line, series.id in sourced)
        found.append(_judged(case, area))
    return found


def _judged(case: _Case, area: str) -> Readiness:
    asked = OF_CONTEXT if case.indicator.kind == "context" else NEEDS
    has = tuple(need for need in asked if _CHECKS[need](case))
    lacks = tuple(need for need in asked if need not in has)
    return Readiness(indicator=case.indicator.id, area=area, has=has, lacks=lacks)


def _has_unit(case: _Case) -> bool:
    if case.indicator.measure == "score":
        return any(grade.indicator == case.indicator.id for grade in case.programme.grades.values())
    return case.indicator.measure == "fact" or bool(case.indicator.unit)


def _is_there(target: Target, column: str) -> bool:
    """Whether a number was given; a hidden one was."""
    return getattr(target, column) is not None or target.withholds(column)


def _has_target(case: _Case) -> bool:
    target = case.target
    return target is not None and target.state != "not_set" and _is_there(target, "value")


def _has_baseline(case: _Case) -> bool:
    if case.target is None or _is_there(case.target, "baseline_value"):
        return case.target is not None
    start = period.parse(case.target.baseline_period) if case.target.baseline_period else period.UNDATED
    return not start.is_undated and any(period.parse(row.period) == start for row in case.rows if is_value(row))


def _has_two(case: _Case) -> bool:
    periods = [period.parse(row.period) for row in case.rows if is_value(row)]
    if case.target and case.target.baseline_period and _is_there(case.target, "baseline_value"):
        periods.append(period.parse(case.target.baseline_period))
    dated = sorted(when for when in periods if not when.is_undated)
    alike = [when for when in dated if _part(case, when) == _part(case, dated[-1])]
    if case.series.frequency == "once":
        return bool(alike)
    earliest = min((when.end for when in alike if when.end), default=None)
    latest = max((when.start for when in alike if when.start), default=None)
    return earliest is not None and latest is not None and earliest < latest


def _part(case: _Case, when: Period) -> int:
    return part(case.programme, case.series.id, when)


_CHECKS: Mapping[Need, Callable[[_Case], bool]] = {
    "definition": lambda case: bool(case.indicator.definition),
    "unit": _has_unit,
    "direction": lambda case: case.indicator.direction != "neither" or case.indicator.kind == "context",
    "source": lambda case: bool(case.indicator.owner or case.series.owner) or case.has_source,
    "frequency": lambda case: bool(case.indicator.frequency or case.series.frequency),
    "baseline": _has_baseline,
    "target": _has_target,
    "two_measurements": _has_two,
}
