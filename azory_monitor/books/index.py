"""The database that follows the ledger: brought up to it, mended when damaged, in memory where it cannot be had."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import pandas as pd

from azory_monitor.books.applied import apply
from azory_monitor.books.turn import Turn
from azory_monitor.errors import Busy, DiskFull, InUse, LedgerBroken, MonitorError, Unreachable, Unreadable
from azory_monitor.ledger import Ledger, Line
from azory_monitor.store import Engine, Store

T = TypeVar("T")
Notice = tuple[str, dict[str, object]]
"""The key of a sentence and what fills it."""

APART = (Busy, DiskFull, InUse, Unreachable)
"""Why a database may not be had for now."""
TRIES_EVERY = 2.0
"""Seconds between two attempts to get one that could not be had."""


class Index:
    """The database of a home.  It answers from where it is kept; where that cannot be had, from a copy in memory.

    ``apart`` is why: another process has the file (InUse), there is no room for what must be written (DiskFull), or the
    server that has it does not answer (Unreachable).  Then nothing can be kept, what others keep is followed, and the
    database is taken as soon as it can be had.
    """

    def __init__(self, engine: Engine, ledger: Ledger, turn: Turn, may_be_apart: bool) -> None:
        """Open the database and bring it up to the ledger; raises why it cannot be had where it may not be apart."""
        self.notices: list[Notice] = []
        self.apart: MonitorError | None = None
        self._engine, self._ledger, self._turn = engine, ledger, turn
        self._version, self._held, self._is_closed = 0, 0, False
        self._tried, self._seen = time.monotonic(), ledger.stamp
        try:
            self._store = self._opened()
        except APART as why:
            if not may_be_apart:
                raise
            self._store, self.apart = self._in_memory(), why

    def close(self) -> None:
        """Give the database back to other processes; from then on nothing is mended."""
        with self._turn.of_threads():
            self._is_closed = True
            self._store.close()

    @property
    def version(self) -> int:
        """A number that is another one whenever the database may answer otherwise."""
        self._look()
        return self._version

    def ask(self, question: Callable[[Store], T]) -> T:
        """What the database answers; one that turns out to be damaged, or has stopped itself, is mended first."""
        self._look()
        store = self._store
        try:
            return question(store)
        except Unreadable:
            self._mend(store)
            return question(self._store)

    def at_rest(self, question: Callable[[Store], T]) -> T:
        """The same while nobody writes; raises Busy where somebody does for too long."""
        if self.apart:
            return self.ask(question)
        with self._turn.taken():
            return self.ask(question)

    def when_free(self, deed: Callable[[], object]) -> None:
        """Do something that would disturb who writes; not at all where somebody does, or nothing can be kept."""
        with self._turn.if_free() as mine:
            if mine and not self.apart:
                deed()

    @contextmanager
    def writing(self, by: str = "") -> Iterator[None]:
        """Hold everybody else's changes off, and start from what the ledger says; raises why nothing can be kept.

        Where another change takes too long, that is Busy, with the name of whoever is at it.
        """
        with self._turn.taken(by):
            self._tried = 0.0
            if self.apart:
                self._follow()
            if not self.apart:
                try:
                    self._bring_up(self._store)
                except (DiskFull, Unreadable):
                    self._mend(self._store)
            if self.apart:
                raise self.apart
            yield

    def follow(self, line: Line, held: Mapping[str, pd.DataFrame] | None = None) -> None:
        """Bring in a line that was just written; it stands, so a database that cannot take it is mended.

        ``held`` is as in ``apply``.
        """
        try:
            apply(self._store, self._ledger, line, held)
            self._know(line.entry.batch.id)
        except (DiskFull, Unreadable):
            self._mend(self._store)

    def _look(self) -> None:
        if self.apart:
            with self._turn.of_threads(waits=False) as mine:
                if mine:
                    self._follow()

    def _follow(self) -> None:
        """Apart: take the database if it can be had by now, else see what whoever has it has written."""
        if time.monotonic() - self._tried >= TRIES_EVERY:
            try:
                self._take(self._opened(), None)
                return
            except APART as why:
                self.apart = why
            finally:
                self._tried = time.monotonic()
        stamp = self._ledger.stamp
        if stamp != self._seen:
            self._bring_up(self._store)
            self._seen = stamp

    def _mend(self, unsound: Store) -> None:
        """Open once more as at the start: from where it is kept, anew from the ledger, or in memory."""
        with self._turn.of_threads():
            if unsound is not self._store or self._is_closed:
                return
            unsound.close()
            try:
                self._take(self._opened(), None)
            except APART as why:
                self._take(self._in_memory(), why)

    def _take(self, store: Store, apart: MonitorError | None) -> None:
        former, self._store, self.apart = self._store, store, apart
        self._version += 1
        former.close()

    def _opened(self) -> Store:
        """The file, up to the ledger; one that cannot be read is set aside and made anew."""
        if not self._engine.exists():
            self._refuse_lost()
            if self._ledger.lines():
                self._set_aside("notice.database_missing")  # a log without its database is of no use, but is kept
        try:
            return self._brought_up(Store(self._engine))
        except Unreadable:
            self._refuse_lost()
            self._set_aside("notice.database_rebuilt")
            return self._brought_up(Store(self._engine))

    def _in_memory(self) -> Store:
        self._seen = self._ledger.stamp
        return self._brought_up(Store())

    def _brought_up(self, store: Store) -> Store:
        try:
            self._bring_up(store)
            return store
        except BaseException:
            store.close()
            raise

    def _bring_up(self, store: Store) -> None:
        """Apply the ledger's lines that a database does not have yet."""
        lines = self._lines(store)
        for line in lines[_held(lines, store) :]:
            apply(store, self._ledger, line)
        self._know(len(lines))

    def _know(self, held: int) -> None:
        """Remember how many lines the database holds, so that what rests on it is asked anew."""
        if held != self._held:
            self._held = held
            self._version += 1

    def _lines(self, store: Store) -> list[Line]:
        """The ledger's lines; what is damaged or lost of them is put back from the file, which holds each one too."""
        try:
            lines = self._ledger.lines()
            if not _has_lost(lines, list(store.batches()["digest"])):
                return lines
        except LedgerBroken:
            if store.engine is None or store.batches().empty:
                raise
        aside = self._ledger.mend(list(store.batches()["entry"]))
        self.notices.append(("notice.ledger_mended", {"aside": aside}))
        return self._ledger.lines()

    def _set_aside(self, why: str) -> None:
        self.notices.append((why, {"aside": self._engine.set_aside(), "path": self._engine}))

    def _refuse_lost(self) -> None:
        """Nothing starts anew where there was something: files without the lines that name them."""
        if self._ledger.has_files and not self._ledger.lines():
            raise LedgerBroken("error.ledger_lost", path=self._ledger.folder)


def _held(lines: list[Line], store: Store) -> int:
    """How many lines a database holds; raises LedgerBroken if it holds one that the ledger does not."""
    digests = list(store.batches()["digest"])
    if digests != [line.digest for line in lines[: len(digests)]]:
        raise LedgerBroken("error.ledger_missing_batch", batch=len(digests))
    return len(digests)


def _has_lost(lines: list[Line], kept: list[str]) -> bool:
    """Whether a ledger that holds together lacks what the database holds: its last lines, or a sound last one."""
    told = [line.digest for line in lines[: len(kept)]]
    same = next((number for number, pair in enumerate(zip(told, kept, strict=False)) if pair[0] != pair[1]), len(told))
    return same < len(kept) and same >= len(lines) - 1 and bool(same or not lines)
