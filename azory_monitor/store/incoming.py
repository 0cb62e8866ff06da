"""Sound rows of a file, brought into the two shapes that the database keeps."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from azory_monitor import coded
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, base_and_language
from azory_monitor.model.tables import TABLES

MEASUREMENT_COLUMNS = (
    "indicator", "area", "period", "variant", "value", "numerator", "denominator", "source", "note", "qualifier",
    "status", "locator", "spread", "file_row", "origin",
)  # fmt: skip
RECORD_COLUMNS = ("kind", "key", "cells", "file_row", "origin")
_KEY = ("indicator", "area", "period")
_NUMBERS = ("value", "numerator", "denominator", "spread")
_TEXTS = ("source", "qualifier", "status", "locator")


def measurements_of(tables: Mapping[str, pd.DataFrame], batch: int) -> pa.Table:
    """The measurements among the sound rows of ``batch``, numbered, in ``MEASUREMENT_COLUMNS``."""
    rows = tables.get(Measurement.table)
    if rows is None:
        rows = pd.DataFrame(columns=["indicator", "area", "period", "row"], dtype="str")
    texts = {name: rows[name] if name in rows else coded.same("", len(rows)) for name in _KEY + _TEXTS}
    texts["variant"] = coded.variants(texts["status"], texts["source"], texts["locator"])
    shaped = {name: _texts(cells) for name, cells in texts.items()}
    shaped |= {name: _numbers(rows, name) for name in _NUMBERS}
    shaped["note"] = _notes(rows)
    shaped["file_row"] = pa.array(rows["row"].to_numpy(dtype="int32"))
    shaped["origin"] = _same(batch, len(rows))
    return _numbered(pa.table({name: shaped[name] for name in MEASUREMENT_COLUMNS}))


def series_of(rows: pd.DataFrame) -> pa.Table:
    """The series, which are pairs of indicator and area, that rows of measurements belong to."""
    codes = [pd.factorize(rows[name].cat.codes if coded.is_coded(rows[name]) else rows[name])[0] for name in _KEY[:2]]
    _, first = np.unique(codes[0].astype("int64") * len(rows) + codes[1], return_index=True)
    return pa.table({name: _texts(rows[name].iloc[first]) for name in _KEY[:2]})


def records_of(tables: Mapping[str, pd.DataFrame], batch: int) -> pa.Table:
    """The rows of all other tables among the sound rows of ``batch``, numbered, in ``RECORD_COLUMNS``."""
    records = [
        (table, key_of(row), cells_text(row), int(cells["row"]), batch)
        for table, rows in tables.items()
        if table != Measurement.table
        for cells in rows.to_dict("records")
        for row in [row_of(table, cells)]
    ]
    found = pd.DataFrame(records, columns=list(RECORD_COLUMNS))
    return _numbered(pa.Table.from_pandas(found, preserve_index=False))


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


def _notes(rows: pd.DataFrame) -> pa.Array:
    """The note in every language it is given in, as one JSON text a row; '' where there is none."""
    names = sorted(name for name in rows if base_and_language(name)[0] == "note")
    filled = [name for name in names if (rows[name].astype("str").fillna("") != "").any()]
    if not filled:
        return _same("", len(rows))
    languages = [base_and_language(name)[1] for name in filled]
    cells = pd.DataFrame({name: rows[name].astype("str").fillna("") for name in filled})
    codes = cells.groupby(filled, sort=False).ngroup().to_numpy()
    texts = [
        {language: cell for language, cell in zip(languages, line, strict=True) if cell}
        for line in cells.drop_duplicates().itertuples(index=False)
    ]
    return _dictionary(codes, [json.dumps(text, ensure_ascii=False) if text else "" for text in texts])


def _texts(cells: pd.Series) -> pa.Array | pa.ChunkedArray:
    if coded.is_coded(cells):
        return _dictionary(cells.cat.codes.to_numpy(), cells.cat.categories)
    return pa.array(cells.fillna("").astype("str"), type=pa.string())


def _numbers(rows: pd.DataFrame, name: str) -> pa.Array:
    if name not in rows:
        return pa.nulls(len(rows), pa.float64())
    return pa.array(pd.to_numeric(rows[name]).to_numpy(dtype="float64"), from_pandas=True)


def _same(cell: str | int, length: int) -> pa.Array:
    return _dictionary(np.zeros(length, dtype="int8"), [cell])


def _dictionary(codes: np.ndarray, texts: Sequence[str | int] | pd.Index) -> pa.Array:
    found = pa.array(texts)
    found = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    return pa.DictionaryArray.from_arrays(pa.array(codes), found)


def _numbered(rows: pa.Table) -> pa.Table:
    return rows.append_column("n", pa.array(np.arange(len(rows), dtype="int32")))
