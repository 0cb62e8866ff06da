"""A sheet checked against the programme: the rows that are sound, and everything that is wrong with the others."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from azory_monitor.coded import same, variants
from azory_monitor.intake.arranging.foreign import faults_of
from azory_monitor.intake.arranging.shape import shape
from azory_monitor.intake.checking.across import check_required, check_twice, languages_of
from azory_monitor.intake.checking.cells import Around
from azory_monitor.intake.checking.columns import (
    NUMBERS,
    TEXTS,
    Distinct,
    check_meanings,
    check_numbers,
    check_texts,
    decide_decimals,
    distinct_texts,
)
from azory_monitor.intake.checking.decimals import usual_mark
from azory_monitor.intake.checking.findings import Findings
from azory_monitor.intake.checking.headings import check_headings
from azory_monitor.intake.checking.measured import check_measured, settle_absent, share_series
from azory_monitor.intake.checking.percent import without_percent
from azory_monitor.intake.checking.roles import heed_roles
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.outcome import Checked, outcome
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.match import asked_of
from azory_monitor.model.batch import Asked
from azory_monitor.model.column import Column
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, columns
from azory_monitor.model.tables import TABLES


@dataclass(frozen=True)
class Task:
    """A sheet and what it is checked against."""

    sheet: Sheet
    known: Known
    today: datetime.date
    answers: Mapping[str, str]
    canonical: bool

    @property
    def table(self) -> type[Row]:
        """The table whose rows these are."""
        return TABLES[self.sheet.match.table]

    @property
    def constants(self) -> dict[str, str]:
        """Columns that the file lacks: what the layout says and what the person answered."""
        given = {name: self.answers[name] for name in asked_of(self.sheet.match) if self.answers.get(name)}
        return self.sheet.match.layout.constants | given


def check(
    sheet: Sheet, known: Known, today: datetime.date, answers: Mapping[str, str] | None = None, canonical: bool = False
) -> Checked:
    """Check every cell, every row and the file as a whole, and tell all that is wrong at once.

    ``answers`` settle questions: decimal, unit, and the columns that the layout lacks.  ``canonical``: a file of a
    data package, whose numbers have a decimal point and whose texts stand as they are; it may have no rows.
    """
    answers = dict(answers or {}) | ({"decimal": "."} if canonical else {})
    task = Task(sheet, known, today, answers, canonical)
    shaped = shape(sheet, task.constants, known, answers)
    task = replace(task, known=known.with_names(shaped.names))
    findings = Findings(shaped, sheet.header_row, [*faults_of(sheet), *shaped.told], list(sheet.normalised))
    findings.questions += [*sheet.questions, *shaped.questions]
    check_headings(sheet, findings)
    _ask(task, findings)
    if shaped.questions:
        return outcome(sheet, {}, usual_mark(sheet.delimiter), findings)
    if not len(shaped.rows) and not canonical:
        findings.of_file("no_rows")
    rows, decimal = _check_columns(task, findings)
    check_required(task.table, rows, findings)
    check_twice(task.table, rows, findings)
    return outcome(sheet, rows, decimal, findings)


def _ask(task: Task, findings: Findings) -> None:
    """Columns that such files lack have to be named by the person; a period in their own words."""
    is_open = any(asked.key.startswith("column:") for asked in findings.questions)
    for name in asked_of(task.sheet.match):
        if name not in findings.shaped.cells and (not is_open or name == "period"):
            findings.questions.append(Asked(key=name, about=name, choices=_choices(name, task)))
            findings.bad[:] = True


def _choices(name: str, task: Task) -> tuple[str, ...]:
    table = next(column.to for column in columns(task.table) if column.name == name)
    return task.known.choices(table) if table else ()


def _check_columns(task: Task, findings: Findings) -> tuple[dict[str, pd.Series], str]:
    """Every column of the table with its values, and the decimal mark that they were read with."""
    shaped = findings.shaped
    given = [column for column in columns(task.table) if languages_of(column, shaped.cells)]
    texts = distinct_texts(shaped, [name for column in given for name in languages_of(column, shaped.cells)])
    numeric = [column.name for column in given if column.kind in NUMBERS]
    decimals = decide_decimals(numeric, texts, task.sheet.delimiter, task.answers.get("decimal", ""), findings)
    rows: dict[str, pd.Series] = {}
    absent: Mapping[str, np.ndarray] = {}
    for column in columns(task.table):
        if column not in given:
            rows |= _not_given(column, len(shaped.rows))
        elif column.kind in NUMBERS:
            found = texts[column.name]
            if column.name == "value" and task.table is Measurement:
                found = without_percent(found, rows["indicator"], task.known, findings)
            number = check_numbers(column, found, decimals, findings)
            if column.name == "value":
                number = heed_roles(task.sheet, number, rows["indicator"], task.known, task.answers, findings)
                absent, findings.factors = number.absent, number.factors
            rows[column.name] = pd.Series(number.values)
        else:
            for name in languages_of(column, shaped.cells):
                rows[name] = _check_column(name, column, texts[name], task, findings)
    if task.table is Measurement:
        _check_measurements(rows, absent, task, findings)
    return rows, decimals.mark


def _check_column(name: str, column: Column, texts: Distinct, task: Task, findings: Findings) -> pd.Series:
    has_formulas = task.sheet.typed is not None
    if column.kind in TEXTS:
        return check_texts(name, texts, findings, has_formulas=has_formulas, as_written=task.canonical)
    own = findings.shaped.texts("id").str.strip().unique().tolist() if column.to == task.table.table else []
    measured = task.table is Measurement and column.kind == "period"
    around = Around(task.known.with_ids(task.table.table, own), task.today if measured else None, has_formulas)
    return check_meanings(name, column, texts, around, findings)


def _not_given(column: Column, length: int) -> dict[str, pd.Series]:
    """A column that the file does not have, empty; a translated one has no language then."""
    if column.kind == "translated":
        return {}
    if column.kind == "flag":
        return {column.name: pd.Series(np.zeros(length, dtype=bool))}
    return {column.name: pd.Series(np.full(length, np.nan)) if column.kind in NUMBERS else same("", length)}


def _check_measurements(
    rows: dict[str, pd.Series], absent: Mapping[str, np.ndarray], task: Task, findings: Findings
) -> None:
    nothing = np.zeros(len(findings.bad), dtype=bool)
    waiting = [findings.unread.get(name, nothing) for name in ("value", "numerator", "denominator", "status")]
    settle_absent(rows, absent, np.logical_or.reduce(waiting), findings)
    share_series(rows, task.known, findings)
    check_measured(rows, task.known, findings)
    rows["variant"] = variants(rows["status"], rows["source"], rows["locator"])
