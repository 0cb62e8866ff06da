"""Several processes on one monitor: each change is kept once, everybody sees it at once, and a kill harms nobody."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from azory_monitor.books import turn
from azory_monitor.books.applied import digest_of
from azory_monitor.errors import Busy
from tests import engines
from tests.small import Clock, held_by, open_books, seeded, shown, take

pytestmark = pytest.mark.usefixtures("on_server")

ROOT = Path(__file__).parents[2]
BATCHES = 40
WRITE = """
import sys
from pathlib import Path
from azory_monitor.books import Books
from azory_monitor.home import Home
from azory_monitor.monitor import utc_now
from tests.small import take
name, path, address, count = sys.argv[1:]
books = Books(Home(Path(path), address), utc_now)
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(count)):
    line = f"2,{name},hill,{2000 + number},{number + 0.5}"
    print(take(books, "measurements", f"row,indicator,area,period,value\\n{line}\\n"), flush=True)
books.close()
"""
DIE = """
import os, sys
from pathlib import Path
from azory_monitor.books import Books, index
from azory_monitor.home import Home
from azory_monitor.monitor import utc_now
from azory_monitor.store import store as told
from tests.small import take

def die(*given):
    os.kill(os.getpid(), 9)

def after(deed):
    return lambda *given: (deed(*given), die())

def write(path, address, where):
    books = Books(Home(Path(path), address), utc_now)
    if where == "before the ledger":
        books.ledger.append = die
    elif where == "between ledger and database":
        index.apply = die
    else:
        told.keep = after(told.keep)
    take(books, "measurements", "row,indicator,area,period,value\\n2,work,hill,2015,9\\n")

for line in sys.stdin:
    child = os.fork()
    if not child:
        write(*line.rstrip("\\n").split("|"))
    print(os.waitpid(child, 0)[1], flush=True)
"""


@contextlib.contextmanager
def child(lines, *told):
    """One of the programs above, which is ended if it has not done so by itself."""
    process = subprocess.Popen(
        [sys.executable, "-c", lines, *told],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def told(process, line):
    """What a child answers to a line."""
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


@pytest.fixture(scope="module")
def killed():
    """Let a process write to a home and be killed at a moment; the number that its end has."""
    with child(DIE) as parent:
        yield lambda home, where: int(told(parent, f"{home.path}|{home.server}|{where}"))


def test_two_processes_write_and_a_third_reads_every_batch_once_and_whole(tmp_path):
    home = engines.home_at(tmp_path)
    given = [[name, str(home.path), home.server, str(BATCHES)] for name in ("work", "play")]
    with child(WRITE, *given[0]) as one, child(WRITE, *given[1]) as two:
        assert [one.stdout.readline(), two.stdout.readline()] == ["ready\n"] * 2, "both started on nothing"
        books, seen = seeded(tmp_path), {}
        first = [told(one, "go"), told(two, "go")]
        while one.poll() is None or two.poll() is None:
            last = books.batches()[-1].id
            seen.setdefault(last, len(shown(books, last)))
            time.sleep(0.05)
        acknowledged = [
            [int(number) for number in (first[0], *one.stdout)],
            [int(number) for number in (first[1], *two.stdout)],
        ]
        assert [one.stderr.read(), two.stderr.read()] == ["", ""]
    assert sorted(acknowledged[0] + acknowledged[1]) == list(range(4, 4 + 2 * BATCHES))
    assert all(batches == sorted(batches) for batches in acknowledged)
    assert len(seen) > 5 and all(count == batch - 3 for batch, count in seen.items()), "each state is a whole one"
    assert [batch.id for batch in books.batches()] == list(range(1, 4 + 2 * BATCHES))
    assert books.verify() == books.digest() == digest_of(books.ledger)
    books.close()


def test_what_one_process_keeps_the_other_shows_at_once(books, tmp_path):
    other = open_books(tmp_path, Clock())
    take(books, "measurements", "row,indicator,area,period,value\n2,work,hill,2015,1\n")
    assert shown(other) == [("work", "hill", "2015", 1.0)]
    assert take(other, "measurements", "row,indicator,area,period,value\n2,work,hill,2015,2\n") == 5
    assert shown(books) == [("work", "hill", "2015", 2.0)] and shown(books, 4) == [("work", "hill", "2015", 1.0)]
    other.close()


@pytest.mark.parametrize("where", ["before the ledger", "between ledger and database", "inside the transaction"])
def test_a_writer_that_is_killed_holds_nobody_up_and_what_stands_is_brought_in(books, killed, tmp_path, where):
    assert os.waitstatus_to_exitcode(killed(engines.home_at(tmp_path), where)) == -signal.SIGKILL
    stands = where != "before the ledger"
    assert shown(books) == ([("work", "hill", "2015", 9.0)] if stands else [])
    assert take(books, "measurements", "row,indicator,area,period,value\n2,play,hill,2015,1\n") == 4 + stands
    assert books.verify() == digest_of(books.ledger)


def test_whoever_waits_too_long_for_another_process_is_told_who_is_at_it(books, tmp_path, monkeypatch):
    monkeypatch.setattr(turn, "PATIENCE", 0.2)
    with contextlib.closing(open_books(tmp_path)) as other, held_by(other, "Anna"):
        with pytest.raises(Busy) as told, books.writing("Piotr"):
            pass
        assert told.value.values["by"] == "Anna"
        assert len(books.batches()) == 3, "readers do not wait"
        late = open_books(tmp_path)
        assert len(late.batches()) == 3, "and a process can be started meanwhile"
        late.close()
