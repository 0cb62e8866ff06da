"""Columns beside the value that change what it means: its unit, the source's mark of absence, further dimensions."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from azory_monitor.intake.columns import NumberColumn
from azory_monitor.intake.findings import Findings
from azory_monitor.intake.known import Known
from azory_monitor.intake.sheet import Sheet
from azory_monitor.model.batch import Asked
from azory_monitor.model.programme import Indicator

FACTORS = ("1", "10", "100", "1000", "1000000", "0.1", "0.01", "0.001")


def heed_roles(
    sheet: Sheet,
    number: NumberColumn,
    indicators: pd.Series,
    known: Known,
    answers: Mapping[str, str],
    findings: Findings,
) -> NumberColumn:
    """The values as they are meant: false zeros taken out, in the unit of the indicator."""
    roles = findings.shaped.roles
    for heading, cells in [*roles.get("@dimension", []), *roles.get("@unit", [])]:
        _refuse_several(heading, cells, findings)
    for heading, cells in roles.get("@attribute", []):
        number = _without_false_zeros(number, cells, sheet.match.layout.absent, heading, findings)
    for heading, cells in roles.get("@unit", []):
        number = _in_unit(number, heading, cells, indicators, known, answers, findings)
    return number


def _refuse_several(heading: str, cells: pd.Series, findings: Findings) -> None:
    """Rows that differ in a further dimension are several series, of which only one can be taken in."""
    found = [text for text in cells.str.strip().unique() if text]
    if len(found) > 1:
        findings.of_file("several_series", heading, n=len(found), found=", ".join(found[:5]))
        findings.bad[:] = True


def _without_false_zeros(
    number: NumberColumn, cells: pd.Series, marks: Mapping[str, str], heading: str, findings: Findings
) -> NumberColumn:
    values, absent = number.values.copy(), dict(number.absent)
    said = cells.str.strip().str.casefold()
    for mark, status in marks.items():
        false = (said == mark).to_numpy(dtype=bool) & ~(values != 0)
        places = np.flatnonzero(false)
        findings.read_as(places, "value", [""] * len(places), "absent")
        values[false] = np.nan
        absent[status] = absent.get(status, np.zeros(len(values), dtype=bool)) | false
    return NumberColumn(values, absent)


def _in_unit(
    number: NumberColumn,
    heading: str,
    cells: pd.Series,
    indicators: pd.Series,
    known: Known,
    answers: Mapping[str, str],
    findings: Findings,
) -> NumberColumn:
    unit = next((text for text in cells.str.strip() if text), "")
    factor = answers.get("unit", "")
    if not unit or (not factor and _is_unit_of(unit, indicators, known)):
        return number
    if factor not in FACTORS:
        values = {"column": heading, "unit": unit}
        findings.questions.append(Asked(key="unit", about=unit, values=values, choices=FACTORS))
        findings.bad[:] = True
        return number
    return NumberColumn(number.values * float(factor), number.absent)


def _is_unit_of(unit: str, indicators: pd.Series, known: Known) -> bool:
    rows = known.programme.indicators if known.programme else {}
    named = [_unit_names(rows[name]) if name in rows else set() for name in indicators.unique()]
    return bool(named) and all(unit.casefold() in names for names in named)


def _unit_names(indicator: Indicator) -> set[str]:
    """The unit in every language, and in each of its plural forms."""
    return {form.casefold() for text in indicator.unit.values() for form in text.split("|")}
