"""Where an area stands against its benchmarks: one rule, from the counts where they are given.

1. Counts on both sides: the area against the rest of a benchmark that it lies in, or against a separate one.
   Outside the 95 % interval is different, outside the 99.8 % interval clearly so.
2. The same area earlier: the two periods as independent counts, unless the definition changed between them.
3. A fixed standard: inside the area's own interval, or not.
4. Means: the same by their standard deviations, where both sides give one.
5. Rates only: higher or lower, and in which direction; whether by chance cannot be told.
6. Another period, another table, nothing at all: no verdict, the reason instead.  Another period on request.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from azory_monitor.compare import chance
from azory_monitor.compare.figure import COMPARABLE, Figure, Lines, latest, line_up
from azory_monitor.compare.standing.benchmark import Benchmark, find
from azory_monitor.compare.standing.verdict import own_interval, verdict
from azory_monitor.compare.standing.yardsticks import earlier, standards
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.period import Period


def comparisons(
    programme: Programme,
    measurements: Sequence[Measurement],
    areas: Sequence[str],
    today: date | None = None,
    when: Period | None = None,
    other_period: bool = False,
) -> list[Comparison]:
    """Each area's latest figure, or that of ``when``, against its benchmarks, by indicator, area and benchmark.

    Areas come first, nearest first, then the area itself earlier, then standards.  An area without a figure gives no
    comparison.  Periods that begin after ``today`` are not looked at.  ``other_period``: where an area that is compared
    with has no figure of the same period, the one of its nearest period is taken.
    """
    lines = line_up(programme, measurements, today)
    return [
        judge(indicator, figure, benchmark)
        for indicator in programme.indicators.values()
        for area in areas
        if (figure := _figure(lines.get((programme.series_of(indicator.id), area), ()), when))
        for benchmark in _benchmarks(programme, lines, indicator, figure, other_period)
    ]


def _figure(line: Sequence[Figure], when: Period | None) -> Figure | None:
    return latest(line) if when is None else next((figure for figure in line if figure.period == when), None)


def _benchmarks(
    programme: Programme, lines: Lines, indicator: Indicator, figure: Figure, other_period: bool
) -> list[Benchmark]:
    """Everything a figure is set against.  What depends on the size of an area is held against standards only."""
    fixed = standards(programme, indicator) if indicator.measure != "fact" else []
    if indicator.measure not in COMPARABLE:
        return fixed
    found = [
        find(programme, lines, indicator, figure, benchmark, other_period)
        for benchmark in programme.benchmarks_of(figure.row.area)
    ]
    before = earlier(programme, lines, indicator, figure)
    return [*found, *([before] if before else []), *fixed]


def judge(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> Comparison:
    """One comparison, with everything it rests on."""
    inside = [benchmark.inside.row] if benchmark.inside and benchmark.inside.row != figure.row else []
    rows = (figure.row, *benchmark.rows, *inside)
    return Comparison(
        indicator=indicator.id,
        area=figure.row.area,
        period=figure.period.text,
        qualifier=figure.row.qualifier or "",
        benchmark=benchmark.id,
        against=benchmark.against,
        benchmark_period=benchmark.period,
        members=benchmark.members,
        worked_out=figure.worked_out or benchmark.worked_out,
        sources=tuple(dict.fromkeys(source for source in (*(row.source for row in rows), benchmark.source) if source)),
        measurements=rows,
        **_area_side(indicator, figure),
        **_benchmark_side(indicator, benchmark),
        **verdict(indicator, figure, benchmark),
    )


def _area_side(indicator: Indicator, figure: Figure) -> dict[str, Any]:
    return {"value": figure.value, **_counted(indicator, figure, "")}


def _benchmark_side(indicator: Indicator, benchmark: Benchmark) -> dict[str, Any]:
    return {"benchmark_value": benchmark.value, **_counted(indicator, benchmark, "benchmark_")}


def _counted(indicator: Indicator, it: Figure | Benchmark, side: str) -> dict[str, Any]:
    """The counts of one side and the 95 % interval that they give it."""
    own = own_interval(indicator, it, chance.DIFFERENT)
    return {
        f"{side}lower": own.lower if own else None,
        f"{side}upper": own.upper if own else None,
        f"{side}numerator": it.numerator,
        f"{side}denominator": it.sample.n if it.sample else it.denominator,
    }
