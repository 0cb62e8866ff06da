"""A monitor whose database is on a server: what happens when it is away, damaged, another's, or of another layout."""

import re
import signal
import time

import pytest

from azory_monitor import backup
from azory_monitor.books import Books, index
from azory_monitor.books.applied import digest_of
from azory_monitor.errors import AlreadyThere, ForeignFile, LedgerBroken, Refused, Unreachable
from azory_monitor.home import Home
from azory_monitor.store import Store, engine_of, natively, store
from azory_monitor.store.migrations import KNOWN
from azory_monitor.store.server import server_of
from azory_monitor.words import error_sentence, speaker
from tests import engines
from tests.server import postgres
from tests.small import Clock, open_books, seeded, shown, take, undo

pytestmark = pytest.mark.usefixtures("on_server")

ONE = "row,indicator,area,period,value,note\n2,work,hill,2015,0.1,Zażółć\n3,work,hill,2016,,\n"
TWO = "row,indicator,area,period,value\n2,work,hill,2015,0.30000000000000004\n3,play,hill,2016,0\n"


@pytest.fixture
def own(tmp_path):
    """A server of the test's own, which it may stop, and the books of a home on it that may be apart."""
    with postgres.running() as server:
        books = Books(postgres.home_on(server, tmp_path / "home", "krakow"), Clock(), may_be_apart=True)
        take(books, "areas", "row,id,name,kind\n2,hill,Hill,estate\n")
        yield server, books
        books.close()


def schema_of(path):
    return engine_of(engines.home_at(path)).schema


def told(fault):
    """Everything that anybody may come to read of a fault."""
    return " ".join([repr(fault), str(fault.__cause__), *(error_sentence(speaker(one), fault) for one in ("pl", "en"))])


def test_the_same_batches_give_the_same_digest_on_a_server_and_in_a_file(books, tmp_path):
    take(books, "measurements", ONE)
    undo(books, take(books, "measurements", TWO))
    assert books.verify() == digest_of(books.ledger)
    books.close()
    moved = Books(Home(tmp_path), Clock())
    assert moved.verify() == digest_of(moved.ledger) and (tmp_path / "monitor.duckdb").exists()
    moved.close()


