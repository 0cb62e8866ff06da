"""What several cells say together: is anything required lacking, does a row stand twice?"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from azory_monitor.coded import is_coded, is_each_once, joined
from azory_monitor.intake.checking.cells import missing
from azory_monitor.intake.checking.findings import Fault, Findings
from azory_monitor.model.column import Column
from azory_monitor.model.row import Row, base_and_language, columns


def check_required(row: type[Row], rows: Mapping[str, pd.Series], findings: Findings) -> None:
    """A required number must be there, and a required text in one language at least."""
    for column in columns(row):
        names = languages_of(column, rows)
        if column.required and column.kind in ("text", "translated", "number", "integer") and names:
            empty = np.logical_and.reduce([_is_empty(rows[name]) for name in names])
            unread = [findings.unread[name] for name in names if name in findings.unread]
            findings.at(np.flatnonzero(empty & ~np.logical_or.reduce(unread)), names[0], missing(column))


def languages_of(column: Column, rows: Mapping[str, pd.Series]) -> list[str]:
    """The names under which a column stands in the rows: one for each language of a translated one."""
    if column.kind != "translated":
        return [column.name] if column.name in rows else []
    return [name for name in rows if name == column.name or base_and_language(name)[0] == column.name]


def check_twice(row: type[Row], rows: Mapping[str, pd.Series], findings: Findings) -> None:
    """Rows of one key: those that only repeat the first are told; where they differ, none of them is sound."""
    filled = np.logical_and.reduce([~_is_empty(rows[name]) for name in row.key if name in row.model_fields])
    numbers, reach = joined([_coded(rows[name]) for name in row.key])
    if is_each_once(numbers, reach):
        return
    groups = pd.Series(numbers)
    twice = np.flatnonzero(filled & groups.duplicated(keep=False).to_numpy())
    twice = twice[groups[twice].duplicated(keep=False).to_numpy()]
    if not len(twice):
        return
    first = pd.Series(twice).groupby(groups[twice].to_numpy()).transform("min").to_numpy()
    later = first != twice
    _tell(twice[later], first[later], rows, findings)


def _tell(places: np.ndarray, firsts: np.ndarray, rows: Mapping[str, pd.Series], findings: Findings) -> None:
    """Tell of each later row of a key the first column in which it differs from the first row, or that none does."""
    alike, rule = np.ones(len(places), dtype=bool), "conflict" if "variant" in rows else "same_key"
    for name, cells in rows.items():
        differs = alike & _differ(name, cells, places, firsts, findings)
        pairs = dict(zip(firsts[differs].tolist(), places[differs].tolist(), strict=True))
        pairs |= dict(zip(places[differs].tolist(), firsts[differs].tolist(), strict=True))
        findings.at(np.array(sorted(pairs), dtype=int), name, _pointing(rule, pairs, findings))
        alike &= ~differs
    pairs = dict(zip(places[alike].tolist(), firsts[alike].tolist(), strict=True))
    findings.at(places[alike], "", _pointing("duplicate", pairs, findings))


def _differ(name: str, cells: pd.Series, places: np.ndarray, firsts: np.ndarray, findings: Findings) -> np.ndarray:
    """Whether two rows differ in a column; cells that could not be read are compared by their text."""
    one, other = cells.iloc[places].to_numpy(), cells.iloc[firsts].to_numpy()
    differs = (one != other) & ~(pd.isna(one) & pd.isna(other))
    if name in findings.unread:
        texts, unread = findings.shaped.texts(name), findings.unread[name]
        said = texts.iloc[places].to_numpy() != texts.iloc[firsts].to_numpy()
        differs |= (unread[places] | unread[firsts]) & said
    return differs


def _pointing(rule: str, pairs: Mapping[int, int], findings: Findings) -> Callable[[int], Fault]:
    """A fault that names the row it stands against."""
    return lambda place: Fault(rule, values={"other": int(findings.shaped.rows[pairs[place]])})


def _coded(cells: pd.Series) -> pd.Series:
    return cells if is_coded(cells) else cells.astype("str").astype("category")


def _is_empty(cells: pd.Series) -> np.ndarray:
    return (cells.isna() if cells.dtype.kind == "f" else cells == "").to_numpy(dtype=bool)
