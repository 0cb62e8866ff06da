"""The engines that a database may have, and which of them a home asks for: the one place that chooses."""

import contextlib
from pathlib import Path
from typing import Protocol

import duckdb

from azory_monitor.errors import MonitorError
from azory_monitor.home import Home
from azory_monitor.store.embedded import Embedded
from azory_monitor.store.server import Server, server_of


class Engine(Protocol):
    """Where a database is and what only its kind of place can do; as text it is what people are told of it."""

    is_shared: bool
    """Whether several processes may have it at once."""

    def exists(self) -> bool:
        """Whether there is a database yet; raises Unreachable."""

    def owned(self) -> contextlib.AbstractContextManager[object]:
        """Have it to oneself while it is made anew; raises InUse.  Of a shared one that is for its users to see to."""

    def own(self) -> object:
        """Take it for this process until what is returned is released; None where nothing has to be taken."""

    def opened(self) -> duckdb.DuckDBPyConnection:
        """A connection to the database, made where there is none, up to date and hardened."""

    def begun(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Let a new cursor find the tables."""

    def told(self, fault: duckdb.Error) -> MonitorError | None:
        """What a fault says in our words; None where it is a mistake of the program's."""

    def set_aside(self) -> str:
        """Move the database out of the way, deleting nothing; the new name."""

    def beside(self, folder: Path) -> "Engine":
        """Where a database can be made anew to take this one's place; what an earlier attempt left there is gone."""

    def replaced_by(self, made: "Engine") -> None:
        """Put one that was made ``beside`` in this one's place."""

    def cleared(self) -> None:
        """Take away what was made ``beside`` and has not taken another's place."""


def engine_of(home: Home) -> Engine:
    """The server that a home names, else the file in it."""
    return server_of(home.server) if home.server else Embedded(home.database)


__all__ = ["Embedded", "Engine", "Server", "engine_of"]
