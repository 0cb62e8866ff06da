"""What a check hands on: the sound rows, and everything there is to say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from azory_monitor.coded import is_coded
from azory_monitor.intake.arranging.shaped import Shaped
from azory_monitor.intake.checking.findings import Findings
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.evidence import TWICE
from azory_monitor.intake.recognising.recognise import UNHEADED
from azory_monitor.model.batch import Asked, Normalised, Problem, Reading
from azory_monitor.model.measurement import Measurement

_UNUSED = ("", TWICE, "@told", UNHEADED)

Told = TypeVar("Told", Problem, Normalised)


@dataclass(frozen=True)
class Checked:
    """The outcome of a check.

    ``rows`` are the sound rows in plain cells: every column of the table (a translated one as ``name_xx`` for each
    language in the file), ``row`` (the spreadsheet's) and for measurements ``variant``.  Numbers are floats, NaN for
    none; flags are bool; all else is text, empty for none.  Texts of measurements, which may be many, are coded.
    """

    reading: Reading
    rows: pd.DataFrame
    problems: tuple[Problem, ...]
    normalised: tuple[Normalised, ...]
    questions: tuple[Asked, ...]
    place: Callable[[int, str], tuple[int, str, str]]
    """Row, heading and raw text of the cell that a column of a sound row was read from; rows count from 0."""
    beside: Callable[[int], "Beside"]
    """What else of the file made the value of a sound row; rows count from 0."""


@dataclass(frozen=True)
class Beside:
    """What stands beside a value and changes it: ``roles`` as role, heading and text, ``factor`` what they come to."""

    factor: float
    roles: tuple[tuple[str, str, str], ...]


def outcome(sheet: Sheet, rows: Mapping[str, pd.Series], decimal: str, findings: Findings) -> Checked:
    """Put together what a check found; ``rows`` are all rows of the sheet, of which the sound ones are kept."""
    return Checked(
        reading=_reading(sheet, findings.shaped, decimal),
        rows=_sound(rows, findings, sheet.match.table == Measurement.table),
        problems=_in_order(findings.problems),
        normalised=_in_order(findings.normalised),
        questions=tuple(findings.questions),
        place=_place(findings),
        beside=_beside(findings),
    )


def _place(findings: Findings) -> Callable[[int, str], tuple[int, str, str]]:
    shaped, sound = findings.shaped, np.flatnonzero(~findings.bad)
    return lambda position, column: shaped.place(int(sound[position]), column)


def _beside(findings: Findings) -> Callable[[int], Beside]:
    shaped, sound, factors = findings.shaped, np.flatnonzero(~findings.bad), findings.factors

    def beside(position: int) -> Beside:
        at = int(sound[position])
        roles = ((role, heading, str(texts.iat[at])) for role, all_ in shaped.roles.items() for heading, texts in all_)
        factor = factors if isinstance(factors, float) else float(factors[at])
        return Beside(factor, tuple(roles))

    return beside


def _sound(rows: Mapping[str, pd.Series], findings: Findings, is_long: bool) -> pd.DataFrame:
    if not rows:
        return pd.DataFrame()
    frame = pd.DataFrame(
        {name: cells if is_long or not is_coded(cells) else cells.astype("str") for name, cells in rows.items()},
        copy=False,
    )
    frame["row"] = findings.shaped.rows
    return frame[~findings.bad].reset_index(drop=True) if findings.bad.any() else frame


def _in_order(told: list[Told]) -> tuple[Told, ...]:
    """By row; a cell that stands for several rows, as in a wide layout, is told once."""
    once = {(one.row, one.column, one.model_dump_json()): one for one in told}
    return tuple(sorted(once.values(), key=lambda one: one.row))


def _reading(sheet: Sheet, shaped: Shaped, decimal: str) -> Reading:
    pairs = list(zip(sheet.headings, shaped.columns, strict=True))
    used = {heading: name for heading, name in pairs if name not in _UNUSED}
    return Reading(
        container=sheet.container,
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        decimal=decimal,
        sheet=sheet.sheet,
        sheets=sheet.sheets,
        inside=sheet.inside,
        header_row=sheet.header_row,
        layout=sheet.match.layout.name,
        table=sheet.match.table,
        columns=used,
        ignored=tuple(heading for heading, _ in pairs if heading not in used and heading.strip()),
        rows=len(shaped.rows),
        **_wide(sheet),
    )


def _wide(sheet: Sheet) -> dict[str, Any]:
    """What the columns hold that became rows, and from which to which they stand."""
    places = sheet.match.wide
    kinds = {kind for place in places for kind in sheet.match.facets[place]}
    kind = next((kind for kind in ("period", "area", "indicator") if kind in kinds), "")
    return {"wide": kind, "wide_columns": (places[0] + 1, places[-1] + 1)} if kind else {}
