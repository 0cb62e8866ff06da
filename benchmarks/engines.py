"""What a server costs and what it brings: the database as a file beside a schema of PostgreSQL, in the same run.

    python -m benchmarks.engines [--rows 10000 100000] [--rounds 3] [--seconds 5]

Needs PostgreSQL on the machine and the driver (``requirements-postgres.txt``); the server is started for it, in a
temporary folder, without fsync, so that what is compared is the work and not the disk.  Each round does every step on
both, in turn:

- keep: so many rows as one batch, into the ledger and the database
- open: a process opens the home, its database up to the ledger
- one more: a batch of one row
- state: every row as it stands now, which is what a page's view is made of
- as of: every row as it stood before the last batch
- one series: the rows of one indicator in one area
- verify: every row against the ledger

Printed are medians in seconds, the server's as a multiple of the file's, and the processor's time of both sides.  Then
several processes at once: batches of one row a second, and states of the programme in ``data/`` opened a second.
"""

import argparse
import datetime
import multiprocessing
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from azory_monitor.books import Books
from azory_monitor.home import Home, seed_folder
from azory_monitor.monitor import Monitor, utc_now
from tests.server.postgres import Postgres, home_on, running

STEPS = ("keep", "open", "one more", "state", "as of", "one series", "verify")
SERIES = pd.DataFrame({"indicator": ["i1"], "area": ["a0"]})
TOGETHER = (1, 2, 4)
_TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--seconds", type=float, default=5)
    options = asked.parse_args()
    with running() as server, tempfile.TemporaryDirectory() as folder:
        for rows in options.rows:
            _compare(server, Path(folder), rows, options.rounds)
        _together(server, Path(folder), options.seconds)


def _compare(server: Postgres, folder: Path, rows: int, rounds: int) -> None:
    wall, work = defaultdict(list), defaultdict(list)
    for number in range(rounds):
        for engine in ("file", "server"):
            place = folder / f"{engine}-{rows}-{number}"
            home = Home(place) if engine == "file" else home_on(server, place, f"r{rows}_{number}")
            for step, (seconds, processor) in _steps(home, server, rows).items():
                wall[step, engine].append(seconds)
                work[step, engine].append(processor)
    print(f"{rows} rows, medians of {rounds} rounds      file    server           processor: file    server")
    for step in STEPS:
        times = [statistics.median(kind[step, engine]) for kind in (wall, work) for engine in ("file", "server")]
        ratio = times[1] / times[0]
        print(f"{step:28} {times[0]:9.3f} s {times[1]:7.3f} s {ratio:5.1f} x {times[2]:13.3f} s {times[3]:7.3f} s")


def _steps(home: Home, server: Postgres, rows: int) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}

    def timed(step: str, deed: Callable[[], object]) -> object:
        begun, worked = time.perf_counter(), time.process_time() + _worked(server)
        result = deed()
        found[step] = time.perf_counter() - begun, time.process_time() + _worked(server) - worked
        return result

    books = Books(home, utc_now)
    timed("keep", lambda: _keep(books, _rows(rows)))
    books.close()
    books = timed("open", lambda: Books(home, utc_now))
    try:
        timed("one more", lambda: _keep(books, _rows(1)))
        timed("state", lambda: books.measurements(2))
        timed("as of", lambda: books.measurements(1))
        timed("one series", lambda: books.measured("along", 2, SERIES))
        timed("verify", books.verify)
    finally:
        books.close()
    return found


def _rows(count: int) -> pd.DataFrame:
    place = np.arange(count)
    return pd.DataFrame(
        {
            "indicator": pd.Series("i" + pd.Series(place % 100).astype("str"), dtype="str"),
            "area": pd.Series("a" + pd.Series(place // 2500).astype("str"), dtype="str"),
            "period": pd.Series(1990 + place // 100 % 25).astype("str"),
            "value": np.round(np.random.default_rng(count).normal(100, 10, count), 1),
            "source": "Statistical office",
            "row": place + 2,
        }
    )


def _keep(books: Books, rows: pd.DataFrame) -> int:
    with books.writing("benchmark"):
        return books.keep({"batch": {"what": "import", "by": "benchmark"}}, {}, {"measurements": rows}).id


def _worked(server: Postgres) -> float:
    """Seconds of the processor that the server has taken, those of its ended children included."""
    ticks, own = 0, str(server.process)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, cells = stat.read_text().rsplit(") ", 1)
        except OSError:  # it ended meanwhile
            continue
        said = cells.split()
        if own in (name.split()[0], said[1]):
            ticks += sum(int(one) for one in said[11 : 15 if own == name.split()[0] else 13])
    return ticks / _TICK


def _together(server: Postgres, folder: Path, seconds: float) -> None:
    print(f"so many processes at once, {seconds:.0f} s each      batches/s   longest wait    states/s")
    for engine in ("file", "server"):
        for count in TOGETHER[: 1 if engine == "file" else None]:
            place = folder / f"together-{engine}-{count}"
            home = Home(place) if engine == "file" else home_on(server, place, f"together_{count}")
            monitor = Monitor(home)
            monitor.seed(monitor.check_package(seed_folder()))
            monitor.close()
            written = _at_once(_write, home, count, seconds)
            read = _at_once(_open_states, home, count, seconds)
            rate, longest = sum(one for one, _ in written) / seconds, max(longest for _, longest in written)
            print(f"{engine:8} {count:36} {rate:12.1f} {longest:12.2f} s {sum(one for one, _ in read) / seconds:11.1f}")


def _at_once(deed: Callable, home: Home, count: int, seconds: float) -> list[tuple[int, float]]:
    processes = multiprocessing.get_context("spawn")
    with processes.Pool(count) as pool:
        ready = processes.Manager().Barrier(count)
        return pool.starmap(deed, [(home, number, ready, seconds) for number in range(count)], chunksize=1)


def _write(home: Home, number: int, ready: object, seconds: float) -> tuple[int, float]:
    books, done, longest = Books(home, utc_now), 0, 0.0
    ready.wait()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        begun = time.monotonic()
        _keep(books, _rows(1).assign(indicator=f"w{number}", period=str(1000 + done)))
        done, longest = done + 1, max(longest, time.monotonic() - begun)
    books.close()
    return done, longest


def _open_states(home: Home, number: int, ready: object, seconds: float) -> tuple[int, float]:
    """Each day asked for is a state of its own, so that none is answered from what is kept."""
    monitor, done = Monitor(home), 0
    ready.wait()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        monitor.view(as_of=1, today=datetime.date(2020, 1, 1) + datetime.timedelta(days=done)).measurements()
        done += 1
    monitor.close()
    return done, 0.0


if __name__ == "__main__":
    main()
