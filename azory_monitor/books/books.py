"""What is kept and what is answered: a line in the ledger first, a transaction in the database second."""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import pandas as pd

from azory_monitor import disk
from azory_monitor.books.checked import verified
from azory_monitor.books.index import Index, Notice
from azory_monitor.books.shared import SharedIndex
from azory_monitor.books.sources import Source, Taken, taken_of
from azory_monitor.books.turn import Turn
from azory_monitor.books.undoing import refuse_undo
from azory_monitor.errors import MonitorError
from azory_monitor.home import Home
from azory_monitor.ledger import FIRST, Entry, Ledger, Line
from azory_monitor.ledger.rows import LONG, write_rows
from azory_monitor.model.batch import SHOWN, Batch, Reading, Version
from azory_monitor.once import Kept
from azory_monitor.store import Diff, engine_of

Clock = Callable[[], datetime.datetime]


class Settled(NamedTuple):
    """What a person answered about a file that they handed in."""

    batch: Batch
    answers: dict[str, str]


class Books:
    """The ledger and the database of one home, open in this process."""

    def __init__(self, home: Home, clock: Clock, may_be_apart: bool = False) -> None:
        """Open both and bring the database up to the ledger.

        Raises InUse or Unreachable (unless it ``may_be_apart``, see ``Index``), ForeignFile or LedgerBroken; a database
        that cannot be read is set aside and built anew.
        """
        self._clock = clock
        with disk.told(home.path):
            home.path.mkdir(parents=True, exist_ok=True)
        self.ledger = Ledger(home.ledger)
        engine = engine_of(home)
        kind = SharedIndex if engine.is_shared else Index
        self._index = kind(engine, self.ledger, Turn(home.turn), may_be_apart)
        self._read = Kept(lambda _version: self._read_taken(), 1)
        self._known: dict[str, Taken] = {}
        self._index.when_free(self.ledger.tidy)

    @property
    def notices(self) -> list[Notice]:
        """What had to be mended since the start."""
        return self._index.notices

    @property
    def apart(self) -> MonitorError | None:
        """Why nothing can be kept for now and only the ledger is read; None when all is well."""
        return self._index.apart

    def is_answering(self) -> bool:
        """Whether a real question is answered at once; raises why not."""
        return self._index.ask(lambda store: store.is_answering())

    def close(self) -> None:
        """Give the database back to other processes."""
        self._index.close()

    @contextmanager
    def writing(self, by: str = "") -> Iterator[None]:
        """Hold everybody else's changes off, and start from what the ledger says; see ``Index.writing``."""
        with self._index.writing(by):
            yield

    def batches(self) -> list[Batch]:
        """Every batch in the database, oldest first."""
        return [taken.entry.batch for taken in self._taken()]

    def last_settled(self, is_alike: Callable[[Reading], bool]) -> Settled | None:
        """What a person answered for the last file that was read alike, if it was not undone and they answered."""
        entries = [taken.entry for taken in self._taken()]
        undone = {entry.batch.undoes for entry in entries}
        for entry in reversed(entries):
            if entry.answers and entry.reading and entry.batch.id not in undone and is_alike(entry.reading):
                return Settled(entry.batch, entry.answers)
        return None

    def _taken(self) -> list[Taken]:
        """Every page asks for them, several times; they are read again after each batch."""
        return self._read(self._index.version)

    def _read_taken(self) -> list[Taken]:
        """Each is read from its text once: every state holds all of them, and they must be the same ones."""
        texts = list(self._index.ask(lambda store: store.batches())["entry"])
        self._known = {text: self._known.get(text) or taken_of(text) for text in texts}
        return [self._known[text] for text in texts]

    def batch_at(self, moment: datetime.datetime) -> int | None:
        """The id of the last batch taken in by ``moment`` (UTC), None before the first."""
        return next((one.id for one in reversed(self.batches()) if one.taken <= moment), None)

    def records(self, batch: int) -> pd.DataFrame:
        """All rows but the measurements as they stood after a batch."""
        return self._index.ask(lambda store: store.records(batch))

    def measurements(self, batch: int) -> pd.DataFrame:
        """All measurements as they stood after a batch."""
        return self._index.ask(lambda store: store.measurements(batch))

    def measured(self, name: str, batch: int, asked: pd.DataFrame | None = None, **values: object) -> pd.DataFrame:
        """Some of the measurements after a batch, or what there is among them; see ``Store.measured``."""
        return self._index.ask(lambda store: store.measured(name, batch, asked, **values))

    def measurements_of(self, indicators: Sequence[str], batch: int) -> pd.DataFrame:
        """The measurements of some indicators as they stood after a batch."""
        return self.measured("of", batch, pd.DataFrame({"indicator": pd.Series(list(indicators), dtype="str")}))

    def arrivals(self, batch: int, areas: Sequence[str] | None = None) -> pd.DataFrame:
        """The day on which each value (of some ``areas``) first came in, by a batch: indicator, area, period, day.

        Values that a seed or a restored copy brought are left out: its moment says nothing of when they came.
        """
        days = {one.id: one.taken.date() for one in self.batches() if one.what == "import"}
        if areas is None:
            found = self._index.ask(lambda store: store.arrived(batch))
        else:
            found = self.measured("arrived", batch, pd.DataFrame({"area": pd.Series(list(areas), dtype="str")}))
        return found[found["batch"].isin(days)].assign(day=lambda rows: rows["batch"].map(days)).drop(columns="batch")

    def history(self, table: str, key: str, batch: int) -> list[Version]:
        """The versions of a row (or with an empty key of every row) of a table as they stood after ``batch``.

        Oldest first; what was undone by then is left out, and so is an undoing that was undone itself.
        """
        batches = {one.id: one for one in self.batches()[:batch]}
        undone: set[int] = set()
        for one in reversed(batches.values()):
            if one.undoes is not None and one.id not in undone:
                undone.add(one.undoes)
        found = self._index.ask(lambda store: store.history(table, key, batch))
        return [
            Version(key=row, batch=batches[origin], cells=json.loads(cells))
            for row, cells, origin in found.itertuples(index=False, name=None)
            if origin not in undone
        ]

    def measurement_versions(self, indicator: str, area: str, period: str, batch: int) -> pd.DataFrame:
        """Every state that a measurement, or a figure beside it, has had up to ``batch``, the undone ones too."""
        return self._index.ask(lambda store: store.measurement_versions(indicator, area, period, batch))

    def record_versions(self, table: str, key: str, batch: int) -> pd.DataFrame:
        """The same of a row of another table."""
        return self._index.ask(lambda store: store.record_versions(table, key, batch))

    def sources(self) -> dict[int, list[Source]]:
        """For each batch the files that it brought."""
        return {taken.entry.batch.id: taken.sources for taken in self._taken()}

    def content(self, source: Source) -> bytes:
        """A file byte for byte as it came; LedgerBroken if it is gone or is not what it was."""
        return self.ledger.get(source.origin.sha256)

    def versions(self, indicators: Sequence[str], batch: int) -> pd.DataFrame:
        """Every version of the measurements of some indicators, with the batches from and until which each stood."""
        return self._index.ask(lambda store: store.versions(indicators, batch))

    def moved(self, tables: Sequence[str], batch: int) -> list[int]:
        """The batches up to ``batch`` in which rows of some tables came, changed or went."""
        return self._index.ask(lambda store: store.moved(tables, batch))

    def diff(self, tables: Mapping[str, pd.DataFrame]) -> Diff:
        """What keeping these rows would change."""
        return self._index.ask(lambda store: store.diff(tables, SHOWN))

    def series(self, rows: pd.DataFrame) -> pd.DataFrame:
        """What stands now in the series that rows of measurements belong to."""
        return self._index.ask(lambda store: store.series(rows))

    def touched_since(self, tables: Mapping[str, pd.DataFrame], batch: int) -> bool:
        """Whether batches after ``batch`` have changed any row that these rows would replace or repeat."""
        return self._index.ask(lambda store: store.touched_since(tables, batch)) > 0

    def keep(
        self,
        said: dict[str, Any],
        files: Mapping[str, bytes],
        tables: Mapping[str, pd.DataFrame],
        exports: Mapping[str, bytes] | None = None,
    ) -> Batch:
        """Keep files as they came and the sound rows read from them; ``said`` fills the ``Entry`` and its ``Batch``.

        ``exports`` are the files of a snapshot.  Raises DiskFull where there is no room; then nothing was kept.
        """
        with self.ledger.adding():
            hashes = {name: self.ledger.put(content) for name, content in files.items()}
            rows = {table: self.ledger.put(write_rows(rows)) for table, rows in tables.items()}
            frozen = {name: self.ledger.put(content) for name, content in (exports or {}).items()}
            sole = next(iter(hashes.values())) if len(hashes) == 1 else ""
            counts = {table: len(rows) for table, rows in tables.items()}
            line = self._written(
                said | {"files": hashes, "rows": rows, "exports": frozen}, {"sha256": sole, "rows": counts}
            )
        self._index.follow(line, {table: rows for table, rows in tables.items() if len(rows) >= LONG})
        return line.entry.batch

    def append(self, said: dict[str, Any]) -> Batch:
        """Keep an entry that brings no files; ``said`` is as in ``keep``."""
        line = self._written(said, {})
        self._index.follow(line)
        return line.entry.batch

    def refuse_undo(self, undone: int) -> None:
        """Raise if a batch cannot be undone, see ``undoing``."""
        batches = self.batches()
        self._index.ask(lambda store: refuse_undo(store, batches, undone))

    def digest(self) -> str:
        """One number for everything kept, past and present."""
        return self._index.ask(lambda store: store.digest())

    def verify(self) -> str:
        """Compare ledger and database, every file and every row (see ``checked``); the digest if all is well."""
        return self._index.at_rest(lambda store: verified(self.ledger, store))

    def _written(self, said: dict[str, Any], batch: dict[str, Any]) -> Line:
        lines = self.ledger.lines()
        taken = Batch(id=len(lines) + 1, taken=self._moment_after(lines), **(said["batch"] | batch))
        entry = Entry(previous=lines[-1].digest if lines else FIRST, **(said | {"batch": taken}))
        return self.ledger.append(entry)

    def _moment_after(self, lines: list[Line]) -> datetime.datetime:
        """Now, or just after the last batch if the clock has gone back."""
        now = self._clock()
        return max(now, lines[-1].entry.batch.taken + datetime.timedelta(milliseconds=1)) if lines else now
