"""Files are made apart, once each, by a process that can fail without anybody waiting for ever."""

import shutil
import threading
import time

import pytest

from azory_monitor.access import Actor
from azory_monitor.errors import Refused, Unknown
from azory_monitor.exporting import exported
from azory_monitor.home import Home
from azory_monitor.making import Deed, Order, Workshop, workshop
from azory_monitor.monitor import Monitor

PATIENCE = 60
ANNA = Actor("Anna", "coordinator")


@pytest.fixture(scope="module")
def view(filled_home, tmp_path_factory):
    monitor = Monitor(Home(shutil.copytree(filled_home, tmp_path_factory.mktemp("making") / "home")))
    yield monitor.view()
    monitor.close()


@pytest.fixture(scope="module")
def shop():
    made = Workshop()
    yield made
    made.close()


def comes(happens):
    until = time.monotonic() + PATIENCE
    while not (came := happens()) and time.monotonic() < until:
        time.sleep(0.01)
    return came


def begun(work):
    assert comes(lambda: work.is_begun)
    return work


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_a_file_made_apart_is_the_file_made_here(shop, view, format):
    assert shop.order(Order(view, format, "pl")).wait() == exported(view, format, "pl")


def test_what_is_asked_for_twice_is_made_once(shop, view):
    first = shop.order(Order(view, "package", "pl"))
    assert shop.order(Order(view, "package", "pl")) is first
    assert shop.found(Order(view, "package", "en")) is None, "another language is another file"


def test_a_refusal_comes_back_as_it_was_raised(shop, view):
    with pytest.raises(Unknown) as refusal:
        shop.order(Order(view, "brief", "pl", topic="no-such-topic")).wait()
    assert refusal.value.key == "error.topic_unknown"


def test_a_fault_of_ours_is_logged_in_full_told_in_words_and_the_next_file_is_made(shop, view, caplog):
    with pytest.raises(Refused) as refusal:
        shop.order(Order(view, "no-such-format", "pl")).wait()
    assert refusal.value.key == "error.making_failed"
    assert "KeyError" in caplog.text
    assert shop.order(Order(view, "csv", "en")).wait()


def test_a_process_that_dies_is_told_and_the_file_can_be_asked_for_again(shop, view):
    work = begun(shop.order(Order(view, "pptx", "en")))
    assert comes(shop._maker.kill), "its process is not started yet when its turn comes"
    with pytest.raises(Refused) as refusal:
        work.wait()
    assert refusal.value.key == "error.making_ended"
    again = shop.order(Order(view, "pptx", "en"))
    assert again is not work
    assert again.wait().startswith(b"PK")


def test_only_the_last_files_are_kept(shop, view, monkeypatch):
    monkeypatch.setattr(workshop, "KEPT", 2)
    orders = [Order(view, format, "pl", "kept") for format in ("csv", "csv-pl", "sdmx-csv")]
    for order in orders:
        shop.order(order).wait()
    shop.order(Order(view, "open-sdg", "pl", "kept")).wait()
    shop.order(Order(view, "open-sdg", "en", "kept")).wait()
    assert [shop.found(order) for order in orders[:2]] == [None, None]


def test_who_comes_when_too_many_wait_is_told_so(view, monkeypatch):
    monkeypatch.setattr(workshop, "MOST_WAITING", 1)
    full = Workshop()
    begun(full.order(Order(view, "pptx", "pl")))
    waiting = full.order(Order(view, "csv", "pl"))
    with pytest.raises(Refused) as refusal:
        full.order(Order(view, "csv", "en"))
    assert refusal.value.key == "error.making_busy"
    full.close()
    with pytest.raises(Refused):
        waiting.wait()


def test_who_closes_does_not_wait_for_a_process_that_was_about_to_start(view, monkeypatch):
    closed = Workshop()
    about, go = threading.Event(), threading.Event()
    start = closed._maker._start

    def hesitant():
        about.set()
        assert go.wait(PATIENCE)
        return start()

    monkeypatch.setattr(closed._maker, "_start", hesitant)
    work = closed.order(Order(view, "pptx", "pl"))
    assert about.wait(PATIENCE)
    closing = Deed(closed.close)
    assert comes(lambda: closed._maker._closed)
    go.set()
    closing.result()
    with pytest.raises(Refused) as refusal:
        work.wait()
    assert refusal.value.key == "error.making_ended"


@pytest.fixture
def own(filled_home, tmp_path):
    monitor = Monitor(Home(shutil.copytree(filled_home, tmp_path / "home")))
    yield monitor
    monitor.close()


def test_a_batch_does_not_wait_for_a_snapshot_and_stands_in_it_when_it_came_first(own):
    handed = own.check("one.csv", b"indicator,area,period,value\nhardship-poverty,krakow,2020,1.5\n")
    begun, came, made = threading.Event(), threading.Event(), []

    def make(view, name):
        made.append(view.batch.id)
        begun.set()
        assert came.wait(PATIENCE)
        return {"state.txt": str(view.batch.id).encode()}

    freezing = Deed(lambda: own.freeze("June", ANNA, make=make))
    assert begun.wait(PATIENCE)
    batch = own.keep(handed, ANNA)
    came.set()
    assert freezing.result().id == batch.id + 1
    assert made == [1, batch.id]
    assert own.frozen_files("June") == {"state.txt": b"2"}


def test_what_a_deed_raises_is_told_to_who_asks_for_its_result(own):
    deed = Deed(lambda: own.freeze(" ", ANNA))
    with pytest.raises(Refused):
        deed.result()
    assert deed.is_over
