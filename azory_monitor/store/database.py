"""The one database file: opened, checked, hardened; a cursor for every operation, one writer at a time."""

import contextlib
import shutil
import threading
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import duckdb

from azory_monitor.errors import Damaged, ForeignFile, InUse

STORAGE = "v1.5.0"
"""Files of this format open in DuckDB 1.5 and 2.0 alike."""

_SETTINGS = {
    "storage_compatibility_version": STORAGE,
    # A kill during a checkpoint can destroy the file, so checkpoints happen at start-up only, behind a copy.
    "wal_autocheckpoint": "1TB",
    "auto_checkpoint_skip_wal_threshold": "1000000000000",
    "python_enable_replacements": "false",
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
        self.path = path
        self._writing = threading.Lock()
        if path:
            _restore_interrupted_checkpoint(path)
            _refuse_foreign(path)
        self._connection = _connect(path)
        self._migrate()
        if path:
            self._checkpoint(path)
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

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

    def _migrate(self) -> None:
        version, steps = _version(self._connection), _steps()
        if version > len(steps):
            self.close()
            raise ForeignFile("error.database_newer", path=self.path, version=version, known=len(steps))
        if 0 < version < len(steps) and self.path:
            shutil.copy2(self.path, self.path.with_suffix(f".before-{len(steps)}"))
        for number, step in list(enumerate(steps, start=1))[version:]:
            self._connection.begin()
            self._connection.execute(step)
            self._connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
            self._connection.execute("DELETE FROM schema_version")
            self._connection.execute("INSERT INTO schema_version VALUES ($number)", {"number": number})
            self._connection.commit()

    def _checkpoint(self, path: Path) -> None:
        """Fold the log into the file, with a copy beside it that start-up falls back to."""
        log = path.with_name(path.name + ".wal")
        if not log.exists():
            return
        copy = _before_checkpoint(path)
        partial = copy.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        shutil.copy2(path, partial / path.name)
        shutil.copy2(log, partial / log.name)
        partial.rename(copy)
        self._connection.execute("CHECKPOINT")
        shutil.rmtree(copy)


def _connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(path) if path else ":memory:", config=_SETTINGS)
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
        return connection
    except duckdb.IOException as fault:
        if "lock" in str(fault).lower():
            raise InUse("error.database_in_use", path=path, detail=_first_line(fault)) from fault
        raise Damaged("error.database_damaged", path=path, detail=_first_line(fault)) from fault
    except duckdb.Error as fault:
        raise Damaged("error.database_damaged", path=path, detail=_first_line(fault)) from fault


def _refuse_foreign(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb") as file:
        start = file.read(_MAGIC_AT + len(_MAGIC))
    if start[_MAGIC_AT:] != _MAGIC:
        raise ForeignFile("error.database_foreign", path=path)


def _before_checkpoint(path: Path) -> Path:
    return path.with_name(path.name + ".before-checkpoint")


def _restore_interrupted_checkpoint(path: Path) -> None:
    """A copy that is still there means that a checkpoint did not finish: go back to it."""
    copy = _before_checkpoint(path)
    if not copy.exists():
        return
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
    for file in copy.iterdir():
        shutil.copy2(file, path.with_name(file.name))
    shutil.rmtree(copy)


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    found = connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_version'").fetchone()
    if not found[0]:
        return 0
    return connection.execute("SELECT max(version) FROM schema_version").fetchone()[0]


def _steps() -> list[str]:
    folder = resources.files("azory_monitor.store") / "migrations"
    return [step.read_text(encoding="utf-8") for step in sorted(folder.iterdir(), key=lambda step: step.name)]


def _first_line(fault: Exception) -> str:
    return str(fault).splitlines()[0]


@cache
def question(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("azory_monitor.store") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
