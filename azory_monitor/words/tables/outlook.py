"""Trends and prospects as tables."""

from collections.abc import Sequence

from azory_monitor.model.outlook import Prospect, Trend
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.words.names import area_name, coded_name, indicator_name
from azory_monitor.words.sentences.outlook import (
    band_words,
    change_words,
    expected_words,
    prospect_phrase,
    prospect_target,
    trend_phrase,
)
from azory_monitor.words.sentences.quantity import decimals_of
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, names_in_caption, or_empty, periods_in_caption, table_of


def trend_table(speaker: Speaker, programme: Programme, results: Sequence[Trend]) -> Table:
    """First and last value, the change between them, the verdict and the test behind it."""
    cells, say = _TrendCells(speaker, programme), speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: indicator_name(speaker, programme, one.indicator)),
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.area)),
        Column(say("heading.trend_period"), cells.periods),
        Column(
            say("heading.first_value"),
            lambda one: cells.value(one, one.first_value),
            True,
            number=lambda one: one.first_value,
        ),
        Column(
            say("heading.last_value"),
            lambda one: cells.value(one, one.last_value),
            True,
            number=lambda one: one.last_value,
        ),
        Column(say("heading.change"), cells.change, True, number=lambda one: one.change),
        Column(say("heading.trend"), lambda one: trend_phrase(speaker, one), stays=True),
        Column(say("heading.test"), lambda one: or_empty(speaker, speaker.label("trend.test", one.method))),
        Column(say("heading.points"), lambda one: speaker.number(one.points), True, number=lambda one: one.points),
    ]
    areas = names_in_caption(area_name(speaker, programme, one.area) for one in results)
    periods = periods_in_caption(speaker, [end for one in results for end in (one.first_period, one.last_period)])
    return table_of(speaker, say("caption.trend", areas=areas or say("cell.empty"), periods=periods), columns, results)


def prospect_table(speaker: Speaker, programme: Programme, results: Sequence[Prospect]) -> Table:
    """The target, the chance of meeting it, and the value that is to be expected; or why no chance is told."""
    cells, say = _ProspectCells(speaker, programme), speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: coded_name(speaker, programme, one.indicator)),
        Column(say("heading.target"), cells.target, stays=True),
        Column(say("heading.chance"), lambda one: prospect_phrase(speaker, one), stays=True),
        Column(say("heading.expected"), cells.expected, True),
        Column(say("heading.band"), cells.band, True),
        Column(say("heading.points"), lambda one: speaker.number(one.points), True),
    ]
    areas = names_in_caption(area_name(speaker, programme, one.area) for one in results)
    return table_of(speaker, say("caption.prospect", areas=areas or say("cell.empty")), columns, results)


class _TrendCells:
    """Writes the cells of one trend."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def periods(self, one: Trend) -> str:
        if one.points < 2:
            return or_empty(self.speaker, self.speaker.period(one.last_period))
        ends = {"first": self.speaker.period(one.first_period), "last": self.speaker.period(one.last_period)}
        return self.speaker.say("periods.range", **ends)

    def value(self, one: Trend, value: float | None) -> str:
        indicator = self.programme.indicators[one.indicator]
        if value is None:
            return self.speaker.say("cell.empty")
        return self.speaker.value(value, indicator, decimals=decimals_of(indicator, one.measurements))

    def change(self, one: Trend) -> str:
        return or_empty(self.speaker, change_words(self.speaker, self.programme.indicators[one.indicator], one))


class _ProspectCells:
    """Writes the cells of one prospect."""

    def __init__(self, speaker: Speaker, programme: Programme) -> None:
        self.speaker, self.programme = speaker, programme

    def target(self, one: Prospect) -> str:
        said = prospect_target(self.speaker, self.programme.indicators[one.indicator], one)
        return said or self.speaker.say("cell.not_set")

    def expected(self, one: Prospect) -> str:
        return or_empty(self.speaker, expected_words(self.speaker, self.programme.indicators[one.indicator], one))

    def band(self, one: Prospect) -> str:
        return or_empty(self.speaker, band_words(self.speaker, self.programme.indicators[one.indicator], one))
