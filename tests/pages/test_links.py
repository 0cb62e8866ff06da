"""A link reopens the exact view."""

import pytest

from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages
from tests.pages.conftest import shown, visit

pytestmark = pytest.mark.usefixtures("seeded")


def test_a_link_opens_the_indicator_it_names():
    wanted = list(open_monitor().view().programme.indicators)[-1]
    assert visit("indicator", indicator=wanted).selectbox(key="indicator").value == wanted


def test_a_link_opens_the_table_it_names():
    wanted = open_monitor().view().printed_tables[-1].id
    assert visit("baseline", source=wanted).selectbox(key="source").value == wanted


def test_a_choice_goes_into_the_link_by_id_so_that_it_holds_in_every_language():
    app = visit("barriers")
    theme = app.selectbox(key="theme")
    wanted = theme.options[0]
    theme.select(wanted).run()
    kept = app.query_params["theme"]
    assert kept in open_monitor().view().programme.themes


def test_an_unknown_choice_in_a_link_shows_one_that_has_a_value():
    app = visit("indicator", indicator="no-such-indicator")
    assert not app.exception
    assert open_monitor().view().measurements(indicator=app.selectbox(key="indicator").value)


@pytest.mark.parametrize("language", languages())
def test_links_inside_the_monitor_keep_the_language(language):
    assert f"lang={language}" in shown(visit("objectives", lang=language))
