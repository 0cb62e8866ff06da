"""In which cells of the file a row stands, and what is written there."""

import re
from collections.abc import Iterator
from functools import reduce

from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.tracing.kept import Again
from azory_monitor.model.trace import Cell

BESIDE = ("@unit", "@power", "@attribute", "@dimension", "@split")
"""What may stand beside a value and say how it is meant."""

_RANGE = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")


def cells_of(again: Again, position: int) -> Iterator[Cell]:
    """Every cell that is filled or was meant, of our columns first."""
    for name in again.checked.rows.columns:
        if name not in ("row", "variant"):
            yield from _one_or_more(again, name, *again.checked.place(position, name))
    row = int(again.checked.rows["row"].iat[position])
    for role, heading, raw in again.checked.beside(position).roles:
        if role in BESIDE:
            yield from _one_or_more(again, role, row, heading, raw)


def _one_or_more(again: Again, column: str, row: int, heading: str, raw: str) -> Iterator[Cell]:
    """The cell of a column; several where its text was put together from several."""
    sheet, headings = again.sheet, again.sheet.headings
    parts = [heading] if heading in headings else heading.split(" + ")
    if not heading or not all(part in headings for part in parts):
        yield from _said_elsewhere(again, column, raw)
        return
    for part in parts:
        place = _place(sheet, row, part, raw)
        if place in sheet.match.wide and column != "value":
            number, _ = _in_file(again, sheet.header_row, place)
            yield Cell(column=column, where="heading", heading=part, row=sheet.header_row, number=number, raw=part)
            continue
        row, place = _merged_into(sheet, row, place)
        number, text = _in_file(again, row, place)
        mend = again.kept.answers.get(f"cell:{row}:{part}")
        if text or mend:
            yield Cell(column=column, heading=part, row=row, number=number, raw=text, mend=mend)


def _in_file(again: Again, row: int, place: int) -> tuple[int, str]:
    """The number of a cell's column in the file, counted from 1, and its text there."""
    number = max(1, place + 2 - again.together)
    if again.lines:
        return number, again.lines[row - 1].rstrip("\r").split("\t")[number - 1]
    sheet = again.sheet
    return number, str(sheet.cells.at[row, place]) if row in sheet.cells.index else sheet.headings[place]


def _merged_into(sheet: Sheet, row: int, place: int) -> tuple[int, int]:
    """The first cell of the merged ones that a cell belongs to, which alone holds their text; else the cell itself."""
    for one in sheet.normalised:
        found = _RANGE.fullmatch(one.raw) if one.why == "merged" else None
        if found:
            left, top, right, bottom = (_place_of(part) for part in found.groups())
            if top <= row <= bottom and left <= place + 1 <= right:
                return top, left - 1
    return row, place


def _place_of(text: str) -> int:
    """A row as it is; a column's letters as its number, counted from 1."""
    return int(text) if text.isdigit() else reduce(lambda sum_, sign: 26 * sum_ + ord(sign) - 64, text, 0)


def _said_elsewhere(again: Again, column: str, raw: str) -> Iterator[Cell]:
    """What the file has no cell for: the person said it, or files of the kind always mean it."""
    layout = again.sheet.match.layout.constants
    answer = again.kept.answers.get(column) or (again.kept.answers.get("year", "") if column == "period" else "")
    if answer:
        yield Cell(column=column, where="answer", raw=answer)
    elif column in layout:
        yield Cell(column=column, where="layout", raw=str(layout[column]))
    elif raw:
        yield Cell(column=column, where="heading" if column in BESIDE else "layout", raw=raw)


def _place(sheet: Sheet, row: int, heading: str, raw: str) -> int:
    """The column under a heading; of several with one heading, the one that holds the text."""
    places = [place for place, name in enumerate(sheet.headings) if name == heading]
    return next((place for place in places if str(sheet.cells.at[row, place]) == raw), places[0])
