"""What the database program complains of, in our words."""

from pathlib import Path

import duckdb

from azory_monitor import disk
from azory_monitor.errors import DiskFull, ForeignFile, InUse, MonitorError, TooSlow, Unreadable

STOPPING = (duckdb.FatalException, duckdb.InternalException, duckdb.IOException, duckdb.InterruptException)
"""What does not follow from the question that was asked, but from the disk, the file or its owner."""

_HELD = "Conflicting lock"
_NEWER = ("version number", "newer version of DuckDB")


def told(fault: duckdb.Error, path: Path | None) -> MonitorError:
    """One of ``STOPPING`` as the error that says it."""
    said = str(fault).splitlines()[0]
    if isinstance(fault, duckdb.InterruptException):
        return TooSlow("error.too_slow")
    if any(text in str(fault) for text in disk.FULL_TEXTS):
        return DiskFull("error.disk_full", path=path)
    if _HELD in said:
        return InUse("error.database_in_use", path=path, detail=said[said.index(_HELD) :])
    if any(text in said for text in _NEWER):
        return ForeignFile("error.database_format_newer", path=path)
    return Unreadable("error.database_damaged", path=path, detail=said)
