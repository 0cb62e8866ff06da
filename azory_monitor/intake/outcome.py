"""What a check hands on: the sound rows, and everything there is to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from azory_monitor.intake.findings import Findings
from azory_monitor.intake.match import WIDE
from azory_monitor.intake.sheet import Sheet
from azory_monitor.model.batch import Asked, Normalised, Problem, Reading

Told = TypeVar("Told", Problem, Normalised)


@dataclass(frozen=True)
class Checked:
    """The outcome of a check.

    ``rows`` are the sound rows in plain cells: every column of the table (a translated one as ``name_xx`` for each
    language in the file), ``row`` (the spreadsheet's) and for measurements ``variant``.  Numbers are floats, NaN for
    none; flags are bool; all else is text, empty for none.
    """

    reading: Reading
    rows: pd.DataFrame
    problems: tuple[Problem, ...]
    normalised: tuple[Normalised, ...]
    questions: tuple[Asked, ...]


def outcome(sheet: Sheet, rows: Mapping[str, pd.Series], decimal: str, findings: Findings) -> Checked:
    """Put together what a check found; ``rows`` are all rows of the sheet, of which the sound ones are kept."""
    return Checked(
        reading=_reading(sheet, decimal, len(findings.shaped.rows)),
        rows=_sound(rows, findings),
        problems=_in_order(findings.problems),
        normalised=_in_order(findings.normalised),
        questions=tuple(findings.questions),
    )


def _sound(rows: Mapping[str, pd.Series], findings: Findings) -> pd.DataFrame:
    frame = pd.DataFrame(dict(rows))
    frame["row"] = findings.shaped.rows
    return frame[~findings.bad].reset_index(drop=True)


def _in_order(told: list[Told]) -> tuple[Told, ...]:
    """By row; a cell that stands for several rows, as in a wide layout, is told once."""
    once = {(one.row, one.column, one.model_dump_json()): one for one in told}
    return tuple(sorted(once.values(), key=lambda one: one.row))


def _reading(sheet: Sheet, decimal: str, rows: int) -> Reading:
    pairs = list(zip(sheet.headings, sheet.match.columns, strict=True))
    into = sheet.match.layout.wide.into if sheet.match.layout.wide else ""
    ours = [(heading, into if name == WIDE else name) for heading, name in pairs]
    used = {heading: name for heading, name in ours if name[:1] not in ("", "@")}
    return Reading(
        container=sheet.container,
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        decimal=decimal,
        sheet=sheet.sheet,
        inside=sheet.inside,
        header_row=sheet.header_row,
        layout=sheet.match.layout.name,
        table=sheet.match.table,
        columns=used,
        ignored=tuple(heading for heading, _ in pairs if heading not in used and heading.strip()),
        rows=rows,
    )
