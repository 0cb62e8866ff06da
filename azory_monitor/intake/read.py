"""Bytes in, a sheet of texts out: what kind of file it is decides who reads it."""

from collections.abc import Mapping
from dataclasses import replace

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import MOST_CELLS, MOST_TEXT, WIDE
from azory_monitor.intake.opening.archive import only_table
from azory_monitor.intake.opening.container import container_of
from azory_monitor.intake.opening.delimited import read_delimited
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.opening.workbook import read_workbook
from azory_monitor.intake.recognising.known import Known
from azory_monitor.model.tables import TABLES


def read(
    name: str,
    content: bytes,
    table: str = "",
    answers: Mapping[str, str] | None = None,
    known: Known | None = None,
) -> Sheet:
    """Read a file as it came.  ``name`` is what its sender calls it and settles nothing but a tie between tables.

    ``answers`` overrule what is found: encoding, delimiter, sheet, header_row, layout and ``column:<heading>``.
    ``known`` are the names that headings and cells may have.  Raises UnreadableFile.
    """
    if table and table not in TABLES:
        raise UnreadableFile("error.unknown_table", table=table, tables=", ".join(TABLES))
    kind, inside = container_of(content, MOST_TEXT), ""
    if kind == "zip":
        inside, content = only_table(content)
        name, kind = inside, container_of(content)
    if kind == "zip":
        raise UnreadableFile("error.archive")
    if kind == "csv":
        sheet = read_delimited(name, content, table, answers or {}, known or Known())
        _refuse_vast(sheet)
    else:
        sheet = read_workbook(kind, name, content, table, answers or {}, known or Known())
    return replace(sheet, inside=inside)


def _refuse_vast(sheet: Sheet) -> None:
    """Long tables are checked column by column at once, and wide ones cost a look at each column."""
    if len(sheet.headings) > WIDE and sheet.cells.size > MOST_CELLS:
        raise UnreadableFile("error.table_too_big", columns=len(sheet.headings), most=MOST_CELLS)
