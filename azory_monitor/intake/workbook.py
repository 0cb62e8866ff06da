"""An Excel workbook (XLSX): checked as an archive, read by a child process with limits."""

import json
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.archive import open_archive, unpack
from azory_monitor.intake.header import Header, find_header, settle, unknown_headings
from azory_monitor.intake.known import Known
from azory_monitor.intake.match import ASKED
from azory_monitor.intake.sheet import MOST_COLUMNS, Sheet
from azory_monitor.model.batch import Asked

MEMORY = 2**30
CPU_SECONDS = 15
WALL_SECONDS = 30
MOST_CELLS = 2_000_000
_CHILD = Path(__file__).with_name("workbook_child.py")


class _Number(str):
    """The text of a cell that the workbook holds as a number: a decimal point, no exponent."""


def read_workbook(name: str, content: bytes, table: str, answers: Mapping[str, str], known: Known) -> Sheet:
    """Read the sheet whose headings are known.  ``answers`` may name sheet and header_row."""
    _refuse_hostile(content)
    grids = _grids(content)
    found = {
        sheet: header
        for sheet, rows in grids.items()
        if (not answers.get("sheet") or sheet == answers["sheet"])
        and (header := find_header(rows, table, known, answers))
    }
    if not found:
        raise unknown_headings(next((rows for rows in grids.values() if rows), []), table)
    best = max(found, key=lambda sheet: found[sheet].rank)
    header = found[best]
    cells, typed = _cells(grids[best], header)
    return Sheet(
        container="xlsx",
        encoding="",
        delimiter="",
        sheet=best,
        header_row=header.row,
        headings=header.headings,
        preamble=header.preamble,
        cells=cells,
        match=settle(header, name),
        typed=typed,
        questions=_which_sheet(found),
    )


def _refuse_hostile(content: bytes) -> None:
    archive = open_archive(content)
    for part in archive.namelist():
        if part.casefold().endswith("vbaproject.bin"):
            raise UnreadableFile("error.macros")
        if part.casefold().endswith((".xml", ".rels")) and _declares_types(unpack(archive, part)):
            raise UnreadableFile("error.workbook_entities")


def _declares_types(xml: bytes) -> bool:
    head = xml.replace(b"\0", b"") if b"\0" in xml[:200] else xml
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _grids(content: bytes) -> dict[str, list[list[str]]]:
    """The rows of every sheet that a person sees, by its name."""
    limits = [str(limit) for limit in (MEMORY, CPU_SECONDS, MOST_CELLS)]
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(_CHILD), *limits],
            input=content,
            capture_output=True,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFile("error.workbook_too_slow", seconds=WALL_SECONDS) from None
    if child.returncode:
        raise UnreadableFile("error.workbook_unreadable")
    sheets = json.loads(child.stdout, parse_int=_Number, parse_float=_number)
    if isinstance(sheets, dict):
        raise UnreadableFile("error.workbook_too_big", most=MOST_CELLS)
    return {sheet["name"]: _rectangle(sheet["rows"]) for sheet in sheets if sheet["visible"]}


def _rectangle(rows: list[list[str]]) -> list[list[str]]:
    """All rows as wide as the widest, which ends at its last cell that is not empty."""
    width = max((place for row in rows for place, cell in enumerate(row, start=1) if cell), default=0)
    if width > MOST_COLUMNS:
        raise UnreadableFile("error.too_many_columns", columns=width, most=MOST_COLUMNS)
    return [row[:width] + [""] * (width - len(row)) for row in rows]


def _number(text: str) -> _Number:
    return _Number(f"{Decimal(text):f}" if "e" in text else text)


def _cells(rows: list[list[str]], header: Header) -> tuple[pd.DataFrame, np.ndarray]:
    """The rows below the headings, and which of their cells are numbers."""
    below, width = rows[header.row :], len(header.headings)
    grid = np.array(below, dtype=object).reshape(len(below), width)
    typed = np.frompyfunc(lambda cell: isinstance(cell, _Number), 1, 1)(grid).astype(bool)
    index = pd.RangeIndex(header.row + 1, header.row + 1 + len(below), name="row")
    cells = pd.DataFrame(grid, index=index, columns=range(width), dtype="str")
    return cells, typed


def _which_sheet(found: Mapping[str, Header]) -> tuple[Asked, ...]:
    """Several sheets that could be taken in are a question: none of them is left out without a word."""
    whole = [sheet for sheet, header in found.items() if not set(header.matches[0].missing) - set(ASKED)]
    listed = ", ".join(whole)
    asked = Asked(key="sheet", about=listed, values={"sheets": listed}, choices=tuple(whole))
    return (asked,) if len(whole) > 1 else ()
