"""Readiness, what is owed, what has come in and what looks odd, as tables."""

from collections.abc import Sequence
from typing import get_args

from azory_monitor.model.presented import Table
from azory_monitor.model.quality import Coverage, Due, Need, Outlier, Readiness, Unscheduled
from azory_monitor.model.state import Programme
from azory_monitor.words.names import area_name, coded_name
from azory_monitor.words.sentences.quality import (
    as_printed,
    came_in,
    came_in_time,
    last_known,
    owner_name,
    slip,
    values_owed,
)
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import LISTED, Column, or_empty, periods_in_caption, table_of


def readiness_table(speaker: Speaker, programme: Programme, results: Sequence[Readiness]) -> Table:
    """Each indicator with what it has and lacks, and how much of what it needs is there."""
    say = speaker.say

    def cell(one: Readiness, need: Need) -> str:
        if need not in one.has + one.lacks:
            return say("cell.empty")
        return say("cell.yes" if need in one.has else "cell.lacking")

    columns = [
        Column(say("column.indicator"), lambda one: coded_name(speaker, programme, one.indicator)),
        *(Column(say(f"need.{need}"), lambda one, need=need: cell(one, need), stays=True) for need in get_args(Need)),
        Column(say("heading.has"), lambda one: has_of(speaker, one)),
        Column(say("column.owner"), lambda one: owner_name(speaker, programme, _owner(programme, one))),
    ]
    return table_of(
        speaker, say("caption.readiness", area=area_name(speaker, programme, programme.area.id)), columns, results
    )


def _owner(programme: Programme, one: Readiness) -> str:
    return programme.indicators[one.indicator].owner or programme.indicators[programme.series_of(one.indicator)].owner


def has_of(speaker: Speaker, one: Readiness) -> str:
    """So many of so many needs: "5 of 8"."""
    whole = speaker.number(len(one.has) + len(one.lacks))
    return speaker.say("coverage.of", part=speaker.number(len(one.has)), whole=whole)


def due_table(speaker: Speaker, programme: Programme, dues: Sequence[Due]) -> Table:
    """One row a series: for which periods its values are owed, by whom, since when; the next one; the last known."""
    series: dict[tuple[str, str], list[Due]] = {}
    for due in dues:
        series.setdefault((due.indicator, due.area), []).append(due)
    say = speaker.say
    columns = [
        Column(say("column.indicator"), lambda owed: coded_name(speaker, programme, owed[0].indicator)),
        Column(say("column.area"), lambda owed: area_name(speaker, programme, owed[0].area)),
        Column(say("column.owner"), lambda owed: owner_name(speaker, programme, owed[0].owner)),
        Column(say("heading.owed_for"), lambda owed: or_empty(speaker, _owed_for(speaker, owed))),
        Column(say("column.status"), lambda owed: _state(speaker, owed[0])),
        Column(say("heading.next_due"), lambda owed: or_empty(speaker, _next(speaker, owed))),
        Column(say("heading.latest"), lambda owed: last_known(speaker, programme, owed[0].last)),
    ]
    return table_of(speaker, say("caption.dues"), columns, series.values())


def _owed_for(speaker: Speaker, owed: Sequence[Due]) -> str:
    """The periods that are over: few as a list, more by number with the first and the last."""
    over = [due for due in owed if due.state != "coming"]
    n = values_owed(over)
    if n <= LISTED:
        return ", ".join(speaker.period(due.period) for due in over)
    ends = {"first": speaker.period(over[0].since or over[0].period), "last": speaker.period(over[-1].period)}
    return speaker.count("due.many", n, **ends)


def _state(speaker: Speaker, first: Due) -> str:
    said = speaker.count(f"due_state.{first.state}", first.days_late)
    return speaker.say("due.at_least", state=said) if first.earlier else said


def _next(speaker: Speaker, owed: Sequence[Due]) -> str:
    return ", ".join(speaker.day(due.due_on) for due in owed if due.state == "coming")


def unscheduled_table(speaker: Speaker, programme: Programme, found: Sequence[Unscheduled]) -> Table:
    """Each indicator without an agreed frequency once, with who supplies it and the last value in the first area."""
    say = speaker.say
    first = {one.indicator: one for one in reversed(found) if not one.frequency}
    columns = [
        Column(say("column.indicator"), lambda one: coded_name(speaker, programme, one.indicator)),
        Column(say("column.owner"), lambda one: owner_name(speaker, programme, one.owner), stays=True),
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.area)),
        Column(say("heading.latest"), lambda one: last_known(speaker, programme, one.last)),
    ]
    return table_of(speaker, say("caption.unscheduled"), columns, reversed(first.values()))


def coverage_table(speaker: Speaker, programme: Programme, results: Sequence[Coverage]) -> Table:
    """Each series with how many of its values have come in, and in time, and for which periods they have not."""
    say = speaker.say

    def missing(one: Coverage) -> str:
        return ", ".join(speaker.period(cell.period) for cell in one.cells if cell.state == "late")

    columns = [
        Column(say("column.indicator"), lambda one: coded_name(speaker, programme, one.indicator)),
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.area)),
        Column(say("column.owner"), lambda one: owner_name(speaker, programme, one.owner)),
        Column(say("heading.came_in"), lambda one: came_in(speaker, [one])),
        Column(say("heading.in_time"), lambda one: came_in_time(speaker, [one]) or say("cell.not_known"), stays=True),
        Column(say("heading.not_in"), lambda one: or_empty(speaker, missing(one))),
    ]
    periods = periods_in_caption(speaker, [cell.period for one in results for cell in one.cells])
    return table_of(speaker, say("caption.coverage", periods=periods), columns, results)


def outlier_table(speaker: Speaker, programme: Programme, outliers: Sequence[Outlier]) -> Table:
    """Each value beside the one before it, with what may have slipped."""
    say = speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: coded_name(speaker, programme, one.measurement.indicator)),
        Column(say("column.area"), lambda one: area_name(speaker, programme, one.measurement.area)),
        Column(say("column.period"), lambda one: speaker.period(one.measurement.period)),
        Column(say("heading.figure"), lambda one: as_printed(speaker, programme, one, one.value), True),
        Column(say("heading.before"), lambda one: as_printed(speaker, programme, one, one.before_value), True),
        Column(say("heading.before_period"), lambda one: speaker.period(one.before.period)),
        Column(
            say("heading.slip"),
            lambda one: say(f"slip.{slip(one)}", factor=speaker.number(one.factor)),
        ),
    ]
    return table_of(speaker, say("caption.outliers"), columns, outliers)
