"""Which engine the homes of a test have: a file, or a schema of a PostgreSQL server.

Tests that hold for both take the fixture ``engine``; theirs are the homes of ``home_at``.  Where the driver is not
installed there is only the file; ``make test`` runs them where it is too (see ``requirements-postgres.txt``).
"""

import contextlib
import hashlib
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from azory_monitor.home import Home
from tests.server import postgres

HAS_DRIVER = importlib.util.find_spec("duckdb_extension_postgres_scanner") is not None
ENGINES = ("file", "server") if HAS_DRIVER else ("file",)
_running = contextlib.ExitStack()
_server: postgres.Postgres | None = None
_is_on_server = False


def server() -> postgres.Postgres:
    """The one server of this run of tests; a failure or a skip where there is none."""
    global _server
    if _server is None:
        if postgres.find() is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(postgres.ADVICE)
        _server = _running.enter_context(postgres.running())
    return _server


def end() -> None:
    """End the server, if one was started."""
    _running.close()


@contextlib.contextmanager
def using(engine: str) -> Iterator[None]:
    """Homes of ``home_at`` have this engine."""
    global _is_on_server
    if engine == "server":
        server()
    _is_on_server = engine == "server"
    try:
        yield
    finally:
        _is_on_server = False


def home_at(path: Path) -> Home:
    """The home in a folder, with the engine that the test is on and a database of its own."""
    if not _is_on_server:
        return Home(path)
    return postgres.home_on(server(), path, f"t{hashlib.sha256(str(path).encode()).hexdigest()[:20]}")
