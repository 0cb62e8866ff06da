"""What was done to the text of a cell on its way to a value."""

from collections.abc import Iterator
from typing import Any

from azory_monitor.intake.tracing.kept import Again
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES
from azory_monitor.model.trace import Cell, Step

_NUMBERS = ("number", "integer")


def steps_of(again: Again, position: int, cells: tuple[Cell, ...]) -> Iterator[Step]:
    """What was done to the texts on their way, in order: mended, read, multiplied."""
    told = {(one.row, one.column): one for one in again.checked.normalised}
    for cell in (cell for cell in cells if cell.where == "cell"):
        text = cell.raw
        if cell.mend is not None:
            yield Step(column=cell.column, rule="mended", before=cell.raw, after=cell.mend)
            text = cell.mend
        one = told.get((cell.row, cell.heading))
        if one and (one.raw == text or one.why == "merged"):
            yield Step(column=cell.column, rule=one.why, before=one.raw, after=one.value)
        elif _is_with_comma(again, cell, text):
            yield Step(column=cell.column, rule="decimal", before=text, after=text.strip().replace(",", "."))
    yield from _multiplied(again, position, cells)


def _is_with_comma(again: Again, cell: Cell, text: str) -> bool:
    numeric = {column.name for column in columns(TABLES[again.kept.table]) if column.kind in _NUMBERS}
    return cell.column in numeric and again.checked.reading.decimal == "," and "," in text


def _multiplied(again: Again, position: int, cells: tuple[Cell, ...]) -> Iterator[Step]:
    """The step into the unit of the indicator, with the unit that the file states."""
    factor = again.checked.beside(position).factor
    if factor == 1.0:
        return
    stated: Any = next((cell for cell in cells if cell.column in ("@unit", "@power")), None)
    value = float(again.checked.rows["value"].iat[position])
    yield Step(
        column="value",
        rule="unit",
        before=_plain(value / factor),
        after=_plain(value),
        values={"unit": stated.raw if stated else "", "heading": stated.heading if stated else "", "factor": factor},
    )


def _plain(value: float) -> str:
    return f"{value:.12g}" if abs(value) < 1e12 else str(value)
