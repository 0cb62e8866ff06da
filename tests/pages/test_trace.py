"""From a number on a page to where it comes from, in three steps at most."""

import re
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest

from azory_monitor.monitor import open_monitor
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit

pytestmark = pytest.mark.usefixtures("seeded")


def ways(app):
    """What the links of a page to where numbers come from ask for."""
    return [unquote_plus(found) for found in re.findall(r"show-trace\?[^\"]*?of=([^\"&]+)", shown(app))]


def first_value():
    view = open_monitor().view()
    return next(row for row in view.measurements(area=view.programme.area.id) if row.value is not None and row.source)


@pytest.mark.parametrize("language", languages())
def test_a_link_opens_the_figure_that_it_names(language):
    row = first_value()
    app = visit("trace", lang=language, of=f"measurements:{row.indicator} {row.area} {row.period}")
    found = open_monitor().trace(open_monitor().view(), "measurements", f"{row.indicator} {row.area} {row.period}")
    (raw,) = [cell.raw for cell in found.place.cells if cell.column == "value"]
    text = shown(app)
    assert not app.exception
    assert raw in text and str(found.origin.row) in text and found.origin.inside in text
    assert speaker(language).say("page.trace.cells") in [one.value for one in app.header]


def test_every_value_in_the_table_of_an_indicator_leads_to_where_it_comes_from():
    row = first_value()
    values = open_monitor().view().measurements(indicator=row.indicator)
    asked = ways(visit("indicator", indicator=row.indicator))
    assert {f"measurements:{one.indicator} {one.area} {one.period}" for one in values if not one.variant} <= set(asked)


@pytest.mark.parametrize("page", ["baseline", "objectives", "partners", "similar"])
def test_numbers_of_a_page_lead_to_where_they_come_from(page):
    monitor, asked = open_monitor(), ways(visit(page))
    assert asked
    for one in set(asked):
        table, _, key = one.partition(":")
        found = monitor.trace(monitor.view(), table, key)
        assert found.origin or found.inputs


@pytest.mark.parametrize("page", ["barriers", "journey"])
def test_entries_lead_to_the_row_of_their_file(page):
    table = {"barriers": "barriers:", "journey": "activities:"}[page]
    assert any(one.startswith(table) for one in ways(visit(page)))


def test_a_link_to_what_is_not_there_says_so_with_the_nearest():
    app = visit("trace", lang="en", of="measurements:no-such-thing hill 2016")
    assert not app.exception
    assert "no-such-thing" in shown(app)


def test_a_figure_can_be_chosen_where_no_link_names_one():
    app = visit("trace", lang="en")
    assert not app.exception
    assert app.selectbox(key="indicator").value and 'class="headline"' in shown(app)


def test_the_link_keeps_the_state_and_the_language():
    href = re.findall(r'href="([^"]*show-trace[^"]*)"', shown(visit("baseline", lang="en")))[0]
    assert parse_qs(urlsplit(href.replace("&amp;", "&")).query)["lang"] == ["en"]


def test_the_page_of_partners_leads_to_every_entry_that_it_counts():
    view, asked = open_monitor().view(), set(ways(visit("partners")))
    counted = {id for pair in view.cooperation.pairs for id in pair.activities}
    counted |= {id for one in view.participation.entries for id in one.entries if one.took_part or one.listed}
    paying = {id for one in view.funding.staged for id in one.entries}
    assert {f"activities:{id}" for id in counted} | {f"funding:{id}" for id in paying} <= asked
    assert any(one.startswith("resources:") for one in asked)


def test_the_page_of_similar_areas_leads_to_every_figure_of_an_index_and_of_the_peers():
    view, asked = open_monitor().view(), set(ways(visit("similar")))
    parts = {
        f"measurements:{term.indicator} {entry.area} {term.period}"
        for index in view.indices
        for entry in index.entries
        for term in entry.terms
    }
    alike = {
        f"measurements:{one.indicator} {peer.area} {one.period}"
        for peers in view.peers
        for one in peers.variables
        for peer in peers.entries
    }
    assert parts and parts | alike <= asked
