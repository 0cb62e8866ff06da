"""The database as a file of the home, which one process has at a time, or in memory."""

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb
from filelock import FileLock

from azory_monitor import disk
from azory_monitor.errors import MonitorError, Unreadable
from azory_monitor.store import faults, safety
from azory_monitor.store.opening import opened


@dataclass(frozen=True)
class Embedded:
    """A database file; without a path one in memory, which goes with the process."""

    path: Path | None = None
    is_shared = False

    def __str__(self) -> str:
        return str(self.path or "")

    def exists(self) -> bool:
        """Whether there is a file, of whatever sort."""
        return self.path is not None and self.path.exists()

    @contextlib.contextmanager
    def owned(self):
        """Have the file while it is made anew; raises InUse, or ForeignFile for one that is not ours."""
        with safety.owned(self.path), disk.told(self.path):
            if self.exists():
                with contextlib.suppress(Unreadable):  # what is wrong with it does not matter; what is not ours does
                    opened(self.path).close()
            yield

    def own(self) -> FileLock | None:
        """The lock by which this process has the file."""
        return safety.own(self.path) if self.path else None

    def opened(self) -> duckdb.DuckDBPyConnection:
        """See ``opening``."""
        return opened(self.path)

    def begun(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """The tables are where a cursor looks first."""

    def told(self, fault: duckdb.Error) -> MonitorError | None:
        """See ``faults``."""
        return faults.told(fault, self.path) if faults.is_stopping(fault) else None

    def set_aside(self) -> str:
        """Move the file and its log out of the way, deleting nothing; the new name."""
        aside = disk.beside(self.path, "damaged").name
        for ending in ("", ".wal"):
            file = self.path.with_name(self.path.name + ending)
            if file.exists():
                with disk.told(self.path):
                    file.rename(self.path.with_name(aside + ending))
        return aside

    def beside(self, folder: Path) -> "Embedded":
        """A file in a folder of its own."""
        shutil.rmtree(folder, ignore_errors=True)
        return Embedded(folder / self.path.name)

    def replaced_by(self, made: "Embedded") -> None:
        """The file where it belongs.  Without its log it is an empty one, which the ledger fills at the start."""
        files = [(made.path, self.path), (safety.log_of(made.path), safety.log_of(self.path))]
        for file, _ in files:
            if file.exists():
                disk.sync(file)
        safety.drop_copy(self.path)
        safety.log_of(self.path).unlink(missing_ok=True)
        for file, place in files:
            if file.exists():
                os.replace(file, place)
        disk.sync_folder(self.path.parent)

    def cleared(self) -> None:
        """Take its folder away."""
        shutil.rmtree(self.path.parent, ignore_errors=True)
