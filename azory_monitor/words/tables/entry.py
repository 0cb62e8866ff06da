"""One entry of a table, cell by cell, in the reader's words: what it says, and what two versions differ in."""

from collections.abc import Iterator, Mapping
from typing import Any

from azory_monitor.model.column import Column
from azory_monitor.model.row import base_and_language, columns
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.incoming import column_label
from azory_monitor.words.tables.register import written

Cells = Mapping[str, Any]
"""Plain cells by heading, as a file or the database holds them."""


def entry_facts(speaker: Speaker, programme: Programme, table: str, cells: Cells) -> list[tuple[str, str]]:
    """Heading and content of every filled cell but the id."""
    told = [(heading, cell_in_words(speaker, programme, table, heading, cells.get(heading))) for heading in cells]
    return [(heading_in_words(speaker, heading), words) for heading, words in told if words and heading != "id"]


def entry_changes(
    speaker: Speaker, programme: Programme, table: str, before: Cells, after: Cells
) -> Iterator[tuple[str, str, str]]:
    """Heading, old and new content of every cell that differs; an empty one is empty."""
    for heading in dict.fromkeys((*before, *after)):
        if before.get(heading) != after.get(heading):
            old, new = (cell_in_words(speaker, programme, table, heading, one.get(heading)) for one in (before, after))
            yield heading_in_words(speaker, heading), old, new


def heading_in_words(speaker: Speaker, heading: str) -> str:
    """What a column is called; the reader's own language is not named."""
    name, language = base_and_language(heading)
    return column_label(speaker, name if language == speaker.language else heading)


def cell_in_words(speaker: Speaker, programme: Programme, table: str, heading: str, cell: Any) -> str:
    """The content of one plain cell: names for ids, words for choices and periods; empty for nothing."""
    column = _column(table, heading)
    if column is None or cell in ("", None, False) or cell != cell:
        return ""
    if column.kind == "translated":
        return str(cell)
    return written(speaker, programme, column, str(cell).split() if column.kind == "refs" else cell)


def _column(table: str, heading: str) -> Column | None:
    name = base_and_language(heading)[0]
    return next((one for one in columns(TABLES[table]) if one.name in (heading, name)), None)
