"""Bytes in, a sheet of texts out: what kind of file it is decides who reads it."""

from collections.abc import Mapping

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.container import container_of
from azory_monitor.intake.delimited import read_delimited
from azory_monitor.intake.known import Known
from azory_monitor.intake.sheet import Sheet
from azory_monitor.intake.workbook import read_workbook
from azory_monitor.model.tables import TABLES

_READERS = {"csv": read_delimited, "xlsx": read_workbook}


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
    return _READERS[container_of(content)](name, content, table, answers or {}, known or Known())
