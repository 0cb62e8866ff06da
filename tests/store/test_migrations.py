"""A home of every schema there ever was becomes one of today, once, with all that it held."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import duckdb
import pytest

from azory_monitor.books import Books
from azory_monitor.cli import main
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


def made_newer(home):
    """The database as a later program would leave it, its newest rows still in the log."""
    books = open_books(home.path)
    take(books, "areas", "row,id,name,kind\n2,dale,Dale,estate\n")
    books.close()
    with duckdb.connect(str(home.database), config={"wal_autocheckpoint": "1TB"}) as connection:
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
        connection.execute("INSERT INTO schema_version VALUES ($next)", {"next": KNOWN + 1})
    assert home.database.with_name("monitor.duckdb.wal").exists()


def contents(home):
    """Every file of the home but those that say who has it open."""
    files = [path for path in home.path.rglob("*") if path.is_file() and path.suffix not in (".lock", ".owner")]
    return {str(path.relative_to(home.path)): hashlib.sha256(path.read_bytes()).digest() for path in files}


def test_a_newer_schema_is_refused_in_a_sentence_and_left_as_it_is(old, capsys):
    _, home, _ = old
    made_newer(home)
    before = contents(home)
    with pytest.raises(ForeignFile) as refused:
        open_books(home.path)
    assert refused.value.values["version"] == KNOWN + 1
    assert main(["--home", str(home.path), "--lang", "en", "verify"]) == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and f"layout {KNOWN + 1}" in told.err
    assert contents(home) == before


def test_a_newer_line_of_the_ledger_is_refused_in_a_sentence_and_left_as_it_is(old, capsys):
    _, home, _ = old
    open_books(home.path).close()
    ledger = home.ledger / "ledger.jsonl"
    lines = ledger.read_text(encoding="utf-8").splitlines()
    later = json.loads(lines[-1]) | {"said_later": "of something new"}
    ledger.write_text("\n".join([*lines[:-1], json.dumps(later)]) + "\n", encoding="utf-8")
    before = contents(home)
    assert main(["--home", str(home.path), "--lang", "en", "verify"]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1 and "newer version" in told.err
    assert contents(home) == before


def test_going_back_to_the_copy_brings_in_what_came_since_from_the_ledger(old):
    """The way that the operations page tells: all of the database away, the two files of the copy in its place."""
    version, home, _ = old
    books = open_books(home.path)
    take(books, "areas", "row,id,name,kind\n2,dale,Dale,estate\n")
    digest, batches = books.digest(), books.batches()
    books.close()
    away = home.path / "away"
    away.mkdir()
    for path in list(home.path.glob("monitor.duckdb*")):
        path.rename(away / path.name)
    copy = away / f"monitor.duckdb.before-schema-{KNOWN}"
    for path in copy.iterdir() if version < KNOWN else ():
        shutil.copy2(path, home.path / path.name)
    back = open_books(home.path)
    assert (back.digest(), back.batches(), back.verify()) == (digest, batches, digest)
    back.close()
