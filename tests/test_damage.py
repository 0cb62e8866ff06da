"""What is damaged, missing, foreign or newer is mended and told, or named; never replaced by something empty."""

import json
import random
import shutil
import sqlite3

import duckdb
import pytest

from azory_monitor import backup
from azory_monitor.cli import main
from azory_monitor.errors import Damaged, ForeignFile, LedgerBroken
from azory_monitor.home import Home
from azory_monitor.words import error_sentence, languages, sentences, speaker
from tests.small import open_books, seeded, shown, take

MEASURED = "row,indicator,area,period,value\n2,work,hill,2015,1.5\n3,work,hill,2016,0\n"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A home with its database folded together, and a log of two batches on top."""
    path = tmp_path_factory.mktemp("kept") / "home"
    seeded(path).close()
    books = open_books(path)
    take(books, "measurements", MEASURED)
    take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    digest = books.digest()
    books.close()
    return path, digest


@pytest.fixture
def home(kept, tmp_path):
    return Home(shutil.copytree(kept[0], tmp_path / "home"))


@pytest.fixture
def digest(kept):
    return kept[1]


def lines_of(home):
    return home.ledger / "ledger.jsonl"


def log_of(home):
    return home.database.with_name(home.database.name + ".wal")


def opened(home):
    """What a home is when it is opened: its digest, verified, and the notices; its mending is told in words."""
    books = open_books(home.path)
    try:
        assert books.verify() == books.digest()
        for language in languages():
            told = sentences.notice_sentences(speaker(language), books.notices)
            assert all("{" not in one and "\n" not in one for one in told)
        return books.digest(), [key for key, _ in books.notices]
    finally:
        books.close()


def cut(path, size):
    content = path.read_bytes()
    path.write_bytes(content[:size] if size >= 0 else content[: len(content) + size])


def flip(path, at, mask=0x10):
    content = bytearray(path.read_bytes())
    content[at] ^= mask
    path.write_bytes(content)


def zero(path, last):
    content = path.read_bytes()
    path.write_bytes(content[:-last] + bytes(last))


REBUILT, MENDED = "notice.database_rebuilt", "notice.ledger_mended"

MENDABLE = {
    "the database is gone": (lambda home: home.database.unlink(), ["notice.database_missing"]),
    "the database is empty": (lambda home: cut(home.database, 0), [REBUILT]),
    "the database is all zeros": (lambda home: zero(home.database, home.database.stat().st_size), [REBUILT]),
    "the database is cut in half": (lambda home: cut(home.database, 100_000), [REBUILT]),
    "a block of the database is damaged": (lambda home: flip(home.database, 3 * 4096 + 40_000), [REBUILT]),
    "the log is gone": (lambda home: log_of(home).unlink(), []),
    "the log is another program's": (lambda home: log_of(home).write_bytes(b"hello" * 999), None),
    "the ledger's lines are gone": (lambda home: lines_of(home).unlink(), [MENDED]),
    "the ledger's lines are empty": (lambda home: cut(lines_of(home), 0), [MENDED]),
    "a line of the ledger is changed": (lambda home: flip(lines_of(home), 300), [MENDED]),
    "a line of the ledger is not even text": (lambda home: flip(lines_of(home), 300, 0x80), [MENDED]),
    "the last line of the ledger is gone": (lambda home: cut(lines_of(home), -100), [MENDED]),
    "the note of who owns the database is no text": (
        lambda home: home.database.with_name("monitor.duckdb.owner").write_bytes(b"\xff\xfe\xff"),
        [],
    ),
    "half a copy was left behind": (lambda home: (home.path / "monitor.duckdb.partial-copy").mkdir(), []),
}


@pytest.mark.parametrize("what", MENDABLE)
def test_what_can_be_mended_is_mended_and_told(home, digest, what):
    damage, notices = MENDABLE[what]
    damage(home)
    found = opened(home)
    assert found[0] == digest
    assert notices is None or found[1] == notices
    assert opened(home) == (digest, []), "and it is sound from then on"


def newer_schema(home):
    with duckdb.connect(str(home.database)) as connection:
        connection.execute("INSERT INTO schema_version VALUES (99)")


def newer_ledger(home):
    lines = lines_of(home).read_text(encoding="utf-8").splitlines(keepends=True)
    lines[-1] = json.dumps(json.loads(lines[-1]) | {"colour": "blue"}) + "\n"
    lines_of(home).write_text("".join(lines), encoding="utf-8")
    home.database.unlink()


def sqlite(home):
    home.database.unlink()
    with sqlite3.connect(home.database) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def both_gone(home):
    home.database.unlink()
    lines_of(home).unlink()


def a_folder(home):
    home.database.unlink()
    home.database.mkdir()


def broken_twice(home):
    home.database.unlink()
    flip(lines_of(home), 300)


NAMED = {
    "another program's database": (sqlite, ForeignFile),
    "a text in the database's place": (lambda home: home.database.write_text("hello " * 99), ForeignFile),
    "a folder in the database's place": (a_folder, Damaged),
    "a newer schema": (newer_schema, ForeignFile),
    "a newer ledger": (newer_ledger, ForeignFile),
    "ledger and database gone": (both_gone, LedgerBroken),
    "ledger damaged and database gone": (broken_twice, LedgerBroken),
}


@pytest.mark.parametrize("what", NAMED)
def test_what_cannot_be_mended_is_named_and_left_alone(home, what, capsys):
    damage, error = NAMED[what]
    damage(home)
    before = {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file() and not is_lock(path)}
    with pytest.raises(error) as raised:
        open_books(home.path)
    for language in languages():
        said = error_sentence(speaker(language), raised.value)
        assert "\n" not in said and "{" not in said
    assert main(["--home", str(home.path), "batches"]) == 1
    told = capsys.readouterr()
    assert told.out == "" and len(told.err.splitlines()) == 1 and "Traceback" not in told.err
    after = {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file() and not is_lock(path)}
    assert after == before


def is_lock(path):
    return path.name.endswith((".lock", ".owner"))


def test_a_file_of_the_ledger_that_is_damaged_is_found_and_healed_by_handing_it_in_again(home):
    name = json.loads(lines_of(home).read_text(encoding="utf-8").splitlines()[3])["files"]["measurements.csv"]
    flip(home.ledger / "files" / name, 10)
    books = open_books(home.path)
    with pytest.raises(LedgerBroken, match="ledger_file_damaged"):
        books.verify()
    books.ledger.put(MEASURED.encode("utf-8"))
    assert books.verify()
    books.close()


@pytest.mark.parametrize("deed", [cut, zero])
def test_a_tail_that_a_power_cut_took_is_put_back_whatever_its_length(kept, tmp_path, deed):
    chance = random.Random(3)
    for number, which in enumerate((lines_of, lines_of, lines_of, log_of, log_of, log_of)):
        home = Home(shutil.copytree(kept[0], tmp_path / f"home-{number}"))
        size = which(home).stat().st_size
        last = chance.choice((1, 2, 100, size // 2, size))
        deed(which(home), size - last if deed is cut else last)
        assert opened(home)[0] == kept[1]


def test_a_flipped_byte_is_never_silently_wrong(kept, tmp_path):
    chance = random.Random(11)
    for number in range(12):
        home = Home(shutil.copytree(kept[0], tmp_path / f"home-{number}"))
        files = [path for path in home.path.rglob("*") if path.is_file() and path.stat().st_size and not is_lock(path)]
        path = chance.choice(sorted(files))
        flip(path, chance.randrange(path.stat().st_size), 1 << chance.randrange(8))
        try:
            assert opened(home)[0] == kept[1]
        except LedgerBroken as named:
            assert named.key == "error.ledger_file_damaged" and path.parent.name == "files"


def test_signs_that_end_a_line_elsewhere_may_stand_in_what_people_type(home):
    books = open_books(home.path)
    with books.writing():
        books.append({"batch": {"what": "snapshot", "by": "An\u2028na\x85", "name": "a\u2029b\x0bc"}})
    books.close()
    again = open_books(home.path)
    assert again.batches()[-1].by == "An\u2028na\x85" and again.verify()
    again.close()


def test_a_damaged_block_is_noticed_while_the_monitor_runs_and_the_reader_is_answered(home, digest):
    books = open_books(home.path)
    before = shown(books)
    books._index._store._database._connection.close()  # as after a fault that stopped the database
    assert shown(books) == before and books.digest() == digest
    books.close()


def test_a_backup_with_one_flipped_byte_is_refused_wherever_it_is(home, tmp_path):
    copy = tmp_path / "copy.zip"
    backup.backup(home, copy)
    sound, chance = copy.read_bytes(), random.Random(5)
    for number in range(20):
        copy.write_bytes(sound)
        flip(copy, chance.randrange(len(sound)), 1 << chance.randrange(8))
        with pytest.raises(Damaged):
            backup.restore(Home(tmp_path / f"restored-{number}"), copy)
        assert not (tmp_path / f"restored-{number}").exists()


def test_the_database_set_aside_twice_within_a_second_is_kept_twice(home):
    for _ in range(2):
        cut(home.database, 0)
        opened(home)
    assert len([path for path in home.path.glob("monitor.duckdb.damaged-*") if path.suffix != ".wal"]) == 2


def test_two_states_of_one_row_at_a_time_are_found(home):
    books = open_books(home.path)
    with books._index._store._database.writing() as cursor:
        cursor.execute("INSERT INTO measurement SELECT * REPLACE (2 AS from_batch) FROM measurement LIMIT 1")
    with pytest.raises(Damaged) as found:
        books.verify()
    assert found.value.key == "error.database_overlaps" and "work hill 2015" in found.value.values["row"]
    books.close()
