"""Measurements, rankings, conflicts and misfits as tables."""

import dataclasses
from collections.abc import Sequence

from azory_monitor.model.counts import value_of
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Conflict, Misfit, Ranked, Ranking
from azory_monitor.words.names import area_name, indicator_name, place_name, source_name
from azory_monitor.words.numbers import NO_BREAK, places
from azory_monitor.words.sentences.figures import printed
from azory_monitor.words.sentences.quantity import CONFIDENCE
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import (
    Column,
    or_empty,
    periods_in_caption,
    sources_in_caption,
    table_of,
)


def measurement_table(
    speaker: Speaker, programme: Programme, measurements: Sequence[Measurement], of_source: bool = False
) -> Table:
    """Values as their sources print them, with counts, source and place; with their status, where one is not final.

    ``of_source``: what shows the table says of which source it is, so no row says it again.
    """
    cells, say = _FigureCells(speaker, programme), speaker.say
    columns = [
        Column(say("column.indicator"), cells.indicator),
        Column(say("column.area"), cells.area),
        Column(say("column.period"), cells.period),
        Column(say("column.value"), cells.value, True, number=cells.amount),
        Column(say("column.numerator"), cells.numerator, True, number=lambda row: row.numerator),
        Column(say("column.denominator"), cells.denominator, True, number=lambda row: row.denominator),
        *([Column(say("column.status"), cells.status)] if any(cells.is_not_final(row) for row in measurements) else []),
        *([] if of_source else [Column(say("column.source"), cells.source)]),
        Column(say("column.locator"), cells.locator),
    ]
    return table_of(speaker, _measurement_caption(speaker, programme, measurements), columns, measurements)


def _measurement_caption(speaker: Speaker, programme: Programme, measurements: Sequence[Measurement]) -> str:
    told = _told(speaker, programme, measurements)
    names = {row.indicator for row in measurements}
    if len(names) == 1:
        return speaker.say("caption.measurements", indicators=indicator_name(speaker, programme, *names), **told)
    return speaker.count("caption.measurements_many", len(measurements), **told)


def ranking_table(speaker: Speaker, programme: Programme, ranking: Ranking) -> Table:
    """The areas in their order, then those without a value, which have no place."""
    indicator, say = programme.indicators[ranking.indicator], speaker.say
    unit = speaker.unit(indicator)
    heading = say("column_in_language", column=say("column.value"), language=unit) if unit else say("column.value")

    def limits(entry: Ranked) -> str:
        ends = [speaker.bare(end, indicator) for end in (entry.lower, entry.upper) if end is not None]
        return say("range", lower=ends[0], upper=ends[1]) if ends else say("cell.empty")

    columns = [
        Column(say("heading.rank"), lambda entry: speaker.number(entry.rank), True, number=lambda entry: entry.rank),
        Column(say("column.area"), lambda entry: area_name(speaker, programme, entry.area)),
        Column(heading, lambda entry: speaker.bare(entry.value, indicator), True, number=lambda entry: entry.value),
        Column(say("heading.own_interval", level=speaker.percent(CONFIDENCE)), limits, True),
    ]
    table = table_of(speaker, _ranking_caption(speaker, programme, ranking), columns, ranking.entries)
    none = (say("cell.empty"),) * (len(table.columns) - 3)
    without = [
        (say("cell.empty"), area_name(speaker, programme, id), say("cell.missing"), *none) for id in ranking.missing
    ]
    return dataclasses.replace(table, rows=table.rows + tuple(without))


def _ranking_caption(speaker: Speaker, programme: Programme, ranking: Ranking) -> str:
    return speaker.say(
        "caption.ranking",
        indicator=indicator_name(speaker, programme, ranking.indicator),
        group=area_name(speaker, programme, ranking.group),
        periods=periods_in_caption(speaker, [ranking.period]),
        sources=sources_in_caption(speaker, programme, [ranking.source]),
    )


