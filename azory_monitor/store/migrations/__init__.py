"""The versions of the schema, one SQL file a step, each taken once and in order."""

from importlib import resources
from pathlib import Path

import duckdb

from azory_monitor.errors import ForeignFile


def _steps() -> list[str]:
    folder = resources.files("azory_monitor.store.migrations")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return [file.read_text(encoding="utf-8") for file in files]


STEPS = _steps()
"""What each version adds, in words that DuckDB and PostgreSQL both understand."""
KNOWN = len(STEPS)
"""The schema that this program writes."""


def version_of(connection: duckdb.DuckDBPyConnection, path: Path | None) -> int:
    """The schema that a database has, 0 for a new one; raises ForeignFile for one that is newer than this program."""
    version = _version(connection)
    refuse_newer(version, path)
    return version


def refuse_newer(version: int, place: object) -> None:
    """Raise ForeignFile for a schema that this program does not know."""
    if version > KNOWN:
        raise ForeignFile("error.database_newer", path=place, version=version, known=KNOWN)


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring a database up to the newest schema; each step is one transaction."""
    for number, step in list(enumerate(STEPS, start=1))[_version(connection) :]:
        connection.begin()
        connection.execute(step)
        connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
        connection.execute("INSERT INTO schema_version VALUES ($number)", {"number": number})
        connection.commit()


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    found = connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_version'").fetchone()
    if not found[0]:
        return 0
    return connection.execute("SELECT max(version) FROM schema_version").fetchone()[0] or 0
