"""A state is frozen from the page, listed with its files, and reopened."""

import pytest

from azory_monitor.exporting import FORMATS
from azory_monitor.monitor import open_monitor
from tests.pages.conftest import shown, visit

pytestmark = pytest.mark.usefixtures("own_home")


def freeze(app, name):
    app.text_input(key="freeze-name").set_value(name)
    app.text_input(key="who-freeze").set_value("Anna Nowak")
    next(button for button in app.button if button.form_id == "freeze").click()
    return app.run()


def test_a_state_is_frozen_and_offered_with_its_files():
    app = freeze(visit("snapshots", lang="en"), "June meeting")
    assert not app.exception
    assert [batch.name for batch in open_monitor().snapshots()] == ["June meeting"]
    assert "June meeting" in shown(app)
    assert len(app.get("download_button")) == len(FORMATS) + len(open_monitor().frozen_files("June meeting"))


def test_a_name_is_never_used_twice():
    app = freeze(visit("snapshots", lang="en"), "June meeting")
    app = freeze(app, "June meeting")
    assert 'role="alert"' in shown(app)
    assert len(open_monitor().snapshots()) == 1
