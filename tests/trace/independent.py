"""What stands in a cell of a file, read with nothing of ours: Python's csv module, and openpyxl for workbooks."""

import csv
import datetime
import io
import zipfile
from functools import lru_cache

import openpyxl


@lru_cache(maxsize=4)
def records(content: bytes, encoding: str, delimiter: str) -> list[list[str]]:
    """The records of a text file, empty lines included."""
    text = content.decode(encoding).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def text_in(content: bytes, encoding: str, delimiter: str, row: int, number: int) -> str:
    """The text of a cell; rows and columns count from 1."""
    return records(content, encoding, delimiter)[row - 1][number - 1]


@lru_cache(maxsize=4)
def sheet_in(content: bytes, name: str):
    """A sheet of a workbook."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)[name]


def is_said_by(raw: str, cell) -> bool:
    """Whether a text says what a workbook's cell holds: the same text, number, percentage or day."""
    value = cell.value
    if value is None:
        return raw == ""
    if isinstance(value, datetime.datetime | datetime.date):
        return raw[:10] == value.isoformat()[:10]
    if isinstance(value, bool | str):
        return raw.strip() == str(value).strip()
    if "%" in cell.number_format:
        return raw.endswith("%") and abs(float(raw[:-1]) / 100 - value) < 1e-9
    return float(raw) == value


def unzipped(content: bytes) -> bytes:
    """The one file of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = archive.namelist()
        return archive.read(name)
