"""What is taken back is what was chosen, whatever others store meanwhile."""

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import open_monitor
from tests.pages.conftest import visit

ANNA = Actor("Anna Nowak", "coordinator")


def store(monitor, value):
    rows = f"indicator,area,period,value,source\nbox-users,azory,{value},{value},drill\n"
    return monitor.keep(monitor.check(f"{value}.csv", rows.encode()), ANNA).id


def test_the_batch_that_was_chosen_is_taken_back_though_another_came_in_since(own_home):
    monitor = open_monitor(Home(own_home))
    mine = store(monitor, 2015)
    store(monitor, 2016)
    app = visit("upload", lang="en")
    which = next(box for box in app.selectbox if (box.key or "").startswith("undo-which"))
    which.select(mine)
    app.text_input(key="who-undo").set_value("Anna Nowak")
    app.text_input(key="undo-why").set_value("wrong year")
    store(monitor, 2017)
    next(button for button in app.button if button.form_id == "undo").click()
    app.run()
    last = monitor.batches()[-1]
    assert (last.what, last.undoes) == ("undo", mine)
