"""Every column checked over its distinct texts: each is read once, however many rows have it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from azory_monitor.coded import apart, meant
from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.arranging.shaped import Shaped
from azory_monitor.intake.checking.cells import Around, read_cell
from azory_monitor.intake.checking.decimals import Decimals, decide, is_unsettled
from azory_monitor.intake.checking.findings import MOST_FAULTS, MOST_UNKNOWN, Fault, Findings, Said
from azory_monitor.intake.checking.numbers import read_numbers
from azory_monitor.intake.recognising.layout import error_marks
from azory_monitor.model.batch import Asked
from azory_monitor.model.column import Column

NUMBERS = ("number", "integer")
TEXTS = ("text", "translated")
_HINTS = 200
"""For so many unknown names of a column the nearest known one is looked for."""

_CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_HELD_TEXT = r"^'[=+\-@\t\r＝＋－＠]"
_HELD_AGAIN = r"^'+[=+\-@\t\r＝＋－＠]"
"""In a data package of ours a text that stood so before has one apostrophe more."""


@dataclass(frozen=True)
class Distinct:
    """The distinct texts of a column, for each row which of them it has, and which rows hold numbers (None: none)."""

    codes: np.ndarray
    texts: pa.Array
    typed: np.ndarray | None = None

    @property
    def untyped(self) -> pa.Array:
        """The distinct texts that at least one row holds as text."""
        if self.typed is None:
            return self.texts
        return self.texts.take(np.unique(self.codes[~self.typed]))


def distinct_texts(shaped: Shaped, names: list[str]) -> dict[str, Distinct]:
    """Take columns apart."""
    return {name: _distinct(shaped.cells[name], shaped.typed.get(name)) for name in names}


def _distinct(series: pd.Series, typed: np.ndarray | None) -> Distinct:
    return Distinct(*apart(series), typed if typed is not None and typed.any() else None)


def check_texts(name: str, found: Distinct, findings: Findings, has_formulas: bool, as_written: bool) -> pd.Series:
    """Free text, trimmed, without the apostrophe that keeps a spreadsheet from calculating.

    ``as_written``: a file of a data package, whose texts come back exactly as they stood.
    """
    texts = found.texts.to_pandas().astype("str").str.strip()
    failed = texts.str.upper().isin(error_marks())
    if has_formulas:
        failed |= texts.str.startswith("=")
    said = {place: Said(fault=Fault("formula_error")) for place in _places(failed)}
    said |= {place: Said(fault=Fault("control_character")) for place in _places(texts.str.contains(_CONTROLS))}
    held = _places(texts.str.contains(_HELD_AGAIN if as_written else _HELD_TEXT))
    texts.iloc[held] = texts.iloc[held].str[1:]
    said |= {} if as_written else {place: Said(texts[place], why="apostrophe") for place in held}
    findings.in_cells(name, found.codes, said)
    return meant(found.codes, texts)


def check_meanings(name: str, column: Column, found: Distinct, around: Around, findings: Findings) -> pd.Series:
    """Every other column that is not a number: ids, choices, periods, dates, flags, addresses."""
    said: list[Said] = []
    faults, most = 0, MOST_UNKNOWN if column.kind in ("ref", "refs") else MOST_FAULTS
    for text in found.texts.to_pylist():
        said.append(read_cell(text, column, around))
        faults += said[-1].fault is not None
        if faults == _HINTS:
            around = replace(around, known=around.known.without_hints())
        if faults > most:
            raise UnreadableFile("error.other_column", column=findings.shaped.place(0, name)[1], n=most)
    findings.in_cells(name, found.codes, {place: one for place, one in enumerate(said) if one.fault or one.why})
    values = [one.value for one in said]
    return pd.Series(np.array(values, dtype=bool)[found.codes]) if column.kind == "flag" else meant(found.codes, values)


@dataclass(frozen=True)
class NumberColumn:
    """The values of a number column (NaN: none) and, by status, the rows in which a mark of absence stands for it.

    ``factors`` are what the numbers of the file were multiplied by, one for all or one for each row.
    """

    values: np.ndarray
    absent: Mapping[str, np.ndarray]
    factors: np.ndarray | float = 1.0


def decide_decimals(
    numeric: list[str], texts: Mapping[str, Distinct], delimiter: str, answer: str, findings: Findings
) -> Decimals:
    """The decimal mark of the file; where nothing tells, a question."""
    decimals = decide([texts[name].untyped for name in numeric], delimiter, answer)
    if decimals.open:
        findings.questions.append(_question(numeric, texts, findings))
    return decimals


def _question(numeric: list[str], texts: Mapping[str, Distinct], findings: Findings) -> Asked:
    for name in numeric:
        found = texts[name]
        unsettled = is_unsettled(pc.utf8_trim_whitespace(found.texts)).to_numpy(zero_copy_only=False)[found.codes]
        places = np.flatnonzero(unsettled if found.typed is None else unsettled & ~found.typed)
        if len(places):
            break
    row, heading, raw = findings.shaped.place(int(places[0]), name)
    raw = raw.strip()
    values = {"row": row, "column": heading, "text": raw}
    readings = {"whole": int(re.sub("[^0-9]", "", raw)), "part": float(re.sub("[^0-9,.]", "", raw).replace(",", "."))}
    return Asked(key="decimal", about=raw, values=values | readings, choices=(".", ","))


def check_numbers(column: Column, found: Distinct, decimals: Decimals, findings: Findings) -> NumberColumn:
    """Numbers, each as its own kind of cell says it: numbers of a workbook have a point, texts the file's mark."""
    read, codes = read_numbers(found.texts, decimals), found.codes
    if read.is_hopeless:
        raise UnreadableFile("error.other_column", column=findings.shaped.place(0, column.name)[1], n=MOST_FAULTS)
    values = read.values[codes]
    if found.typed is not None:
        pointed = read_numbers(found.texts, Decimals()).values[codes]
        values = np.where(found.typed, pointed, values)
        codes = np.where(found.typed, len(found.texts), codes)
    findings.in_cells(column.name, codes, read.said)
    _check_limits(column, values, findings)
    statuses = {one.status for one in read.said.values() if one.status}
    return NumberColumn(values, {status: _with_status(status, read.said, codes) for status in statuses})


def _with_status(status: str, said: Mapping[int, Said], codes: np.ndarray) -> np.ndarray:
    return np.isin(codes, [place for place, one in said.items() if one.status == status])


def _check_limits(column: Column, values: np.ndarray, findings: Findings) -> None:
    low = -np.inf if column.minimum is None else column.minimum
    high = np.inf if column.maximum is None else column.maximum
    beyond = np.flatnonzero((values < low) | (values > high))
    limits = {"minimum": column.minimum, "maximum": column.maximum}
    findings.at(beyond, column.name, Fault(limit_rule(**limits), values=limits))
    if column.kind == "integer":
        findings.at(np.flatnonzero(np.isfinite(values) & (values != np.trunc(values))), column.name, Fault("not_whole"))


def limit_rule(minimum: float | None, maximum: float | None) -> str:
    """The rule that a value beyond such limits breaks."""
    if minimum is None:
        return "above_maximum"
    return "below_minimum" if maximum is None else "out_of_range"


def _places(mask: pd.Series) -> list[int]:
    return np.flatnonzero(mask.to_numpy(dtype=bool)).tolist()
