"""Incoming rows set against the current ones, inside the database: a million of them never become a frame again."""

import contextlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

import duckdb
import pandas as pd
import pyarrow as pa

from azory_monitor.store.questions import question


@dataclass(frozen=True)
class Diff:
    """How the rows of a file stand to the current ones.

    ``counts``: how many are new, changed, unchanged.  ``measurements`` and ``records`` are the first of those that
    are changed, the old cells beside the new.  ``missing`` counts rows of the same series or table that the file does
    not have; ``missing_measurements`` and ``missing_records`` are the first of them.
    """

    counts: Mapping[str, int]
    measurements: pd.DataFrame
    records: pd.DataFrame
    missing: int
    missing_measurements: pd.DataFrame
    missing_records: pd.DataFrame
    rewritten: Mapping[str, int]
    """For each period, how many figures that stand now would be other ones."""
    dropped: tuple[str, ...]
    """Periods that a new edition of what a source says of an indicator has lost."""


def diff(cursor: duckdb.DuckDBPyConnection, measurements: pa.Table, records: pa.Table, most: int) -> Diff:
    """What keeping these rows would change, showing at most ``most`` rows of a sort."""
    counts: Counter[str] = Counter()
    changed, missing = defaultdict(pd.DataFrame), defaultdict(pd.DataFrame)
    rewritten, dropped = {}, ()
    for name, rows in (("measurements", measurements), ("records", records)):
        if not len(rows):
            continue
        with incoming(cursor, rows):
            counts += _compared(cursor, name, rows)
            changed[name] = cursor.execute(question("met_changed"), {"most": most}).df()
            if name == "measurements":
                cursor.execute(question("measurements_told"))
            missed, missing[name] = _missing(cursor, name, rows, most)
            counts["missing"] += missed
            if name == "measurements":
                rewritten = dict(cursor.execute(question("measurements_rewritten")).fetchall())
                dropped = tuple(period for (period,) in cursor.execute(question("measurements_dropped")).fetchall())
    return Diff(
        counts, changed["measurements"], changed["records"], counts.pop("missing", 0), missing["measurements"],
        missing["records"], rewritten, dropped,
    )  # fmt: skip


def _missing(cursor: duckdb.DuckDBPyConnection, name: str, rows: pa.Table, most: int) -> tuple[int, pd.DataFrame]:
    """How many current rows of the same series or table the incoming ones lack, and the first of them.

    Those may be nearly all that stand: they are counted by what they are kept in the order of, and only the part that
    the first of them lie in is read row by row.
    """
    within = span(rows)
    cursor.execute(question(f"{name}_missing"), within)
    counted = cursor.execute(question("missing_count")).fetchall()
    if not counted:
        return 0, pd.DataFrame()
    so_far = list(accumulate(n for _, n in counted))
    enough = [part for (part, _), n in zip(counted, so_far, strict=True) if n >= most]
    within["last"] = min([within["last"], *enough[:1]])
    return so_far[-1], cursor.execute(question(f"{name}_missing_first"), within | {"most": most}).df()


def keep(cursor: duckdb.DuckDBPyConnection, name: str, rows: pa.Table, batch: int) -> None:
    """Append those of the rows that are new or changed, and end the ones that they replace."""
    if not len(rows):
        return
    with incoming(cursor, rows):
        counts = _compared(cursor, name, rows)
        if counts["changed"]:
            cursor.execute(question(f"{name}_end"), {"batch": batch})
        if counts["changed"] + counts["new"]:
            cursor.execute(question(f"{name}_add"), {"batch": batch})


def _compared(cursor: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> Counter[str]:
    """How many of the incoming rows are new, changed, unchanged; ``met`` says which."""
    cursor.execute(question(f"{name}_compare"), span(rows))
    found = dict(cursor.execute(question("met_counts")).fetchall())
    same, changed = found.get(True, 0), found.get(False, 0)
    return Counter(new=len(rows) - same - changed, changed=changed, unchanged=same)


def span(rows: pa.Table) -> dict[str, str]:
    """The first and the last text of the column that rows are kept in the order of, their first: indicator or table.

    A question that names both is answered from a part of the rows; a server sends no others.
    """
    texts = rows.column(0).unique().to_pylist()
    return {"first": min(texts, default=""), "last": max(texts, default="")}


@contextlib.contextmanager
def incoming(cursor: duckdb.DuckDBPyConnection, rows: pa.Table) -> Iterator[None]:
    """Let questions see these rows under the name ``incoming``."""
    cursor.register("incoming", rows)
    try:
        yield
    finally:
        cursor.unregister("incoming")
