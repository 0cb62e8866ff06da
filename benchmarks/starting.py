"""How long after it is started the monitor is of use, beside Streamlit with one button and Python that does nothing.

    python -m benchmarks.starting [--rounds 5]

Each round starts both servers, one after the other, on a home that is there already, and opens the first page in a
browser that has kept nothing: until the server says that it is well, and until the page is painted with its charts.
Then, in processor seconds of a program of its own: what the first page imports beside ``import streamlit``, by package
(``-X importtime``), and ``--version`` and ``--help`` beside ``python -c pass``.  Printed are medians and ratios.
"""

import argparse
import importlib.metadata
import os
import re
import resource
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from benchmarks.bare import Running, one_button, the_monitor
from benchmarks.clicks import chromium, opened, stranger
from benchmarks.serving import print_table
from tests.browser.served import ROOT

FIRST_PAGE = "import streamlit; from azory_monitor.ui.warm import load; load()"
"""What every page needs, and the one that opens by itself."""
PROGRAMS = {
    "python -c pass": ("-c", "pass"),
    "--version": ("-m", "azory_monitor", "--version"),
    "--help": ("-m", "azory_monitor", "--help"),
    "import streamlit": ("-c", "import streamlit"),
    "all that the first page imports": ("-c", FIRST_PAGE),
}
CHARTS = 1
_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")
_TOLD = 12


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=5)
    rounds = asked.parse_args().rounds
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("streamlit", "plotly", "pandas")))
    with TemporaryDirectory(prefix="drill-") as folder, chromium() as browser:
        print_starts(Path(folder), browser, rounds)
    print_programs(rounds)
    print_packages()


def print_starts(folder: Path, browser: Browser, rounds: int) -> None:
    """Seconds from the start of the process, ours and Streamlit's."""
    with the_monitor(folder) as first:
        _painted(browser, first, CHARTS)  # fills the home and the disk's memory
    ours, bare = [], []
    for _ in range(rounds):
        ours.append(_start(browser, lambda: the_monitor(folder), CHARTS))
        bare.append(_start(browser, lambda: one_button(folder), 0))
    names = ("until it says that it is well", "until its first page is painted")
    rows = [
        _compared(name, *pair)
        for name, *pair in zip(names, zip(*ours, strict=True), zip(*bare, strict=True), strict=True)
    ]
    print_table(("from the start of the process", "monitor s", "one button s", "ratio"), rows)


def _start(browser: Browser, start: Callable[[], AbstractContextManager[Running]], charts: int) -> tuple[float, float]:
    with start() as running:
        return running.healthy, running.healthy + _painted(browser, running, charts)


def _painted(browser: Browser, running: Running, charts: int) -> float:
    with stranger(browser) as context:
        return opened(context, f"{running.address}/?lang=en", charts)[1] / 1000


def _compared(name: str, ours: Sequence[float], bare: Sequence[float]) -> tuple[str, float, float, float]:
    mine, other = statistics.median(ours), statistics.median(bare)
    return name, mine, other, mine / other


def print_programs(rounds: int) -> None:
    """Processor seconds of whole programs."""
    found = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, arguments in PROGRAMS.items():
            found[name].append(_processor(arguments))
    medians = {name: statistics.median(seconds) for name, seconds in found.items()}
    floors = medians["python -c pass"], medians["import streamlit"]
    print()
    print_table(
        ("program", "processor s", "x pass", "x streamlit"),
        [(name, f"{one:.3f}", one / floors[0], one / floors[1]) for name, one in medians.items()],
    )


def _processor(arguments: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def print_packages() -> None:
    """What the first page imports, by package; those that Streamlit imports anyway are told as such."""
    bare, ours = _imported("import streamlit"), _imported(FIRST_PAGE)
    print()
    rows = [(name, seconds, bare.get(name, 0.0)) for name, seconds in ours.most_common(_TOLD)]
    rows.append(("all", ours.total(), bare.total()))
    print_table(("imported by the first page", "s", "of it by streamlit"), rows)


def _imported(program: str) -> Counter[str]:
    with TemporaryDirectory(prefix="drill-") as folder:
        told = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", program],
            cwd=ROOT,
            env=os.environ | {"AZORY_HOME": folder},
            capture_output=True,
            text=True,
        )
    spent: Counter[str] = Counter()
    for microseconds, module in _LINE.findall(told.stderr):
        spent[module.partition(".")[0]] += int(microseconds) / 1e6
    return spent


if __name__ == "__main__":
    main()
