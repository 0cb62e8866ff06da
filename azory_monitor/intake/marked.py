"""The person's own file again, with one more column that says what is wrong in each row.

The rows keep their numbers and the cells their text, so that the file can be mended where it was made and handed in
again; the added column is known by its heading and passed over.
"""

import csv
import io
import re
from collections.abc import Callable, Collection, Mapping

import numpy as np

from azory_monitor.intake.opening.decode import decode
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.read import read
from azory_monitor.model.batch import Reading
from azory_monitor.model.tables import OURS

HEADING = f"Problem ({OURS})"
_TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTH, _WIDEST = 14, 70
_COUNTS = re.compile(r"[+-]\s*[0-9][0-9\s.,'’]*[%‰]?|[^\w]+")
"""What starts like a formula and is none: a signed number, a mark of absence."""


def marked(
    name: str,
    content: bytes,
    answers: Mapping[str, str],
    reading: Reading,
    told: Mapping[int, str],
    uneven: Collection[int],
    harmless: Callable[[str], str],
) -> bytes:
    """The file with what is ``told`` of its rows: text stays text (UTF-8), a workbook a workbook.

    ``uneven`` rows keep the number of cells they came with, or they would pass for sound ones the next time.
    """
    if reading.container == "csv":
        text, _ = decode(content, reading.encoding)
        return _csv(text, reading, told, uneven, harmless)
    return _xlsx(read(name, content, reading.table, answers), told)


def _csv(
    text: str, reading: Reading, told: Mapping[int, str], uneven: Collection[int], harmless: Callable[[str], str]
) -> bytes:
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=reading.delimiter))
    width = len(records[reading.header_row - 1])
    out = io.StringIO()
    writer = csv.writer(out, delimiter=reading.delimiter, lineterminator="\r\n")
    for row, cells in enumerate(records, start=1):
        if row >= reading.header_row and cells:
            padding = [] if row in uneven else [""] * (width - len(cells))
            cells = [*cells, *padding, HEADING if row == reading.header_row else told.get(row, "")]
        writer.writerow([cell if _COUNTS.fullmatch(cell) else harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _xlsx(sheet: Sheet, told: Mapping[int, str]) -> bytes:
    """One sheet, the cells in the rows they had; what the file holds as a number stays one."""
    import xlsxwriter  # only who hands a workbook in waits for it

    out, last = io.BytesIO(), len(sheet.headings)
    book = xlsxwriter.Workbook(out, _TEXT_ONLY)
    page, bold = book.add_worksheet(sheet.sheet), book.add_format({"bold": True})
    for place, heading in enumerate([*sheet.headings, HEADING]):
        page.write_string(sheet.header_row - 1, place, heading, bold)
    grid = sheet.cells.to_numpy(dtype=object)
    typed = np.zeros(grid.shape, dtype=bool) if sheet.typed is None else sheet.typed
    for row, cells, numbers in zip(sheet.cells.index, grid, typed, strict=True):
        for place, cell in enumerate(cells):
            if numbers[place]:
                page.write_number(row - 1, place, float(cell))
            elif cell:
                page.write_string(row - 1, place, cell)
        if row in told:
            page.write_string(row - 1, last, told[row], bold)
    page.set_column(0, last - 1, _WIDTH)
    page.set_column(last, last, _WIDEST)
    page.freeze_panes(sheet.header_row, 0)
    book.close()
    return out.getvalue()
