"""What a measurement's cells say together, and against what its indicator is."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from azory_monitor.coded import replaced, rewritten
from azory_monitor.intake.checking.columns import limit_rule
from azory_monitor.intake.checking.findings import Fault, Findings
from azory_monitor.intake.recognising.known import Known
from azory_monitor.model.programme import Indicator

ABSENT = ("missing", "hidden")
_COMPUTED = ("proportion", "rate", "mean", "density")
_DECIMALS = 6


def settle_absent(
    rows: dict[str, pd.Series], absent: Mapping[str, np.ndarray], waiting: np.ndarray, findings: Findings
) -> None:
    """Set the status that a mark stands for; refuse rows that neither have a value nor say why.

    ``absent``: by status, the rows in which a mark stands for it; ``waiting``: rows whose numbers were not read.
    """
    empty = np.isnan(rows["value"]) & ~_has_counts(rows)
    unsaid = (rows["status"] == "").to_numpy(dtype=bool)
    for status, marked in absent.items():
        fits = empty if status in ABSENT else ~empty
        rows["status"] = replaced(rows["status"], marked & fits & unsaid, status)
    said = rows["status"].isin(ABSENT).to_numpy(dtype=bool)
    findings.at(np.flatnonzero(empty & ~said & ~waiting), "value", Fault("no_value"))
    findings.at(np.flatnonzero(~empty & said), "status", Fault("absent_with_value"))


def _has_counts(rows: Mapping[str, pd.Series]) -> np.ndarray:
    return (~np.isnan(rows["numerator"]) & ~np.isnan(rows["denominator"])).to_numpy()


def share_series(rows: dict[str, pd.Series], known: Known, findings: Findings) -> None:
    """Measurements of an indicator that shares another one's series are measurements of that one."""
    if known.programme is None:
        return
    shared = {key: row.same_as for key, row in known.programme.indicators.items() if row.same_as}
    moved = np.flatnonzero(rows["indicator"].isin(list(shared)).to_numpy(dtype=bool))
    if len(moved):
        series = rewritten(rows["indicator"], lambda indicator: shared.get(indicator, indicator))
        findings.read_as(moved, "indicator", series[moved].tolist(), "series")
        rows["indicator"] = series


def check_measured(rows: Mapping[str, pd.Series], known: Known, findings: Findings) -> None:
    """Counts against each other, values against the limits of their indicator, printed values against their counts."""
    value, numerator, denominator = (rows[name].to_numpy() for name in ("value", "numerator", "denominator"))
    findings.at(np.flatnonzero(denominator == 0), "denominator", Fault("denominator_zero"))
    indicators = known.programme.indicators if known.programme else {}
    codes, names = rows["indicator"].cat.codes.to_numpy(), rows["indicator"].cat.categories
    used = np.flatnonzero(np.bincount(codes, minlength=len(names))).tolist() if len(codes) else []
    present = {code: indicators[names[code]] for code in used if names[code] in indicators}
    shares = [code for code, row in present.items() if row.measure == "proportion"]
    above = (numerator > denominator) & (denominator > 0) & np.isin(codes, shares)
    findings.at(np.flatnonzero(above), "numerator", Fault("numerator_above"))
    _check_limits(value, codes, present, findings)
    computed = _computed(numerator, denominator, codes, present)
    exact = (rows["qualifier"] == "").to_numpy(dtype=bool)
    both = np.flatnonzero(exact & ~np.isnan(value - computed))
    misfit = both[np.abs(value[both] - computed[both]) > _tolerance(value[both])]
    findings.at(misfit, "value", lambda place: _misfit(float(computed[place])), warning=True)


def _misfit(computed: float) -> Fault:
    return Fault("misfit", values={"computed": round(computed, _DECIMALS)})


def _check_limits(value: np.ndarray, codes: np.ndarray, present: Mapping[int, Indicator], findings: Findings) -> None:
    size = int(codes.max(initial=-1)) + 2
    low, high = np.full(size, -np.inf), np.full(size, np.inf)
    for code, row in present.items():
        low[code] = -np.inf if row.minimum is None else row.minimum
        high[code] = np.inf if row.maximum is None else row.maximum
    beyond = np.flatnonzero((value < low[codes]) | (value > high[codes]))
    found = set(codes[beyond].tolist())
    for code, row in [(code, row) for code, row in present.items() if code in found]:
        limits = {"minimum": row.minimum, "maximum": row.maximum}
        findings.at(beyond[codes[beyond] == code], "value", Fault(limit_rule(**limits), values=limits))


def _computed(
    numerator: np.ndarray, denominator: np.ndarray, codes: np.ndarray, present: Mapping[int, Indicator]
) -> np.ndarray:
    """What the counts give, in the indicator's unit; NaN where they give nothing."""
    per = np.full(int(codes.max(initial=-1)) + 2, np.nan)
    for code, row in present.items():
        if row.measure in _COMPUTED:
            per[code] = row.per or 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        return numerator / denominator * per[codes]


def _tolerance(value: np.ndarray) -> np.ndarray:
    """Half a unit of the last decimal place that a value has."""
    places = np.full(len(value), _DECIMALS)
    for digits in range(_DECIMALS, -1, -1):
        places[np.round(value, digits) == value] = digits
    return 0.5 * 10.0 ** -places.astype(float) + 1e-9 * np.abs(value)
