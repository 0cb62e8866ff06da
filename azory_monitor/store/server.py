"""The database as a schema of a PostgreSQL server, which any number of processes have at once.

DuckDB attaches it and asks it the same questions in the same words.  The tables live there; what a file is compared
with for a moment lives in DuckDB's own memory.  The driver is a package of its own, see ``requirements-postgres.txt``.
"""

import contextlib
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import duckdb

from azory_monitor import disk
from azory_monitor.errors import DiskFull, MonitorError, Refused, TooSlow, Unreachable, Unreadable
from azory_monitor.store import natively
from azory_monitor.store.opening import connected, hardened

_DRIVER = "duckdb_extension_postgres_scanner"
_SCHEMA_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
"""Leaves room within PostgreSQL's 63 letters for what is appended where a schema is set aside."""
_SCHEMA = "monitor"
_ASKED = ("host", "schema", "sslmode")


@dataclass(frozen=True)
class Server:
    """A schema of a server; as text without its password, which no message can hold."""

    host: str
    port: str
    user: str
    database: str
    schema: str
    sslmode: str = "prefer"
    password: str = field(default="", repr=False)
    is_shared = True

    def __str__(self) -> str:
        return f"postgresql://{self.host}:{self.port}/{self.database} ({self.schema})"

    def exists(self) -> bool:
        """Whether the schema is there."""
        with self._asked() as connection:
            return natively.has_schema(connection, self.schema)

    @contextlib.contextmanager
    def owned(self) -> Iterator[None]:
        """Nobody has it to himself; whoever makes it anew holds the others off by their turn (see ``books``)."""
        yield

    def own(self) -> None:
        """Nothing has to be taken."""

    def opened(self) -> duckdb.DuckDBPyConnection:
        """A connection, the schema made or brought up to date; raises Unreachable, Unreadable where tables are gone."""
        connection = self._attached()
        try:
            natively.migrate(connection, self.schema, self)
            self.begun(connection)
            natively.require_tables(connection)
            return hardened(connection)
        except duckdb.CatalogException as fault:
            connection.close()
            raise Unreadable("error.database_damaged", path=self, detail=_reason(fault)) from None
        except duckdb.Error as fault:
            connection.close()
            raise self._unreachable(fault) from None
        except BaseException:
            connection.close()
            raise

    def begun(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Let a cursor look for tables in the schema; what is made for a moment goes to DuckDB's own memory."""
        cursor.execute("SET schema = $place", {"place": f"{natively.NAME}.{self.schema}"})

    def told(self, fault: duckdb.Error) -> MonitorError:
        """Whatever the server complains of: it is opened once more, and what follows from the ledger is made anew."""
        if isinstance(fault, duckdb.InterruptException):
            return TooSlow("error.too_slow")
        if any(text in str(fault) for text in disk.FULL_TEXTS):
            return DiskFull("error.disk_full", path=self)
        return Unreadable("error.database_damaged", path=self, detail=_reason(fault))

    def set_aside(self) -> str:
        """Give the schema another name, deleting nothing; the new name."""
        with self._asked() as connection:
            return natively.set_aside(connection, self.schema)

    def beside(self, folder: Path) -> "Server":
        """A schema of another name."""
        other = replace(self, schema=f"{self.schema}_new")
        other.cleared()
        return other

    def replaced_by(self, made: "Server") -> None:
        """Drop the schema and give its name to the other, in one transaction."""
        with self._asked() as connection:
            natively.put_in_place(connection, made.schema, self.schema)

    def cleared(self) -> None:
        """Drop the schema."""
        with self._asked() as connection:
            natively.drop(connection, self.schema)

    @contextlib.contextmanager
    def _asked(self) -> Iterator[duckdb.DuckDBPyConnection]:
        connection = self._attached()
        try:
            yield connection
        except duckdb.Error as fault:
            raise self._unreachable(fault) from None
        finally:
            connection.close()

    def _attached(self) -> duckdb.DuckDBPyConnection:
        driver = _driver()
        connection = connected(None)
        try:
            connection.load_extension(str(driver))
            natively.attach(
                connection,
                {
                    "host": self.host, "port": self.port, "user": self.user, "password": self.password,
                    "database": self.database, "sslmode": self.sslmode,
                },
            )  # fmt: skip
            return connection
        except duckdb.Error as fault:
            connection.close()
            raise self._unreachable(fault) from None

    def _unreachable(self, fault: duckdb.Error) -> Unreachable:
        return Unreachable("error.server_unreachable", path=self, detail=_reason(fault))


def server_of(address: str) -> Server:
    """The server of ``postgresql://user:password@host:port/database?schema=city``; raises Refused for another text."""
    try:
        parts = urlsplit(address)
        port = str(parts.port or 5432)
    except ValueError:
        raise Refused("error.server_address") from None
    asked = dict(parse_qsl(parts.query))
    schema = asked.get("schema") or _SCHEMA
    if not _is_understood(parts, asked, schema):
        raise Refused("error.server_address")
    host = asked.get("host") or unquote(parts.hostname or "")
    database = unquote(parts.path.removeprefix("/"))
    return Server(
        host, port, unquote(parts.username or ""), database, schema, asked.get("sslmode") or "prefer",
        unquote(parts.password or ""),
    )  # fmt: skip


def _is_understood(parts: SplitResult, asked: dict[str, str], schema: str) -> bool:
    is_whole = parts.scheme in ("postgresql", "postgres") and len(parts.path) > 1 and not parts.fragment
    return is_whole and set(asked) <= set(_ASKED) and bool(_SCHEMA_NAME.fullmatch(schema))


def _driver() -> Path:
    """The driver of the DuckDB that runs here; raises Refused where it is not installed."""
    found = importlib.util.find_spec(_DRIVER)
    for place in found.submodule_search_locations if found else ():
        file = Path(place) / "extensions" / f"v{duckdb.__version__}" / "postgres_scanner.duckdb_extension"
        if file.exists():
            return file
    raise Refused("error.server_driver_missing", version=duckdb.__version__)


def _reason(fault: duckdb.Error) -> str:
    """What the server or the way to it says, without the statement that it answers."""
    said = str(fault).splitlines()[0]
    return said.rsplit('": ', 1)[-1].removeprefix("IO Error: ") or type(fault).__name__
