"""What a page's questions cost over many figures, beside bare SQL over the same rows, and how it grows.

    python -m benchmarks.questions [--areas 13 125 1250 5000] [--rounds 5] [--folder DIR]

200 indicators x the areas x 40 periods: 13 areas are 10^5 figures, 5,000 are 4 x 10^7 (some minutes to make, 300 MB).
Cities are kept in a ``--folder`` and taken from it the next time.
Every round asks everything once, in turn, of a state that nobody has asked before.  Printed are medians of CPU seconds
and of wall seconds, how they grow from size to size as an exponent, and ratios of one run (CPU):

- history: a GROUP BY over the current figures / over a table of the same rows that keeps no history
- followed: all comparisons, progress and trends of the followed areas / a GROUP BY over all figures
- uploaded: the same after an upload of one indicator to a state that was looked at / that GROUP BY
- again: the dearest call of the overview, asked again / ``SELECT 1`` through the same connection
- as of: everything as of the first batch / everything now
- each: one comparison, among those of areas that nobody follows, and what all of them would take
"""

import argparse
import math
import platform
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.view import View
from benchmarks.large import TODAY, city

Seconds = dict[str, list[tuple[float, float]]]
"""CPU and wall seconds of each round, by what was done."""

OVERVIEW = {
    "compared widely": lambda view: view.compared_widely,
    "progress": lambda view: view.progress(),
    "dues": lambda view: view.dues(),
}
FOLLOWED = OVERVIEW | {"trends": lambda view: view.trends(), "prospects": lambda view: view.prospects()}
INDICATOR = {
    "measured in": lambda view: view.measured_in("i001"),
    "its figures": lambda view: view.measurements("i001", areas=view.shown_beside("a3")),
    "its comparisons": lambda view: view.comparisons(indicator="i001", area="a3"),
    "its points": lambda view: view.points("i001", view.shown_beside("a3")),
    "its trend": lambda view: view.trends("i001", "a3"),
}
REST = INDICATOR | {
    "another area": lambda view: view.comparisons(area="a3"),
    "readiness": lambda view: view.readiness(),
    "printed tables": lambda view: view.printed_tables,
    "rankings of one": lambda view: list(view.rankings("i001")),
    "points of one": lambda view: view.points("i001"),
    "peers": lambda view: view.peers,
    "indices": lambda view: view.indices,
    "conflicts": lambda view: view.conflicts(),
    "misfits": lambda view: view.misfits,
    "coverage": lambda view: view.coverage(),
    "outliers": lambda view: view.outliers,
}
_PLAIN = "CREATE TEMP TABLE plain AS SELECT indicator, area, period, value FROM measurement WHERE until_batch IS NULL"
_BARE = "SELECT indicator, area, avg(value), max(period) FROM plain GROUP BY indicator, area"
_CURRENT = """
SELECT indicator, area, avg(value), max(period) FROM measurement WHERE until_batch IS NULL GROUP BY indicator, area
"""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--areas", type=int, nargs="+", default=[13, 125, 1250, 5000])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--folder", type=Path)
    options = asked.parse_args()
    print(f"Python {platform.python_version()}, duckdb {duckdb.__version__}, {options.rounds} rounds")
    sizes: dict[int, dict[str, float]] = {}
    for areas in options.areas:
        with tempfile.TemporaryDirectory() as folder:
            monitor = _made((options.folder or Path(folder)) / f"city-{areas}", areas)
            try:
                size = _count(monitor)
                sizes[size] = measured(monitor, options.rounds)
            finally:
                monitor.close()
    _print_growth(sizes)


def _made(folder: Path, areas: int) -> Monitor:
    """A city, made where there is none yet."""
    home = Home(folder)
    return Monitor(home, lambda: TODAY) if home.database.exists() else city(folder, areas)


def measured(monitor: Monitor, rounds: int) -> dict[str, float]:
    """Median CPU seconds of everything; prints them with the ratios of this size."""
    seconds: Seconds = defaultdict(list)
    database = monitor._books._index._store._database
    with database.reading(within=0) as cursor:
        cursor.execute(_PLAIN)
        for _ in range(rounds):
            _timed(seconds, "select 1", lambda: cursor.execute("SELECT 1").fetchall())
            _timed(seconds, "bare, no history", lambda: cursor.execute(_BARE).fetchnumpy())
            _timed(seconds, "bare, current", lambda: cursor.execute(_CURRENT).fetchnumpy())
            for batch in (2, 1):
                _asked(monitor, batch, seconds)
        cursor.execute("DROP TABLE plain")
    size, uploaded = _count(monitor), _uploaded(monitor, seconds)
    cpu = {name: statistics.median(one for one, _ in found) for name, found in seconds.items()}
    wall = {name: statistics.median(one for _, one in found) for name, found in seconds.items()}
    print(f"\n{size} figures, {_megabytes()} MB at most, the file {_file(monitor)} MB")
    for name in seconds:
        print(f"  {name:26} cpu {cpu[name]:8.4f} s   wall {wall[name]:8.4f} s")
    for name, ratio in _ratios(cpu, uploaded).items():
        print(f"  {name:26} {ratio:8.2f}")
    return cpu


