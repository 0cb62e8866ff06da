"""Reads an Excel workbook in a process of its own, with limits, because a hostile one can abort its reader.

Run as a file, apart from the package: ``python -I workbook_child.py MEMORY CPU CELLS`` with the workbook on standard
input.  Standard output: one line of JSON, a list of sheets ``{"name", "visible", "rows"}`` or ``{"refused": reason}``.
A cell is a text, or a number where the workbook itself has one.  What the reader drops is put back as text:
errors (``#DIV/0!``), formulas without a result (``=A1+B1``), and numbers shown as percent (``27.94%``).
"""

import datetime
import io
import json
import re
import sys
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PERCENT_FORMATS = {9, 10}
LONGEST_FORMULA = 10_000
CELL = re.compile(rb"<(?:\w{1,20}:)?c\s([^<>]{1,400})>")
CELL_END = re.compile(rb"</(?:\w{1,20}:)?c>")
PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
STYLE = re.compile(rb"""\bs=["']([0-9]{1,5})["']""")
ERROR = re.compile(rb"""\bt=["']e["']""")
OTHER_TYPE = re.compile(rb"""\bt=["'](?!n["'])""")
VALUE = re.compile(rb"<(?:\w{1,20}:)?v(?:\s[^<>]{0,80})?>([^<]{1,64})</")
FORMULA_STARTS = re.compile(rb"<(?:\w{1,20}:)?f[\s>/]")
FORMULA = re.compile(rb"<(?:\w{1,20}:)?f(?:\s[^<>]{0,400})?>([^<]{0,200})")


def limit(memory: int, seconds: int) -> None:
    """Bound this process; where the system has no such limits, the parent's clock still holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def sheets(content: bytes, most_cells: int) -> list[dict] | dict:
    """Every sheet as rows of cells from A1 on, or the reason why the workbook is refused."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    percent = percent_styles(archive)
    notes = []
    for part in sheet_parts(archive):
        found, extent = look_through(archive.read(part), percent)
        if extent > most_cells:
            return {"refused": "cells"}
        notes.append(found)
    found = zip(read(content), notes, strict=True)
    return [sheet | {"rows": with_notes(sheet["rows"], note)} for sheet, note in found]


def read(content: bytes) -> list[dict]:
    """The sheets as calamine reads them."""
    import python_calamine

    book = python_calamine.load_workbook(io.BytesIO(content))
    visible = python_calamine.SheetVisibleEnum.Visible
    kept = [sheet for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
    return [
        {
            "name": sheet.name,
            "visible": sheet.visible == visible,
            "rows": [
                [plain(cell) for cell in row]
                for row in book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            ],
        }
        for sheet in kept
    ]


def plain(cell: object) -> object:
    """A cell as JSON has it: whole numbers without a point, dates as ISO text."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
        return cell.isoformat()
    return cell if isinstance(cell, int) else str(cell)


def look_through(xml: bytes, percent: set[int]) -> tuple[list[tuple[int, int, str]], int]:
    """What the reader would drop, as (row, column, text) from 0, and how many cells the sheet's extent has."""
    found, rows, width = [], 0, 0
    for cell in CELL.finditer(xml):
        attributes, end = cell[1], cell.end()
        place = PLACE.search(attributes)
        if not place:
            continue
        row, column = int(place[2]), column_number(place[1])
        rows, width = max(rows, row), max(width, column)
        shows_percent = percent and (style := STYLE.search(attributes)) and int(style[1]) in percent
        if shows_percent or ERROR.search(attributes) or FORMULA_STARTS.match(xml, end):
            body = CELL_END.split(xml[end : end + LONGEST_FORMULA], maxsplit=1)[0]
            text = "" if attributes.endswith(b"/") else dropped(attributes, body, bool(shows_percent))
            found += [(row - 1, column - 1, text)] if text else []
    return found, rows * width


def dropped(attributes: bytes, body: bytes, shows_percent: bool) -> str:
    """The text of a cell that would come out as empty or as another number; otherwise nothing."""
    value, formula = VALUE.search(body), FORMULA.search(body)
    if ERROR.search(attributes):
        return value[1].decode("utf-8", "replace") if value else "#N/A"
    if formula and not value:
        return "=" + formula[1].decode("utf-8", "replace")
    if value and shows_percent and not OTHER_TYPE.search(attributes):
        return f"{(Decimal(repr(float(value[1]))) * 100).normalize():f}%"
    return ""


def with_notes(rows: list[list], found: list[tuple[int, int, str]]) -> list[list]:
    """The rows with the dropped cells put back."""
    for row, column, text in found:
        while len(rows) <= row:
            rows.append([])
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = text
    return rows


def column_number(letters: bytes) -> int:
    """The number of a column from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def sheet_parts(archive: zipfile.ZipFile) -> list[str]:
    """The archive's part of every worksheet, in the order of the workbook."""
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    listed = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    parts = [targets[sheet.get(OFFICE)] for sheet in listed]
    return [part.lstrip("/") if part.startswith("/") else f"xl/{part}" for part in parts if "worksheets/" in part]


def percent_styles(archive: zipfile.ZipFile) -> set[int]:
    """The numbers of the cell styles that show a value times a hundred."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    formats = PERCENT_FORMATS | {
        int(each.get("numFmtId")) for each in styles.iter(f"{MAIN}numFmt") if "%" in each.get("formatCode", "")
    }
    cells = styles.find(f"{MAIN}cellXfs")
    return {place for place, each in enumerate(cells or ()) if int(each.get("numFmtId", 0)) in formats}


if __name__ == "__main__":
    limit(int(sys.argv[1]), int(sys.argv[2]))
    json.dump(sheets(sys.stdin.buffer.read(), int(sys.argv[3])), sys.stdout)
