"""The one database: a cursor for every operation, one writer at a time, a limit to how long a question may take."""

import contextlib
import threading
from collections.abc import Iterator

import duckdb

from azory_monitor.store.engine import Engine

ANSWERS_WITHIN = 60
"""Seconds that a question may take; the slowest of a million rows takes two."""
_DRAINED_WITHIN = 10


class Database:
    """One open database.  Readers take a cursor each; writers also hold the one lock."""

    def __init__(self, engine: Engine) -> None:
        """Open what an engine has, made new when missing.

        Raises what it raises when it is ``opened``, and InUse when another process has the file.
        """
        self._engine = engine
        self._writing = threading.Lock()
        self._cursors = 0
        self._drained = threading.Condition()
        self._owned = engine.own()
        try:
            self._connection = engine.opened()
        except BaseException:
            self._release()
            raise

    @contextlib.contextmanager
    def reading(self, within: float = ANSWERS_WITHIN) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own, closed afterwards: a shared connection mixes up its users' results.

        Raises TooSlow for what takes longer than ``within`` seconds; DiskFull, or Unreadable when the file cannot be
        read or the database has stopped itself.
        """
        with self._drained:
            self._cursors += 1
        try:
            with self._told(), self._cursor(within) as cursor:
                yield cursor
        finally:
            with self._drained:
                self._cursors -= 1
                self._drained.notify_all()

    @contextlib.contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction, the only writer in the process; all or nothing."""
        with self._writing, self.reading(within=0) as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                with contextlib.suppress(duckdb.Error):  # what went wrong first is what is told
                    cursor.rollback()
                raise
            cursor.commit()

    def close(self) -> None:
        """Give the file back to other processes, once nobody reads any more: it stays open as long as a cursor does."""
        with self._drained:
            self._drained.wait_for(lambda: not self._cursors, _DRAINED_WITHIN)
            self._connection.close()
        self._release()

    @contextlib.contextmanager
    def _cursor(self, within: float) -> Iterator[duckdb.DuckDBPyConnection]:
        cursor = self._connection.cursor()
        stop = threading.Timer(within, cursor.interrupt)
        stop.daemon = True
        try:
            if within:
                stop.start()
            self._engine.begun(cursor)
            yield cursor
        finally:
            stop.cancel()
            cursor.close()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as fault:
            told = self._engine.told(fault)
            if told is None:
                raise
            raise told from fault

    def _release(self) -> None:
        if self._owned:
            self._owned.release()
