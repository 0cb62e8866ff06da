"""The database reads and writes nothing but its own file, whatever it is asked, and nobody can unlock it again."""

import ast

import duckdb
import pandas as pd
import pytest

from azory_monitor.store.database import Database
from azory_monitor.store.engine import Embedded
from tests.source import PACKAGE, shown, tree

OUTSIDE = (
    "COPY (SELECT 42) TO '{place}/out.csv'",
    "COPY (SELECT 42) TO '{place}/out.parquet' (FORMAT parquet)",
    "COPY measurement FROM '{place}/in.csv'",
    "EXPORT DATABASE '{place}/all'",
    "IMPORT DATABASE '{place}/all'",
    "ATTACH '{place}/other.duckdb' AS other",
    "ATTACH '{place}/in.csv' AS other (TYPE sqlite)",
    "ATTACH 'https://foreign.example/x.duckdb' AS other",
    "SELECT * FROM '{place}/in.csv'",
    "SELECT * FROM read_csv('{place}/in.csv')",
    "SELECT * FROM read_csv_auto('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_json('{place}/in.csv')",
    "SELECT * FROM read_parquet('https://foreign.example/x.parquet')",
    "SELECT * FROM sniff_csv('{place}/in.csv')",
    "SELECT * FROM glob('{place}/*')",
    "SELECT * FROM read_csv('https://foreign.example/x.csv')",
    "INSTALL httpfs",
    "LOAD httpfs",
    "FORCE INSTALL '{place}/x.duckdb_extension'",
    "LOAD '{place}/x.duckdb_extension'",
    "CREATE SECRET (TYPE s3, KEY_ID 'x', SECRET 'y')",
    "SET enable_external_access = true",
    "SET GLOBAL allowed_directories = ['/']",
    "SET allow_unsigned_extensions = true",
    "SET lock_configuration = false",
    "RESET lock_configuration",
    "SET python_enable_replacements = true",
    "SET memory_limit = '100GB'",
    "SET temp_directory = '{place}/temp'",
    "SET autoinstall_known_extensions = true",
    "PRAGMA enable_profiling",
    "PRAGMA profiling_output = '{place}/profile'",
    "SELECT getenv('HOME')",
    "SELECT * FROM a_frame_of_ours",
)
"""Statements that reach for files, the network, programs, settings, or variables of the program."""
LATER = ("PRAGMA enable_profiling",)
"""What an earlier DuckDB allows still: it prints how a question was answered, and writes nothing."""
if duckdb.__version__ < "2":
    OUTSIDE = tuple(statement for statement in OUTSIDE if statement not in LATER)

REFUSED = "Cannot access|Loading external|requires the extension|Cannot change configuration|does not exist"
"""Files, programs, settings, and names that the database does not have."""


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    opened = Database(Embedded(tmp_path_factory.mktemp("locked") / "monitor.duckdb"))
    yield opened
    opened.close()


@pytest.fixture
def place(tmp_path):
    """A folder with a file that could be read, and into which nothing must come."""
    folder = tmp_path / "beside"
    folder.mkdir()
    (folder / "in.csv").write_text("a,b\n1,2\n")
    return folder


@pytest.mark.parametrize("statement", OUTSIDE)
def test_the_database_refuses_to_look_outside(database, place, statement):
    a_frame_of_ours = pd.DataFrame({"secret": [1]})
    with database.reading() as cursor, pytest.raises(duckdb.Error, match=REFUSED):
        cursor.execute(statement.format(place=place)).fetchall()
    assert [file.name for file in place.iterdir()] == ["in.csv"] and len(a_frame_of_ours) == 1


def test_what_was_locked_stays_locked_for_every_cursor(database):
    asked = "SELECT name, value FROM duckdb_settings() WHERE name IN ('enable_external_access', 'lock_configuration')"
    for _ in range(2):
        with database.reading() as cursor:
            assert dict(cursor.execute(asked).fetchall()) == {
                "enable_external_access": "false",
                "lock_configuration": "true",
            }


def test_hostile_values_are_bound_and_stay_values(database):
    with database.reading() as cursor:
        said = "'; DROP TABLE measurements; --"
        assert cursor.execute("SELECT $said", {"said": said}).fetchone() == (said,)
        assert cursor.execute("SELECT count(*) FROM measurement").fetchone() == (0,)


def test_no_statement_is_put_together_in_the_program():
    """A statement is a text of ours, or a file of ours by a name that the code spells out; values are bound."""
    found = [
        f"{shown(path, call.lineno)} {ast.unparse(call)}"
        for path in (PACKAGE / "store").rglob("*.py")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr in ("execute", "executemany", "sql", "query", "from_query", "extract_statements")
        if not (call.args and is_ours(call.args[0], path))
    ]
    assert found == []


def is_ours(node, path):
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "question"
    return isinstance(node, ast.Constant) or (path.parent.name == "migrations" and ast.unparse(node) == "step")
