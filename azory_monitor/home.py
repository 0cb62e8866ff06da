"""Where a monitor lives: one folder with its ledger, database, snapshots and backups."""

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folders and files under one home."""

    path: Path
    server: str = field(default="", repr=False)
    """Where the database is if it is not a file of the home: an address that may hold a password."""

    @property
    def database(self) -> Path:
        """The index, where no server has it; can be rebuilt."""
        return self.path / "monitor.duckdb"

    @property
    def ledger(self) -> Path:
        """The truth; a backup is a copy of it."""
        return self.path / "ledger"

    @property
    def turn(self) -> Path:
        """Held by whoever is writing."""
        return self.path / "writing.lock"

    @property
    def access(self) -> Path:
        """Who may do what, where people sign in; may be absent."""
        return self.path / "access.toml"


def server_from_environment() -> str:
    """``AZORY_DATABASE``: the server that has the database; '' where it is a file of the home."""
    return os.environ.get("AZORY_DATABASE", "")


def home_from_environment() -> Home:
    """``AZORY_HOME``, else ``var`` beside where the monitor was started."""
    return Home(Path(os.environ.get("AZORY_HOME") or "var").resolve(), server_from_environment())


def seed_folder() -> Path:
    """``AZORY_SEED``, else ``data`` beside the package: the programme that a new home starts with."""
    return Path(os.environ.get("AZORY_SEED") or Path(__file__).resolve().parents[1] / "data").resolve()
