"""What the database is asked and told: keep a batch, show what a file would change, put back what a batch replaced."""

import contextlib
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pandas as pd
import pyarrow as pa

from azory_monitor.store.compared import Diff, diff, incoming, keep, span
from azory_monitor.store.database import Database
from azory_monitor.store.engine import Embedded, Engine
from azory_monitor.store.incoming import measurements_of, records_of, series_of
from azory_monitor.store.questions import question

Tables = Mapping[str, pd.DataFrame]
"""Sound rows by table: our columns flattened, and ``row``, the row of the file."""


@dataclass(frozen=True)
class Undoing:
    """What undoing a batch would come to."""

    standing: list[int]
    """The batches that have since changed a row that it began or ended, in order."""
    removed: set[tuple[str, str]]
    """Rows (table, key) that are there only because it brought them in."""
    measurements: pd.DataFrame
    """The indicators and areas of the measurements that would be put back."""
    records: pd.DataFrame
    """The other rows that would be put back."""


class Store:
    """One database.  Every question runs on a cursor of its own; every change is one transaction."""

    def __init__(self, engine: Engine | None = None) -> None:
        """The database that an engine has; without one a new one in memory."""
        self._database = Database(engine or Embedded())
        self.engine = engine

    def close(self) -> None:
        """Give the database back to other processes."""
        self._database.close()

    def is_answering(self) -> bool:
        """Whether a real question is answered within a second; raises TooSlow, Unreadable or DiskFull otherwise."""
        with self._database.reading(within=1) as cursor:
            return bool(cursor.execute(question("batches_count")).fetchall())

    def held(self) -> int:
        """How many batches it holds."""
        return int(self._ask("batches_count")["batches"].iloc[0])

    def batches(self) -> pd.DataFrame:
        """Every batch: id, entry (the ledger's line), digest, taken."""
        return self._ask("batches")

    def measurements(self, batch: int) -> pd.DataFrame:
        """The measurements as they stood after ``batch``; columns as in ``sql/measurements.sql``."""
        return self._ask("measurements", batch=batch)

    def measured(self, name: str, batch: int, asked: pd.DataFrame | None = None, **values: object) -> pd.DataFrame:
        """What ``sql/measured_<name>.sql`` answers of the measurements after ``batch``; ``asked`` is its incoming."""
        with self._database.reading() as cursor, contextlib.ExitStack() as stack:
            if asked is not None:
                stack.enter_context(incoming(cursor, pa.Table.from_pandas(asked, preserve_index=False)))
            return cursor.execute(question(f"measured_{name}"), {"batch": batch, **values}).df()

    def arrived(self, batch: int) -> pd.DataFrame:
        """The batch that first brought each value, by ``batch``; columns as in ``sql/measurements_arrived.sql``."""
        return self._ask("measurements_arrived", batch=batch)

    def records(self, batch: int) -> pd.DataFrame:
        """The rows of all other tables as they stood after ``batch``: kind, key, cells, file_row, origin."""
        return self._ask("records", batch=batch)

    def history(self, kind: str, key: str, batch: int) -> pd.DataFrame:
        """Every state that a row (or with an empty key each row) of a table has had up to ``batch``, oldest first.

        Columns: key, cells, origin.  States that were undone since are among them.
        """
        return self._ask("records_history", kind=kind, key=key, batch=batch)

    def measurement_versions(self, indicator: str, area: str, period: str, batch: int) -> pd.DataFrame:
        """Every state that a measurement has had up to ``batch``; columns as in ``sql/measurements_versions.sql``."""
        return self._ask("measurements_versions", indicator=indicator, area=area, period=period, batch=batch)

    def record_versions(self, kind: str, key: str, batch: int) -> pd.DataFrame:
        """The same of a row of another table; columns as in ``sql/records_versions.sql``."""
        return self._ask("records_versions", kind=kind, key=key, batch=batch)

    def diff(self, tables: Tables, most: int) -> Diff:
        """What keeping these rows would change, showing at most so many rows of a sort.  Reads only."""
        with self._database.reading() as cursor:
            return diff(cursor, measurements_of(tables, 0), records_of(tables, 0), most)

    def series(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The current measurements of every series that these rows belong to; columns as in ``sql``, texts coded."""
        series = series_of(rows)
        with self._database.reading() as cursor, incoming(cursor, series):
            return _coded(cursor.sql(question("measurements_series"), params=span(series)).to_arrow_table())

    def versions(self, indicators: Sequence[str], batch: int) -> pd.DataFrame:
        """Every version of the measurements of some indicators up to ``batch``; columns as in ``sql``."""
        asked = pa.table({"indicator": pa.array(list(indicators), type=pa.string())})
        with self._database.reading() as cursor, incoming(cursor, asked):
            return cursor.execute(question("measurements_ever"), {"batch": batch}).df()

    def moved(self, kinds: Sequence[str], batch: int) -> list[int]:
        """The batches up to ``batch`` in which rows of some tables came, changed or went, in order."""
        asked = pa.table({"kind": pa.array(list(kinds), type=pa.string())})
        with self._database.reading() as cursor, incoming(cursor, asked):
            return [one for (one,) in cursor.execute(question("records_moved"), {"batch": batch}).fetchall()]

    def touched_since(self, tables: Tables, batch: int) -> int:
        """How many rows with the keys of these have been changed by batches after ``batch``."""
        found = 0
        with self._database.reading() as cursor:
            for name, rows in (("measurements", measurements_of(tables, 0)), ("records", records_of(tables, 0))):
                with incoming(cursor, rows):
                    found += cursor.execute(question(f"{name}_touched_since"), {"batch": batch}).fetchall()[0][0]
        return found

    def keep(self, batch: int, entry: str, digest: str, taken: datetime.datetime, tables: Tables) -> None:
        """Note a batch and keep its new and changed rows: all of it or nothing."""
        with self._database.writing() as cursor:
            _note(cursor, batch, entry, digest, taken)
            for name, rows in (
                ("measurements", measurements_of(tables, batch)),
                ("records", records_of(tables, batch)),
            ):
                keep(cursor, name, rows, batch)

    def undoing(self, undone: int) -> Undoing:
        """What undoing a batch would come to.  Reads only."""
        records = self._ask("records_touched", batch=undone)
        standing = pd.concat(
            [self._ask("measurements_standing", batch=undone)["standing"], records["standing"]]
        ).dropna()
        gone = records[records["is_now"] & ~records["was"]]
        return Undoing(
            standing=sorted({int(batch) for batch in standing}),
            removed=set(zip(gone["kind"], gone["key"], strict=True)),
            measurements=self._ask("measurements_back", batch=undone),
            records=records[records["was"]],
        )

    def gone(self) -> dict[tuple[str, str], int]:
        """Rows (table, key) of tables other than the measurements that are no more, and the batch that ended them."""
        found = self._ask("records_gone")
        return dict(zip(zip(found["kind"], found["key"], strict=True), found["batch"].astype(int), strict=True))

    def undo(self, batch: int, undone: int, entry: str, digest: str, taken: datetime.datetime) -> None:
        """Put back, as ``batch``, every row as it stood before ``undone``: all of it or nothing."""
        with self._database.writing() as cursor:
            _note(cursor, batch, entry, digest, taken)
            for name in ("measurements", "records"):
                for part in ("undo", "undo_begun", "undo_end"):
                    cursor.execute(question(f"{name}_{part}"), {"undone": undone, "batch": batch})

    def digest(self) -> str:
        """One number for everything the database holds, current and past; equal databases give equal numbers."""
        return self._ask("digest_measurements")["digest"].iloc[0] + self._ask("digest_records")["digest"].iloc[0]

    def overlapping(self) -> dict[str, str]:
        """For each kind of row, the key of one that has two states at the same time; '' where there is none."""
        found = {name: self._ask(f"{name}_overlapping")["key"] for name in ("measurements", "records")}
        return {name: "" if keys.empty else keys.iloc[0] for name, keys in found.items()}

    def _ask(self, name: str, **values: object) -> pd.DataFrame:
        with self._database.reading() as cursor:
            return cursor.execute(question(name), values).df()


def _coded(rows: pa.Table) -> pd.DataFrame:
    """A frame that holds each distinct text once: it may be as long as everything that stands."""
    for place, column in enumerate(rows.columns):
        if pa.types.is_string(column.type):
            rows = rows.set_column(place, rows.column_names[place], column.dictionary_encode())
    return rows.unify_dictionaries().to_pandas()


def _note(cursor: duckdb.DuckDBPyConnection, batch: int, entry: str, digest: str, taken: datetime.datetime) -> None:
    cursor.execute(question("keep_batch"), {"id": batch, "entry": entry, "digest": digest, "taken": taken})
