"""Where does an area stand?  Every indicator on one scale: how many times as much as in each benchmark."""

import math
from collections.abc import Sequence

from azory_monitor.charts.origin import source_line
from azory_monitor.charts.plots import comparison_plot
from azory_monitor.charts.rows import ComparisonRows, Scale
from azory_monitor.model.presented import Chart, Plot
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import standing_alternative
from azory_monitor.words.names import benchmark_name
from azory_monitor.words.sentences.quantity import RATIO_PLACES, quantity
from azory_monitor.words.speaker import Speaker

FURTHEST = 4
"""Doublings or halvings that the scale shows at most; what lies beyond stands at its edge, with its number."""
NAMED = {-2: "quarter", -1: "half", 0: "same"}
WORDED = 5
"""Up to so many steps have room for words, more are written as numbers."""


def standing(
    speaker: Speaker, programme: Programme, results: Sequence[Comparison], theme: str = "light"
) -> Chart | None:
    """One mark a comparison, at the ratio of the area's value to the benchmark's; None if there is none.

    The axis counts doublings, so that half as much and twice as much lie equally far from the benchmark.
    An interval is drawn only where the comparison carries limits of the ratio.  The title speaks of the first
    area and the last area it is compared with, the widest; the picture and its text of all.
    """
    if not any(result.ratio is not None for result in results):
        return None
    areas = [one for one in results if one.against == "area"]
    main = [one for one in areas if (one.area, one.benchmark) == (results[0].area, areas[-1].benchmark)]
    return Chart(
        title=sentences.comparison_headline(speaker, programme, main or results),
        figure=ComparisonRows(speaker, programme, _scale(speaker, programme, results), theme).figure(
            _worst_first(results)
        ),
        table=tables.comparison_table(speaker, programme, results),
        alt=standing_alternative(speaker, programme, results),
        unit=speaker.say("chart.standing.unit"),
        source=source_line(speaker, programme, [source for result in results for source in result.sources]),
        plot=_plot(speaker, programme, [result for group in _worst_first(results) for result in group]),
    )


def _plot(speaker: Speaker, programme: Programme, results: Sequence[Comparison]) -> Plot | None:
    return comparison_plot(
        speaker,
        programme,
        results,
        read=lambda result: result.ratio,
        ends=lambda result: (result.ratio_lower, result.ratio_upper),
        unit=speaker.say("chart.standing.unit"),
        decimals=RATIO_PLACES,
    )


def _scale(speaker: Speaker, programme: Programme, results: Sequence[Comparison]) -> Scale:
    steps = _steps(results)
    named = NAMED if len(steps) <= WORDED else {}
    return Scale(
        axis=speaker.sentence("chart.standing.unit"),
        ticks=[(step, _tick(speaker, step, named)) for step in steps],
        origin=0,
        low=steps[0] - 0.1,
        high=steps[-1] + 0.1,
        at=lambda result: None if result.ratio is None else _doublings(result.ratio),
        limits=lambda result: [_doublings(x) for x in _limits(result)],
        written=lambda result: _times(speaker, result.ratio, RATIO_PLACES),
        beside=lambda result: (
            benchmark_name(speaker, programme, result),
            quantity(speaker, programme, result).bare_other(),
        ),
        interval=lambda result: f"chart.note.interval_{result.tested_against}",
    )


def _doublings(ratio: float) -> float:
    return math.log2(ratio) if ratio else -math.inf


def _limits(result: Comparison) -> list[float]:
    """The interval of the ratio; an upper limit that no method bounds lies beyond every scale."""
    if result.ratio_lower is None:
        return []
    return [result.ratio_lower, math.inf if result.ratio_upper is None else result.ratio_upper]


def _steps(results: Sequence[Comparison]) -> range:
    """The doublings on the scale: from half to twice, and further as far as the figures need."""
    shown = [math.log2(x) for one in results for x in (one.ratio, one.ratio_lower, one.ratio_upper) if x]
    low = max(min(shown, default=0.0) + 0.1, -FURTHEST)
    high = min(max(shown, default=0.0) - 0.1, FURTHEST)
    return range(min(math.floor(low), -1), max(math.ceil(high), 1) + 1)


def _tick(speaker: Speaker, step: int, named: dict[int, str]) -> str:
    return speaker.say(f"chart.ratio.{named[step]}") if step in named else _times(speaker, 2.0**step)


def _times(speaker: Speaker, ratio: float, decimals: int | None = None) -> str:
    return speaker.say("chart.ratio.times", x=speaker.number(ratio, decimals))


def _worst_first(results: Sequence[Comparison]) -> list[list[Comparison]]:
    """The comparisons of each indicator and area, furthest on the bad side of the last area compared with first."""
    groups: dict[tuple[str, str], list[Comparison]] = {}
    for result in results:
        groups.setdefault((result.indicator, result.area), []).append(result)
    return sorted(groups.values(), key=_goodness)


def _goodness(group: list[Comparison]) -> float:
    """Below zero on the bad side, above on the good; infinite without a comparison."""
    compared = [result for result in group if result.ratio is not None]
    widest = ([result for result in compared if result.against == "area"] or compared)[-1:]
    if not widest:
        return math.inf
    distance = min(abs(_doublings(widest[0].ratio)), FURTHEST)
    return {"worse": -distance, "better": distance, "": 0.0}[widest[0].side]
