"""A spreadsheet (XLSX, XLS, ODS, tables of a web page): checked first, read by a child process with limits."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS
from azory_monitor.intake.opening.archive import open_archive, pieces
from azory_monitor.intake.opening.decode import decode, which_encoding
from azory_monitor.intake.opening.merged import Range, fill, tell_merged
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.header import Header, find_header, settle, unknown_headings
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.match import ASKED
from azory_monitor.model.batch import Asked, Problem

MEMORY = 640 * 2**20
CPU_SECONDS = 6
WALL_SECONDS = 7
_READERS = Path(__file__).with_name("apart")
_NO_ROOM = re.compile(rb"memory allocation|capacity overflow|MemoryError")
_CHARSET = re.compile(rb"<meta[^<>]{1,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)


class _Number(str):
    """The text of a cell that the spreadsheet holds as a number: a decimal point, no exponent."""


@dataclass(frozen=True)
class _Grid:
    """One sheet as the child process read it, all rows of one width; rows and columns from 0."""

    visible: bool
    rows: list[list[str]]
    filled: list[Range]
    hidden_rows: list[int]
    hidden_columns: list[int]


def read_workbook(kind: str, name: str, content: bytes, table: str, answers: Mapping[str, str], known: Known) -> Sheet:
    """Read the sheet whose headings are known.  ``answers`` may name sheet, header_row and, of a page, encoding."""
    _refuse_hostile(kind, content)
    encoding, questions = "", ()
    if kind == "html":
        said = answers.get("encoding") or _declared(content)
        text, encoding = decode(content, said)
        questions = which_encoding(content, encoding, said)
        content = text.encode("utf-8")
    grids = _grids(kind, content)
    found = {sheet: header for sheet, grid in grids.items() if (header := _header(sheet, grid, table, answers, known))}
    seen = {sheet: header for sheet, header in found.items() if grids[sheet].visible}
    if not seen:
        raise unknown_headings(next((grid.rows for grid in grids.values() if grid.rows), []), table)
    best = max(seen, key=lambda sheet: seen[sheet].rank)
    header = seen[best]
    cells, typed = _cells(grids[best].rows, header)
    sheet = Sheet(
        container=kind,
        encoding=encoding,
        delimiter="",
        sheet=best,
        sheets=tuple(name for name, grid in grids.items() if grid.visible),
        header_row=header.row,
        headings=header.headings,
        preamble=header.preamble,
        cells=cells,
        match=settle(header, name),
        typed=None if kind == "html" else typed,
        faults=tuple(_hidden(grids[best], header, [sheet for sheet in found if sheet not in seen])),
        questions=(*questions, *_which_sheet(seen)),
    )
    return tell_merged(sheet, grids[best].filled)


def _header(name: str, grid: _Grid, table: str, answers: Mapping[str, str], known: Known) -> Header | None:
    wanted = not answers.get("sheet") or name == answers["sheet"]
    return find_header(grid.rows, table, known, answers) if wanted else None


def _refuse_hostile(kind: str, content: bytes) -> None:
    if kind == "xml" and _declares_types(content):
        raise UnreadableFile("error.workbook_entities")
    if not content.startswith(b"PK"):
        return
    archive = open_archive(content)
    for part in archive.namelist():
        if part.casefold().endswith("vbaproject.bin") or part.startswith(("Basic/", "Scripts/")):
            raise UnreadableFile("error.macros")
        if part.casefold().endswith((".xml", ".rels")) and any(map(_declares_types, pieces(archive, part))):
            raise UnreadableFile("error.workbook_entities")


def _declares_types(xml: bytes) -> bool:
    head = xml.replace(b"\0", b"") if b"\0" in xml[:200] else xml
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _declared(content: bytes) -> str:
    """The encoding that a page says it has, where that is one we know and the bytes agree."""
    said = _CHARSET.search(content[:4096])
    name = said[1].decode("ascii").casefold().replace("windows-", "cp") if said else ""
    try:
        return decode(content, name)[1] if name else ""
    except UnreadableFile:
        return ""


def _grids(kind: str, content: bytes) -> dict[str, _Grid]:
    """Every sheet by its name."""
    limits = [str(limit) for limit in (MEMORY, CPU_SECONDS, MOST_CELLS)]
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(_READERS), kind, *limits],
            input=content,
            capture_output=True,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFile("error.workbook_too_slow", seconds=WALL_SECONDS) from None
    if child.returncode and _NO_ROOM.search(child.stderr):
        raise _refusal("cells")
    if child.returncode:
        raise UnreadableFile("error.workbook_unreadable")
    sheets = json.loads(child.stdout, parse_int=_Number, parse_float=_number)
    if isinstance(sheets, dict):
        raise _refusal(sheets["refused"])
    return {sheet["name"]: _grid(sheet) for sheet in sheets}


def _refusal(reason: str) -> UnreadableFile:
    if reason == "cells":
        return UnreadableFile("error.workbook_too_big", most=MOST_CELLS)
    return UnreadableFile("error.archive_encrypted")


def _grid(sheet: Mapping) -> _Grid:
    rows = _rectangle(sheet["rows"])
    return _Grid(
        visible=sheet["visible"],
        rows=rows,
        filled=fill(rows, [Range(*(int(number) for number in one)) for one in sheet["merged"]]),
        hidden_rows=[int(row) for row in sheet["hidden_rows"]],
        hidden_columns=[int(column) for column in sheet["hidden_columns"]],
    )


def _rectangle(rows: list[list[str]]) -> list[list[str]]:
    """All rows as wide as the widest, which ends at its last cell that is not empty."""
    for number, row in enumerate(rows, start=1):
        while row and not row[-1]:
            row.pop()
        if max(map(len, row), default=0) > LONGEST_CELL:
            raise UnreadableFile("error.cell_too_long", row=number, most=LONGEST_CELL)
    width = max(map(len, rows), default=0)
    if width > MOST_COLUMNS:
        raise UnreadableFile("error.too_many_columns", columns=width, most=MOST_COLUMNS)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return rows


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


def _hidden(grid: _Grid, header: Header, sheets: list[str]) -> list[Problem]:
    """What a person does not see: rows and columns that are read all the same, and sheets that are not."""
    told = [Problem(row=0, rule="hidden_sheets", values={"sheets": sheets}, warning=True)] if sheets else []
    rows = [row + 1 for row in grid.hidden_rows if row >= header.row]
    if rows:
        told.append(Problem(row=rows[0], rule="hidden_rows", values={"n": len(rows)}, warning=True))
    for column in grid.hidden_columns:
        if column < len(header.headings):
            heading = header.headings[column]
            told.append(Problem(row=header.row, column=heading, rule="hidden_column", warning=True))
    return told


def _which_sheet(found: Mapping[str, Header]) -> tuple[Asked, ...]:
    """Several sheets that could be taken in are a question: none of them is left out without a word."""
    whole = [sheet for sheet, header in found.items() if not set(header.matches[0].missing) - set(ASKED)]
    listed = ", ".join(whole)
    asked = Asked(key="sheet", about=listed, values={"sheets": listed}, choices=tuple(whole))
    return (asked,) if len(whole) > 1 else ()
