"""How often a kill does harm: ``python -m benchmarks.killing [--times 10]`` prints a table.

Each deed is cut short by ``kill -9`` at random moments; then the home is opened, verified, set against the state before
and the state after, and now and then the deed is done once more.  About a quarter of an hour on two quiet cores.
"""

import argparse
import random
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from azory_monitor.errors import MonitorError
from tests.homes import AGAIN, DRILLS, NOTHING, Drill, State, start_of
from tests.killed import children

TIMES = {"import": 200, "folding the log in": 50, "recovery": 50}
OTHERS = 30
COLUMNS = ("killed in", "kills", "too late", "former", "new", "lost", "neither", "unreadable", "not again", "seconds")
TRIES = 3
"""So many attempts for one kill that comes in time."""
AGAIN_EVERY = 5
"""The deed is done once more after so many kills."""


def main() -> None:
    """Run every drill and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=0, help="so many kills of each deed instead of the usual number")
    parser.add_argument("--only", default="", help="one deed")
    asked = parser.parse_args()
    print(" | ".join(COLUMNS), flush=True)
    with children() as kill, tempfile.TemporaryDirectory() as folder:
        for name in [asked.only] if asked.only else DRILLS:
            begun = time.perf_counter()
            counted = _drilled(
                name, asked.times or TIMES.get(name, OTHERS), kill, Path(folder) / name.replace(" ", "-")
            )
            cells = [name, *(counted[column] for column in COLUMNS[1:-1]), round(time.perf_counter() - begun)]
            print(" | ".join(map(str, cells)), flush=True)


def _drilled(name: str, times: int, kill, folder: Path) -> Counter[str]:
    drill, chance = DRILLS[name], random.Random(name)
    home = start_of(name, folder / "start", small=True)
    whole = shutil.copytree(home, folder / "whole")
    kill(whole, drill.deed, "never")
    seconds = float((whole / "measured").read_text(encoding="utf-8").split()[0])
    former, new = drill.outcome(shutil.copytree(home, folder / "former")), drill.outcome(whole)
    counted: Counter[str] = Counter()
    for number in range(times * TRIES):
        if counted["kills"] == times:
            break
        killed = shutil.copytree(home, folder / "killed")
        how = kill(killed, drill.deed, str(chance.uniform(0, seconds * 1.1)))
        counted["kills" if how == "killed" else "too late"] += 1
        counted.update(_outcome(drill, killed, former, new, None if number % AGAIN_EVERY else kill))
        shutil.rmtree(killed)
    return counted


def _outcome(drill: Drill, killed: Path, former: State, new: State, kill) -> list[str]:
    """What a home is after a kill, and whether the deed can be done once more."""
    try:
        found = drill.outcome(killed)
    except (MonitorError, AssertionError) as fault:
        print("   ", fault, flush=True)
        return ["unreadable"]
    told = ["new" if found == new else "former" if found == former else "neither"]
    if found != new and (killed / "done").exists():
        told.append("lost")
    if kill and drill.deed in AGAIN and found in (former, NOTHING):
        kill(killed, drill.deed, "never")
        if drill.outcome(killed) != new:
            told.append("not again")
    return told


if __name__ == "__main__":
    main()
