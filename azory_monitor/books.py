"""Ledger and database kept as one: every batch is a line in the ledger first, a transaction in the database second."""

import datetime
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import pandas as pd

from azory_monitor.errors import Busy, Damaged, ForeignFile, InUse, LedgerBroken, Refused, StandsOn, Unknown
from azory_monitor.home import Home
from azory_monitor.ledger import FIRST, Entry, Ledger, Line
from azory_monitor.ledger.rows import read_rows, write_rows
from azory_monitor.model.batch import SHOWN, Batch, Reading, Version
from azory_monitor.once import Kept
from azory_monitor.references import batches_pointing_at, pointed_at
from azory_monitor.store import Diff, Store

Clock = Callable[[], datetime.datetime]
UNDOABLE = ("import", "undo")
PATIENCE = 10.0
"""Seconds that a change waits for another one before it is refused: nobody looks at a turning wheel for longer."""


class Settled(NamedTuple):
    """What a person answered about a file that they handed in."""

    batch: Batch
    answers: dict[str, str]


class Books:
    """The ledger and the database of one home, open in this process."""

    def __init__(self, home: Home, clock: Clock) -> None:
        """Open both and bring the database up to the ledger; ``notices`` says what had to be mended.

        Raises InUse, ForeignFile or LedgerBroken; a database that cannot be read is set aside and built anew.
        """
        self.notices: list[tuple[str, dict[str, object]]] = []
        self._clock = clock
        self._lock = threading.RLock()
        self._writer: tuple[str, float] = ("", 0.0)
        self._version = 0
        self._read = Kept(lambda _version: self._read_entries(), 1)
        home.path.mkdir(parents=True, exist_ok=True)
        self.ledger = Ledger(home.ledger)
        self._store = self._open(home)
        self._catch_up()

    def close(self) -> None:
        """Give the database back to other processes."""
        self._store.close()

    @contextmanager
    def writing(self, by: str) -> Iterator[None]:
        """Hold everybody else's changes off, and start from what the ledger says.

        Raises Busy, with the name of whoever is at it, where that takes too long.
        """
        if not self._lock.acquire(timeout=PATIENCE):
            writer, since = self._writer
            raise Busy("error.busy", by=writer, seconds=round(time.monotonic() - since))
        try:
            self._writer = by, time.monotonic()
            self._catch_up()
            yield
        finally:
            self._lock.release()

    def batches(self) -> list[Batch]:
        """Every batch in the database, oldest first."""
        return [entry.batch for entry in self._entries()]

    def last_settled(self, is_alike: Callable[[Reading], bool]) -> Settled | None:
        """What a person answered for the last file that was read alike, if it was not undone and they answered."""
        entries = self._entries()
        undone = {entry.batch.undoes for entry in entries}
        for entry in reversed(entries):
            if entry.answers and entry.reading and entry.batch.id not in undone and is_alike(entry.reading):
                return Settled(entry.batch, entry.answers)
        return None

    def _entries(self) -> list[Entry]:
        """Every page asks for them, several times; they are read again after each batch."""
        return self._read(self._version)

    def _read_entries(self) -> list[Entry]:
        return [Entry.model_validate_json(text) for text in self._store.batches()["entry"]]

    def batch_at(self, moment: datetime.datetime) -> int | None:
        """The id of the last batch taken in by ``moment`` (UTC), None before the first."""
        return self._store.batch_at(moment)

    def records(self, batch: int) -> pd.DataFrame:
        """All rows but the measurements as they stood after a batch."""
        return self._store.records(batch)

    def measurements(self, batch: int) -> pd.DataFrame:
        """All measurements as they stood after a batch."""
        return self._store.measurements(batch)

    def arrivals(self, batch: int) -> pd.DataFrame:
        """The day on which each value first came in, by a batch: indicator, area, period, day.

        Values that a seed or a restored copy brought are left out: its moment says nothing of when they came.
        """
        days = {one.id: one.taken.date() for one in self.batches() if one.what == "import"}
        found = self._store.arrived(batch)
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
        found = self._store.history(table, key, batch)
        return [
            Version(key=row, batch=batches[origin], cells=json.loads(cells))
            for row, cells, origin in found.itertuples(index=False, name=None)
            if origin not in undone
        ]

    def diff(self, tables: Mapping[str, pd.DataFrame]) -> Diff:
        """What keeping these rows would change."""
        return self._store.diff(tables, SHOWN)

    def series(self, rows: pd.DataFrame) -> pd.DataFrame:
        """What stands now in the series that rows of measurements belong to."""
        return self._store.series(rows)

    def touched_since(self, tables: Mapping[str, pd.DataFrame], batch: int) -> bool:
        """Whether batches after ``batch`` have changed any row that these rows would replace or repeat."""
        return self._store.touched_since(tables, batch) > 0

    def keep(self, said: dict[str, Any], files: dict[str, bytes], tables: Mapping[str, pd.DataFrame]) -> Batch:
        """Keep files as they came and the sound rows read from them; ``said`` fills the ``Entry`` and its ``Batch``."""
        hashes = {name: self.ledger.put(content) for name, content in files.items()}
        rows = {table: self.ledger.put(write_rows(rows)) for table, rows in tables.items()}
        sole = next(iter(hashes.values())) if len(hashes) == 1 else ""
        counts = {table: len(rows) for table, rows in tables.items()}
        return self.append(said | {"files": hashes, "rows": rows}, sha256=sole, rows=counts)

    def append(self, said: dict[str, Any], **batch: Any) -> Batch:
        """Write one entry to the ledger and bring it into the database.

        ``said`` holds the fields of ``Entry``, its ``batch`` those of ``Batch`` that the caller knows.
        """
        lines = self.ledger.lines()
        taken = Batch(id=len(lines) + 1, taken=self._moment_after(lines), **(said.pop("batch") | batch))
        entry = Entry(batch=taken, previous=lines[-1].digest if lines else FIRST, **said)
        self._bring_in(self.ledger.append(entry))
        return taken

    def refuse_undo(self, undone: int) -> None:
        """Raise if a batch cannot be undone: unknown, not of an undoable sort, undone already, or stood upon.

        A later batch stands on it that changed one of its rows, brought a row that refers to one of them, or took away
        a row that one which would come back refers to.
        """
        batches = self.batches()
        if not 1 <= undone <= len(batches):
            raise Unknown("error.batch_unknown", batch=undone)
        if batches[undone - 1].what not in UNDOABLE:
            raise Refused("error.not_undoable", batch=undone)
        undoing = self._store.undoing(undone)
        standing = set(undoing.standing)
        for batch in undoing.standing:
            if batches[batch - 1].undoes == undone:
                raise StandsOn("error.already_undone", batch=undone, later=batch)
        standing |= self._pointing_at(undoing.removed) - {undone}
        put_back = set(zip(undoing.records["kind"], undoing.records["key"], strict=True))
        lacking = pointed_at(undoing.records, undoing.measurements) - put_back
        standing |= {batch for row, batch in self._store.gone().items() if row in lacking}
        if standing:
            raise StandsOn("error.stands_on", batch=undone, later=", ".join(map(str, sorted(standing))))

    def _pointing_at(self, removed: set[tuple[str, str]]) -> set[int]:
        if not removed:
            return set()
        now = self.batches()[-1].id
        return batches_pointing_at(removed, self.records(now), self.measurements(now))

    def digest(self) -> str:
        """One number for everything kept, past and present."""
        return self._store.digest()

    def verify(self) -> str:
        """Compare ledger and database, every file and every row; the digest if all is well."""
        self._compare(self.ledger.verify())
        if digest_of(self.ledger) != self.digest():
            raise Damaged("error.database_differs", path=self._store.path)
        return self.digest()

    def _open(self, home: Home) -> Store:
        path = home.database
        if not path.exists() and self.ledger.lines():
            home.set_database_aside()  # a log without its database is of no use, and is kept all the same
            self.notices.append(("notice.database_missing", {"path": path}))
        try:
            return Store(path)
        except (InUse, ForeignFile):
            raise
        except Damaged:
            aside = home.set_database_aside()
            self.notices.append(("notice.database_rebuilt", {"aside": aside}))
            return Store(path)

    def _catch_up(self) -> None:
        """Apply the ledger's lines that the database does not have yet."""
        lines = self.ledger.lines()
        for line in lines[self._compare(lines) :]:
            self._bring_in(line)

    def _bring_in(self, line: Line) -> None:
        _apply(self._store, self.ledger, line)
        self._version += 1

    def _compare(self, lines: list[Line]) -> int:
        """How many lines the database holds; raises LedgerBroken if it holds one that the ledger does not."""
        digests = list(self._store.batches()["digest"])
        if digests != [line.digest for line in lines[: len(digests)]]:
            raise LedgerBroken("error.ledger_missing_batch", batch=len(digests))
        return len(digests)

    def _moment_after(self, lines: list[Line]) -> datetime.datetime:
        """Now, or just after the last batch if the clock has gone back."""
        now = self._clock()
        return max(now, lines[-1].entry.batch.taken + datetime.timedelta(milliseconds=1)) if lines else now


def bring_in(store: Store, ledger: Ledger) -> None:
    """Fill an empty database from a ledger."""
    for line in ledger.lines():
        _apply(store, ledger, line)


def digest_of(ledger: Ledger) -> str:
    """The digest of the database that a ledger gives."""
    store = Store()
    try:
        bring_in(store, ledger)
        return store.digest()
    finally:
        store.close()


def _apply(store: Store, ledger: Ledger, line: Line) -> None:
    """Bring one ledger line into a database."""
    batch = line.entry.batch
    if batch.undoes is not None:
        store.undo(batch.id, batch.undoes, line.text, line.digest, batch.taken)
        return
    tables = {table: read_rows(table, ledger.get(name)) for table, name in line.entry.rows.items()}
    store.keep(batch.id, line.text, line.digest, batch.taken, tables)
