"""XLSX.  The cells come from calamine; what it drops or changes is seen in the XML and put back."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

import python_calamine
from grid import Grid, Refused, as_shown, plain, shown_as

RELATION = re.compile(r"\{http://(schemas\.openxmlformats\.org|purl\.oclc\.org)/\S{1,60}\}id")
NUMBERED_FORMATS = {9: "percent", 10: "percent", 17: "month"}
"""What the formats do that a workbook names by number only."""

LONGEST_CELL = 40_000
TAG = re.compile(rb"<(c|row)(?=[\s/>])\s?([^<>]*)>")
UNNUMBERED = re.compile(rb"<(?:c|row)(?=[\s/>])(?![^<>]*\br=)")
CELL_END = re.compile(rb"</c>")
PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
ROW_NUMBER = re.compile(rb"""\br=["']([0-9]{1,7})["']""")
STYLE = re.compile(rb"""\bs=["']([0-9]{1,5})["']""")
ANY_PLACE = re.compile(rb"""\br=["'][^"'<>]*["']""")
ROW_NUMBERS = re.compile(rb"""<c\s[^<>]*?\br=["'][A-Z]{1,3}([0-9]{1,7})["'][^<>]*(?<!/)>""")
COLUMN_LETTERS = re.compile(rb"""<c\s[^<>]*?\br=["']([A-Z]{1,3})[0-9][^<>]*(?<!/)>""")
HIDDEN_ROW = re.compile(rb"""<row\s(?=[^<>]*\bhidden=["'](?:1|true)["'])[^<>]*?\br=["']([0-9]{1,7})["']""")
HIDDEN_COLUMN = re.compile(rb"""<col\s[^<>]*\bhidden=["'](?:1|true)["'][^<>]*>""")
SPAN = re.compile(rb"""\b(min|max)=["']([0-9]{1,5})["']""")
ERROR = re.compile(rb"""\bt=["']e["']""")
OTHER_TYPE = re.compile(rb"""\bt=["'](?!n["'])""")
VALUE = re.compile(rb"<v(?:\s[^<>]{0,80})?>([^<]{1,64})</")
ANY_VALUE = re.compile(rb"<v[\s>/]")
FORMULA_STARTS = re.compile(rb"<f[\s>/]")
FORMULA = re.compile(rb"<f(?:\s[^<>]{0,400})?>([^<]{0,200})")
CALCULATED_ON_OPENING = re.compile(rb"""\bfullCalcOnLoad=["'](?:1|true)["']""")
PREFIX = re.compile(rb"<(\w{1,20}:)sheetData\b")
MOST_HIDDEN = 2**14


class Note(NamedTuple):
    """What a cell holds that calamine does not say: a text in its stead, or how its number is shown."""

    row: int
    column: int
    text: str
    shown: str


class Notes(NamedTuple):
    """Of one sheet, from 0."""

    cells: list[Note]
    hidden_rows: set[int]
    hidden_columns: set[int]


def sheets(content: bytes, most_cells: int) -> list[dict]:
    """Every sheet of cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shown = styles(archive)
        put_off = CALCULATED_ON_OPENING.search(archive.read("xl/workbook.xml")) is not None
        notes = [look_through(archive.read(part), shown, put_off, most_cells) for part in sheet_parts(archive)]
    found = zip(read(content, most_cells), notes, strict=True)
    return [with_notes(grid, note).told() for grid, note in found]


def read(content: bytes, most_cells: int) -> Iterator[Grid]:
    """The sheets as calamine reads them."""
    book = python_calamine.load_workbook(io.BytesIO(content))
    kept = [sheet for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
    for sheet in kept:
        grid = Grid(sheet.name, most_cells, visible=sheet.visible == python_calamine.SheetVisibleEnum.Visible)
        read = book.get_sheet_by_name(sheet.name)
        grid.fill(
            [
                [cell if cell.__class__ is str else plain(cell) for cell in row]
                for row in read.to_python(skip_empty_area=False)
            ]
        )
        grid.merged = [(*first, *last) for first, last in read.merged_cell_ranges or ()]
        yield grid


def look_through(xml: bytes, shown: dict[int, str], put_off: bool, most_cells: int) -> Notes:
    """What calamine leaves out of a sheet.  Refused where the sheet reaches further than it may.

    ``put_off``: the formulas are calculated when the workbook is opened, and a zero may be no result yet.
    """
    if prefix := PREFIX.search(xml):
        xml = xml.replace(b"<" + prefix[1], b"<").replace(b"</" + prefix[1], b"</")
    if UNNUMBERED.search(xml):
        xml = numbered(xml)
    height = max(map(int, set(ROW_NUMBERS.findall(xml))), default=0)
    width = max(map(column_number, set(COLUMN_LETTERS.findall(xml))), default=0)
    if height * width > most_cells:
        raise Refused("cells")
    cells = []
    for cell in telling(shown).finditer(xml):
        row, column = place_of(cell[1])
        note = noted(xml, cell.end(), cell[1], shown, put_off)
        if note:
            cells.append(Note(row - 1, column - 1, *note))
    hidden: set[int] = set()
    for column in HIDDEN_COLUMN.finditer(xml):
        ends = {name: int(text) for name, text in SPAN.findall(column[0])}
        if len(hidden) < MOST_HIDDEN and len(ends) == 2:
            hidden.update(range(ends[b"min"] - 1, min(ends[b"max"], MOST_HIDDEN)))
    return Notes(cells, {int(row) - 1 for row in HIDDEN_ROW.findall(xml)}, hidden)


def telling(shown: dict[int, str]) -> re.Pattern[bytes]:
    """Finds the cells of which there may be something to note: errors, formulas, those with a style of ``shown``."""
    styles = "|".join(map(str, shown)).encode() or rb"\b\B"
    mark = rb"""\b(?:t=["']e["']|s=["'](?:""" + styles + rb""")["'])"""
    return re.compile(rb"<c\s(?=([^<>]*)>)(?:[^<>]*?" + mark + rb"[^<>]*>|[^<>]*>(?=\s*<f[\s>/]))")


def numbered(xml: bytes) -> bytes:
    """The same sheet with the place of every row and cell written out, which a workbook may leave to be counted."""
    row = column = 0

    def number(tag: re.Match[bytes]) -> bytes:
        nonlocal row, column
        attributes = tag[2] or b""
        if tag[1] == b"row":
            given = ROW_NUMBER.search(attributes)
            row, column = int(given[1]) if given else row + 1, 0
            place = b"%d" % row
        else:
            row, column = place_of(attributes) if PLACE.search(attributes) else (row, column + 1)
            place = b"%s%d" % (column_letters(column), row)
        return b'<%s r="%s" %s>' % (tag[1], place, ANY_PLACE.sub(b"", attributes))

    return TAG.sub(number, xml)


def noted(xml: bytes, start: int, attributes: bytes, shown: dict[int, str], put_off: bool) -> tuple[str, str] | None:
    """The text of a cell that would come out empty, or how its number is shown; None where there is nothing to say."""
    style = STYLE.search(attributes) if shown else None
    kind = shown.get(int(style[1]), "") if style else ""
    if attributes.endswith(b"/"):
        return None
    body = CELL_END.split(xml[start : start + LONGEST_CELL], maxsplit=1)[0]
    value, formula = VALUE.search(body), FORMULA.search(body)
    if ERROR.search(attributes):
        return (value[1].decode("utf-8", "replace") if value else "#N/A"), ""
    is_text = OTHER_TYPE.search(attributes) and ANY_VALUE.search(body)
    is_put_off = put_off and value and value[1] == b"0"
    if FORMULA_STARTS.match(body.lstrip()) and not is_text and (not value or is_put_off):
        return "=" + (formula[1].decode("utf-8", "replace") if formula else ""), ""
    return ("", kind) if value and kind and not OTHER_TYPE.search(attributes) else None


def with_notes(grid: Grid, notes: Notes) -> Grid:
    """The sheet with what was dropped put back."""
    for row, column, text, shown in notes.cells:
        cell = grid.at(row, column)
        grid.put(row, column, text or as_shown(cell, shown))
    grid.hidden_rows |= notes.hidden_rows
    grid.hidden_columns |= notes.hidden_columns
    return grid


def place_of(attributes: bytes) -> tuple[int, int]:
    """Row and column from 1; the corner for a cell that says nothing readable."""
    place = PLACE.search(attributes)
    return (int(place[2]), column_number(place[1])) if place else (1, 1)


def column_letters(number: int) -> bytes:
    """The letters of a column from 1."""
    letters = b""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = bytes([65 + rest]) + letters
    return letters


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
    listed = ElementTree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//{*}sheet")
    parts = [targets[next(value for key, value in sheet.items() if RELATION.fullmatch(key))] for sheet in listed]
    return [part.lstrip("/") if part.startswith("/") else f"xl/{part}" for part in parts if "worksheets/" in part]


def styles(archive: zipfile.ZipFile) -> dict[int, str]:
    """The cell styles under which a number is seen as something else, and as what."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    found = ElementTree.fromstring(archive.read("xl/styles.xml"))
    formats = NUMBERED_FORMATS | {
        int(each.get("numFmtId", 0)): shown_as(each.get("formatCode", "")) for each in found.iterfind(".//{*}numFmt")
    }
    cells = found.find("{*}cellXfs")
    shown = {place: formats.get(int(each.get("numFmtId", 0)), "") for place, each in enumerate(cells or ())}
    return {place: kind for place, kind in shown.items() if kind}
