"""What the rows of the database describe: the programme and what was measured."""

import json

import pandas as pd

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, columns
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES

_FILLED = set(Measurement.model_fields)
"""What is given of each measurement, told once: working it out again for each takes as long as making it."""


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
    names = [name for name in Measurement.model_fields if name != "note"]
    cells = rows[names].astype(object).where(rows[names].notna(), None)
    notes = [json.loads(note) if note else {} for note in rows["note"]]
    lines = zip(cells.itertuples(index=False, name=None), notes, strict=True)
    return [
        Measurement.model_construct(_FILLED, **dict(zip(names, line, strict=True)), note=said) for line, said in lines
    ]
