"""Merged cells: a name that stands once for several rows or columns is theirs all, a number is not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import MOST_CELLS
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.recognise import WIDE
from azory_monitor.model.batch import Normalised, Problem
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES


class Range(NamedTuple):
    """Merged cells, counted from 0, the last row and column included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """As a spreadsheet names it: ``A3:B7``."""
        return f"{_letters(self.left)}{self.top + 1}:{_letters(self.right)}{self.bottom + 1}"


def fill(rows: list[list[str]], ranges: Sequence[Range]) -> list[Range]:
    """Write what a range holds into all its cells; returns the ranges, cut to the sheet, for which that was done.

    Only rows that hold something of their own are filled.  A range of several columns that has its row to itself is
    a title, which stands once.  All rows are of one width.
    """
    last = len(rows) - 1, (len(rows[0]) if rows else 0) - 1
    ranges = [Range(*one[:2], min(one.bottom, last[0]), min(one.right, last[1])) for one in ranges]
    ranges = [one for one in ranges if one.top <= one.bottom and one.left <= one.right and rows[one.top][one.left]]
    if sum((one.bottom - one.top + 1) * (one.right - one.left + 1) for one in ranges) > MOST_CELLS:
        raise UnreadableFile("error.workbook_too_big", most=MOST_CELLS)
    touched = {row for one in ranges for row in range(one.top, one.bottom + 1)}
    holding = {row: len(rows[row]) - rows[row].count("") for row in touched}
    return [one for one in ranges if _fill(rows, one, holding)]


def _fill(rows: list[list[str]], one: Range, holding: dict[int, int]) -> bool:
    if one.right > one.left and holding[one.top] == 1:
        return False
    empty = [
        (row, column)
        for row in range(one.top, one.bottom + 1)
        if holding[row]
        for column in range(one.left, one.right + 1)
        if not rows[row][column]
    ]
    for row, column in empty:
        rows[row][column] = rows[one.top][one.left]
    return bool(empty)


def tell_merged(sheet: Sheet, filled: Sequence[Range]) -> Sheet:
    """The sheet with each range below its headings told.  A number is a problem, and taken out of all its cells.

    For one number for several rows may be their sum as well as the value of each, which only a person can say.
    """
    numbers = {column.name for column in columns(TABLES[sheet.match.table]) if column.kind in ("number", "integer")}
    told: list[Normalised] = []
    faults: list[Problem] = []
    shared: dict[int, list[int]] = {}
    for one in (one for one in filled if one.bottom >= sheet.header_row):
        top = max(one.top, sheet.header_row)
        value, heading = str(sheet.cells.iat[top - sheet.header_row, one.left]), sheet.headings[one.left]
        places = range(one.left, one.right + 1)
        measured = [place for place in places if sheet.match.columns[place] in (*numbers, WIDE)]
        if measured and any(sign.isdigit() for sign in value):
            faults.append(
                Problem(row=top + 1, column=heading, value=value, rule="merged_value", values={"range": one.name})
            )
            for place in measured:
                shared.setdefault(place, []).extend(range(top - sheet.header_row, one.bottom - sheet.header_row + 1))
        if not measured:
            told.append(Normalised(row=top + 1, column=heading, raw=one.name, value=value, why="merged"))
    cells = sheet.cells.copy() if shared else sheet.cells
    for place, positions in shared.items():
        cells.iloc[positions, place] = ""
    return replace(sheet, cells=cells, faults=(*sheet.faults, *faults), normalised=(*sheet.normalised, *told))


def _letters(column: int) -> str:
    """A column, counted from 0, as a spreadsheet names it."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
