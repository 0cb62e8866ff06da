"""A full disk: nothing is lost, readers go on, and storing works again as soon as there is room."""

import contextlib
import shutil
import sys
import time

import pytest

from azory_monitor import backup
from azory_monitor.errors import DiskFull
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.words import error_sentence, speaker
from tests.homes import ANNA, FEW_AREAS, as_file, filled, lines

resource = pytest.importorskip("resource", reason="limits of files are known to POSIX alone")
ROOM = (0, 40, 400, 900, 4_000, 8_000, 12_000, 30_000, 100_000, 500_000)
"""Bytes that a file may have: so many points at which something else no longer fits."""


@contextlib.contextmanager
def room(most):
    """No file may grow beyond ``most`` bytes; a write beyond fails as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("start") / "home", small=True)


@pytest.fixture
def home(start, tmp_path):
    return Home(shutil.copytree(start, tmp_path / "home"))


@pytest.fixture
def monitor(home):
    monitor = Monitor(home, may_be_apart=True)
    yield monitor
    monitor.close()


def new_file(number):
    return as_file([*lines(2015, 2019, number, FEW_AREAS), f"work,hill,{2000 + number},{number},office"])


def shown(monitor):
    view = monitor.view()
    return view.batch.id, len(view.measurements())


def works_again(monitor):
    """Something can be kept again, without a start; how soon, the drill in ``benchmarks`` tells."""
    until = time.monotonic() + 60
    while True:
        with contextlib.suppress(DiskFull):
            return monitor.keep(monitor.check("again.csv", as_file(["play,town,2020,5,office"])), ANNA)
        assert time.monotonic() < until
        time.sleep(0.2)


@pytest.mark.parametrize("most", ROOM)
def test_a_file_is_kept_whole_or_not_at_all_and_readers_are_served(monitor, most):
    before = shown(monitor)
    handed = monitor.check("new.csv", new_file(7))
    with room(most):
        try:
            kept = monitor.keep(handed, ANNA)
        except DiskFull:
            kept = None
        during = shown(monitor)
    assert (during == before) if kept is None else (during[0] == kept.id == before[0] + 1 and during[1] > before[1])
    works_again(monitor)
    assert monitor.verify() and monitor.apart is None


def test_what_did_not_fit_leaves_no_file_behind(monitor, home):
    handed = monitor.check("new.csv", new_file(7))
    before = sorted(home.ledger.rglob("*"))
    with room(400), pytest.raises(DiskFull):
        monitor.keep(handed, ANNA)
    assert sorted(home.ledger.rglob("*")) == before


def test_what_was_kept_before_the_database_could_not_grow_is_shown_all_the_same(monitor):
    handed = monitor.check("new.csv", new_file(7))
    with room(12_000):
        kept = monitor.keep(handed, ANNA)
        assert isinstance(monitor.apart, DiskFull), "the ledger took it, the database did not"
        assert shown(monitor)[0] == kept.id
        with pytest.raises(DiskFull):
            monitor.keep(monitor.check("more.csv", as_file(["play,town,2021,5,office"])), ANNA)
    works_again(monitor)
    assert monitor.verify() and monitor.batches()[kept.id - 1] == kept


@pytest.mark.parametrize("most", [400, 100_000])
def test_a_snapshot_is_frozen_whole_or_not_at_all(monitor, most):
    with room(most), pytest.raises(DiskFull):
        monitor.freeze("Spring", ANNA)
    assert monitor.snapshots() == []
    works_again(monitor)


@pytest.mark.parametrize("most", [0, 1_000, 4_000])
def test_a_backup_is_whole_or_not_there(monitor, home, most, tmp_path):
    with room(most), pytest.raises(DiskFull):
        backup.backup(home, tmp_path / "copy.zip")
    assert [path for path in tmp_path.iterdir() if path != home.path] == []


@pytest.mark.parametrize("most", [0, 4_000, 300_000])
def test_the_monitor_starts_on_a_full_disk_and_recovers_by_itself(home, most):
    with room(most):
        monitor = Monitor(home, may_be_apart=True)
        before = shown(monitor)
    works_again(monitor)
    assert shown(monitor) == (before[0] + 1, before[1] + 1)
    assert monitor.verify() and monitor.apart is None
    monitor.close()


def test_a_lost_database_is_not_replaced_by_half_a_one(home):
    before = Monitor(home)
    digest, seen = before.digest(), shown(before)
    before.close()
    home.database.unlink()
    with room(5_000):
        monitor = Monitor(home, may_be_apart=True)
        assert (monitor.digest(), shown(monitor)) == (digest, seen)
    works_again(monitor)
    assert monitor.verify() and monitor.apart is None
    monitor.close()


def test_a_full_disk_is_told_in_words(monitor):
    handed = monitor.check("new.csv", new_file(7))
    with room(0), pytest.raises(DiskFull) as refused:
        monitor.keep(handed, ANNA)
    assert error_sentence(speaker("en"), refused.value).startswith("There is no space left on the disk")
    assert "niczego nie zapisano" in error_sentence(speaker("pl"), refused.value)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of files are known to POSIX alone")
