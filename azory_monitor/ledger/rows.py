"""Kept rows as the ledger stores them, exact to the last digit both ways and with a ``row`` column.

They are CSV, which anything reads; of ``LONG`` tables Parquet, in a tenth of the time and of the room.  Equal rows
give equal bytes either way.
"""

import csv
import io

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from azory_monitor.coded import apart, is_coded
from azory_monitor.model.row import base_and_language, columns
from azory_monitor.model.tables import TABLES

LONG = 100_000
"""A table of so many rows is written as Parquet."""

_PARQUET = b"PAR1"
_BLOCK = 16 * 2**20
"""No row is longer than this."""


def write_rows(rows: pd.DataFrame) -> bytes:
    """CSV of sound rows (UTF-8, comma, LF); missing cells are empty.  Parquet where they are many."""
    if len(rows) >= LONG:
        return _long(rows)
    table = pa.Table.from_pandas(rows, preserve_index=False)
    try:
        return _written(table, "none")
    except pa.ArrowInvalid:  # a cell holds a comma, a quotation mark or a line break
        return _written(table, "needed")


def _written(table: pa.Table, quoting: str) -> bytes:
    written = pa.BufferOutputStream()
    pyarrow.csv.write_csv(table, written, pyarrow.csv.WriteOptions(quoting_style=quoting))
    return written.getvalue().to_pybytes()


def _long(rows: pd.DataFrame) -> bytes:
    from pyarrow import parquet  # takes a moment, and long files are rare

    written = pa.BufferOutputStream()
    columns = {str(name): _by_first_use(cells) for name, cells in rows.items()}
    parquet.write_table(pa.table(columns), written, compression="zstd", store_schema=False, write_statistics=False)
    content = written.getvalue().to_pybytes()
    del columns, written
    pa.default_memory_pool().release_unused()  # what was written is still to be kept in the database, which takes room
    return content


def _by_first_use(cells: pd.Series) -> pa.Array | pa.ChunkedArray:
    """A column with its codes in the order in which they are first used, so that only the rows themselves count."""
    if not is_coded(cells):
        return pa.array(cells, from_pandas=True)
    codes, texts = apart(cells)
    return pa.DictionaryArray.from_arrays(pa.array(codes), texts)


def _read_long(numeric: set[str], content: bytes) -> pd.DataFrame:
    from pyarrow import parquet

    source = pa.BufferReader(content)
    names = parquet.read_schema(source).names
    texts = [name for name in names if name != "row" and base_and_language(name)[0] not in numeric]
    return parquet.read_table(source, read_dictionary=texts, use_threads=False).unify_dictionaries().to_pandas()


def read_rows(table: str, content: bytes) -> pd.DataFrame:
    """The rows that ``write_rows`` wrote: numbers as floats, every other cell as text, '' for none."""
    numeric = {column.name for column in columns(TABLES[table]) if column.kind in ("number", "integer")}
    if content.startswith(_PARQUET):
        return _read_long(numeric, content)
    names = next(csv.reader(io.StringIO(content[: content.find(b"\n") + 1].decode("utf-8"))))
    types = {name: pa.float64() if base_and_language(name)[0] in numeric else pa.string() for name in names}
    read = pyarrow.csv.read_csv(
        pa.BufferReader(content),
        pyarrow.csv.ReadOptions(block_size=_BLOCK),
        pyarrow.csv.ParseOptions(newlines_in_values=True),
        pyarrow.csv.ConvertOptions(column_types=types | {"row": pa.int64()}, null_values=[""]),
    )
    return read.to_pandas()
