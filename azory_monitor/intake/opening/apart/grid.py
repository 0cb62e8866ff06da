"""A sheet while it is read: cells by row and column from 0, as far as there is anything, within a limit.

A cell is a text, or a number where the spreadsheet itself has one.  What a number alone would get wrong is text:
errors (``#DIV/0!``), formulas without a result (``=A1+B1``), numbers shown as percent (``27.94%``), and days that
are shown as a month or a year (``2018-04``, ``2018``).
"""

import datetime
import math
import re
from decimal import Decimal

LONGEST = 40_000
"""A cell is cut here: long enough to be refused as too long by whoever gets it."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


class Refused(Exception):
    """The spreadsheet is not read; ``reason`` is one of ``cells`` and ``encrypted``."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Grid:
    """The cells of one sheet.  ``merged``: first row, first column, last row, last column."""

    def __init__(self, name: str, most_cells: int, visible: bool = True) -> None:
        self.name = name
        self.visible = visible
        self.rows: list[list] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._most = most_cells
        self._width = 0

    def put(self, row: int, column: int, cell: object) -> None:
        """Set one cell; an empty one leaves no trace."""
        if cell == "":
            return
        self._width = max(self._width, column + 1)
        if max(row + 1, len(self.rows)) * self._width > self._most:
            raise Refused("cells")
        while len(self.rows) <= row:
            self.rows.append([])
        line = self.rows[row]
        line += [""] * (column + 1 - len(line))
        line[column] = cell[:LONGEST] if isinstance(cell, str) else cell

    def fill(self, rows: list[list]) -> None:
        """Set all cells at once, from the first row and column on."""
        self._width = max(map(len, rows), default=0)
        if len(rows) * self._width > self._most:
            raise Refused("cells")
        self.rows = rows

    def at(self, row: int, column: int) -> object:
        """A cell, empty where there is none."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""

    def told(self) -> dict:
        """The sheet as JSON has it; what is hidden beyond the last cell is not told.

        Of merged cells, one range for each first cell that holds something: in a sound sheet there are no others, and
        a hostile one names a range some hundred thousand times.
        """
        merged = {one[:2]: one for one in self.merged if self.at(*one[:2]) != ""}
        return {
            "name": self.name,
            "visible": self.visible,
            "rows": self.rows,
            "merged": sorted(merged.values()),
            "hidden_rows": sorted(row for row in self.hidden_rows if row < len(self.rows) and any(self.rows[row])),
            "hidden_columns": sorted(column for column in self.hidden_columns if column < self._width),
        }


def plain(cell: object) -> object:
    """A cell as JSON has it: whole numbers without a point, days and times as ISO text."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return "#NUM!"
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
        return cell.isoformat()
    return cell if isinstance(cell, int) else str(cell)


def percent(value: float) -> str:
    """A number as a cell shows it that has the percent format, without rounding."""
    return f"{(Decimal(repr(value)) * 100).normalize():f}%" if math.isfinite(value) else "#NUM!"


def shown_as(code: str) -> str:
    """What a number format makes of a number that matters here: ``percent``, ``month``, ``year``, or nothing.

    ``month``: a day of which only month and year are seen; ``year``: only the year.
    """
    signs = _LITERAL.sub("", code.partition(";")[0]).casefold()
    if "%" in signs:
        return "percent"
    if not signs or set(signs) - set("ym ./-,'\\"):
        return ""
    if "y" not in signs:
        return ""
    return "month" if "m" in signs else "year"


def as_shown(cell: object, kind: str) -> object:
    """A plain cell as it is seen: a share as percent, the first of a month as that month."""
    if kind == "percent":
        return percent(float(cell)) if isinstance(cell, int | float) else cell
    day = cell.removesuffix("T00:00:00") if isinstance(cell, str) else ""
    if kind == "month" and re.fullmatch("[0-9]{4}-[0-9]{2}-01", day):
        return day[:7]
    if kind == "year" and re.fullmatch("[0-9]{4}-01-01", day):
        return day[:4]
    return cell
