"""The one database file: opened, checked, hardened; a cursor for every operation, one writer at a time."""

import contextlib
import threading
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import duckdb

from azory_monitor.errors import Damaged, ForeignFile
from azory_monitor.store.migrations import migrate
from azory_monitor.store.safety import drop_copy, own, restore_interrupted, set_aside_copy

STORAGE = "v1.5.0"
"""Files of this format open in DuckDB 1.5 and 2.0 alike."""

_SETTINGS = {
    "storage_compatibility_version": STORAGE,
    # A kill during a checkpoint can destroy the file, so one happens at start-up only, behind a copy.
    "wal_autocheckpoint": "1TB",
    "auto_checkpoint_skip_wal_threshold": "1000000000000",
    "python_enable_replacements": "false",
    # Nothing is fetched or loaded into the process, whatever a statement names.
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "2GB",
}
_MAGIC = b"DUCK"
_MAGIC_AT = 8


class Database:
    """One open file.  Readers take a cursor each; writers also hold the one lock."""

    def __init__(self, path: Path | None) -> None:
        """Open ``path``, made new when missing; None keeps everything in memory.

        Raises ForeignFile for a file that is not a database, InUse when another process has it, Damaged when
        it is a database that cannot be read.
        """
        self._writing = threading.Lock()
        self._owned = own(path) if path else None
        try:
            self._connection = _open(path)
        except BaseException:
            self._release()
            raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own, closed afterwards: a shared connection mixes up its users' results."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction, the only writer in the process; all or nothing."""
        with self._writing, self.reading() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()

    def close(self) -> None:
        """Give the file back to other processes."""
        self._connection.close()
        self._release()

    def _release(self) -> None:
        if self._owned:
            self._owned.release()


def _open(path: Path | None) -> duckdb.DuckDBPyConnection:
    if path:
        restore_interrupted(path)
        _refuse_foreign(path)
        set_aside_copy(path)
    connection = _connect(path)
    try:
        migrate(connection, path)
        connection.execute("CHECKPOINT")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except BaseException:
        connection.close()
        raise
    if path:
        drop_copy(path)
    return connection


def _connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(path) if path else ":memory:", config=_SETTINGS)
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
        return connection
    except duckdb.Error as fault:
        raise Damaged("error.database_damaged", path=path, detail=_first_line(fault)) from fault


def _refuse_foreign(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb") as file:
        start = file.read(_MAGIC_AT + len(_MAGIC))
    if start[_MAGIC_AT:] != _MAGIC:
        raise ForeignFile("error.database_foreign", path=path)


def _first_line(fault: Exception) -> str:
    return str(fault).splitlines()[0]


@cache
def question(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("azory_monitor.store") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
