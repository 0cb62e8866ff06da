"""How long one figure of a big file takes back to its cell, against reading and checking that file whole.

    python -m benchmarks.tracing [--rows 1000000] [--cells 300000] [--rounds 3]

A made-up national file is taken in, and figures spread over it are followed to their cells by ``Monitor.trace``, each
as if nobody had asked before.  A workbook of so many cells is followed too, whose sheets are read whole every time.

- floor: the kept file is read and checked once more, all of it
- traced: the slowest of the figures, and their median
- again: the same figure asked for a second time

Seconds are those of the processor, child processes included, so that a busy machine does not count; what the pages
judge of a state anyway is judged before.
"""

import argparse
import io
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

from azory_monitor import intake
from azory_monitor.monitor import Monitor
from azory_monitor.view import View
from benchmarks.national import COORDINATOR, YEARS, country, national_file

FIGURES = 5
_WIDE = 25
"""Years that stand beside each other in the workbook."""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--cells", type=int, default=300_000)
    asked.add_argument("--rounds", type=int, default=3)
    options = asked.parse_args()
    print(f"{'file':10} {'MB':>6} {'floor':>8} {'slowest':>8} {'median':>8} {'again':>8}   seconds")
    for name, content in _files(options.rows, options.cells):
        _measure(name, content, options.rows, options.rounds)


def _files(rows: int, cells: int) -> Iterator[tuple[str, bytes]]:
    yield "national.csv", national_file(rows, bad=0)
    yield "wide.xlsx", _workbook(cells)


def _workbook(cells: int) -> bytes:
    """One indicator, areas down and years across."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet("Data")
    page.write_row(0, 0, ["Area", "Indicator", *range(2001, 2001 + _WIDE)])
    for row in range(1, max(2, cells // _WIDE) + 1):
        page.write_row(row, 0, [f"a{(row - 1) % 400}", f"i{(row - 1) // 400}", *(row + at / 10 for at in range(_WIDE))])
    book.close()
    return out.getvalue()


def _measure(name: str, content: bytes, rows: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        monitor = country(Path(folder) / "home", rows)
        try:
            handed = monitor.check(name, content)
            monitor.keep(handed, COORDINATOR)
            view = monitor.view()
            keys = _keys(view)
            monitor.trace(view, "measurements", keys[0])
            known = intake.known_of(view.programme)
            floor = statistics.median(_timed(_whole, name, content, known, view) for _ in range(rounds))
            first = [_timed(_fresh(monitor).trace, view, "measurements", key) for key in keys]
            again = _timed(monitor.trace, view, "measurements", keys[-1])
            again = min(again, _timed(monitor.trace, view, "measurements", keys[-1]))
        finally:
            monitor.close()
    told = (floor, max(first), statistics.median(first), again)
    print(f"{Path(name).suffix[1:]:10} {len(content) / 1e6:6.1f} " + " ".join(f"{one:8.2f}" for one in told))


def _keys(view: View) -> list[str]:
    found = view.measurements()
    step = max(1, len(found) // FIGURES)
    return [f"{row.indicator} {row.area} {row.period}" for row in found[YEARS - 1 :: step]]


def _fresh(monitor: Monitor) -> Monitor:
    """The monitor with nothing read before."""
    monitor._tracer._places._again.cache_clear()
    return monitor


def _whole(name: str, content: bytes, known: intake.Known, view: View) -> None:
    intake.check(intake.read(name, content, known=known), known, view.today)


def _timed(deed: Callable[..., Any], *given: Any) -> float:
    begun = sum(os.times()[:4])
    deed(*given)
    return sum(os.times()[:4]) - begun


if __name__ == "__main__":
    main()
