"""What the rows of the database describe: the programme and what was measured."""

import json
from functools import cache
from typing import Any

import pandas as pd

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, columns
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES

_COLUMNS = tuple(Measurement.model_fields)
_AS_CHECKED = {
    "__pydantic_fields_set__": set(_COLUMNS),
    "__pydantic_extra__": None,
    "__pydantic_private__": None,
}


def programme_of(records: pd.DataFrame) -> Programme:
    """The programme that the store's rows describe."""
    tables: dict[str, dict[str, Row]] = {}
    for kind, key, cells in zip(records["kind"], records["key"], records["cells"], strict=True):
        tables.setdefault(kind, {})[key] = TABLES[kind](**json.loads(cells))
    profile = next(iter(tables.pop("programme").values()))
    return Programme(profile=profile, **{name: _in_order(rows) for name, rows in tables.items()})


def _in_order(rows: dict[str, Row]) -> dict[str, Row]:
    """Rows whose table gives each a place stand in that order, all others as they came."""
    declared = columns(type(next(iter(rows.values()))))
    places = [
        column.name for column in declared if column.name == "position" or (column.name == "number" and column.required)
    ]
    if not places:
        return rows
    return dict(sorted(rows.items(), key=lambda item: _place(getattr(item[1], places[0]))))


def _place(number: int | None) -> tuple[bool, int]:
    return number is None, number or 0


def measurements_of(rows: pd.DataFrame) -> list[Measurement]:
    """The measurements that the books' rows describe."""
    columns = [_notes(rows[name]) if name == "note" else _cells(rows[name]) for name in _COLUMNS]
    return [_made(dict(zip(_COLUMNS, line, strict=True))) for line in zip(*columns, strict=True)]


def _made(cells: dict[str, Any]) -> Measurement:
    """A measurement of cells that were checked when they came in, set up as one that is handed from another process.

    ``model_construct`` looks every column up again for each row, which takes three times as long.
    """
    row = Measurement.__new__(Measurement)
    row.__setstate__(_AS_CHECKED | {"__dict__": cells})
    return row


def _cells(column: pd.Series) -> list[Any]:
    """What stands in a column, None where nothing does; each text is held once, however often it stands there."""
    if isinstance(column.dtype, pd.StringDtype):
        codes, texts = pd.factorize(column)
        found = [*texts, None]
        return [found[code] for code in codes.tolist()]
    if column.dtype.kind == "f":
        return [None if number != number else number for number in column.tolist()]
    return column.astype(object).where(column.notna(), None).tolist()


def _notes(column: pd.Series) -> list[dict[str, str]]:
    read = cache(json.loads)
    return [read(note) if note else {} for note in _cells(column)]
