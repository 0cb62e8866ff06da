"""How a database file is opened: whole, up to date, hardened; its log folded in behind a copy of both."""

import os
from pathlib import Path

import duckdb

from azory_monitor import disk
from azory_monitor.errors import ForeignFile, Unreadable
from azory_monitor.store import faults, safety
from azory_monitor.store.migrations import KNOWN, migrate, version_of
from azory_monitor.store.questions import question

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
    "threads": str(min(4, os.cpu_count() or 1)),
}
_MAGIC = b"DUCK"
_MAGIC_AT = 8


def opened(path: Path | None) -> duckdb.DuckDBPyConnection:
    """A database that was read from end to end; made new where there is none, in memory without a path.

    Raises ForeignFile for a file that is not one, InUse when another program has it, DiskFull when there is no room
    for what must be copied, Unreadable when it is one but cannot be read.
    """
    if path is None:
        connection = connected(None)
        migrate(connection)
        return hardened(connection)
    with disk.told(path):
        safety.restore_interrupted(path)
        _refuse_foreign(path)
        folded = safety.log_of(path).exists() and _copied(path)
        try:
            connection = _whole(path, folded)
        except BaseException:
            safety.restore_interrupted(path)  # what is left behind would come back over what is put here next
            raise
        safety.drop_copy(path)
        return connection


def connected(path: Path | None) -> duckdb.DuckDBPyConnection:
    """A connection as it comes, with our settings."""
    try:
        connection = duckdb.connect(str(path) if path else ":memory:", config=_SETTINGS)
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
        return connection
    except duckdb.Error as fault:
        raise faults.told(fault, path) from fault


def _whole(path: Path, folded: bool) -> duckdb.DuckDBPyConnection:
    """Up to date, read from end to end and, behind its copy, with its log folded in."""
    connection = connected(path)
    try:
        if 0 < version_of(connection, path) < KNOWN:
            connection.close()  # files are copied before the database is opened, never while
            safety.keep_copy(path, f"before-schema-{KNOWN}")
            connection = connected(path)
        migrate(connection)
        _scan(connection)
        if folded:
            connection.execute("CHECKPOINT")
        return hardened(connection)
    except duckdb.Error as fault:
        connection.close()
        raise faults.told(fault, path) from fault
    except BaseException:
        connection.close()
        raise


def _scan(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every block: a damaged one is noticed only when it is read."""
    for table in ("batch", "measurement", "record"):
        connection.execute(question(f"scan_{table}")).fetchall()


def hardened(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The same connection, which from now on reads and writes nothing but what it has open."""
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _copied(path: Path) -> bool:
    """Whether there is a copy behind which the log may be folded in; on a full disk there is none, and no need."""
    try:
        safety.set_aside_copy(path)
    except OSError as fault:
        if not disk.is_full(fault):
            raise
        return False
    return True


def _refuse_foreign(path: Path) -> None:
    """Raise ForeignFile for what another program wrote, Unreadable for a file that was never or no longer filled."""
    if not path.exists():
        return
    with path.open("rb") as file:
        start = file.read(_MAGIC_AT + len(_MAGIC))
    if not start.strip(b"\0"):
        raise Unreadable("error.database_damaged", path=path, detail="0")
    if start[_MAGIC_AT:] != _MAGIC:
        raise ForeignFile("error.database_foreign", path=path)
