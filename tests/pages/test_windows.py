"""A window of a browser stays open for days: it keeps the state that it shows, and none of those it showed before."""

import gc
import weakref

from azory_monitor import states
from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import open_monitor
from tests.pages.conftest import FILES, visit

ANNA = Actor("Anna Nowak", "coordinator")
KEPT = 2


def test_states_that_a_window_showed_are_let_go(own_home, monkeypatch):
    monkeypatch.setattr(states, "_VIEWS_KEPT", KEPT)
    monitor = open_monitor(Home(own_home))
    app = visit("overview", lang="en")
    shown = {}
    for value, (page, file) in enumerate(FILES.items()):
        rows = f"indicator,area,period,value,source\nbox-users,azory,2016,{value},drill\n"
        monitor.keep(monitor.check("a.csv", rows.encode()), ANNA)
        app.switch_page(str(file)).run()
        assert not app.exception
        shown[page] = weakref.ref(monitor.view())
    gc.collect()
    assert [page for page, view in shown.items() if view()] == list(shown)[-KEPT:]
