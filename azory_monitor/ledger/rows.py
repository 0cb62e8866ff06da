"""Kept rows as the ledger stores them: CSV with a ``row`` column, exact to the last digit both ways."""

import csv
import io

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from azory_monitor.model.row import base_and_language, columns
from azory_monitor.model.tables import TABLES

_BLOCK = 16 * 2**20
"""No row is longer than this."""


def write_rows(rows: pd.DataFrame) -> bytes:
    """CSV of sound rows (UTF-8, comma, LF); missing cells are empty."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    try:
        return _written(table, "none")
    except pa.ArrowInvalid:  # a cell holds a comma, a quotation mark or a line break
        return _written(table, "needed")


def _written(table: pa.Table, quoting: str) -> bytes:
    written = pa.BufferOutputStream()
    pyarrow.csv.write_csv(table, written, pyarrow.csv.WriteOptions(quoting_style=quoting))
    return written.getvalue().to_pybytes()


def read_rows(table: str, content: bytes) -> pd.DataFrame:
    """The rows that ``write_rows`` wrote: numbers as floats, every other cell as text, '' for none."""
    numeric = {column.name for column in columns(TABLES[table]) if column.kind in ("number", "integer")}
    names = next(csv.reader(io.StringIO(content[: content.find(b"\n") + 1].decode("utf-8"))))
    types = {name: pa.float64() if base_and_language(name)[0] in numeric else pa.string() for name in names}
    read = pyarrow.csv.read_csv(
        pa.BufferReader(content),
        pyarrow.csv.ReadOptions(block_size=_BLOCK),
        pyarrow.csv.ParseOptions(newlines_in_values=True),
        pyarrow.csv.ConvertOptions(column_types=types | {"row": pa.int64()}, null_values=[""]),
    )
    return read.to_pandas()
