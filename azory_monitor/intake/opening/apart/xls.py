"""XLS, the format of Excel before 2007."""

import io
import struct
from collections.abc import Iterator

import xlrd
from grid import Grid, Refused, as_shown, plain, shown_as

BOF, EOF, FORMULA = 0x0809, 0x000A, 0x0006
EMPTY_TEXT = b"\x17\x00"
"""A formula that may print nothing has an empty text in it."""

ON_OPENING = 2
"""The flag of a formula whose result is to be found when the workbook is opened."""


def sheets(content: bytes, most_cells: int) -> list[dict]:
    """Every sheet of cells."""
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise Refused("encrypted") from None
        raise
    return [_sheet(book, number, most_cells).told() for number in range(book.nsheets)]


def _sheet(book: xlrd.Book, number: int, most_cells: int) -> Grid:
    sheet = book.sheet_by_index(number)
    grid = Grid(sheet.name, most_cells, visible=not sheet.visibility)
    waiting = set(_without_result(book, number))
    shown = [shown_as(book.format_map[style.format_key].format_str) for style in book.xf_list]
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if (row, column) in waiting:
                grid.put(row, column, "=")
            elif cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                grid.put(row, column, as_shown(_plain(cell, book.datemode), shown[cell.xf_index]))
    grid.merged = [(top, left, below - 1, after - 1) for top, below, left, after in sheet.merged_cells]
    grid.hidden_rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    grid.hidden_columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    return grid


def _plain(cell: xlrd.sheet.Cell, datemode: int) -> object:
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#VALUE!")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return plain(bool(cell.value))
    if cell.ctype != xlrd.XL_CELL_DATE:
        return plain(cell.value)
    try:
        moment = xlrd.xldate_as_datetime(cell.value, datemode)
    except (OverflowError, ValueError):
        return "#NUM!"
    return plain(moment.time() if 0 <= cell.value < 1 else moment)


def _without_result(book: xlrd.Book, number: int) -> Iterator[tuple[int, int]]:
    """Where a formula stands that no program has calculated yet: its result says nothing, or zero."""
    for data in _formulas(book.mem, book._sh_abs_posn[number]):
        row, column, _, result, flags = struct.unpack_from("<HHH8sH", data)
        is_empty = result[6:] == b"\xff\xff" and result[0] == 3
        is_put_off = flags & ON_OPENING and (is_empty or not any(result))
        if is_put_off or (is_empty and EMPTY_TEXT not in data[22:]):
            yield row, column


def _formulas(stream: bytes, place: int) -> Iterator[bytes]:
    """The formula records of the sheet that begins at a place of the workbook's stream."""
    depth = 0
    while place + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, place)
        depth += (record == BOF) - (record == EOF)
        if depth <= 0:
            return
        if record == FORMULA and depth == 1 and length >= 22:
            yield stream[place + 4 : place + 4 + length]
        place += 4 + length
