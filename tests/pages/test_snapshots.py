"""A state is frozen from the page, listed with its files, and reopened."""

import time

import pytest

from azory_monitor.errors import Refused
from azory_monitor.making import Order
from azory_monitor.monitor import open_monitor
from azory_monitor.words import sentences, speaker
from tests.pages.conftest import SLOW, shown, visit

pytestmark = pytest.mark.usefixtures("own_home")


def freeze(app, name):
    app.text_input(key="freeze-name").set_value(name)
    app.text_input(key="who-freeze").set_value("Anna Nowak")
    next(button for button in app.button if button.form_id == "freeze").click()
    app.run()
    until = time.monotonic() + SLOW
    while "freezing" in app.session_state and time.monotonic() < until:
        time.sleep(0.1)
        app.run()
    return app


def test_a_state_is_frozen_apart_from_the_page_and_offered_with_its_files():
    app = freeze(visit("snapshots", lang="en"), "June meeting")
    assert not app.exception
    assert [batch.name for batch in open_monitor().snapshots()] == ["June meeting"]
    assert "June meeting" in shown(app)
    offered = [button.key for button in app.get("download_button") if button.key.startswith("file-")]
    assert len(offered) == len(open_monitor().frozen_files("June meeting")) == 9
    app = freeze(app, "June meeting")
    assert 'role="alert"' in shown(app), "a name is never used twice"
    assert app.text_input(key="freeze-name").value == "June meeting", "what was typed stays"
    assert len(open_monitor().snapshots()) == 1


def test_a_file_is_made_apart_from_the_page_and_then_offered():
    app = visit("snapshots", lang="pl")
    app.button(key="make-csv-pl").click().run()
    work = open_monitor().workshop.order(Order(open_monitor().view(), "csv-pl", "pl"))
    assert work.wait().startswith(b"\xef\xbb\xbf")
    app.run()
    assert not app.exception
    assert [one.key for one in app.get("download_button") if one.key.startswith("export-")] == ["export-csv-pl"]
    assert "make-csv-pl" not in [button.key for button in app.button]
    assert speaker("pl").count("making.made", 1) in shown(app)


def test_a_file_that_cannot_be_made_is_told_and_can_be_asked_for_again():
    app = visit("snapshots", lang="en")
    shop, order = open_monitor().workshop, Order(open_monitor().view(), "pdf", "en")
    work = shop.order(order)
    shop.close()
    with pytest.raises(Refused):
        work.wait()
    app.run()
    assert sentences.error_sentence(speaker("en"), work.fault) in shown(app)
    assert not app.button(key="make-pdf").disabled
