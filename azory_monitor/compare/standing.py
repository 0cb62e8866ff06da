"""Where an area stands against its benchmarks: one rule, from the counts where they are given.

1. Counts on both sides: the area against the rest of a benchmark that it lies in, or against a separate one.
   Outside the 95 % interval is different, outside the 99.8 % interval clearly so.
2. Rates only: higher or lower, and in which direction; whether by chance cannot be told.
3. Another period, another table, nothing at all: no verdict, the reason instead.
"""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from azory_monitor.compare import chance
from azory_monitor.compare.benchmark import Benchmark, find
from azory_monitor.compare.figure import TESTABLE, Figure, compared, latest, line_up, scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Direction, Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Reason, Side, Standing


def comparisons(
    programme: Programme, measurements: Sequence[Measurement], areas: Sequence[str], today: date | None = None
) -> list[Comparison]:
    """Each area's latest figure against each of its benchmarks, by indicator, area and benchmark.

    An area without a figure gives no comparison.  Periods that begin after ``today`` are not looked at.
    """
    lines = line_up(programme, measurements, today)
    return [
        judge(indicator, figure, find(programme, lines, indicator, figure, benchmark))
        for indicator in compared(programme)
        for area in areas
        if (figure := latest(lines.get((programme.series_of(indicator.id), area), ())))
        for benchmark in programme.benchmarks_of(area)
    ]


def judge(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> Comparison:
    """One comparison, with everything it rests on."""
    rows = (figure.row, *benchmark.rows)
    return Comparison(
        indicator=indicator.id,
        area=figure.row.area,
        period=figure.period.text,
        qualifier=figure.row.qualifier or "",
        benchmark=benchmark.area,
        members=benchmark.members,
        sources=tuple(dict.fromkeys(row.source for row in rows if row.source)),
        measurements=rows,
        **_area_side(indicator, figure),
        **_benchmark_side(indicator, benchmark),
        **_verdict(indicator, figure, benchmark),
    )


def _area_side(indicator: Indicator, figure: Figure) -> dict[str, Any]:
    lower, upper = limits(indicator, figure.numerator, figure.denominator)
    return {
        "value": figure.value,
        "lower": lower,
        "upper": upper,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
    }


def _benchmark_side(indicator: Indicator, benchmark: Benchmark) -> dict[str, Any]:
    lower, upper = limits(indicator, benchmark.numerator, benchmark.denominator)
    return {
        "benchmark_value": benchmark.value,
        "benchmark_lower": lower,
        "benchmark_upper": upper,
        "benchmark_numerator": benchmark.numerator,
        "benchmark_denominator": benchmark.denominator,
    }


def limits(indicator: Indicator, x: float | None, n: float | None) -> tuple[float | None, float | None]:
    """The 95 % interval of one figure by itself, in the indicator's unit; None twice where it has none."""
    if x is None or n is None or indicator.measure not in TESTABLE:
        return None, None
    lower, upper = chance.own_interval(indicator.measure, (x, n))
    return scale(indicator) * lower, scale(indicator) * upper


def _verdict(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> dict[str, Any]:
    if figure.value is None:
        return {"reason": "hidden"}
    if benchmark.value is None:
        return {"reason": benchmark.reason}
    size = {
        "published_difference": gap(figure.value, benchmark.value),
        "ratio": figure.value / benchmark.value if benchmark.value else None,
    }
    counts, others = _counts(indicator, figure), _counts(indicator, benchmark)
    if counts is None or others is None:
        return size | _by_value(indicator, figure, benchmark)
    against = chance.rest_of(indicator.measure, others, counts) if benchmark.contains else others
    if against is None:
        return size | {"reason": "other_definition"}
    return size | _by_counts(indicator, counts, against, benchmark.contains)


def _counts(indicator: Indicator, it: Figure | Benchmark) -> chance.Counts | None:
    if indicator.measure not in TESTABLE or it.numerator is None or it.denominator is None:
        return None
    return it.numerator, it.denominator


def _by_counts(indicator: Indicator, area: chance.Counts, other: chance.Counts, is_rest: bool) -> dict[str, Any]:
    """The verdict of a test."""
    per, weighed = scale(indicator), chance.weigh(indicator.measure, area, other)
    value, rest = per * area[0] / area[1], per * other[0] / other[1]
    method = "newcombe" if indicator.measure == "proportion" else "exact_conditional"
    return {
        "tested_against": "rest" if is_rest else "benchmark",
        "rest_value": rest if is_rest else None,
        "difference": gap(value, rest),
        "difference_lower": per * weighed.difference.lower,
        "difference_upper": per * weighed.difference.upper,
        "ratio_lower": weighed.ratio.lower,
        "ratio_upper": weighed.ratio.upper if math.isfinite(weighed.ratio.upper) else None,
        "method": f"{method}_rest" if is_rest else method,
        "standing": _standing(indicator.direction, gap(value, rest)) if weighed.different else "no_clear_difference",
        "side": side(indicator.direction, gap(value, rest)),
        "clear": weighed.clear,
    }


def _by_value(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> dict[str, Any]:
    """Higher or lower without a test; equal figures, and bounds that do not decide, tell nothing."""
    untested = indicator.measure not in TESTABLE and figure.denominator is not None
    reason: Reason = "no_test" if untested else "counts_not_given"
    result = {"method": "rates_only", "difference": gap(figure.value, benchmark.value), "reason": reason}
    sure = _sure_gap(figure, benchmark)
    if sure:
        return result | {"standing": _word(sure), "side": side(indicator.direction, sure)}
    return result | {"standing": "cannot_tell", "reason": reason if sure == 0 else "inexact"}


def _sure_gap(figure: Figure, benchmark: Benchmark) -> float | None:
    """The gap, the least it can be where a figure is only a bound; None where it may lie on either side."""
    if figure.least == figure.most and benchmark.least == benchmark.most:
        return gap(figure.value, benchmark.value)
    if figure.least > benchmark.most:
        return figure.least - benchmark.most
    return figure.most - benchmark.least if figure.most < benchmark.least else None


def _standing(direction: Direction, by: float) -> Standing:
    return side(direction, by) or _word(by)


def _word(by: float) -> Standing:
    return "higher" if by > 0 else "lower"


def side(direction: Direction, by: float) -> Side:
    """Whether a gap lies in the good or the bad direction; empty where neither is, or where there is no gap."""
    if direction == "neither" or by == 0:
        return ""
    return "better" if (by > 0) == (direction == "higher") else "worse"


def gap(one: float, other: float) -> float:
    """One minus the other; zero where only the rounding of the arithmetic parts them."""
    return 0.0 if math.isclose(one, other, rel_tol=1e-12) else one - other
