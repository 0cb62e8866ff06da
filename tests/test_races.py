"""Two people at once: nobody's figures are overwritten unseen, and a double click stores once."""

import contextlib
import datetime
import threading

import pytest

from azory_monitor.errors import Refused
from tests.test_preview import ANNA, PIOTR, check, keep, monitor  # noqa: F401

RACES = 5

pytestmark = pytest.mark.usefixtures("engine")


def at_once(*deeds):
    """Do them in threads that start together; what each returned or raised."""
    gate, done = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(number, deed):
        gate.wait()
        try:
            done[number] = deed()
        except Refused as refused:
            done[number] = refused

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


def test_of_two_corrections_of_one_figure_one_is_kept_and_the_other_person_is_told(monitor):  # noqa: F811
    keep(monitor, "work,hill,2016,0,office")
    for number in range(RACES):
        anna, piotr = (check(monitor, f"work,hill,2016,{value},office") for value in (2 * number + 1, 2 * number + 2))
        before = len(monitor.batches())
        done = at_once(lambda one=anna: monitor.keep(one, ANNA), lambda one=piotr: monitor.keep(one, PIOTR))
        refused = [one.key for one in done if isinstance(one, Refused)]
        assert refused == ["error.changed_meanwhile"] and len(monitor.batches()) == before + 1
    assert monitor.verify()


def test_a_double_click_stores_once(monitor):  # noqa: F811
    for number in range(RACES):
        handed = check(monitor, f"work,hill,{2000 + number},5,office")
        before = len(monitor.batches())
        at_once(*[lambda one=handed: monitor.keep(one, ANNA)] * 3)
        assert len(monitor.batches()) == before + 1


def test_readers_during_imports_see_whole_batches(monitor):  # noqa: F811
    stop, seen = threading.Event(), set()

    def read():
        while not stop.is_set():
            view = monitor.view()
            seen.add((view.batch.id, len(view.measurements())))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    try:
        for number in range(RACES):
            keep(
                monitor,
                *(f"work,hill,{year},{number},office" for year in range(2000, 2010)),
                f"play,hill,{2000 + number},1,o",
            )
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert {count for batch, count in seen if batch > 1} <= {10 + number for number in range(1, RACES + 1)}
    assert len({batch for batch, _ in seen}) == len(seen)


@pytest.mark.parametrize("step", [-400, 400])
def test_a_clock_that_is_put_back_or_forward_keeps_the_order_of_batches(monitor, step):  # noqa: F811
    keep(monitor, "work,hill,2016,1,office")
    clock = monitor._books._clock
    monitor._books._clock = lambda: clock() + datetime.timedelta(days=step)
    keep(monitor, "work,hill,2016,2,office")
    monitor._books._clock = clock
    keep(monitor, "work,hill,2016,3,office")
    taken = [batch.taken for batch in monitor.batches()]
    assert taken == sorted(set(taken)) and monitor.view().measurements()[0].value == 3
    with contextlib.suppress(Refused):
        monitor.undo(4, ANNA, "wrong")
    assert monitor.verify()
