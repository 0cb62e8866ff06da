"""Batches, undo and as of, on a real ledger and a real database file."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azory_monitor import backup
from azory_monitor.books import Books
from azory_monitor.errors import AlreadyThere, Damaged, ForeignFile, LedgerBroken, Refused, StandsOn, Unknown
from azory_monitor.home import Home
from tests.engines import home_at
from tests.small import Clock, open_books, seeded, shown, take, undo

FIRST = """
row,indicator,area,period,value,note
2,work,hill,2015,1.5,ż
3,work,hill,2016,0,
"""
CORRECTED = """
row,indicator,area,period,value
2,work,hill,2016,2.5
3,work,hill,2017,3.5
"""


ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def run_python():
    """Run a few lines in another process and return what they print; a failure there is a failure here."""

    def run(lines: str) -> str:
        finished = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, cwd=ROOT)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout.strip()

    return run


@pytest.fixture
def books(tmp_path):
    books = seeded(tmp_path)
    yield books
    books.close()


def test_a_batch_can_be_seen_as_of_any_batch_before_or_after(books):
    first = take(books, "measurements", FIRST)
    second = take(books, "measurements", CORRECTED)
    assert shown(books, first - 1) == []
    assert shown(books, first) == [("work", "hill", "2015", 1.5), ("work", "hill", "2016", 0.0)]
    assert shown(books, second) == [
        ("work", "hill", "2015", 1.5),
        ("work", "hill", "2016", 2.5),
        ("work", "hill", "2017", 3.5),
    ]


def test_undo_puts_back_exactly_what_the_batch_replaced(books):
    first = take(books, "measurements", FIRST)
    second = take(books, "measurements", CORRECTED)
    before = shown(books, first)
    undo(books, second)
    assert shown(books) == before
    assert len(shown(books, second)) == 3, "the past stays as it was shown"


def test_an_undo_can_itself_be_undone(books):
    take(books, "measurements", FIRST)
    second = take(books, "measurements", CORRECTED)
    undoing = undo(books, second)
    undo(books, undoing)
    assert shown(books) == shown(books, second)


def test_a_batch_that_others_stand_on_is_not_undone_and_they_are_named(books):
    first = take(books, "measurements", FIRST)
    second = take(books, "measurements", CORRECTED)
    with pytest.raises(StandsOn) as refused:
        undo(books, first)
    assert refused.value.values == {"batch": first, "later": str(second)}


def test_a_batch_can_be_undone_once_what_stood_on_it_is_undone(books):
    first = take(books, "measurements", FIRST)
    undo(books, take(books, "measurements", CORRECTED))
    undo(books, first)
    assert shown(books) == []


def test_a_batch_is_undone_only_once(books):
    first = take(books, "measurements", FIRST)
    undo(books, first)
    with pytest.raises(StandsOn) as refused:
        undo(books, first)
    assert refused.value.key == "error.already_undone"


def test_a_new_area_is_not_undone_while_measurements_refer_to_it(books):
    area = take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    later = take(books, "measurements", "row,indicator,area,period,value\n2,work,vale,2016,1\n")
    with pytest.raises(StandsOn) as refused:
        undo(books, area)
    assert refused.value.values == {"batch": area, "later": str(later)}


def test_a_measurement_does_not_come_back_while_its_area_is_gone(books):
    area = take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    taken_back = undo(books, take(books, "measurements", "row,indicator,area,period,value\n2,work,vale,2016,1\n"))
    without_area = undo(books, area)
    with pytest.raises(StandsOn) as refused:
        undo(books, taken_back)
    assert refused.value.values == {"batch": taken_back, "later": str(without_area)}
    undo(books, without_area)
    undo(books, taken_back)
    assert shown(books) == [("work", "vale", "2016", 1.0)]


def test_the_seed_cannot_be_undone_nor_a_batch_that_never_was(books):
    with pytest.raises(Refused):
        undo(books, 1)
    with pytest.raises(Unknown):
        undo(books, 99)


def test_zero_and_no_value_stay_two_things(books):
    take(
        books,
        "measurements",
        "row,indicator,area,period,value,status\n2,work,hill,2015,0,\n3,work,hill,2016,,missing\n",
    )
    (_, _, _, zero), (_, _, _, missing) = shown(books)
    assert zero == 0
    assert missing != missing


def test_a_moment_between_two_batches_shows_the_first(tmp_path):
    clock = Clock()
    books = open_books(tmp_path, clock)
    first = take(books, "areas", "row,id,name,kind\n2,hill,Hill,estate\n")
    between = clock.now + datetime.timedelta(seconds=30)
    take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    assert books.batch_at(between) == first
    assert books.batch_at(clock.now - datetime.timedelta(days=1)) is None
    books.close()


def test_time_never_runs_backwards_in_the_ledger(tmp_path):
    clock = Clock()
    books = open_books(tmp_path, clock)
    take(books, "areas", "row,id,name,kind\n2,hill,Hill,estate\n")
    clock.now -= datetime.timedelta(days=400)
    take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    taken = [batch.taken for batch in books.batches()]
    assert taken == sorted(taken) and len(set(taken)) == 2
    books.close()


@pytest.mark.embedded
def test_a_lost_database_is_built_anew_from_the_ledger(books, tmp_path):
    take(books, "measurements", FIRST)
    digest, state = books.digest(), shown(books)
    books.close()
    Home(tmp_path).database.unlink()
    again = open_books(tmp_path)
    assert (again.digest(), shown(again)) == (digest, state)
    assert [key for key, _ in again.notices] == ["notice.database_missing"]
    again.close()


@pytest.mark.embedded
def test_a_damaged_database_is_set_aside_and_built_anew(books, tmp_path):
    take(books, "measurements", FIRST)
    digest = books.digest()
    books.close()
    database = Home(tmp_path).database
    open_books(tmp_path).close()
    content = bytearray(database.read_bytes())
    content[4096:12288] = bytes(8192)
    database.write_bytes(content)
    again = open_books(tmp_path)
    assert again.digest() == digest
    assert [key for key, _ in again.notices] == ["notice.database_rebuilt"]
    assert list(tmp_path.glob("monitor.duckdb.damaged-*")), "the damaged file is kept"
    again.close()


@pytest.mark.embedded
def test_another_programs_file_is_named_and_left_alone(tmp_path):
    database = Home(tmp_path).database
    database.write_bytes(b"SQLite format 3\0 and more")
    with pytest.raises(ForeignFile):
        open_books(tmp_path)
    assert database.read_bytes().startswith(b"SQLite")


@pytest.mark.embedded
def test_a_second_process_is_told_who_has_the_database(books, tmp_path, run_python):
    finished = run_python(
        "from pathlib import Path; from tests.small import open_books; from azory_monitor.errors import InUse\n"
        f"try: open_books(Path({str(tmp_path)!r}))\n"
        "except InUse as error: print('in use', error.values['detail'])"
    )
    assert finished.startswith("in use") and "PID" in finished


def test_a_line_that_was_not_finished_does_not_count_and_is_overwritten(books, tmp_path):
    take(books, "measurements", FIRST)
    digest = books.digest()
    books.close()
    lines = Home(tmp_path).ledger / "ledger.jsonl"
    lines.write_bytes(lines.read_bytes() + b'{"batch": {"id": 5')
    again = open_books(tmp_path)
    assert again.digest() == digest
    take(again, "measurements", CORRECTED)
    assert again.verify()
    again.close()


@pytest.mark.parametrize("what", ["a changed line", "a line taken out", "a changed file"])
def test_verify_finds_a_changed_ledger(books, tmp_path, what):
    take(books, "measurements", FIRST)
    ledger = Home(tmp_path).ledger
    lines = (ledger / "ledger.jsonl").read_bytes().splitlines(keepends=True)
    if what == "a changed line":
        lines[1] = lines[1].replace(b"Anna", b"Olga")
    elif what == "a line taken out":
        del lines[1]
    else:
        kept = json.loads(lines[-1])["rows"]["measurements"]
        file = ledger / "files" / kept
        file.write_bytes(file.read_bytes().replace(b"1.5", b"9.5"))
    (ledger / "ledger.jsonl").write_bytes(b"".join(lines))
    with pytest.raises(LedgerBroken):
        books.verify()


def test_a_write_that_failed_after_the_ledger_is_made_good_by_the_next(books):
    take(books, "measurements", FIRST)
    lines = books.ledger.lines()
    entry = lines[-1].entry.model_copy(
        update={
            "previous": lines[-1].digest,
            "batch": lines[-1].entry.batch.model_copy(update={"id": len(lines) + 1}),
            "rows": {},
        }
    )
    books.ledger.append(entry)
    take(books, "measurements", CORRECTED)
    assert [batch.id for batch in books.batches()] == [1, 2, 3, 4, 5, 6]
    assert books.verify()


def test_a_backup_restores_to_the_same_state_elsewhere(books, tmp_path):
    take(books, "measurements", FIRST)
    copy = tmp_path / "backup.zip"
    digest = backup.backup(home_at(tmp_path), copy)
    assert digest == books.digest(), "taken while the database is open"
    elsewhere = home_at(tmp_path / "elsewhere")
    assert backup.restore(elsewhere, copy) == digest
    restored = Books(elsewhere, Clock())
    assert shown(restored) == shown(books)
    restored.close()


def test_a_restore_never_overwrites(books, tmp_path):
    copy = tmp_path / "backup.zip"
    backup.backup(home_at(tmp_path), copy)
    with pytest.raises(AlreadyThere):
        backup.restore(home_at(tmp_path), copy)
    with pytest.raises(AlreadyThere):
        backup.backup(home_at(tmp_path), copy)


def test_a_damaged_backup_is_refused_and_leaves_nothing_behind(books, tmp_path):
    copy = tmp_path / "backup.zip"
    backup.backup(home_at(tmp_path), copy)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 0xFF
    copy.write_bytes(content)
    with pytest.raises(Damaged):
        backup.restore(home_at(tmp_path / "elsewhere"), copy)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.embedded
def test_rebuild_gives_the_same_database_and_refuses_while_another_process_has_it(books, tmp_path, run_python):
    take(books, "measurements", FIRST)
    digest = books.digest()
    command = (
        "from pathlib import Path; from azory_monitor import backup; from azory_monitor.home import Home\n"
        f"print(backup.rebuild(Home(Path({str(tmp_path)!r}))))"
    )
    with pytest.raises(AssertionError, match="InUse"):
        run_python(command)
    books.close()
    assert run_python(command) == digest
    again = open_books(tmp_path)
    assert again.digest() == digest
    again.close()


PERIODS = st.sampled_from(["2015", "2016", "2017"])
VALUES = st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False))
STEPS = st.lists(st.dictionaries(PERIODS, VALUES, min_size=1), min_size=1, max_size=5)


@pytest.mark.embedded  # random histories are tried on a server too, in test_sequences
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_undoing_everything_newest_first_returns_to_every_state_in_turn(tmp_path_factory, steps):
    books = seeded(tmp_path_factory.mktemp("books"))
    taken = []
    for step in steps:
        lines = [
            f"{row},work,hill,{period},{'' if value is None else repr(value)}"
            for row, (period, value) in enumerate(step.items(), 2)
        ]
        taken.append(take(books, "measurements", "row,indicator,area,period,value\n" + "\n".join(lines) + "\n"))
    for batch in reversed(taken):
        expected = str(shown(books, batch - 1))
        undo(books, batch)
        assert str(shown(books)) == expected
    assert books.verify()
    books.close()


def test_files_are_never_stored_under_the_name_they_came_with(books, tmp_path):
    with books.writing():
        books.keep({"batch": {"what": "import", "by": "Anna"}}, {"../../evil.csv": b"x"}, {})
    assert not list(Path(tmp_path).rglob("evil*"))
    assert books.ledger.lines()[-1].entry.files.keys() == {"../../evil.csv"}
