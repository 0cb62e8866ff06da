"""What comes in, as tables: problems, changes, batches."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from azory_monitor.model.batch import Batch, Change, Problem
from azory_monitor.model.presented import Table
from azory_monitor.model.row import base_and_language, columns
from azory_monitor.model.tables import TABLES
from azory_monitor.words.sentences.faults import problem_sentence
from azory_monitor.words.speaker import Speaker, languages
from azory_monitor.words.speaker import speaker as speaker_of
from azory_monitor.words.tables.columns import Column, or_empty, table_of


def problem_table(speaker: Speaker, problems: Sequence[Problem]) -> Table:
    """Each problem with its row as the spreadsheet counts; the file as a whole has none."""
    say = speaker.say
    columns = [
        Column(say("heading.row"), lambda one: _number(speaker, one.row), True),
        Column(say("heading.column"), lambda one: or_empty(speaker, one.column)),
        Column(say("heading.raw"), lambda one: or_empty(speaker, one.value)),
        Column(say("heading.problem"), lambda one: problem_sentence(speaker, one)),
    ]
    return table_of(speaker, speaker.count("caption.problems", len(problems)), columns, problems)


_DECLARED = {column.name for row in TABLES.values() for column in columns(row)}
"""Columns whose names are their headings, also where they end like one with a language, as ``same_as`` does."""


class _Cell(NamedTuple):
    change: Change
    column: str
    old: Any
    new: Any


def change_table(speaker: Speaker, changes: Sequence[Change]) -> Table:
    """One line for each cell that would change, old beside new."""
    say = speaker.say
    cells = [_Cell(change, column, *pair) for change in changes for column, pair in change.cells.items()]
    columns = [
        Column(say("heading.row"), lambda one: _number(speaker, one.change.row), True),
        Column(say("heading.key"), lambda one: one.change.key),
        Column(say("heading.column"), lambda one: column_label(speaker, one.column)),
        Column(say("heading.old"), lambda one: _cell(speaker, one.old)),
        Column(say("heading.new"), lambda one: _cell(speaker, one.new)),
    ]
    return table_of(speaker, say("caption.changes"), columns, cells)


def batch_table(speaker: Speaker, batches: Sequence[Batch]) -> Table:
    """Each batch with when, who, what, why, its file and how many rows of which table."""
    say = speaker.say
    columns = [
        Column(say("heading.batch"), lambda one: str(one.id), True),
        Column(say("heading.taken"), lambda one: speaker.moment(one.taken)),
        Column(say("heading.by"), lambda one: f"{one.by} <{one.email}>" if one.email else one.by),
        Column(say("heading.what"), lambda one: speaker.label("what", one.what)),
        Column(say("heading.why"), lambda one: or_empty(speaker, one.why)),
        Column(say("heading.file"), lambda one: or_empty(speaker, one.file or one.name)),
        Column(say("heading.rows"), lambda one: rows_in_words(speaker, one)),
    ]
    return table_of(speaker, say("caption.batches"), columns, batches)


def rows_in_words(speaker: Speaker, batch: Batch) -> str:
    """How many rows of which table a batch holds: "Measurements: 36"."""
    said = [
        speaker.say("rows_of_table", table=speaker.label("table", name), rows=speaker.number(n))
        for name, n in batch.rows.items()
        if n
    ]
    return or_empty(speaker, "; ".join(said))


def column_label(speaker: Speaker, heading: str) -> str:
    """What a column of the data package is called; of a translated one, with the language: "Name (English)".

    A language that the monitor does not speak is given as it stands in the heading.
    """
    name, language = base_and_language(heading)
    if not language or heading in _DECLARED:
        return speaker.say(f"column.{heading}")
    called = speaker_of(language).say("language.name") if language in languages() else language
    return speaker.say("column_in_language", column=speaker.say(f"column.{name}"), language=called)


def _number(speaker: Speaker, row: int) -> str:
    return str(row) if row else speaker.say("cell.empty")


def _cell(speaker: Speaker, value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return speaker.number(value)
    return speaker.say("cell.empty") if value is None else str(value)
