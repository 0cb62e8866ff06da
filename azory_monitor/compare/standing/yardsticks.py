"""What an area is compared with besides other areas: itself earlier, and fixed standards."""

from dataclasses import replace

from azory_monitor.compare.figure import Figure, Lines, is_broken
from azory_monitor.compare.standing.benchmark import Benchmark, benchmark_of, is_alike
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.yardstick import Standard
from azory_monitor.period import Period


def earlier(programme: Programme, lines: Lines, indicator: Indicator, figure: Figure) -> Benchmark | None:
    """The area's own last figure before its ``figure`` for a period of the same kind; None where it has none.

    The waves of a survey do not add up over a year, so where no earlier one is of the same season, the last is taken.
    """
    series = programme.series_of(indicator.id)
    before = [one for one in lines.get((series, figure.row.area), ()) if _is_before(one.period, figure.period)]
    alike = [one for one in before if is_alike(one.period, figure.period)]
    found = alike or (before if indicator.question else [])
    if not found:
        return None
    last = found[-1]
    broken = is_broken(programme, series, last.period, figure.period)
    return replace(
        benchmark_of(last, figure.row.area),
        against="earlier",
        period=last.period.text,
        reason="hidden" if last.value is None else "other_definition" if broken else "",
    )


def standards(programme: Programme, indicator: Indicator) -> list[Benchmark]:
    """The fixed values that an indicator is held against, also those given for the series it shares."""
    mine = (indicator.id, programme.series_of(indicator.id))
    return [_fixed(one) for one in programme.standards.values() if one.indicator in mine and one.value is not None]


def _fixed(standard: Standard) -> Benchmark:
    value = standard.value or 0.0
    return Benchmark(standard.id, value, value, value, against="standard", source=standard.source)


def _is_before(one: Period, other: Period) -> bool:
    return one.end is not None and other.start is not None and one.end < other.start
