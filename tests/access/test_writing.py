"""Every write passes the one check in the layer that writes, with the role as it is at that moment."""

import inspect
import logging
import re
import shutil
import threading
import time
from pathlib import Path

import pytest

from azory_monitor.access import Actor, SignedIn, identity_of
from azory_monitor.access.rules import Someone
from azory_monitor.cli import tables
from azory_monitor.errors import NotAllowed
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.words import speaker
from tests.source import PACKAGE, ROOT

DATA = Path(__file__).parents[2] / "data"
CHANGE = b"id,name_en\nweather,Weather\n"
LISTED, EMPTY = 'coordinators = ["anna@example.org"]\n', "coordinators = []\n"


@pytest.fixture(scope="module")
def monitor(filled_home, tmp_path_factory):
    monitor = Monitor(Home(shutil.copytree(filled_home, tmp_path_factory.mktemp("writing") / "home")))
    yield monitor
    monitor.close()


@pytest.fixture(scope="module")
def package(monitor):
    return monitor.check_package(DATA)


@pytest.fixture
def anna(monitor):
    monitor.home.access.write_text(LISTED)
    claims = {"is_logged_in": True, "email": "anna@example.org", "name": "Anna <b>Żak</b>", "iat": time.time()}
    return SignedIn(identity_of(claims), monitor.access)


def test_who_signed_in_stands_in_the_batch_with_name_and_address(monitor, anna):
    batch = monitor.keep(monitor.check("themes.csv", CHANGE, table="themes"), anna)
    assert (batch.by, batch.email) == ("Anna <b>Żak</b>", "anna@example.org")
    assert "anna@example.org" in "".join(tables.batches(speaker("en"), monitor.batches()))
    assert monitor.undo(batch.id, anna, "a trial").email == "anna@example.org"
    monitor.verify()


def test_a_name_that_was_typed_vouches_for_no_address(monitor):
    assert monitor.undo(_kept(monitor).id, Actor("Anna", "coordinator"), "a trial").email == ""


def _kept(monitor):
    return monitor.keep(monitor.check("themes.csv", CHANGE, table="themes"), Actor("Anna", "coordinator"))


@pytest.mark.parametrize("text", [EMPTY, "coordinators = [", None])
def test_without_the_role_no_door_writes_and_every_refusal_is_logged(monitor, anna, package, text, caplog):
    handed = monitor.check("themes.csv", CHANGE, table="themes")
    monitor.home.access.write_text(text) if text else monitor.home.access.unlink()
    before, files = monitor.digest(), sorted(monitor.home.ledger.rglob("*"))
    doors = {
        "keep": lambda: monitor.keep(handed, anna),
        "seed": lambda: monitor.seed(package, anna),
        "undo": lambda: monitor.undo(1, anna, "because"),
        "freeze": lambda: monitor.freeze("June", anna),
    }
    with caplog.at_level(logging.WARNING, "azory_monitor.access.rules"):
        for write in doors.values():
            with pytest.raises(NotAllowed):
                write()
    assert monitor.digest() == before and sorted(monitor.home.ledger.rglob("*")) == files
    assert len([line for line in caplog.messages if "'anna@example.org'" in line]) == len(doors)
    assert "Weather" not in caplog.text


def test_no_page_says_itself_who_somebody_is():
    screens = [*PACKAGE.joinpath("ui").rglob("*.py"), *ROOT.joinpath("pages").rglob("*.py")]
    makers = {file.name for file in screens if re.search(r"\b(Actor|SignedIn)\(", file.read_text(encoding="utf-8"))}
    assert makers == {"visitor.py"}


def test_there_is_no_door_that_is_not_tried_above():
    doors = {
        name
        for name, one in inspect.getmembers(Monitor, inspect.isfunction)
        if any(parameter.annotation is Someone for parameter in inspect.signature(one).parameters.values())
    }
    shows_only = {"entered", "entered_cells", "entered_versions"}
    assert {name for name in doors if not name.startswith("_")} == {"keep", "seed", "undo", "freeze"} | shows_only


def test_a_role_taken_away_while_a_write_waits_for_its_turn_refuses_it(monitor, anna):
    handed = monitor.check("themes.csv", CHANGE, table="themes")
    before, said = monitor.digest(), []

    def write():
        try:
            monitor.keep(handed, anna)
        except NotAllowed as refusal:
            said.append(refusal)

    with monitor._books.writing():
        waiting = threading.Thread(target=write)
        waiting.start()
        time.sleep(0.1)
        monitor.home.access.write_text(EMPTY)
    waiting.join()
    assert said and monitor.digest() == before
