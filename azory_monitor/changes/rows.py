"""Which rows of the tables are new, changed or gone; of a measurement, what kind of change it is."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from azory_monitor.model.changes import EntryChange, MeasuredChange, RowChange, ValueChange
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row
from azory_monitor.view import View

Kind = TypeVar("Kind", bound=Row)

_FIGURE = ("value", "numerator", "denominator", "spread", "qualifier")


def measured_changes(before: View, after: View) -> Iterator[MeasuredChange]:
    """The measurements that were handed in and differ; what is counted from the register is not among them."""
    for old, new in _pairs(before.handed_in(after), after.handed_in(before)):
        if old != new:
            yield MeasuredChange(what=_what(old, new), before=old, after=new)


def _what(old: Measurement | None, new: Measurement | None) -> ValueChange:
    if old is None or new is None:
        return "new" if old is None else "gone"
    if (old.status == "hidden") != (new.status == "hidden"):
        return "hidden" if new.status == "hidden" else "shown"
    if _empty(old) != _empty(new):
        return "filled" if _empty(old) else "emptied"
    same = all(getattr(old, name) == getattr(new, name) for name in _FIGURE)
    return "described" if same else "corrected"


def _empty(row: Measurement) -> bool:
    """Whether its place is kept without a figure."""
    return row.value is None and row.numerator is None


def entry_changes(before: View, after: View) -> Iterator[EntryChange]:
    """The rows of all other tables that differ, with the cells that do."""
    old, new = before.registers(), after.registers()
    for table in dict.fromkeys((*old, *new)):
        yield from _entries(table, old.get(table, ()), new.get(table, ()))


def _entries(table: str, before: Iterable[Row], after: Iterable[Row]) -> Iterator[EntryChange]:
    for old, new in _pairs(before, after):
        row = new or old
        if old != new and row is not None:
            what: RowChange = "new" if old is None else "gone" if new is None else "changed"
            yield EntryChange(table=table, key=_key(row), what=what, cells=_cells(old, new))


def _cells(old: Row | None, new: Row | None) -> dict:
    """The cells that differ, by heading, old and new; None where nothing is written."""
    was, now = (row.cells() if row else {} for row in (old, new))
    return {name: (was.get(name), now.get(name)) for name in {**was, **now} if was.get(name) != now.get(name)}


def _pairs(before: Iterable[Kind], after: Iterable[Kind]) -> Iterator[tuple[Kind | None, Kind | None]]:
    """Every row by its key in both states, in the order of the second one; what is gone comes last."""
    old, new = ({_key(row): row for row in rows} for rows in (before, after))
    for key in dict.fromkeys((*new, *old)):
        yield old.get(key), new.get(key)


def _key(row: Row) -> str:
    return " ".join(str(getattr(row, name)) for name in type(row).key)
