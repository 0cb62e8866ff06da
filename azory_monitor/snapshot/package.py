"""A state as a data package: ``datapackage.json`` and one CSV a table, in the shape that one is taken in."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from azory_monitor.model.descriptor import describe
from azory_monitor.model.row import Cell, Row, headers
from azory_monitor.model.tables import TABLES
from azory_monitor.snapshot.cells import held, written


def package_files(
    about: Mapping[str, Any], tables: Mapping[str, Iterable[Row]], languages: tuple[str, ...]
) -> dict[str, bytes]:
    """The files of a package by name; ``about`` is what the descriptor says of the package as a whole."""
    cells = {name: [row.cells() for row in tables.get(name, ())] for name in TABLES}
    further = {name: _further(headers(row, languages), cells[name]) for name, row in TABLES.items()}
    descriptor = json.dumps(describe(dict(about), languages, further), ensure_ascii=False, indent=2) + "\n"
    files = {"datapackage.json": descriptor.encode("utf-8")}
    for name, row in TABLES.items():
        files[f"{name}.csv"] = table_csv([*headers(row, languages), *further[name]], cells[name])
    return files


def _further(usual: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> list[str]:
    """Columns of texts in a language that the programme does not have, or that nobody stated."""
    return sorted({heading for cells in rows for heading in cells} - set(usual))


def table_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """One table as CSV: UTF-8, comma, LF, numbers in full."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) if column in row else "" for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return written(value)
    return held(str(value))
