"""What is said to a PostgreSQL server in its own words: schemas and their layout.  Everything else is ``sql/``."""

import datetime
from collections.abc import Mapping

import duckdb

from azory_monitor.store.migrations import KNOWN, STEPS, refuse_newer
from azory_monitor.store.questions import question

NAME = "city"
"""What the server's database is called in DuckDB, whatever it is called there."""
_TRIES = 3
"""Of two that make the same layout at once the server lets one; the other finds it made at the next attempt."""


def attach(connection: duckdb.DuckDBPyConnection, address: Mapping[str, str]) -> None:
    """Attach a database under ``NAME``.  Address and password are a secret, which no message repeats.

    Who is gone without a word is noticed within half a minute.
    """
    connection.execute(
        "CREATE SECRET city (TYPE postgres, HOST $host, PORT $port, USER $user, PASSWORD $password,"
        " DATABASE $database, SSLMODE $sslmode)",
        dict(address),
    )
    connection.execute(
        "ATTACH 'application_name=azory-monitor connect_timeout=3 keepalives_idle=10 keepalives_interval=5"
        " keepalives_count=3 tcp_user_timeout=25000' AS city (TYPE postgres, SECRET city)"
    )


def migrate(connection: duckdb.DuckDBPyConnection, schema: str, place: object) -> None:
    """Make the schema or bring its layout up to date, all of it or nothing; raises ForeignFile for a newer one."""
    for left in reversed(range(_TRIES)):
        try:
            _migrate(connection, schema, place)
            return
        except duckdb.Error:
            if not left:
                raise


def _migrate(connection: duckdb.DuckDBPyConnection, schema: str, place: object) -> None:
    version = _version(connection, schema)
    refuse_newer(version, place)
    if version == KNOWN:
        return
    steps = [
        f'CREATE SCHEMA IF NOT EXISTS "{schema}"',
        f'SET LOCAL search_path TO "{schema}"',
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)",
    ]
    for step in STEPS[version:]:
        steps += [step, "INSERT INTO schema_version SELECT coalesce(max(version), 0) + 1 FROM schema_version"]
    _tell(connection, *steps, question("server_layout"))


def _version(connection: duckdb.DuckDBPyConnection, schema: str) -> int:
    """The layout of a schema, 0 where there is none."""
    connection.execute("CALL pg_clear_cache()")
    found = connection.execute(question("server_schema"), {"schema": schema}).fetchall()
    if not found[0][0]:
        return 0
    connection.execute("SET schema = $place", {"place": f"{NAME}.{schema}"})
    return connection.execute("SELECT max(version) FROM schema_version").fetchall()[0][0] or 0


def require_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises a CatalogException where a table is not there."""
    connection.execute(question("server_tables")).fetchall()


def has_schema(connection: duckdb.DuckDBPyConnection, schema: str) -> bool:
    """Whether there is a schema of that name, with a layout of ours."""
    return _version(connection, schema) > 0


def set_aside(connection: duckdb.DuckDBPyConnection, schema: str) -> str:
    """Rename a schema; its new name."""
    aside = f"{schema}_damaged_{datetime.datetime.now():%Y%m%d_%H%M%S}"
    _tell(connection, f'ALTER SCHEMA "{schema}" RENAME TO "{aside}"')
    return aside


def put_in_place(connection: duckdb.DuckDBPyConnection, made: str, schema: str) -> None:
    """Drop a schema and give its name to another."""
    _tell(connection, f'DROP SCHEMA IF EXISTS "{schema}" CASCADE', f'ALTER SCHEMA "{made}" RENAME TO "{schema}"')


def drop(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Drop a schema if it is there."""
    _tell(connection, f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')


def _tell(connection: duckdb.DuckDBPyConnection, *statements: str) -> None:
    """Statements in one transaction; what DuckDB remembers of the tables is forgotten."""
    connection.begin()
    try:
        for statement in statements:
            connection.execute("CALL postgres_execute('city', $statement)", {"statement": statement})
        connection.commit()
    except duckdb.Error:
        connection.rollback()
        raise
    connection.execute("CALL pg_clear_cache()")
