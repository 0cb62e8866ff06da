"""What faults do, in figures: ``python -m benchmarks.faults [--rows 1000000] [--only PART]``.

- disk: a sweep of free space on a small file system (root, for ``mount``): imports, snapshots, backups and starts while
  it is full; how many were whole or not at all, whether readers were answered, how soon storing worked again
- flips: one byte changed anywhere in a home, a hundred times, and anywhere in a backup, twenty times
- races: two people correct the same figure, a hundred times; a double click, a hundred times
- backups: ten taken while another process imports, each restored; and how long a backup of many rows takes to restore
"""

import argparse
import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from azory_monitor import backup
from azory_monitor.errors import DiskFull, MonitorError, Refused
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from benchmarks.national import COORDINATOR, country, national_file
from tests.homes import FEW_AREAS, as_file, filled, lines, state

FREE = (0, 4, 12, 24, 48, 96, 200, 400, 700, 1000)
"""Kilobytes that are left free."""
SIZE = 12
"""Megabytes of the small file system."""
RECOVERS_WITHIN = 5.0


def main() -> None:
    """Run the parts and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--only", default="", choices=("", "importing", *PARTS))
    asked = parser.parse_args()
    if asked.only == "importing":
        _import_on()
        return
    for name in [asked.only] if asked.only else PARTS:
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](Path(folder), asked.rows)


def disk(folder: Path, _: int) -> None:
    """Imports, snapshots, backups and starts at every amount of free space."""
    start = filled(folder / "start", small=True)
    print("disk: kB free | import | readers | snapshot | backup | start | storing again after s | verifies")
    for free in FREE:
        with _small(folder / "small") as place:
            home = Home(shutil.copytree(start, place / "home"))
            monitor = Monitor(home, may_be_apart=True)
            handed = monitor.check("new.csv", as_file(lines(2015, 2019, 7, FEW_AREAS)))
            cells = [free]
            with _filled(place, free):
                cells.append(_tried(lambda m=monitor, h=handed: m.keep(h, COORDINATOR)))
                cells.append(_answers(monitor))
                cells.append(_tried(lambda m=monitor: m.freeze("Spring", COORDINATOR)))
                cells.append(_tried(lambda h=home, p=place: backup.backup(h, p / "copy.zip")))
                monitor.close()
                monitor = Monitor(home, may_be_apart=True)
                cells.append("apart" if monitor.apart else "as usual")
            cells += [_again(monitor), "yes" if monitor.verify() and not monitor.apart else "NO"]
            monitor.close()
        print("     ", " | ".join(map(str, cells)), flush=True)


def flips(folder: Path, _: int) -> None:
    """One changed byte anywhere in a home, or in a backup of it."""
    start = filled(folder / "start", small=True)
    Monitor(Home(start)).close()
    sound, chance = state(start), random.Random(1)
    counted: Counter[str] = Counter()
    for _number in range(100):
        path = shutil.copytree(start, folder / "flipped")
        files = [file for file in _files(path) if file.stat().st_size]
        size = chance.randrange(sum(file.stat().st_size for file in files))
        for file in files:
            if size < file.stat().st_size:
                break
            size -= file.stat().st_size
        _flip(file, size, chance)
        counted[_found(path, sound)] += 1
        shutil.rmtree(path)
    print("flips in a home:", dict(counted), flush=True)
    copy = folder / "copy.zip"
    backup.backup(Home(start), copy)
    content, refused = copy.read_bytes(), 0
    for number in range(20):
        copy.write_bytes(content)
        _flip(copy, chance.randrange(len(content)), chance)
        try:
            backup.restore(Home(folder / f"restored-{number}"), copy)
        except MonitorError:
            refused += 1
    print(f"flips in a backup: {refused} of 20 refused", flush=True)


def races(folder: Path, _: int) -> None:
    """Two people and one figure; one person and two clicks."""
    monitor = Monitor(Home(filled(folder / "home", small=True)))
    lost, doubled = 0, 0
    for number in range(100):
        handed = [monitor.check("a.csv", as_file([f"work,hill,2016,{2 * number + who},office"])) for who in (1, 2)]
        before = len(monitor.batches())
        refused = _at_once([lambda one=one: monitor.keep(one, COORDINATOR) for one in handed])
        lost += not (refused == 1 and len(monitor.batches()) == before + 1)
    for number in range(100):
        handed = monitor.check("a.csv", as_file([f"play,hill,{1900 + number},{number},office"]))
        before = len(monitor.batches())
        _at_once([lambda one=handed: monitor.keep(one, COORDINATOR)] * 2)
        doubled += len(monitor.batches()) != before + 1
    print(f"races: {lost} lost updates of 100, {doubled} double uploads of 100; verifies: {bool(monitor.verify())}")
    monitor.close()


def backups(folder: Path, rows: int) -> None:
    """Backups during imports by another process, and how long many rows take to restore."""
    home, good = Home(filled(folder / "home", small=True)), 0
    other = [sys.executable, "-m", "benchmarks.faults", "--only", "importing"]
    with subprocess.Popen(other, env=os.environ | {"AZORY_HOME": str(home.path)}) as process:
        digests = set()
        for number in range(10):
            copy = folder / f"copy-{number}.zip"
            digest = backup.backup(home, copy)
            restored = Home(folder / f"restored-{number}")
            good += backup.restore(restored, copy) == digest == state(restored.path).digest
            digests.add(digest)
        process.terminate()
    print(f"backups during imports: {good} of 10 restore to a state that existed; {len(digests)} different states")
    monitor = country(folder / "country", rows)
    monitor.keep(monitor.check("national.csv", national_file(rows)), COORDINATOR, only_sound=True)
    monitor.close()
    seconds = {}
    for name, deed in (
        ("backup", lambda: backup.backup(Home(folder / "country"), folder / "country.zip")),
        ("restore", lambda: backup.restore(Home(folder / "again"), folder / "country.zip")),
        ("rebuild", lambda: backup.rebuild(Home(folder / "again"))),
        ("open", lambda: Monitor(Home(folder / "again")).close()),
        ("verify", lambda: state(folder / "again")),
    ):
        begun = time.perf_counter()
        deed()
        seconds[name] = f"{time.perf_counter() - begun:.1f} s"
    print(f"{rows} rows:", seconds, f"{(folder / 'country.zip').stat().st_size / 1e6:.0f} MB", flush=True)


def _import_on() -> None:
    """The other process: one batch after another until it is ended."""
    monitor = Monitor(Home(Path(os.environ["AZORY_HOME"])))
    for number in range(10_000):
        monitor.keep(monitor.check("more.csv", as_file([f"work,hill,2016,{number},office"])), COORDINATOR)


PARTS: dict[str, Callable[[Path, int], None]] = {
    "disk": disk,
    "flips": flips,
    "races": races,
    "backups": backups,
}


@contextlib.contextmanager
def _small(place: Path) -> Iterator[Path]:
    """A file system of its own that is soon full."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "none", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextlib.contextmanager
