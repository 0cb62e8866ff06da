"""By how much do shares differ from the rest of the benchmark?  In percentage points, with 95 % intervals."""

from collections.abc import Sequence

from azory_monitor.charts.origin import source_line
from azory_monitor.charts.plots import comparison_plot
from azory_monitor.charts.rows import ComparisonRows, Scale
from azory_monitor.charts.ticks import ticks
from azory_monitor.model.presented import Chart, Plot
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import standing_alternative
from azory_monitor.words.names import benchmark_name
from azory_monitor.words.sentences.quantity import quantity
from azory_monitor.words.speaker import Speaker


def difference(
    speaker: Speaker, programme: Programme, results: Sequence[Comparison], theme: str = "light"
) -> Chart | None:
    """One mark a comparison of shares, at the difference in percentage points; None if none has a difference.

    Only percentages are drawn: differences of rates have other units, and no common axis would be honest.
    """
    shares = [result for result in results if result.difference is not None and _is_percentage(programme, result)]
    if not shares:
        return None
    groups = {result.indicator: [other for other in shares if other.indicator == result.indicator] for result in shares}
    return Chart(
        title=sentences.comparison_headline(speaker, programme, shares),
        figure=ComparisonRows(speaker, programme, _scale(speaker, programme, shares), theme).figure([*groups.values()]),
        table=tables.comparison_table(speaker, programme, shares),
        alt=standing_alternative(speaker, programme, shares),
        unit=speaker.say("chart.difference.unit"),
        source=source_line(speaker, programme, [source for result in shares for source in result.sources]),
        plot=_plot(speaker, programme, [result for group in groups.values() for result in group]),
    )


def _plot(speaker: Speaker, programme: Programme, shares: Sequence[Comparison]) -> Plot | None:
    return comparison_plot(
        speaker,
        programme,
        shares,
        read=lambda result: result.difference,
        ends=lambda result: (result.difference_lower, result.difference_upper),
        unit=speaker.say("chart.difference.unit"),
    )


def _is_percentage(programme: Programme, result: Comparison) -> bool:
    indicator = programme.indicators[result.indicator]
    return indicator.measure == "proportion" and indicator.per == 100


def _scale(speaker: Speaker, programme: Programme, shares: Sequence[Comparison]) -> Scale:
    shown = [x for result in shares for x in (result.difference, *_limits(result)) if x is not None]
    low, high = min(0.0, *shown), max(0.0, *shown)
    room = (high - low or 1) * 0.08
    return Scale(
        axis=speaker.sentence("chart.difference.axis"),
        ticks=[(x, _signed(x, speaker.number(x))) for x in ticks(low - room, high + room, 3)],
        origin=0,
        low=low - room,
        high=high + room,
        at=lambda result: result.difference,
        limits=_limits,
        written=lambda result: _signed(
            result.difference, quantity(speaker, programme, result).difference(result.difference)
        ),
        beside=lambda result: _beside(speaker, programme, result),
        interval=lambda _: "chart.note.interval_benchmark",
    )


def _limits(result: Comparison) -> list[float]:
    return [x for x in (result.difference_lower, result.difference_upper) if x is not None]


def _signed(x: float, written: str) -> str:
    return f"+{written}" if x > 0 else written


def _beside(speaker: Speaker, programme: Programme, result: Comparison) -> tuple[str, str]:
    amount, name = quantity(speaker, programme, result), benchmark_name(speaker, programme, result)
    if result.tested_against == "rest":
        return speaker.say("chart.difference.rest", name=name), speaker.number(result.rest_value, amount.decimals)
    return name, amount.bare_other()
