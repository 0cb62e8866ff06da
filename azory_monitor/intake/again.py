"""One row of a file that was kept, read once more: in which cells it stands, what they say, how they became values.

The row is found by reading and checking the file exactly as when it came in, so that nothing is told of a cell that
the check itself did not take.  Of a long file only the rows around it are checked.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.check import check
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.outcome import Checked
from azory_monitor.intake.read import read
from azory_monitor.intake.recognising.known import Known
from azory_monitor.model.batch import Reading
from azory_monitor.model.row import Row, columns
from azory_monitor.model.tables import TABLES
from azory_monitor.model.trace import Cell, Step

WHOLE = 20_000
"""A file of up to so many rows is checked whole; of a longer one its head and the rows around the one asked for."""

HEAD, AROUND = 2_000, 1_000
BESIDE = ("@unit", "@power", "@attribute", "@dimension", "@split")
"""What may stand beside a value and say how it is meant."""

_CANONICAL = {"encoding": "utf-8", "delimiter": ",", "layout": "long", "decimal": "."}
_NUMBERS = ("number", "integer")


@dataclass(frozen=True)
class Kept:
    """A file as it came, with how it was read then; ``reading`` is None for a table of a data package."""

    name: str
    content: bytes
    table: str
    reading: Reading | None
    answers: Mapping[str, str]
    day: datetime.date
    """The day on which it came in."""


@dataclass(frozen=True)
class Again:
    """A file read once more: the sheet, what its check found, and how it was read."""

    kept: Kept
    sheet: Sheet
    checked: Checked

    def row(self, row: int, stored: Row) -> tuple[tuple[Cell, ...], tuple[Step, ...]] | None:
        """The cells of one stored row and the steps from them to its values; None where the file gives another row."""
        position = _position(self.checked.rows, row, stored)
        if position is None:
            return None
        cells = tuple(_cells(self, position))
        return cells, tuple(_steps(self, position, cells))


def read_again(kept: Kept, known: Known, row: int) -> Again | None:
    """The file, or as much of it as the row asks for; None where it is refused by now."""
    was = kept.reading
    given = _CANONICAL if was is None else _as_read(was) | dict(kept.answers)
    try:
        sheet = read(kept.name, kept.content, table=kept.table, answers=given, known=known)
        near = _near(sheet, row)
        if was and near is not sheet:
            given = {"decimal": was.decimal} | given  # the rows that settled it may not be among those left
        return Again(kept, near, check(near, known, kept.day, answers=given, canonical=was is None))
    except UnreadableFile:
        return None


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


def _cells(again: Again, position: int) -> Iterator[Cell]:
    """Every cell that is filled or was meant, of our columns first."""
    for name in again.checked.rows.columns:
        if name not in ("row", "variant"):
            yield from _cells_of(again, name, *again.checked.place(position, name))
    row = int(again.checked.rows["row"].iat[position])
    for role, heading, raw in again.checked.beside(position).roles:
        if role in BESIDE:
            yield from _cells_of(again, role, row, heading, raw)


def _cells_of(again: Again, column: str, row: int, heading: str, raw: str) -> Iterator[Cell]:
    """The cell of a column; several where its text was put together from several."""
    sheet, headings = again.sheet, again.sheet.headings
    parts = [heading] if heading in headings else heading.split(" + ")
    if not heading or not all(part in headings for part in parts):
        yield from _said_elsewhere(again, column, raw)
        return
    for part in parts:
        place = _place(sheet, row, part, raw)
        if place in sheet.match.wide and column != "value":
            yield Cell(column=column, where="heading", heading=part, row=sheet.header_row, number=place + 1, raw=part)
            continue
        text = str(sheet.cells.at[row, place])
        mend = again.kept.answers.get(f"cell:{row}:{part}")
        if text or mend:
            yield Cell(column=column, heading=part, row=row, number=place + 1, raw=text, mend=mend)


def _said_elsewhere(again: Again, column: str, raw: str) -> Iterator[Cell]:
    """What the file has no cell for: the person said it, or files of the kind always mean it."""
    layout = again.sheet.match.layout.constants
    answer = again.kept.answers.get(column) or (again.kept.answers.get("year", "") if column == "period" else "")
    if answer:
        yield Cell(column=column, where="answer", raw=answer)
    elif column in layout:
        yield Cell(column=column, where="layout", raw=str(layout[column]))
    elif raw:
        yield Cell(column=column, where="heading" if column in BESIDE else "layout", raw=raw)


def _place(sheet: Sheet, row: int, heading: str, raw: str) -> int:
    """The column under a heading; of several with one heading, the one that holds the text."""
    places = [place for place, name in enumerate(sheet.headings) if name == heading]
    return next((place for place in places if str(sheet.cells.at[row, place]) == raw), places[0])


def _steps(again: Again, position: int, cells: tuple[Cell, ...]) -> Iterator[Step]:
    """What was done to the texts on their way, in order: mended, read, multiplied."""
    told = {(one.row, one.column): one for one in again.checked.normalised}
    for cell in (cell for cell in cells if cell.where == "cell"):
        text = cell.raw
        if cell.mend is not None:
            yield Step(column=cell.column, rule="mended", before=cell.raw, after=cell.mend)
            text = cell.mend
        one = told.get((cell.row, cell.heading))
        if one and one.raw == text:
            yield Step(column=cell.column, rule=one.why, before=one.raw, after=one.value)
        elif _is_with_comma(again, cell, text):
            yield Step(column=cell.column, rule="decimal", before=text, after=text.strip().replace(",", "."))
    yield from _multiplied(again, position, cells)


def _is_with_comma(again: Again, cell: Cell, text: str) -> bool:
    numeric = {column.name for column in columns(TABLES[again.kept.table]) if column.kind in _NUMBERS}
    return cell.column in numeric and again.checked.reading.decimal == "," and "," in text


def _multiplied(again: Again, position: int, cells: tuple[Cell, ...]) -> Iterator[Step]:
    """The step into the unit of the indicator, with the unit that the file states."""
    factor = again.checked.beside(position).factor
    if factor == 1.0:
        return
    stated: Any = next((cell for cell in cells if cell.column in ("@unit", "@power")), None)
    value = float(again.checked.rows["value"].iat[position])
    yield Step(
        column="value",
        rule="unit",
        before=_plain(value / factor),
        after=_plain(value),
        values={"unit": stated.raw if stated else "", "heading": stated.heading if stated else "", "factor": factor},
    )


def _plain(value: float) -> str:
    return f"{value:.12g}" if abs(value) < 1e12 else str(value)
