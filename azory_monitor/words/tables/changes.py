"""What two states differ in, as tables: how much of what, then each thing with old beside new."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from azory_monitor.model.changes import Changes, CountTurn, EntryChange, MeasuredChange, TargetTurn, Turn
from azory_monitor.model.presented import Section, Table
from azory_monitor.words import sentences
from azory_monitor.words.names import area_name, coded_name, indicator_name, name_of, source_name
from azory_monitor.words.sentences.changes import ROWS, VALUES, Programmes, knowing
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, or_empty, table_of
from azory_monitor.words.tables.entry import cell_in_words, heading_in_words


def changes_sections(speaker: Speaker, programmes: Programmes, found: Changes) -> list[Section]:
    """One section for each kind of difference that there is, the most telling first."""
    made: list[tuple[str, Sequence[Any], Callable[..., list[Table]]]] = [
        ("turns", found.turns, lambda rows: [turn_table(speaker, programmes, rows)]),
        ("targets", found.targets, lambda rows: [target_turn_table(speaker, programmes, rows)]),
        ("barriers", found.barriers, lambda rows: []),
        ("counts", found.counts, lambda rows: [count_turn_table(speaker, programmes, rows)]),
        ("values", found.measurements, partial(_value_tables, speaker, programmes, found)),
        ("entries", found.entries, partial(_entry_tables, speaker, programmes, found)),
    ]
    told = [sentences.barrier_turn_sentence(speaker, programmes, one) for one in found.barriers]
    notes = {"barriers": told, "turns": _note(speaker, found)}
    return [
        Section(
            title=speaker.say(f"changes.section.{name}"),
            sentences=tuple(notes.get(name, ())),
            tables=tuple(tables(rows)),
        )
        for name, rows, tables in made
        if rows
    ]


def _note(speaker: Speaker, found: Changes) -> list[str]:
    same = sum(turn.same_figures for turn in found.turns)
    return [speaker.ended(speaker.count("changes.turned_alone", same))] if same else []


def _value_tables(speaker: Speaker, programmes: Programmes, found: Changes, rows: Sequence[MeasuredChange]) -> list:
    tallies = [indicator_tally_table(speaker, programmes, found)] if len(found.by_indicator) > 1 else []
    return [*tallies, value_change_table(speaker, programmes, rows)]


def _entry_tables(speaker: Speaker, programmes: Programmes, found: Changes, rows: Sequence[EntryChange]) -> list:
    return [table_tally_table(speaker, found), entry_change_table(speaker, programmes, rows)]


def indicator_tally_table(speaker: Speaker, programmes: Programmes, found: Changes) -> Table:
    """How many values of each indicator are new, corrected …, the most touched first."""
    counted = sorted(found.by_indicator.items(), key=lambda one: -one[1].total())
    columns = [
        Column(
            speaker.say("column.indicator"),
            lambda one: indicator_name(speaker, knowing(programmes, "indicators", one[0]), one[0]),
        ),
        *(Column(speaker.label("value_change", what), partial(_tally, speaker, what), True) for what in VALUES),
    ]
    return table_of(speaker, speaker.say("caption.changed_indicators"), columns, counted)


def table_tally_table(speaker: Speaker, found: Changes) -> Table:
    """How many rows of each table but the measurements are new, changed, gone."""
    counted = [one for one in found.by_table.items() if one[0] != "measurements"]
    columns = [
        Column(speaker.say("heading.table"), lambda one: speaker.label("table", one[0])),
        *(Column(speaker.label("row_change", what), partial(_tally, speaker, what), True) for what in ROWS),
    ]
    return table_of(speaker, speaker.say("caption.changed_tables"), columns, counted)


def _tally(speaker: Speaker, what: str, one: tuple[str, Counter[str]]) -> str:
    return speaker.number(one[1][what]) if one[1][what] else speaker.say("cell.empty")


def value_change_table(speaker: Speaker, programmes: Programmes, rows: Sequence[MeasuredChange]) -> Table:
    """Each value that differs, old beside new."""
    say = speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: _indicator(speaker, programmes, one.row.indicator)),
        Column(say("column.area"), lambda one: _area(speaker, programmes, one.row.area)),
        Column(say("column.period"), lambda one: speaker.period(one.row.period)),
        Column(say("heading.what_changed"), lambda one: speaker.label("value_change", one.what)),
        Column(say("changes.before"), lambda one: or_empty(speaker, _figures(speaker, programmes, one)[0]), True),
        Column(say("changes.after"), lambda one: or_empty(speaker, _figures(speaker, programmes, one)[1]), True),
        Column(say("column.source"), lambda one: or_empty(speaker, _source(speaker, programmes, one))),
    ]
    return table_of(speaker, say("caption.changed_values"), columns, rows)


_figures = sentences.figures_of


def _indicator(speaker: Speaker, programmes: Programmes, id: str) -> str:
    return indicator_name(speaker, knowing(programmes, "indicators", id), id)


def _area(speaker: Speaker, programmes: Programmes, id: str) -> str:
    return area_name(speaker, knowing(programmes, "areas", id), id)


def _source(speaker: Speaker, programmes: Programmes, change: MeasuredChange) -> str:
    return source_name(speaker, knowing(programmes, "sources", change.row.source), change.row.source)


class _Line(NamedTuple):
    change: EntryChange
    heading: str = ""
    old: str = ""
    new: str = ""


def entry_change_table(speaker: Speaker, programmes: Programmes, rows: Sequence[EntryChange]) -> Table:
    """A line for each cell of a changed row, old beside new; one line for a row that is new or gone."""
    say = speaker.say
    lines = [line for change in rows for line in _lines(speaker, programmes, change)]
    columns = [
        Column(say("heading.table"), lambda one: speaker.label("table", one.change.table)),
        Column(say("heading.key"), lambda one: sentences.entry_name(speaker, programmes, one.change)),
        Column(say("heading.what_changed"), lambda one: speaker.label("row_change", one.change.what)),
        Column(say("heading.column"), lambda one: or_empty(speaker, one.heading)),
        Column(say("changes.before"), lambda one: or_empty(speaker, one.old)),
        Column(say("changes.after"), lambda one: or_empty(speaker, one.new)),
    ]
    return table_of(speaker, say("caption.changed_entries"), columns, lines)


def _lines(speaker: Speaker, programmes: Programmes, change: EntryChange) -> list[_Line]:
    if change.what != "changed":
        return [_Line(change)]
    before, after = programmes
    return [
        _Line(
            change,
            heading_in_words(speaker, heading),
            cell_in_words(speaker, before, change.table, heading, old),
            cell_in_words(speaker, after, change.table, heading, new),
        )
        for heading, (old, new) in change.cells.items()
    ]


def turn_table(speaker: Speaker, programmes: Programmes, turns: Sequence[Turn]) -> Table:
    """Each verdict that turned, old beside new."""
    say = speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: _coded(speaker, programmes, one.indicator)),
        Column(say("column.area"), lambda one: _area(speaker, programmes, one.area)),
        Column(say("heading.verdict"), lambda one: sentences.turn_subject(speaker, programmes, one)),
        Column(say("changes.before"), lambda one: sentences.verdict_phrase(speaker, one.before)),
        Column(say("changes.after"), lambda one: sentences.verdict_phrase(speaker, one.after)),
        Column(say("heading.figures"), lambda one: say("changes.figures_same" if one.same_figures else "cell.empty")),
    ]
    return table_of(speaker, say("caption.turns"), columns, turns)


def _coded(speaker: Speaker, programmes: Programmes, id: str) -> str:
    return coded_name(speaker, knowing(programmes, "indicators", id), id)


def target_turn_table(speaker: Speaker, programmes: Programmes, turns: Sequence[TargetTurn]) -> Table:
    """Each target that asks for something else, old beside new."""
    say = speaker.say
    columns = [
        Column(say("column.indicator"), lambda one: _coded(speaker, programmes, one.indicator)),
        Column(say("heading.what_changed"), lambda one: speaker.label("target_effect", one.effect)),
        Column(say("changes.before"), lambda one: sentences.targets_of(speaker, programmes, one)[0]),
        Column(say("changes.after"), lambda one: sentences.targets_of(speaker, programmes, one)[1]),
    ]
    return table_of(speaker, say("caption.target_turns"), columns, turns)


def count_turn_table(speaker: Speaker, programmes: Programmes, turns: Sequence[CountTurn]) -> Table:
    """Each figure of the register that is another one, old beside new."""
    say = speaker.say
    columns = [
        Column(say("count.column.what"), lambda one: _counted(speaker, programmes, one.derivation)),
        Column(say("changes.before"), lambda one: sentences.counts_of(speaker, programmes, one)[0], True),
        Column(say("changes.after"), lambda one: sentences.counts_of(speaker, programmes, one)[1], True),
    ]
    return table_of(speaker, say("caption.count_turns"), columns, turns)


def _counted(speaker: Speaker, programmes: Programmes, id: str) -> str:
    return name_of(speaker, knowing(programmes, "derivations", id), "derivations", id)