def _asked(monitor: Monitor, batch: int, seconds: Seconds) -> None:
    """Everything once, of a state made anew."""
    label = "" if batch > 1 else "as of, "
    day = monitor.view(batch).today
    begun = time.process_time(), time.perf_counter()
    view = _timed(seconds, f"{label}view", lambda: monitor._make_view(batch, day))
    for name, question in FOLLOWED.items():
        _timed(seconds, label + name, lambda question=question: question(view))
        if name == "dues":
            seconds[f"{label}the overview"].append(_since(begun))
    seconds[f"{label}followed"].append(_since(begun))
    for name, question in OVERVIEW.items():
        _timed(seconds, f"{label}again, {name}", lambda question=question: question(view))
    for name, question in REST.items():
        _timed(seconds, label + name, lambda question=question: question(view))
    if not label:
        _each(view, seconds)


def _each(view: View, seconds: Seconds) -> None:
    """One comparison of those of areas that nobody follows."""
    areas = [one.id for one in view.programme.areas.values() if one.kind == "estate"][5::97][:5]
    before = time.process_time(), time.perf_counter()
    found = sum(len(view.comparisons(area=one)) for one in areas) or 1
    cpu, wall = _since(before)
    seconds["one comparison"].append((cpu / found, wall / found))


def _uploaded(monitor: Monitor, seconds: Seconds) -> str:
    """Upload new values of one indicator, then ask what the overview and the followed areas need, as before it."""
    for question in FOLLOWED.values():
        question(monitor.view())
    areas = [one.id for one in monitor.view().programme.areas.values() if one.kind == "estate"]
    lines = ["indicator,area,period,value,source"]
    shift = time.time_ns() % 10_000  # so that another run changes them again
    lines += [f"i004,{area},2026,{n % 50 + shift},office" for n, area in enumerate(areas)]
    handed = monitor.check("one.csv", "\n".join(lines).encode("utf-8"))
    monitor.keep(handed, Actor("Benchmark", "coordinator"), only_sound=True)
    begun = time.process_time(), time.perf_counter()
    view = monitor.view()
    for question in FOLLOWED.values():
        question(view)
    seconds["followed, after an upload"].append(_since(begun))
    return "followed, after an upload"


def _ratios(cpu: dict[str, float], uploaded: str) -> dict[str, float]:
    again = max(cost for name, cost in cpu.items() if name.startswith("again"))
    return {
        "history": cpu["bare, current"] / cpu["bare, no history"],
        "followed": cpu["followed"] / cpu["bare, current"],
        "uploaded": cpu[uploaded] / cpu["bare, current"],
        "again": again / cpu["select 1"],
        "as of / now": cpu["as of, followed"] / cpu["followed"],
    }


def _timed(seconds: Seconds, name: str, deed: Callable[[], Any]) -> Any:
    begun = time.process_time(), time.perf_counter()
    result = deed()
    seconds[name].append(_since(begun))
    return result


def _since(begun: tuple[float, float]) -> tuple[float, float]:
    return time.process_time() - begun[0], time.perf_counter() - begun[1]


def _print_growth(sizes: dict[int, dict[str, float]]) -> None:
    """The exponent with which each grows from the first size to the last."""
    first, last = min(sizes), max(sizes)
    if first == last:
        return
    print(f"\ngrowth from {first} to {last} figures, as an exponent; and to the last from the size before it")
    before = sorted(sizes)[-2]
    for name, cost in sizes[last].items():
        slow = [math.log(cost / sizes[one][name]) / math.log(last / one) for one in (first, before) if sizes[one][name]]
        print(f"  {name:26} {'  '.join(f'{one:5.2f}' for one in slow)}")


def _count(monitor: Monitor) -> int:
    with monitor._books._index._store._database.reading() as cursor:
        return cursor.execute("SELECT count(*) FROM measurement WHERE until_batch IS NULL").fetchall()[0][0]


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _file(monitor: Monitor) -> int:
    return monitor.home.database.stat().st_size // 10**6


if __name__ == "__main__":
    main()
