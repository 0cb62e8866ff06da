"""Tables of a deck: as many slides as they need at a legible size, the headings on each."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from azory_monitor.model.presented import Table
from azory_monitor.snapshot.fitting import LEADING, broken, rows_by_slide, widths
from azory_monitor.snapshot.pptx_frame import ACROSS, BOTTOM, FOOT, HEIGHT, LEAST, MARGIN, TOP, UNDER, Frame, title_size

INSET = 5.0
"""Between a cell's edge and its text, in points."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The office programs' table style without lines and colours."""

Slides = list[list[tuple[tuple[str, ...], float]]]


def paged(table: Table, title: str) -> tuple[list[float], Slides] | None:
    """Widths of the columns and the rows of each slide; None where the columns do not fit beside each other."""
    across = widths(table.columns, table.rows, ACROSS, LEAST)
    if across is None:
        return None
    above = TOP + title_size(f"{title} (10/10)")[1] + UNDER
    room = HEIGHT - above - BOTTOM - FOOT - _head(table, across)
    return across, rows_by_slide(table.rows, across, room, LEAST, INSET)


def write_table(frame: Frame, table: Table, title: str, source: str, notes: Iterable[str]) -> None:
    """The table under a title; nothing where its columns do not fit."""
    found = paged(table, title)
    if found is None:
        return
    across, slides = found
    notes = [*notes]
    for number, rows in enumerate(slides, start=1):
        slide, y = frame.slide(frame.numbered(title, number, len(slides)), [*notes, table.caption, source])
        heights = [_head(table, across), *(tall for _, tall in rows)]
        shape = slide.shapes.add_table(
            len(rows) + 1, len(table.columns), Pt(MARGIN), Pt(y), Pt(ACROSS), Pt(sum(heights))
        )
        shape._element.nvGraphicFramePr.cNvPr.set("descr", table.caption[:30_000])
        grid = shape.table
        grid._tbl.tblPr.find(f"{{{grid._tbl.nsmap['a']}}}tableStyleId").text = _PLAIN
        for place, width in enumerate(across):
            grid.columns[place].width = Pt(width)
        for place, tall in enumerate(heights):
            grid.rows[place].height = Pt(tall)
        for at, row in enumerate([table.columns, *(cells for cells, _ in rows)]):
            _row(frame, grid, at, row, table.numeric)
        frame.foot(slide, source)


def _row(frame: Frame, grid: object, at: int, row: Sequence[str], numeric: Sequence[bool]) -> None:
    look = None
    for place, words in enumerate(row):
        cell = grid.cell(at, place)
        if look is None:
            _look(frame, cell, at)
            look = cell._tc.tcPr
        else:
            cell._tc.replace(cell._tc.get_or_add_tcPr(), deepcopy(look))
        paragraph = cell.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.RIGHT if place < len(numeric) and numeric[place] else PP_ALIGN.LEFT
        frame.run(paragraph, words, LEAST, bold=at == 0)


def _look(frame: Frame, cell: object, at: int) -> None:
    """Margins and ground of a row's first cell; the others of the row take them over."""
    cell.margin_left = cell.margin_right = Pt(INSET)
    cell.margin_top = cell.margin_bottom = Pt(INSET / 2)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if at == 0 else MSO_ANCHOR.TOP
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(frame.palette["few" if at == 0 else _band(at)][1:].upper())


def _band(at: int) -> str:
    return "wash" if at % 2 == 0 else "paper"


def _head(table: Table, across: Sequence[float]) -> float:
    """How high the headings stand, in points; bold type is wider."""
    lines = (
        len(broken(heading, (width - 2 * INSET) * 0.92, LEAST))
        for heading, width in zip(table.columns, across, strict=True)
    )
    return max(lines, default=1) * LEAST * LEADING + INSET
