"""Comparisons as a table."""

from collections.abc import Sequence

from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.names import area_name, benchmark_name, indicator_name
from azory_monitor.words.sentences.quantity import CONFIDENCE, RATIO_PLACES, quantity
from azory_monitor.words.sentences.standing import standing_phrase
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import (
    Column,
    names_in_caption,
    or_empty,
    periods_in_caption,
    sources_in_caption,
    table_of,
)


def comparison_table(speaker: Speaker, programme: Programme, comparisons: Sequence[Comparison]) -> Table:
    """Value beside benchmark, difference with interval, and standing; the unit has its own column.

    Where all rows are of one area and one benchmark, their names head the two columns of values.
    """
    cells = _ComparisonCells(speaker, programme)
    say = speaker.say
    pairs = {(cells.area(one), cells.benchmark(one)) for one in comparisons}
    difference = say("heading.difference_rest" if _all_rest(comparisons) else "heading.difference")
    columns = [
        Column(say("column.indicator"), cells.indicator),
        Column(say("column.unit"), cells.unit),
        Column(say("column.period"), cells.period),
        *(_one_pair(cells, *next(iter(pairs))) if len(pairs) == 1 else _many_pairs(cells)),
        Column(difference, cells.difference, True, number=lambda one: one.difference),
        Column(say("heading.interval", level=speaker.percent(CONFIDENCE)), cells.interval, True),
        Column(say("heading.ratio"), cells.ratio, True, number=lambda one: one.ratio),
        Column(say("heading.standing"), cells.standing),
    ]
    return table_of(speaker, _comparison_caption(speaker, programme, comparisons), columns, comparisons)


def _one_pair(cells: "_ComparisonCells", area: str, benchmark: str) -> list[Column]:
    return [
        Column(area, cells.value, True, number=lambda one: one.value),
        Column(benchmark, cells.benchmark_value, True, number=lambda one: one.benchmark_value),
    ]


def _many_pairs(cells: "_ComparisonCells") -> list[Column]:
    say = cells.speaker.say
    return [
        Column(say("column.area"), cells.area),
        Column(say("column.value"), cells.value, True, number=lambda one: one.value),
        Column(say("heading.benchmark"), cells.benchmark),
        Column(say("heading.benchmark_value"), cells.benchmark_value, True, number=lambda one: one.benchmark_value),
    ]


def _all_rest(comparisons: Sequence[Comparison]) -> bool:
    return bool(comparisons) and all(one.tested_against == "rest" for one in comparisons)


def _comparison_caption(speaker: Speaker, programme: Programme, comparisons: Sequence[Comparison]) -> str:
    areas = [
        name
        for one in comparisons
        for name in (area_name(speaker, programme, one.area), benchmark_name(speaker, programme, one))
    ]
    return speaker.say(
        "caption.comparison",
        areas=names_in_caption(areas) or speaker.say("cell.empty"),
        periods=periods_in_caption(speaker, [one.period for one in comparisons]),
        sources=sources_in_caption(speaker, programme, [source for one in comparisons for source in one.sources]),
    )


class _ComparisonCells:
    """Writes each cell of one comparison."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def indicator(self, one: Comparison) -> str:
        return indicator_name(self.speaker, self.programme, one.indicator)

    def unit(self, one: Comparison) -> str:
        return or_empty(self.speaker, self.speaker.unit(self.programme.indicators[one.indicator]))

    def period(self, one: Comparison) -> str:
        return self.speaker.period(one.period)

    def area(self, one: Comparison) -> str:
        return area_name(self.speaker, self.programme, one.area)

    def benchmark(self, one: Comparison) -> str:
        return benchmark_name(self.speaker, self.programme, one)

    def value(self, one: Comparison) -> str:
        if one.value is None and one.reason == "hidden":
            return self.speaker.say("cell.hidden")
        return quantity(self.speaker, self.programme, one).bare_own()

    def benchmark_value(self, one: Comparison) -> str:
        if one.benchmark_value is None and one.reason == "hidden" and one.value is not None:
            return self.speaker.say("cell.hidden")
        return quantity(self.speaker, self.programme, one).bare_other()

    def difference(self, one: Comparison) -> str:
        amount = quantity(self.speaker, self.programme, one)
        return or_empty(self.speaker, "" if one.difference is None else amount.difference(one.difference))

    def interval(self, one: Comparison) -> str:
        if one.difference_lower is None or one.difference_upper is None:
            return self.speaker.say("cell.empty")
        return quantity(self.speaker, self.programme, one).span(one.difference_lower, one.difference_upper)

    def ratio(self, one: Comparison) -> str:
        return or_empty(self.speaker, "" if one.ratio is None else self.speaker.number(one.ratio, RATIO_PLACES))

    def standing(self, one: Comparison) -> str:
        return standing_phrase(self.speaker, one)
