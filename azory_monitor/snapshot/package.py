"""A state as a data package: ``datapackage.json`` and one CSV a table, in the shape that one is taken in."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from azory_monitor.model.descriptor import describe
from azory_monitor.model.row import Cell, Row, headers
from azory_monitor.model.tables import TABLES
from azory_monitor.snapshot.cells import plain
from azory_monitor.snapshot.long_tables import further_headings, texts_of


def package_files(
    about: Mapping[str, Any], tables: Mapping[str, Iterable[Row]], languages: tuple[str, ...]
) -> dict[str, bytes]:
    """The files of a package by name; ``about`` is what the descriptor says of the package as a whole."""
    rows = {name: tuple(tables.get(name, ())) for name in TABLES}
    further = {name: further_headings(kind, rows[name], languages) for name, kind in TABLES.items()}
    descriptor = json.dumps(describe(dict(about), languages, further), ensure_ascii=False, indent=2) + "\n"
    files = {"datapackage.json": descriptor.encode("utf-8")}
    for name, kind in TABLES.items():
        headings = [*headers(kind, languages), *further[name]]
        files[f"{name}.csv"] = lines_csv(headings, zip(*texts_of(kind, rows[name], headings), strict=True))
    return files


def table_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """One table as CSV: UTF-8, comma, LF, numbers in full."""
    return lines_csv(columns, ([plain(row[column]) if column in row else "" for column in columns] for row in rows))


def lines_csv(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Lines of finished cells as CSV: UTF-8, comma, LF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(lines)
    return out.getvalue().encode("utf-8")
