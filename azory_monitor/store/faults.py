"""What the database program complains of, in our words."""

from pathlib import Path

import duckdb

from azory_monitor import disk
from azory_monitor.errors import DiskFull, ForeignFile, InUse, MonitorError, TooSlow, Unreadable

_STOPPING = (
    duckdb.ConnectionException,  # closed meanwhile
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.InterruptException,
    duckdb.IOException,
    duckdb.SerializationException,
)

_HELD = "Conflicting lock"
_NEWER = ("version number", "newer version of DuckDB")
_UNWRITTEN = "Failed to commit"


def is_stopping(fault: duckdb.Error) -> bool:
    """Whether a complaint follows from the disk, the file or its owner, and not from what was asked."""
    return isinstance(fault, _STOPPING) or _UNWRITTEN in str(fault) or _is_full(fault)


def told(fault: duckdb.Error, path: Path | None) -> MonitorError:
    """Such a complaint as the error that says it."""
    said = str(fault).splitlines()[0]
    if isinstance(fault, duckdb.InterruptException):
        return TooSlow("error.too_slow")
    if _is_full(fault):
        return DiskFull("error.disk_full", path=path)
    if _HELD in said:
        return InUse("error.database_in_use", path=path, detail=said[said.index(_HELD) :])
    if any(text in said for text in _NEWER):
        return ForeignFile("error.database_format_newer", path=path)
    return Unreadable("error.database_damaged", path=path, detail=said)


def _is_full(fault: duckdb.Error) -> bool:
    return any(text in str(fault) for text in disk.FULL_TEXTS)
