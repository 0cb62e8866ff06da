"""The verdict of one comparison: what was tested against what, what came of it, and why where nothing did."""

import math
from typing import Any

from azory_monitor import stats
from azory_monitor.compare import chance
from azory_monitor.compare.figure import TESTABLE, Figure
from azory_monitor.compare.standing.benchmark import Benchmark
from azory_monitor.model.counts import scale
from azory_monitor.model.programme import Direction, Indicator
from azory_monitor.model.verdicts import Reason, Side, Standing
from azory_monitor.stats import Interval, Sample


def verdict(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> dict[str, Any]:
    """The cells of a comparison that say how the two figures differ."""
    if figure.value is None:
        return {"reason": "hidden"}
    if benchmark.value is None or benchmark.reason:
        return {"reason": benchmark.reason}
    size = _size(indicator, figure.value, benchmark.value)
    if benchmark.against == "standard":
        return size | _by_standard(indicator, figure, benchmark)
    if figure.sample and benchmark.sample:
        return size | _by_means(indicator, figure, figure.sample, benchmark, benchmark.sample)
    counts, others = _counts(indicator, figure), _counts(indicator, benchmark)
    if counts is None or others is None:
        return size | _by_value(indicator, figure, benchmark)
    inside = _counts(indicator, benchmark.inside) if benchmark.inside else None
    against = chance.rest_of(indicator.measure, others, inside) if inside else others
    if against is None:
        return size | {"reason": "other_definition"}
    return size | _by_counts(indicator, counts, against, inside is not None)


def own_interval(indicator: Indicator, it: Figure | Benchmark, level: float) -> Interval | None:
    """The interval of one figure by itself, in the indicator's unit; None where nothing gives one."""
    if it.sample:
        try:
            return stats.mean(it.sample, level)
        except ValueError:
            return None
    counts = _counts(indicator, it)
    if counts is None:
        return None
    lower, upper = chance.own_interval(indicator.measure, counts, level)
    return Interval(scale(indicator) * lower, scale(indicator) * upper)


def _size(indicator: Indicator, value: float, other: float) -> dict[str, Any]:
    """How far two values lie apart; between two grades of a scale there is no such thing."""
    if indicator.measure == "score":
        return {}
    return {"published_difference": gap(value, other), "ratio": value / other if other else None}


def _counts(indicator: Indicator, it: Figure | Benchmark) -> chance.Counts | None:
    if indicator.measure not in TESTABLE or it.numerator is None or it.denominator is None:
        return None
    return it.numerator, it.denominator


def _by_counts(indicator: Indicator, area: chance.Counts, other: chance.Counts, is_rest: bool) -> dict[str, Any]:
    per, weighed = scale(indicator), chance.weigh(indicator.measure, area, other)
    method = "newcombe" if indicator.measure == "proportion" else "exact_conditional"
    value, rest = per * area[0] / area[1], per * other[0] / other[1]
    return _tested(indicator, weighed, value, rest, f"{method}_rest" if is_rest else method, is_rest, per)


def _by_standard(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> dict[str, Any]:
    """Whether the figure's own interval holds the standard."""
    if own_interval(indicator, figure, chance.DIFFERENT) is None:
        return _by_value(indicator, figure, benchmark)
    weighed = chance.weigh_fixed(lambda level: own_interval(indicator, figure, level), benchmark.value)
    return _tested(indicator, weighed, figure.value, benchmark.value, "own_interval")


def _by_means(
    indicator: Indicator, figure: Figure, area: Sample, benchmark: Benchmark, whole: Sample
) -> dict[str, Any]:
    """The verdict of a test of two means; where the area cannot be taken out of the benchmark there is none."""
    inside = benchmark.inside.sample if benchmark.inside else None
    other = stats.without(whole, inside) if inside else whole
    weighed = chance.weigh_means(area, other) if other else None
    if other is None or weighed is None:
        return _by_value(indicator, figure, benchmark)
    return _tested(indicator, weighed, area.mean, other.mean, "welch", inside is not None)


def _tested(
    indicator: Indicator,
    weighed: chance.Weighed,
    value: float,
    other: float,
    method: str,
    is_rest: bool = False,
    per: float = 1.0,
) -> dict[str, Any]:
    """The verdict of a test against ``other``, whose difference comes in units of ``per``."""
    ratio = weighed.ratio or Interval(math.nan, math.nan)
    return {
        "tested_against": "rest" if is_rest else "benchmark",
        "rest_value": other if is_rest else None,
        "difference": gap(value, other),
        "difference_lower": per * weighed.difference.lower,
        "difference_upper": per * weighed.difference.upper,
        "ratio_lower": ratio.lower if math.isfinite(ratio.lower) else None,
        "ratio_upper": ratio.upper if math.isfinite(ratio.upper) else None,
        "method": method,
        "standing": _standing(indicator.direction, gap(value, other)) if weighed.different else "no_clear_difference",
        "side": side(indicator.direction, gap(value, other)),
        "clear": weighed.clear,
    }


def _by_value(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> dict[str, Any]:
    """Higher or lower without a test; equal figures, and bounds that do not decide, tell nothing."""
    reason = _why_untested(indicator, figure, benchmark)
    result: dict[str, Any] = {"method": "rates_only", "reason": reason}
    if indicator.measure != "score":
        result["difference"] = gap(figure.value, benchmark.value)
    sure = _sure_gap(figure, benchmark)
    if sure:
        return result | {"standing": _word(sure), "side": side(indicator.direction, sure)}
    return result | {"standing": "cannot_tell", "reason": reason if sure == 0 else "inexact"}


def _why_untested(indicator: Indicator, figure: Figure, benchmark: Benchmark) -> Reason:
    """What is wanting for a test."""
    if indicator.measure == "mean":
        rows = (figure.row, *benchmark.rows)
        if any(row.spread is None for row in rows):
            return "spread_not_given"
        return "counts_not_given" if any(row.denominator is None for row in rows) else "no_test"
    if indicator.measure == "density":
        return "no_test" if figure.denominator is not None else "counts_not_given"
    return "counts_not_given" if indicator.measure in TESTABLE else "no_test"


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
