"""Sound rows of a file, brought into the two shapes that the database keeps."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, base_and_language
from azory_monitor.model.tables import TABLES

MEASUREMENT_COLUMNS = (
    "indicator", "area", "period", "variant", "value", "numerator", "denominator", "source", "note", "qualifier",
    "status", "locator", "spread", "file_row", "origin",
)  # fmt: skip
RECORD_COLUMNS = ("kind", "key", "cells", "file_row", "origin")
_NUMBERS = ("value", "numerator", "denominator", "spread")
_TEXTS = ("source", "qualifier", "status", "locator")


def measurements_of(tables: Mapping[str, pd.DataFrame], batch: int) -> pd.DataFrame:
    """The measurements among the sound rows of ``batch``, in ``MEASUREMENT_COLUMNS``."""
    rows = tables.get(Measurement.table)
    if rows is None or rows.empty:
        return pd.DataFrame(columns=list(MEASUREMENT_COLUMNS)).astype(dict.fromkeys(_NUMBERS, "float64"))
    shaped = pd.DataFrame({name: rows[name] for name in ("indicator", "area", "period")})
    for name in _NUMBERS:
        shaped[name] = pd.to_numeric(rows[name]) if name in rows else float("nan")
    for name in _TEXTS:
        shaped[name] = rows[name].fillna("") if name in rows else ""
    shaped["note"] = _notes(rows)
    conflicting = shaped["status"] == "conflicting"
    shaped["variant"] = (shaped["source"] + " " + shaped["locator"]).str.strip().where(conflicting, "")
    shaped["file_row"] = rows["row"].astype("int64")
    shaped["origin"] = batch
    return shaped[list(MEASUREMENT_COLUMNS)]


def records_of(tables: Mapping[str, pd.DataFrame], batch: int) -> pd.DataFrame:
    """The rows of all other tables among the sound rows of ``batch``, in ``RECORD_COLUMNS``."""
    records = [
        (table, key_of(row), cells_text(row), int(cells["row"]), batch)
        for table, rows in tables.items()
        if table != Measurement.table
        for cells in rows.to_dict("records")
        for row in [row_of(table, cells)]
    ]
    return pd.DataFrame(records, columns=list(RECORD_COLUMNS))


def row_of(table: str, cells: Mapping[str, Any]) -> Row:
    """A row of a table from plain cells; empty ones (None, NaN, empty text) are left to their defaults."""
    return TABLES[table](**{name: cell for name, cell in cells.items() if name != "row" and _filled(cell)})


def key_of(row: Row) -> str:
    """What identifies a row within its table: the values of its key, joined with a space."""
    return " ".join(str(getattr(row, name)) for name in row.key).strip()


def cells_text(row: Row) -> str:
    """A row's cells as the database keeps them; equal rows give equal text."""
    return json.dumps(row.cells(), ensure_ascii=False, sort_keys=True)


def _filled(cell: Any) -> bool:
    return isinstance(cell, list | tuple | dict) or not (cell is None or cell == "" or cell != cell)


def _notes(rows: pd.DataFrame) -> pd.Series:
    """The note in every language it is given in, as one JSON text a row; '' where there is none."""
    names = sorted(name for name in rows if base_and_language(name)[0] == "note")
    languages = [base_and_language(name)[1] for name in names]
    if not names:
        return pd.Series("", index=rows.index)
    cells = rows[names].fillna("")
    if not cells.to_numpy().astype(bool).any():
        return pd.Series("", index=rows.index)
    texts = [
        {language: cell for language, cell in zip(languages, line, strict=True) if cell}
        for line in cells.itertuples(index=False)
    ]
    return pd.Series([json.dumps(text, ensure_ascii=False) if text else "" for text in texts], index=rows.index)
