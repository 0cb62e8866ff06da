"""Which rows point at rows that would be no more, and at which rows do those that would come back?"""

import json
from collections.abc import Iterator

import pandas as pd

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row, columns
from azory_monitor.model.tables import TABLES


def batches_pointing_at(removed: set[tuple[str, str]], records: pd.DataFrame, measurements: pd.DataFrame) -> set[int]:
    """The batches that handed in rows which refer to ``removed`` rows (table, key) and are not among them."""
    found = set()
    for kind, key, cells, origin in records[["kind", "key", "cells", "origin"]].itertuples(index=False):
        if (kind, key) not in removed and removed & set(_references(TABLES[kind], json.loads(cells))):
            found.add(int(origin))
    for column in (column for column in columns(Measurement) if column.kind == "ref"):
        gone = [key for table, key in removed if table == column.to]
        found |= set(measurements.loc[measurements[column.name].isin(gone), "origin"].astype(int))
    return found


def pointed_at(records: pd.DataFrame, measurements: pd.DataFrame) -> set[tuple[str, str]]:
    """The rows (table, key) that these refer to."""
    found = set()
    for kind, cells in records[["kind", "cells"]].itertuples(index=False):
        found |= set(_references(TABLES[kind], json.loads(cells)))
    for column in (column for column in columns(Measurement) if column.kind == "ref"):
        found |= {(column.to, key) for key in measurements[column.name].unique()}
    return found


def _references(row: type[Row], cells: dict) -> Iterator[tuple[str, str]]:
    for column in columns(row):
        if column.kind in ("ref", "refs"):
            yield from ((column.to, key) for key in str(cells.get(column.name, "")).split())
