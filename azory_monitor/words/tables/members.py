"""What a group's average is made of: its members, each with its value and its weight."""

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.names import area_name, source_name
from azory_monitor.words.sentences.figures import printed
from azory_monitor.words.sentences.quantity import quantity
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, periods_in_caption, table_of


def members_table(speaker: Speaker, programme: Programme, comparison: Comparison) -> Table:
    """The members that the benchmark of a comparison is the average of, then those without a value, which are not.

    A member weighs as much as its part of all that were counted, in a plain mean as much as any other.  A benchmark
    that was not averaged here has no rows, and its caption says that its members are not stated.
    """
    cells, say = _MemberCells(speaker, programme, comparison), speaker.say
    columns = [
        Column(say("column.area"), cells.area),
        Column(say("column.value"), cells.value, True),
        Column(say("column.numerator"), cells.numerator, True),
        Column(say("column.denominator"), cells.denominator, True),
        Column(say("column.weight"), cells.weight, True),
        Column(say("column.source"), cells.source),
    ]
    return table_of(speaker, members_caption(speaker, programme, comparison), columns, cells.rows)


def members_caption(speaker: Speaker, programme: Programme, comparison: Comparison) -> str:
    """What kind of average a benchmark is, of how many members and when; or that it is as published."""
    name = area_name(speaker, programme, comparison.benchmark)
    if not comparison.members:
        return speaker.say("members.published", name=name)
    when = periods_in_caption(speaker, [comparison.benchmark_period or comparison.period])
    key = "members.plain" if comparison.benchmark_denominator is None else "members.pooled"
    value = quantity(speaker, programme, comparison).other()
    said = speaker.count(key, len(comparison.members), name=name, period=when, value=value)
    left_out = _without_value(programme, comparison)
    if not left_out:
        return said
    names = speaker.join(area_name(speaker, programme, area) for area in left_out)
    return speaker.say("members.left_out", said=said, names=names)


def _without_value(programme: Programme, comparison: Comparison) -> list[str]:
    members = programme.members_of(comparison.benchmark)
    return [area for area in members if area != comparison.area and area not in comparison.members]


class _MemberCells:
    """Writes each cell of one member of a group."""

    def __init__(self, speaker: Speaker, programme: Programme, comparison: Comparison) -> None:
        self.speaker, self.programme, self.comparison = speaker, programme, comparison
        self.rows = [row for row in comparison.measurements[1:] if row.area in comparison.members]

    def area(self, row: Measurement) -> str:
        return area_name(self.speaker, self.programme, row.area)

    def value(self, row: Measurement) -> str:
        if row.value is not None:
            return printed(self.speaker, self.programme, row)
        per = self.programme.indicators[row.indicator].per or 1
        shown = quantity(self.speaker, self.programme, self.comparison)
        whole = per * (row.numerator or 0) / (row.denominator or 1)
        return self.speaker.value(whole, shown.indicator, row.qualifier, shown.decimals)

    def numerator(self, row: Measurement) -> str:
        return self._count(row.numerator)

    def denominator(self, row: Measurement) -> str:
        return self._count(row.denominator)

    def _count(self, count: float | None) -> str:
        return self.speaker.say("cell.empty") if count is None else self.speaker.number(count)

    def weight(self, row: Measurement) -> str:
        total = self.comparison.benchmark_denominator
        share = 1 / len(self.rows) if total is None else (row.denominator or 0) / total
        return self.speaker.percent(100 * share, 1)

    def source(self, row: Measurement) -> str:
        return or_empty(self.speaker, source_name(self.speaker, self.programme, row.source))
