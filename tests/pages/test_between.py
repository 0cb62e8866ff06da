"""The page of snapshots compares two states and hands out a topic on one page."""

import pytest

from azory_monitor.access import Actor
from azory_monitor.monitor import open_monitor
from tests.pages.conftest import frozen, shown, visit

pytestmark = pytest.mark.usefixtures("own_home")
ANNA = Actor("Anna", "coordinator")
FIGURES = b"indicator,area,period,value,source\noffences-rate,azory,2019,5,Police\noffences-rate,azory,2018,6,Police\n"


def frozen_and_changed():
    monitor = open_monitor()
    frozen("June")
    monitor.keep(monitor.check("police.csv", FIGURES), ANNA)
    frozen("July")
    return monitor


@pytest.mark.parametrize("language, words", [("pl", "Nie ma jeszcze z czym"), ("en", "nothing to compare")])
def test_without_a_snapshot_there_is_nothing_to_compare(language, words):
    app = visit("snapshots", lang=language)
    assert not app.exception and words in shown(app)


@pytest.mark.parametrize("language, words", [("pl", "2 nowe wartości"), ("en", "2 new values")])
def test_the_link_says_which_two_states(language, words):
    frozen_and_changed()
    app = visit("snapshots", lang=language, **{"from": "June", "to": "now"})
    assert not app.exception and words in shown(app)
    app = visit("snapshots", lang=language, **{"from": "July", "to": "June"})
    assert not app.exception and words not in shown(app) and ("June" in shown(app))


def test_two_states_that_say_the_same_and_one_state_twice_are_said():
    frozen_and_changed()
    assert "nothing has changed" in shown(visit("snapshots", lang="en", **{"from": "July", "to": "now"}))
    assert "The same state is chosen twice" in shown(visit("snapshots", lang="en", **{"from": "July", "to": "July"}))


def test_a_topic_is_handed_out_on_one_page():
    app = visit("snapshots", lang="en", topic="premises")
    assert not app.exception
    assert app.selectbox(key="topic").value == "premises"
    assert [button.key for button in app.get("download_button") if "brief" in button.key] != []
