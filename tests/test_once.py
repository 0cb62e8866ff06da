"""Work is done once however many ask for it, and what they are given does not depend on who came first."""

import shutil
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from azory_monitor.access import Actor
from azory_monitor.books import turn
from azory_monitor.errors import Busy
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.once import Kept, Working, once
from azory_monitor.view import View
from tests.small import held_by

READERS, WRITERS, UPLOADS, LOOKS = 60, 5, 2, 2
INDICATORS = ("box-users", "vocational-guidance", "neighbourly-help", "streetworkers", "activated-residents")
ANNA = Actor("Anna", "coordinator")


@pytest.fixture(scope="module")
def monitor(filled_home, tmp_path_factory):
    monitor = Monitor(Home(shutil.copytree(filled_home, tmp_path_factory.mktemp("once") / "home")))
    yield monitor
    monitor.close()


def together(count, work):
    """What so many threads are given that begin at one moment."""
    start = threading.Barrier(count)

    def begin(number):
        start.wait()
        return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(begin, range(count)))


def test_an_answer_that_many_ask_for_at_once_is_worked_out_once():
    worked = Counter()

    class Slow(Working):
        @once
        def sum(self):
            """What it comes to."""
            worked["sum"] += 1
            time.sleep(0.05)
            return [self.part, self.part]

        @once
        def part(self):
            worked["part"] += 1
            return object()

    slow = Slow()
    found = together(20, lambda number: slow.sum if number % 2 else slow.part)
    assert worked == {"sum": 1, "part": 1}
    assert {id(one) for one in found} == {id(slow.sum), id(slow.part)}
    assert Slow.sum.__doc__ == "What it comes to."


def test_a_failure_is_not_kept_and_the_oldest_answer_is_forgotten():
    asked = []

    def work(number):
        asked.append(number)
        if len(asked) == 1:
            raise ValueError
        return number * 2

    kept = Kept(work, 2)
    with pytest.raises(ValueError):
        kept(1)
    assert [kept(1), kept(2), kept(1), kept(3), kept(1), kept(2)] == [2, 4, 2, 6, 2, 4]
    assert asked == [1, 1, 2, 3, 2]


def answers(view):
    """Every answer of a state that needs no question."""
    named = [name for name in dir(View) if isinstance(getattr(View, name), once)]
    found = {name: getattr(view, name) for name in named}
    return found | {name: getattr(view, name)() for name in ("comparisons", "measurements", "progress", "trends")}


def test_readers_beside_writers_are_given_one_whole_state_each(monitor, monkeypatch):
    monkeypatch.setattr(turn, "PATIENCE", 600)  # how long writers wait for one another is another test's

    def use(number):
        if number < WRITERS:
            return [store(monitor, INDICATORS[number], 100 + turn) for turn in range(UPLOADS)]
        found = []
        for _ in range(LOOKS):
            view = monitor.view()
            found.append((view.batch.id, view, answers(view)))
        return found

    given = together(READERS + WRITERS, use)
    stored = dict(done for one in given[:WRITERS] for done in one)
    assert len(stored) == WRITERS * UPLOADS
    states = {}
    for batch, view, found in (state for one in given[WRITERS:] for state in one):
        assert states.setdefault(batch, (view, found["_measured"]))[1] is found["_measured"]
        for indicator in INDICATORS:
            values = {row.value for row in view.measurements(indicator=indicator)}
            known = [stored[at][1] for at in sorted(stored) if at <= batch and stored[at][0] == indicator]
            assert values == set(known[-1:])
    monitor.verify()


def store(monitor, indicator, value):
    """Hand in three values that are one, and what they are from which batch on."""
    rows = "".join(f"{indicator},azory,{year},{value},drill\n" for year in (2016, 2017, 2018))
    handed = monitor.check("a.csv", f"indicator,area,period,value,source\n{rows}".encode())
    return monitor.keep(handed, ANNA).id, (indicator, value)


def test_a_change_waits_for_another_and_is_told_whose_it_is_when_that_takes_too_long(monitor, monkeypatch):
    monkeypatch.setattr(turn, "PATIENCE", 0.05)
    with held_by(monitor._books, "Anna"):
        with pytest.raises(Busy) as told:
            store(monitor, INDICATORS[0], 500)
        assert (told.value.key, told.value.values["by"]) == ("error.busy", "Anna")
    assert store(monitor, INDICATORS[0], 500)[0] == monitor.batches()[-1].id
