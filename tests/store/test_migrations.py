"""A home of every schema there ever was becomes one of today, once, with all that it held."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import duckdb
import pytest

from azory_monitor.books import Books
from azory_monitor.errors import ForeignFile
from azory_monitor.home import Home
from azory_monitor.store.migrations import KNOWN
from tests.small import Clock, open_books, shown, take

HOMES = sorted(Path(__file__).parent.glob("schema-*.zip"))
"""Made by the program of that time: two seeds, a correction that was undone, a changed area, a snapshot; the newest
batches still in the log.  ``told.json`` is what that program said of it."""

DIGEST = """
SELECT md5(coalesce(string_agg(md5(r), '' ORDER BY md5(r)), '')) FROM (SELECT CAST(t AS VARCHAR) AS r FROM {} AS t)
"""
MEASUREMENT = {1: "(SELECT * EXCLUDE (spread) FROM measurement)", 2: "measurement"}
"""The measurements as a schema had them: the digest covers every column there is, so that it differs with the schema
although the rows are the same."""


def version_of(file):
    return int(file.stem.removeprefix("schema-"))


@pytest.fixture(params=HOMES, ids=lambda file: file.stem)
def old(request, tmp_path):
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(tmp_path)
    return version_of(request.param), Home(tmp_path), json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))


def digest_then(home, version):
    """The digest as the program of that schema would work it out from the database of today."""
    with duckdb.connect(str(home.database), read_only=True) as connection:
        tables = (MEASUREMENT[version], "record")
        return "".join(connection.execute(DIGEST.format(table)).fetchone()[0] for table in tables)


def test_there_is_a_home_of_every_schema():
    assert [version_of(file) for file in HOMES] == list(range(1, KNOWN + 1))
    assert all(file.stat().st_size < 1_000_000 for file in HOMES)


def test_it_becomes_one_of_today_with_all_that_it_held(old):
    _, home, told = old
    books = open_books(home.path)
    assert books.verify() == books.digest() and len(books.batches()) == told["batches"]
    assert [row[:3] for row in shown(books)] == [
        ("play", "town", "2016"),
        ("work", "hill", "2015"),
        ("work", "hill", "2016"),
    ]
    assert books.notices == [] and take(books, "areas", "row,id,name,kind\n2,dale,Dale,estate\n")
    books.close()


def test_its_digest_of_then_is_kept(old):
    version, home, told = old
    open_books(home.path).close()
    assert digest_then(home, version) == told["digest"]


def test_migrating_twice_is_migrating_once(old):
    _, home, _ = old
    open_books(home.path).close()
    once = Books(home, Clock())
    digest, state = once.digest(), str(shown(once))
    once.close()
    again = open_books(home.path)
    assert (again.digest(), str(shown(again))) == (digest, state)
    again.close()


def test_a_copy_of_what_it_was_is_kept_and_an_older_program_can_open_it(old, tmp_path):
    version, home, _ = old
    before = {path.name: hashlib.sha256(path.read_bytes()).digest() for path in home.path.glob("monitor.duckdb*")}
    open_books(home.path).close()
    copy = home.path / f"monitor.duckdb.before-schema-{KNOWN}"
    assert copy.exists() == (version < KNOWN)
    if copy.exists():
        assert {path.name: hashlib.sha256(path.read_bytes()).digest() for path in copy.iterdir()} == before
        place = shutil.copytree(copy, tmp_path / "back")
        with duckdb.connect(str(place / "monitor.duckdb")) as connection:
            assert connection.execute("SELECT max(version) FROM schema_version").fetchone()[0] == version


def test_a_newer_schema_is_refused_in_a_sentence(old):
    _, home, _ = old
    open_books(home.path).close()
    with duckdb.connect(str(home.database)) as connection:
        connection.execute("INSERT INTO schema_version VALUES ($next)", {"next": KNOWN + 1})
    with pytest.raises(ForeignFile) as refused:
        open_books(home.path)
    assert refused.value.values["version"] == KNOWN + 1
