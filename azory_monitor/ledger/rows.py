"""Kept rows as the ledger stores them: CSV with a ``row`` column, exact to the last digit both ways."""

import io

import pandas as pd

from azory_monitor.model.row import base_and_language, columns
from azory_monitor.model.tables import TABLES


def write_rows(rows: pd.DataFrame) -> bytes:
    """CSV of sound rows (UTF-8, comma, LF); missing cells are empty."""
    return rows.to_csv(index=False, lineterminator="\n").encode("utf-8")


def read_rows(table: str, content: bytes) -> pd.DataFrame:
    """The rows that ``write_rows`` wrote: numbers as floats, every other cell as text, '' for none."""
    numeric = {column.name for column in columns(TABLES[table]) if column.kind in ("number", "integer")}
    text = content.decode("utf-8")
    names = pd.read_csv(io.StringIO(text), nrows=0).columns
    types = {name: "float64" if base_and_language(name)[0] in numeric else str for name in names if name != "row"}
    return pd.read_csv(
        io.StringIO(text),
        dtype=types | {"row": "int64"},
        keep_default_na=False,
        na_values={name: [""] for name, kind in types.items() if kind == "float64"},
    )
