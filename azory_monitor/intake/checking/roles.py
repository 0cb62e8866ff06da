"""Columns beside the value that change what it means: its unit, its power of ten, the source's mark of absence."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from azory_monitor.intake.checking.columns import NumberColumn
from azory_monitor.intake.checking.findings import Findings
from azory_monitor.intake.checking.measured import ABSENT
from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.layout import absent_marks, multipliers
from azory_monitor.intake.recognising.units import FACTORS, answered, factor_of, multiplied
from azory_monitor.model.batch import Asked


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
    for heading, cells in roles.get("@attribute", []):
        number = _without_false_zeros(number, cells, sheet.match.layout.absent, heading, findings)
    for _, cells in roles.get("@power", []):
        number = _times(number, _powers(cells))
    for heading, cells in roles.get("@unit", []):
        number = _in_unit(number, heading, cells, indicators, known, answers, findings)
    if "@unit" not in roles and "@power" not in roles and not sheet.match.layout.own:
        number = _as_the_title_says(number, sheet, answers, findings)
    return number


def _times(number: NumberColumn, factors: np.ndarray | float) -> NumberColumn:
    return NumberColumn(number.values * factors, number.absent, number.factors * factors)


def _without_false_zeros(
    number: NumberColumn, cells: pd.Series, marks: Mapping[str, str], heading: str, findings: Findings
) -> NumberColumn:
    values, absent = number.values.copy(), dict(number.absent)
    said = cells.str.strip().str.casefold()
    for mark, status in marks.items():
        if status not in ABSENT:
            absent[status] = absent.get(status, np.zeros(len(values), dtype=bool)) | (said == mark).to_numpy(dtype=bool)
            continue
        false = (said == mark).to_numpy(dtype=bool) & (np.isnan(values) | (values == 0))
        places = np.flatnonzero(false)
        findings.read_as(places, "value", [""] * len(places), "absent")
        values[false] = np.nan
        absent[status] = absent.get(status, np.zeros(len(values), dtype=bool)) | false
    return NumberColumn(values, absent, number.factors)


def _powers(cells: pd.Series) -> np.ndarray:
    """What each row's values are to be multiplied by: ``3`` says thousands, and so does "thousands"."""
    said = {text: _power(text.strip().casefold()) for text in cells.unique()}
    return cells.map(said).to_numpy(dtype="float64")


def _power(text: str) -> float:
    digits = text.removeprefix("-").removeprefix("+")
    return 10.0 ** int(text) if digits.isdigit() and len(digits) < 3 else multipliers().get(text, 1.0)


def _in_unit(
    number: NumberColumn,
    heading: str,
    cells: pd.Series,
    indicators: pd.Series,
    known: Known,
    answers: Mapping[str, str],
    findings: Findings,
) -> NumberColumn:
    """The values in the unit of their indicator; a unit that does not say how is asked about."""
    rows = known.programme.indicators if known.programme else {}
    units = cells.str.strip().where(~cells.str.strip().str.casefold().isin(list(absent_marks())), "")
    pairs = pd.DataFrame({"unit": units.to_numpy(), "indicator": indicators.to_numpy()})
    codes = pairs.groupby(["unit", "indicator"], sort=False).ngroup().to_numpy()
    factors = []
    for unit, indicator in pairs.drop_duplicates().itertuples(index=False):
        factor = 1.0 if not unit else answered(unit, answers)
        factors.append(factor_of(unit, rows.get(indicator)) if factor is None else factor)
    unsure = {
        pairs["unit"].iat[at] for at in np.flatnonzero(np.isin(codes, [i for i, f in enumerate(factors) if f is None]))
    }
    several = len({unit for unit in pairs["unit"].unique() if unit}) > 1
    for unit in sorted(unsure):
        _ask(f"unit:{unit}" if several else "unit", unit, heading, findings)
    return _times(number, np.array([factor or 1.0 for factor in factors])[codes])


def _as_the_title_says(
    number: NumberColumn, sheet: Sheet, answers: Mapping[str, str], findings: Findings
) -> NumberColumn:
    """Where the text above the table speaks of thousands, whether the figures are meant so is asked."""
    line = multiplied([*sheet.preamble, *findings.shaped.notes, *(fault.value for fault in sheet.faults)])
    if not line:
        return number
    factor = answered("", answers)
    if factor is None:
        _ask("unit", line, "", findings)
    return _times(number, factor or 1.0)


def _ask(key: str, unit: str, heading: str, findings: Findings) -> None:
    values = {"column": heading, "unit": unit}
    findings.questions.append(Asked(key=key, about=unit, values=values, choices=FACTORS))
    findings.bad[:] = True