def _filled(place: Path, free: int) -> Iterator[None]:
    """All but so many kilobytes of it taken by a file."""
    filler, room = place / "filler", os.statvfs(place)
    filler.write_bytes(bytes(max(0, room.f_bavail * room.f_bsize - free * 1024)))
    try:
        yield
    finally:
        filler.unlink()


def _tried(deed: Callable[[], object]) -> str:
    try:
        deed()
    except DiskFull:
        return "told"
    return "done"


def _answers(monitor: Monitor) -> str:
    return "answered" if monitor.view().measurements() and monitor.is_answering() else "NOT ANSWERED"


def _again(monitor: Monitor) -> str:
    begun = time.monotonic()
    while time.monotonic() - begun < RECOVERS_WITHIN:
        with contextlib.suppress(DiskFull):
            monitor.keep(monitor.check("again.csv", as_file(["play,town,2020,5,office"])), COORDINATOR)
            return f"{time.monotonic() - begun:.1f}"
        time.sleep(0.2)
    return "NEVER"


def _files(path: Path) -> list[Path]:
    return sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and file.suffix not in (".lock", ".owner") and not {"package", "file.csv"} & set(file.parts)
    )


def _flip(file: Path, at: int, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def _found(path: Path, sound: object) -> str:
    """What became of a home with a changed byte."""
    try:
        monitor = Monitor(Home(path))
        notices = bool(monitor.notices)
        monitor.close()
        same = state(path) == sound
    except MonitorError:
        return "named"
    return ("mended and told" if notices else "without effect") if same else "SILENTLY WRONG"


def _at_once(deeds: list[Callable[[], object]]) -> int:
    """How many of deeds that begin together are refused."""
    gate, refused = threading.Barrier(len(deeds)), []

    def run(deed: Callable[[], object]) -> None:
        gate.wait()
        try:
            if deed() is None:
                refused.append(deed)
        except Refused:
            refused.append(deed)

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(refused)


if __name__ == "__main__":
    main()
