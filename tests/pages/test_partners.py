"""The page of partners on the seeded programme."""

import pytest

from azory_monitor.monitor import open_monitor
from azory_monitor.words import sentences
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit

pytestmark = pytest.mark.usefixtures("seeded")


@pytest.mark.parametrize("language", languages())
def test_the_page_says_what_the_verdicts_say(language):
    view, speaking, told = open_monitor().view(), speaker(language), shown(visit("partners", lang=language))
    assert sentences.cooperation_headline(speaking, view.programme, view.cooperation) in told
    assert sentences.participation_note(speaking, view.participation) in told
    assert sentences.open_costs_sentence(speaking, view.funding) in told


def test_it_has_the_pictures_of_cooperation_of_money_and_of_years():
    assert len(visit("partners").get("plotly_chart")) == 3


def test_some_institutions_are_listed_and_all_when_asked():
    app = visit("partners", lang="en")
    last = list(open_monitor().view().programme.institutions.values())[-1].name["en"]
    assert last not in shown(app)
    app.toggle(key="all-institutions").set_value(True).run()
    assert last in shown(app)


def test_who_owes_values_is_led_to_where_they_are_handed_in():
    assert "awaited – hand in data" in shown(visit("partners", lang="en"))
