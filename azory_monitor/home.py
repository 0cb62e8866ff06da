"""Where a monitor lives: one folder with its ledger, database, snapshots and backups."""

import os
from dataclasses import dataclass
from pathlib import Path

from azory_monitor import disk


@dataclass(frozen=True)
class Home:
    """The folders and files under one home."""

    path: Path

    @property
    def database(self) -> Path:
        """The index; can be rebuilt."""
        return self.path / "monitor.duckdb"

    @property
    def ledger(self) -> Path:
        """The truth; a backup is a copy of it."""
        return self.path / "ledger"

    @property
    def access(self) -> Path:
        """Who may do what, where people sign in; may be absent."""
        return self.path / "access.toml"

    def set_database_aside(self) -> str:
        """Move the database and its log out of the way, deleting nothing; the new name."""
        aside = disk.beside(self.database, "damaged").name
        for ending in ("", ".wal"):
            file = self.database.with_name(self.database.name + ending)
            if file.exists():
                file.rename(self.database.with_name(aside + ending))
        return aside


def home_from_environment() -> Home:
    """``AZORY_HOME``, else ``var`` beside where the monitor was started."""
    return Home(Path(os.environ.get("AZORY_HOME") or "var").resolve())


def seed_folder() -> Path:
    """``AZORY_SEED``, else ``data`` beside the package: the programme that a new home starts with."""
    return Path(os.environ.get("AZORY_SEED") or Path(__file__).resolve().parents[1] / "data").resolve()
