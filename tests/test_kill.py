"""A kill in the middle of an import leaves the former state or the whole new one, and nothing locked."""

import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from tests.killed import ANNA
from tests.test_preview import PACKAGE

ROOT = Path(__file__).parents[1]
MOMENTS = 15
"""So many kills at random moments, beside one at each moment at which something becomes durable."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


def lines(first, last, value):
    days = (f"{year}-{month:02}" for year in range(first, last) for month in range(1, 13))
    return [
        f"{indicator},{area},{day},{value},office" for day in days for indicator in ("work", "play") for area in AREAS
    ]


AREAS = [f"area-{number}" for number in range(50)]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with some values, and beside them a big file that changes half of them and brings many more."""
    folder = tmp_path_factory.mktemp("kill")
    package = folder / "package"
    package.mkdir()
    areas = PACKAGE["areas.csv"] + "".join(f"{name},{name},district\n" for name in AREAS)
    for name, text in (PACKAGE | {"areas.csv": areas}).items():
        (package / name).write_text(text, encoding="utf-8")
    path = folder / "home"
    monitor = Monitor(Home(path))
    monitor.seed(monitor.check_package(package))
    monitor.keep(monitor.check("first.csv", as_file(lines(1990, 2000, 1))), ANNA)
    monitor.close()
    (path / "file.csv").write_bytes(as_file([*lines(1990, 1995, 2), *lines(1995, 2015, 1)]))
    return path


@pytest.fixture(scope="module")
def children():
    command = [sys.executable, "-m", "tests.killed"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:

        def run(home, moment):
            process.stdin.write(f"{home} {moment}\n")
            process.stdin.flush()
            return process.stdout.readline().strip()

        yield run


def as_file(rows):
    return "\n".join(["indicator,area,period,value,source", *rows, ""]).encode("utf-8")


class State(NamedTuple):
    """What a home holds: its last batch, one number for everything, and every table."""

    batch: int
    digest: str
    records: pd.DataFrame
    measurements: pd.DataFrame

    def is_same(self, other):
        tables = self.records.equals(other.records) and self.measurements.equals(other.measurements)
        return tables and (self.batch, self.digest) == (other.batch, other.digest)


def state(path):
    """The state of a home that is opened anew, verifies, and takes another batch."""
    monitor = Monitor(Home(path))
    try:
        assert monitor.verify() == monitor.digest()
        books = monitor._books
        last = monitor.batches()[-1].id
        found = State(last, monitor.digest(), books.records(last), books.measurements(last))
        monitor.keep(monitor.check("next.csv", as_file(["work,hill,2020,5,office"])), ANNA)
        assert monitor.batches()[-1].id == last + 1
        return found
    finally:
        monitor.close()


def test_a_kill_at_any_moment_of_an_import_leaves_the_former_state_or_the_new_one(home, children, tmp_path):
    whole = shutil.copytree(home, tmp_path / "whole")
    assert children(whole, "never") == "finished"
    seconds, moments = (float(number) for number in (whole / "measured").read_text(encoding="utf-8").split())
    former, new = state(shutil.copytree(home, tmp_path / "former")), state(whole)
    assert moments > 8 and len(new.measurements) - len(former.measurements) == 18_000
    chance = random.Random(7)
    spread = [seconds * (at + chance.random()) / MOMENTS for at in range(MOMENTS)]
    ended = []
    for number, moment in enumerate([*(f"#{at}" for at in range(1, int(moments) + 1)), *spread]):
        killed = shutil.copytree(home, tmp_path / f"killed-{number}")
        how, found = children(killed, moment), state(killed)
        assert found.is_same(former) or found.is_same(new), f"{moment}: neither the former state nor the whole new one"
        ended.append((how, found.is_same(new)))
        shutil.rmtree(killed)
    assert ("killed", False) in ended and ("killed", True) in ended