def test_a_home_moves_to_a_server_and_back_by_configuration_alone(tmp_path):
    on_file = Books(Home(tmp_path), Clock())
    take(on_file, "areas", "row,id,name,kind\n2,hill,Hill,estate\n")
    on_file.close()
    there = open_books(tmp_path)
    take(there, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    back = Books(Home(tmp_path), Clock())
    assert len(back.batches()) == 2 and back.verify()
    assert take(back, "areas", "row,id,name,kind\n2,mill,Mill,estate\n") == 3
    assert len(there.batches()) == 3 and there.verify(), (
        "a program that works on the file takes its turn like all others"
    )
    assert take(there, "areas", "row,id,name,kind\n2,dale,Dale,estate\n") == 4
    assert take(back, "areas", "row,id,name,kind\n2,lake,Lake,estate\n") == 5 and back.verify() == there.verify()
    there.close()
    back.close()


def test_while_the_server_is_away_reading_goes_on_and_writing_is_refused_in_a_sentence(own, monkeypatch):
    server, books = own
    monkeypatch.setattr(index, "TRIES_EVERY", 0.0)
    server.stop()
    assert [batch.id for batch in books.batches()] == [1] and len(books.records(1)) == 1
    assert isinstance(books.apart, Unreachable) and books.is_answering()
    with pytest.raises(Unreachable) as refused:
        take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n")
    assert f"127.0.0.1:{server.port}" in told(refused.value) and postgres.PASSWORD not in told(refused.value)
    assert len(books.ledger.lines()) == 1, "nothing was kept"
    server.start()
    assert len(books.batches()) == 1 and books.apart is None
    assert take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n") == 2 and books.verify()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
def test_a_server_that_was_started_anew_is_gone_on_with_by_itself(own, how):
    server, books = own
    server.stop(how)
    server.start()
    assert take(books, "areas", "row,id,name,kind\n2,vale,Vale,estate\n") == 2
    assert books.apart is None and books.verify() == digest_of(books.ledger)


def test_a_connection_lost_in_the_middle_of_a_batch_leaves_the_whole_batch(own, monkeypatch):
    server, books = own
    keep = store.keep

    def cut(cursor, name, rows, batch):
        keep(cursor, name, rows, batch)
        monkeypatch.setattr(store, "keep", keep)
        server.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'azory-monitor'")

    monkeypatch.setattr(store, "keep", cut)
    assert take(books, "measurements", ONE) == 2
    assert len(shown(books)) == 2 and books.verify() == digest_of(books.ledger)


def test_a_home_can_be_opened_while_its_server_is_away(own):
    server, books = own
    server.stop()
    home = postgres.home_on(server, books.ledger.folder.parent, "krakow")
    with pytest.raises(Unreachable):
        Books(home, Clock())
    late = Books(home, Clock(), may_be_apart=True)
    assert len(late.batches()) == 1
    late.close()


def test_no_password_reaches_a_message_a_log_or_the_text_of_a_home(books, tmp_path):
    server, schema = engines.server(), schema_of(tmp_path)
    home = Home(tmp_path, server.address(schema, password="w'r@ng").replace("@ng", "%40ng"))
    with pytest.raises(Unreachable) as refused:
        Books(home, Clock())
    assert "password authentication failed" in told(refused.value)
    seen = " ".join([told(refused.value), repr(home), str(engine_of(home)), repr(engine_of(home)), server.log()])
    assert "w'r@ng" not in seen and postgres.PASSWORD not in seen
    with books._index._store._database.reading() as cursor:
        known = str(cursor.execute("SELECT * FROM duckdb_databases()").fetchall())
        known += str(cursor.execute("SELECT * FROM duckdb_secrets()").fetchall())
    assert postgres.PASSWORD not in known


@pytest.mark.parametrize(
    "address",
    [
        "mysql://a@b/c", "postgresql://host", "postgresql://host/", "postgresql://host:port/base", "postgresql:", "x",
        "postgresql://host/base?schema=A-b", "postgresql://host/base?schema=a';drop", "postgresql://host/base?options=-c",
    ],
)  # fmt: skip
def test_an_address_that_is_not_understood_is_refused_without_repeating_it(address):
    with pytest.raises(Refused) as refused:
        server_of(address)
    assert refused.value.key == "error.server_address" and refused.value.values == {}


def test_two_cities_on_one_server_know_nothing_of_each_other(tmp_path):
    one, two = seeded(tmp_path / "one"), seeded(tmp_path / "two")
    take(one, "measurements", ONE)
    assert shown(two) == [] and len(two.batches()) == 3
    assert take(two, "measurements", TWO) == 4
    assert len(shown(one)) == 2 and one.verify() != two.verify()
    one.close()
    two.close()


def test_a_home_is_not_mixed_up_with_another_ones_database(books, tmp_path):
    take(books, "measurements", ONE)
    strange = Home(tmp_path / "elsewhere", engines.home_at(tmp_path).server)
    with pytest.raises(LedgerBroken) as refused:
        Books(strange, Clock())
    assert refused.value.key == "error.server_of_another"
    other = open_books(tmp_path / "third")
    take(other, "areas", "row,id,name,kind\n2,mill,Mill,estate\n")
    other.close()
    with pytest.raises(LedgerBroken):
        Books(Home(tmp_path / "third", engines.home_at(tmp_path).server), Clock())
    assert books.verify(), "nothing was changed"


def test_tables_that_are_gone_are_set_aside_and_made_anew_from_the_ledger(books, tmp_path):
    take(books, "measurements", ONE)
    digest, schema = books.digest(), schema_of(tmp_path)
    books.close()
    engines.server().ask("DROP TABLE measurement", schema)
    again = open_books(tmp_path)
    assert again.digest() == digest and [key for key, _ in again.notices] == ["notice.database_rebuilt"]
    aside = again.notices[0][1]["aside"]
    assert re.fullmatch(rf"{schema}_damaged_\d+_\d+", aside)
    assert engines.server().ask("SELECT count(*) FROM batch", aside) == "4", "what is left of it is kept"
    again.close()


def test_a_schema_that_was_dropped_while_it_is_used_is_made_anew(books, tmp_path):
    take(books, "measurements", ONE)
    digest = books.digest()
    engines.server().ask(f"DROP SCHEMA {schema_of(tmp_path)} CASCADE")
    assert shown(books)[0] == ("work", "hill", "2015", 0.1) and books.digest() == digest


def test_rows_that_somebody_changed_on_the_server_are_found_and_rebuild_puts_them_right(books, tmp_path):
    take(books, "measurements", ONE)
    digest, home = books.digest(), engines.home_at(tmp_path)
    engines.server().ask("UPDATE measurement SET value = 7 WHERE period = '2015'", schema_of(tmp_path))
    with pytest.raises(Exception, match="database_differs"):
        books.verify()
    assert backup.rebuild(home) == digest == books.verify(), "whoever has it open goes on with the new one"


def test_a_backup_is_restored_into_an_empty_schema_and_never_over_another(books, tmp_path):
    take(books, "measurements", ONE)
    copy = tmp_path / "copy.zip"
    digest = backup.backup(engines.home_at(tmp_path), copy)
    with pytest.raises(AlreadyThere):
        backup.restore(Home(tmp_path / "new", engines.home_at(tmp_path).server), copy)
    assert backup.restore(engines.home_at(tmp_path / "new"), copy) == digest
    restored = open_books(tmp_path / "new")
    assert restored.verify() == digest and restored.notices == []
    restored.close()


def test_an_earlier_layout_is_brought_up_to_date_by_whoever_comes_first(books, tmp_path):
    take(books, "measurements", ONE)
    digest, schema, server = books.digest(), schema_of(tmp_path), engines.server()
    books.close()
    server.ask("ALTER TABLE measurement DROP COLUMN spread; DELETE FROM schema_version WHERE version > 1", schema)
    again, second = open_books(tmp_path), open_books(tmp_path)
    assert again.verify() == second.verify() == digest
    assert server.ask("SELECT max(version), count(*) FROM schema_version", schema) == f"{KNOWN}|{KNOWN}"
    again.close()
    second.close()


def test_a_migration_that_is_cut_short_leaves_the_layout_as_it_was(tmp_path, monkeypatch):
    home = engines.home_at(tmp_path)
    monkeypatch.setattr(natively, "question", lambda name: "SELECT 1 / 0" if name == "server_layout" else _sql(name))
    with pytest.raises(Unreachable):
        Store(engine_of(home))
    monkeypatch.undo()
    assert schema_of(tmp_path) not in engines.server().ask("SELECT nspname FROM pg_namespace").split()


_sql = natively.question


def test_a_newer_layout_is_refused_in_a_sentence(books, tmp_path):
    books.close()
    engines.server().ask("INSERT INTO schema_version SELECT max(version) + 1 FROM schema_version", schema_of(tmp_path))
    with pytest.raises(ForeignFile) as refused:
        open_books(tmp_path)
    assert refused.value.values["version"] == KNOWN + 1


def test_text_is_compared_letter_by_letter_whatever_the_server_speaks(books):
    """The server sorts ł after l; bounds on texts that DuckDB hands on must not."""
    lines = "\n".join(f"{row},work,{area},2015,1" for row, area in enumerate(("łan", "zoo", "Zoo", "hill", "ó"), 2))
    take(books, "measurements", f"row,indicator,area,period,value\n{lines}\n")
    with books._index._store._database.reading() as cursor:
        found = cursor.execute("SELECT area FROM measurement WHERE area > 'zoo' ORDER BY area").fetchall()
    assert found == [("ó",), ("łan",)]


def test_many_rows_come_in_at_once(books):
    lines = "\n".join(f"{row},work,hill,{row},{row}" for row in range(2, 20_002))
    begun = time.monotonic()
    take(books, "measurements", f"row,indicator,area,period,value\n{lines}\n")
    assert time.monotonic() - begun < 30, "a row at a time would take minutes"
    assert len(shown(books)) == 20_000
