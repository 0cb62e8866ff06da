"""The measurements of a state as one long CSV: plain, or as Polish Excel opens it by a double click."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Cell
from azory_monitor.snapshot.cells import harmless, written

COLUMNS = (
    "indicator", "area", "period", "value", "numerator", "denominator", "source", "note", "qualifier", "status",
    "locator",
)  # fmt: skip
RARE = ("spread",)
"""Columns of few measurements, written only where one has them."""


@dataclass(frozen=True)
class Style:
    """How a CSV is written."""

    encoding: str
    delimiter: str
    decimal: str
    line_end: str


STYLES = {
    "csv": Style("utf-8", ",", ".", "\n"),
    "csv-pl": Style("utf-8-sig", ";", ",", "\r\n"),
}


def measurements_csv(rows: Iterable[Measurement], style: Style, language: str) -> bytes:
    """Every measurement, one a line, notes in ``language`` where they have it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=style.delimiter, lineterminator=style.line_end)
    lines = [row.cells() | {"note": _note(row.note, language)} for row in rows]
    columns = [*COLUMNS, *(column for column in RARE if any(column in cells for cells in lines))]
    writer.writerow(columns)
    for cells in lines:
        writer.writerow([_cell(cells.get(column, ""), style) for column in columns])
    return out.getvalue().encode(style.encoding)


def _note(note: dict[str, str], language: str) -> str:
    return note.get(language) or next(iter(note.values()), "")


def _cell(value: Cell, style: Style) -> str:
    if isinstance(value, float):
        return written(value).replace(".", style.decimal)
    return harmless(str(value))
