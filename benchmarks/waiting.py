"""How long a page takes to answer while files are made: by nobody, in a thread of the monitor, and apart from it.

    python -m benchmarks.waiting [--page indicator]

The programme of thirty indicators.  A visitor's page is run again and again in the monitor's own process, as
Streamlit runs it, for as long as every file of one language is made.  Printed: how many answers, their median, the
95th of a hundred and the longest in milliseconds, and how long the files took.  Both ways are measured twice in turn.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from streamlit.testing.v1 import AppTest

from azory_monitor.exporting import FORMATS, exported
from azory_monitor.home import Home
from azory_monitor.making import Deed, Order
from azory_monitor.monitor import Monitor, open_monitor
from azory_monitor.ui.menu import MENU, PAGES
from benchmarks.thirty import thirty

ALONE = 15
"""Answers measured while nothing is made."""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--page", default="indicator")
    page = asked.parse_args().page
    with tempfile.TemporaryDirectory() as folder:
        thirty(Path(folder)).close()
        os.environ["AZORY_HOME"] = str(Path(folder) / "home")
        monitor = open_monitor(Home(Path(folder) / "home"))
        visitor = _visitor(page)
        _print("nothing", [_answer(visitor) for _ in range(ALONE)], 0.0)
        for turn in range(2):
            _print("in a thread", *_while_making(visitor, lambda turn=turn: _here(monitor, str(turn))))
            _print("apart", *_while_making(visitor, lambda turn=turn: _apart(monitor, str(turn))))
        monitor.close()


def _visitor(page: str) -> AppTest:
    audience = next(audience for audience, names in MENU.items() if page in names)
    app = AppTest.from_file(PAGES.parent / "app.py", default_timeout=300).run()
    app.switch_page(str(PAGES / audience / f"{page}.py"))
    return app.run().run()


def _answer(visitor: AppTest) -> float:
    begun = time.perf_counter()
    visitor.run()
    if visitor.exception:
        raise SystemExit("The page failed.")
    return (time.perf_counter() - begun) * 1000


def _while_making(visitor: AppTest, make: Callable[[], None]) -> tuple[list[float], float]:
    begun, making, answers = time.perf_counter(), Deed(make), []
    while not making.is_over:
        answers.append(_answer(visitor))
    making.result()
    return answers, time.perf_counter() - begun


def _here(monitor: Monitor, name: str) -> None:
    for format in FORMATS:
        exported(monitor.view(), format, "en", name)


def _apart(monitor: Monitor, name: str) -> None:
    for work in [monitor.workshop.order(Order(monitor.view(), format, "en", name)) for format in FORMATS]:
        work.wait()


def _print(name: str, answers: list[float], seconds: float) -> None:
    median, late = np.percentile(answers, [50, 95])
    longest = max(answers)
    print(f"{name:12} {len(answers):4} answers {median:7.0f} {late:7.0f} {longest:7.0f} ms   files {seconds:6.1f} s")


if __name__ == "__main__":
    main()
