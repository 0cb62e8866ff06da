"""A kept file read exactly as when it came in, so that nothing is told of a cell that the check itself did not take.

Of a long file only the rows around the one that is asked for are checked.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.check import check
from azory_monitor.intake.opening.decode import decode
from azory_monitor.intake.opening.eurostat import keys_together, plain_table
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.read import read
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.tracing.cells import cells_of
from azory_monitor.intake.tracing.kept import Again, Kept
from azory_monitor.intake.tracing.steps import steps_of
from azory_monitor.model.batch import Reading
from azory_monitor.model.row import Row, columns
from azory_monitor.model.trace import Cell, Step

WHOLE = 20_000
"""A file of up to so many rows is checked whole; of a longer one its head and the rows around the one asked for."""

HEAD, AROUND = 2_000, 1_000
_CANONICAL = {"encoding": "utf-8", "delimiter": ",", "layout": "long", "decimal": "."}
_NUMBERS = ("number", "integer")


def read_again(kept: Kept, known: Known, row: int) -> Again | None:
    """The file, or as much of it as the row asks for; None where it is refused by now."""
    was = kept.reading
    given = _CANONICAL if was is None else _as_read(was) | dict(kept.answers)
    try:
        sheet = read(kept.name, kept.content, table=kept.table, answers=given, known=known)
        near = _near(sheet, row)
        if was and near is not sheet:
            given = {"decimal": was.decimal} | given  # the rows that settled it may not be among those left
        checked = check(near, known, kept.day, answers=given, canonical=was is None)
        return Again(kept, near, checked, *_as_it_came(kept, sheet))
    except UnreadableFile:
        return None


def row_again(again: Again, row: int, stored: Row) -> tuple[tuple[Cell, ...], tuple[Step, ...]] | None:
    """The cells of one stored row and the steps from them to its values; None where the file gives another row."""
    position = _position(again.checked.rows, row, stored)
    if position is None:
        return None
    cells = tuple(cells_of(again, position))
    return cells, tuple(steps_of(again, position, cells))


def _as_it_came(kept: Kept, sheet: Sheet) -> tuple[int, tuple[str, ...]]:
    """Of a file that was made a plain table before it was read: how many keys shared a cell, and its lines."""
    if sheet.container != "csv" or sheet.delimiter != "\t" or sheet.inside:
        return 1, ()
    text, _ = decode(kept.content, sheet.encoding)
    together = keys_together(text)
    return (together, tuple(text.split("\n"))) if together > 1 or plain_table(text) != text else (1, ())


def _as_read(was: Reading) -> dict[str, str]:
    """How the file was read, as a person would have said it."""
    said = {"encoding": was.encoding, "delimiter": was.delimiter, "sheet": was.sheet, "layout": was.layout}
    return {key: answer for key, answer in (said | {"header_row": str(was.header_row)}).items() if answer}


def _near(sheet: Sheet, row: int) -> Sheet:
    """The sheet, of a long one only its first rows and those around ``row``."""
    if len(sheet.cells) <= WHOLE:
        return sheet
    at = int(sheet.cells.index.searchsorted(row))
    kept = np.r_[0:HEAD, max(HEAD, at - AROUND) : min(len(sheet.cells), max(HEAD, at + AROUND))]
    return replace(
        sheet, cells=sheet.cells.iloc[kept], typed=None if sheet.typed is None else sheet.typed[kept], faults=()
    )


def _position(rows: pd.DataFrame, row: int, stored: Row) -> int | None:
    """Which sound row it is: from that row of the file, with the same key and the same numbers."""
    if "row" not in rows:
        return None
    found = rows["row"] == row
    for name in stored.key:
        if name in rows:
            found &= rows[name] == getattr(stored, name)
    numbers = [column.name for column in columns(type(stored)) if column.kind in _NUMBERS and column.name in rows]
    for name in numbers:
        value = getattr(stored, name)
        found &= rows[name].isna() if value is None else rows[name] == float(value)
    places = np.flatnonzero(found)
    return int(places[0]) if len(places) == 1 else None