def conflict_table(speaker: Speaker, programme: Programme, conflicts: Sequence[Conflict]) -> Table:
    """Each figure on a line of its own, the one used here marked."""
    cells, say = _FigureCells(speaker, programme), speaker.say
    figures = [figure for conflict in conflicts for figure in conflict.figures]
    used = {id(conflict.figures[0]) for conflict in conflicts}
    columns = [
        Column(say("column.indicator"), cells.indicator),
        Column(say("column.area"), cells.area),
        Column(say("heading.figure"), cells.value, True, number=cells.amount),
        Column(say("column.period"), cells.period),
        Column(say("column.source"), cells.source),
        Column(say("column.locator"), cells.locator),
        Column(say("heading.preferred"), lambda figure: say("cell.yes" if id(figure) in used else "cell.no")),
    ]
    return table_of(speaker, say("caption.conflicts", **_told(speaker, programme, figures)), columns, figures)


def misfit_table(speaker: Speaker, programme: Programme, misfits: Sequence[Misfit]) -> Table:
    """What is printed beside what the counts make of it."""
    cells, say = _FigureCells(speaker, programme), speaker.say
    figures = [misfit.measurement for misfit in misfits]
    columns = [
        Column(say("column.indicator"), lambda one: cells.indicator(one.measurement)),
        Column(say("column.area"), lambda one: cells.area(one.measurement)),
        Column(say("column.period"), lambda one: cells.period(one.measurement)),
        Column(
            say("heading.printed"),
            lambda one: cells.value(one.measurement),
            True,
            number=lambda one: cells.amount(one.measurement),
        ),
        Column(say("heading.recomputed"), cells.recomputed, True, number=lambda one: one.recomputed),
        Column(say("column.numerator"), lambda one: cells.numerator(one.measurement), True),
        Column(say("column.denominator"), lambda one: cells.denominator(one.measurement), True),
    ]
    return table_of(speaker, say("caption.misfits", **_told(speaker, programme, figures)), columns, misfits)


def _told(speaker: Speaker, programme: Programme, figures: Sequence[Measurement]) -> dict[str, str]:
    """The periods and sources of figures, for a caption."""
    return {
        "periods": periods_in_caption(speaker, [figure.period for figure in figures]),
        "sources": sources_in_caption(speaker, programme, [figure.source for figure in figures]),
    }


class _FigureCells:
    """Writes each cell of one figure."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def indicator(self, row: Measurement) -> str:
        return indicator_name(self.speaker, self.programme, row.indicator)

    def area(self, row: Measurement) -> str:
        return area_name(self.speaker, self.programme, row.area)

    def period(self, row: Measurement) -> str:
        return self.speaker.period(row.period)

    def value(self, row: Measurement) -> str:
        if row.status == "hidden":
            return self.speaker.say("cell.hidden")
        if row.value is None and (indicator := self.programme.indicators.get(row.indicator)):
            counted = value_of(indicator, row)
            return self.speaker.say("cell.missing") if counted is None else self._counted(counted, indicator)
        return printed(self.speaker, self.programme, row)

    def amount(self, row: Measurement) -> float | None:
        """The number of the cell: the printed one, else what follows from the counts."""
        if row.status == "hidden" or row.value is not None:
            return None if row.status == "hidden" else row.value
        indicator = self.programme.indicators.get(row.indicator)
        return value_of(indicator, row) if indicator else None

    def _counted(self, value: float, indicator: Indicator) -> str:
        """A value that is not printed but follows from its counts."""
        unit = self.speaker.unit(indicator, value)
        written = self.speaker.estimate(value, indicator)
        return f"{written}{NO_BREAK}{unit}" if unit else written

    def recomputed(self, one: Misfit) -> str:
        row = one.measurement
        indicator = self.programme.indicators[row.indicator]
        return self.speaker.value(one.recomputed, indicator, decimals=places(row.value or 0) + 1)

    def numerator(self, row: Measurement) -> str:
        return self._count(row.numerator)

    def denominator(self, row: Measurement) -> str:
        return self._count(row.denominator)

    def _count(self, count: float | None) -> str:
        return self.speaker.say("cell.empty") if count is None else self.speaker.number(count)

    def status(self, row: Measurement) -> str:
        return self.speaker.label("choice.status", row.status or "final")

    def is_not_final(self, row: Measurement) -> bool:
        return row.status not in ("", "final")

    def source(self, row: Measurement) -> str:
        return or_empty(self.speaker, source_name(self.speaker, self.programme, row.source))

    def locator(self, row: Measurement) -> str:
        return or_empty(self.speaker, place_name(self.speaker, self.programme, row.source, row.locator))
