"""How long the server works on a page, beside an empty script: run again, and with something else chosen."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from streamlit.testing.v1 import AppTest

from azory_monitor.home import Home
from azory_monitor.monitor import open_monitor
from azory_monitor.ui.menu import MENU, PAGES
from benchmarks.bare import EMPTY

CHOOSERS = {"indicator": "indicator", "baseline": "source"}
"""Pages on which something is chosen, and the key of the choice; every page can be asked in another language."""
_SLOW = 300


class Server(NamedTuple):
    """Milliseconds of each run of one page, and of the empty script beside them."""

    page: str
    again: list[float]
    empty: list[float]
    otherwise: list[float]
    """The first visit after another choice."""
    elements: int
    charts: Sequence[str]
    """The figures of the page, as JSON."""


def server_times(folder: Path, rounds: int) -> list[Server]:
    """Every page of the seeded programme, warm, in turn with the empty script."""
    os.environ["AZORY_HOME"] = str(folder / "home")
    monitor = open_monitor(Home(folder / "home"))
    empty = AppTest.from_string(EMPTY, default_timeout=_SLOW).run()
    found = [_measured(page, empty, rounds) for names in MENU.values() for page in names]
    monitor.close()
    return found


def _measured(page: str, empty: AppTest, rounds: int) -> Server:
    app = visited(page)
    for _ in range(2):
        _run(app)
    again, bare = zip(*[(_run(app), _run(empty)) for _ in range(rounds)], strict=True)
    charts = [one.proto.spec for one in app.get("plotly_chart")]
    return Server(page, list(again), list(bare), _chosen(app, page, rounds), len(list(iter(app._tree))), charts)


def _chosen(app: AppTest, page: str, rounds: int) -> list[float]:
    """First visits with other choices; where nothing is chosen, the one in the other language."""
    key = CHOOSERS.get(page)
    if key is None:
        app.segmented_control(key="lang").set_value(["pl"])
        return [_run(app)]
    found = []
    for number in range(1, min(rounds + 1, len(app.selectbox(key=key).options))):
        app.selectbox(key=key).select_index(number)
        found.append(_run(app))
    return found


def visited(page: str, **query: str) -> AppTest:
    """A page that is open."""
    audience = next(audience for audience, names in MENU.items() if page in names)
    app = AppTest.from_file(PAGES.parent / "app.py", default_timeout=_SLOW)
    app.query_params["lang"] = "en"
    app.run()
    app.switch_page(str(PAGES / audience / f"{page}.py"))
    app.query_params["lang"] = "en"
    return app.run()


def _run(app: AppTest) -> float:
    begun = time.process_time()
    app.run()
    spent = time.process_time() - begun
    if app.exception:
        raise SystemExit(f"The page failed: {app.exception[0].message}")
    return spent * 1000
