"""The narrow questions that large states ask are understood by a server as by a file."""

import pytest

from azory_monitor.home import seed_folder
from azory_monitor.monitor import Monitor
from azory_monitor.view import View
from azory_monitor.view.figures import Narrow, Whole
from tests.engines import home_at

pytestmark = pytest.mark.usefixtures("engine")

ASKED = {
    "compared": lambda view: view.comparisons(),
    "of another period": lambda view: view.comparisons(period="2014", other_period=True),
    "progress": lambda view: view.progress(),
    "trends": lambda view: view.trends(),
    "readiness": lambda view: [view.readiness(), view.coverage(), view.dues()],
    "rankings": lambda view: view.rankings(),
    "points": lambda view: view.points("mean-age"),
    "likeness": lambda view: [view.peers, view.indices],
    "at odds": lambda view: [view.conflicts(), view.misfits],
    "measured": lambda view: [view.measured, view.printed_tables, view.measurements(source="oif-table-2")],
}


def test_a_state_that_asks_answers_as_one_that_holds_everything(tmp_path):
    monitor = Monitor(home_at(tmp_path))
    monitor.seed(monitor.check_package(seed_folder()))
    known, books = monitor.view(), monitor._books
    whole, narrow = (
        View(known.batch, known.today, books.records(1), figures, known._past)
        for figures in (Whole(books.measurements(1), books.arrivals(1)), Narrow(books, 1))
    )
    for name, asked in ASKED.items():
        assert asked(narrow) == asked(whole), name
        assert asked(whole) or name in ("trends", "points"), name
    monitor.close()
