"""A figure that was counted from the register shows, one click away, the entries that it was counted from."""

import pytest

from azory_monitor.ui.markup import plain
from tests.pages.conftest import shown, visit

SENTENCE = {
    "pl": "Spotkania lokalnej grupy wsparcia: 6 spotkań, w tym 2 bez daty.",
    "en": "Meetings of the local group: 6 meetings, 2 of them undated.",
}
LABEL = {"pl": "Z czego to policzono: 6 wpisów", "en": "What was counted: 6 entries"}


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_six_meetings_are_told_and_stand_behind_one_click(seeded, language):
    app = visit("indicator", lang=language, indicator="local-group-meetings")
    assert not app.exception
    assert SENTENCE[language] in shown(app).replace("\u00a0", " ")
    assert plain(LABEL[language]) in [expander.label for expander in app.expander]
    assert shown(app).count("<tr>") > 6


def test_an_indicator_that_is_not_counted_from_the_register_has_no_such_part(seeded):
    app = visit("indicator", lang="en", indicator="estate-safe")
    assert "Counted from the register" not in [header.value for header in app.header]


def test_a_count_without_entries_says_so_and_offers_nothing_to_open(seeded):
    app = visit("indicator", lang="en", indicator="addiction-campaigns")
    assert "no such entry recorded yet" in shown(app)
    assert not [expander for expander in app.expander if expander.label.startswith("What was counted")]
