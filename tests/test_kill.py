"""A kill at any moment leaves the former state or the whole new one, and nothing locked."""

import random
import shutil
import sys

import pytest

from tests.homes import AGAIN, DRILLS, start_of
from tests.killed import children

MOMENTS = {"import": 6}
"""So many kills at random moments, beside one at each moment at which something becomes durable."""
FEW = 2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


@pytest.fixture(scope="module")
def kill():
    with children() as run:
        yield run


@pytest.mark.parametrize("name", DRILLS)
def test_a_kill_leaves_the_former_state_or_the_new_one(name, kill, tmp_path):
    drill = DRILLS[name]
    home = start_of(name, tmp_path / "start", small=name != "import")
    whole = shutil.copytree(home, tmp_path / "whole")
    assert kill(whole, drill.deed, "never") == "finished"
    seconds, moments = (float(number) for number in (whole / "measured").read_text(encoding="utf-8").split())
    former, new = drill.outcome(shutil.copytree(home, tmp_path / "former")), drill.outcome(whole)
    chance = random.Random(7)
    count = MOMENTS.get(name, FEW)
    durable = range(1, int(moments) + 1) if name in MOMENTS else chance.sample(range(1, int(moments) + 1), FEW)
    spread = [seconds * (at + chance.random()) / count for at in range(count)]
    ended = []
    for number, moment in enumerate([*(f"#{at}" for at in durable), *spread]):
        killed = shutil.copytree(home, tmp_path / f"killed-{number}")
        how, found = kill(killed, drill.deed, str(moment)), drill.outcome(killed)
        assert how != "failed"
        assert found in (former, new), f"{moment}: neither the former state nor the whole new one"
        assert found == new or not (killed / "done").exists(), f"{moment}: what was acknowledged is gone"
        if drill.deed in AGAIN and found != new and not number % 3:
            assert kill(killed, drill.deed, "never") == "finished"
            assert drill.outcome(killed) == new, f"{moment}: done once more it is another state"
        ended.append(how)
        shutil.rmtree(killed)
    assert "killed" in ended
