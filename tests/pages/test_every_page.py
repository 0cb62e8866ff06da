"""Every page, in every language there is, on the seeded programme."""

import pytest

from azory_monitor.ui.menu import MENU
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import FILES, shown, visit

pytestmark = pytest.mark.usefixtures("seeded")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", FILES)
def test_a_page_opens_with_its_name_and_its_answer(page, language):
    app = visit(page, lang=language)
    assert not app.exception
    assert app.title[0].value == speaker(language).say(f"page.{page}.title")
    assert 'class="headline"' in shown(app)


@pytest.mark.parametrize("page", FILES)
def test_a_page_states_its_language_to_the_browser(page):
    for language in languages():
        assert f'document.documentElement.lang="{language}"' in shown(visit(page, lang=language))


@pytest.mark.parametrize("page", FILES)
def test_a_page_tells_which_state_it_rests_on(page):
    assert 'class="foot"' in shown(visit(page))


@pytest.mark.parametrize("page", FILES)
def test_every_chart_of_a_page_can_be_read_without_seeing_it(page):
    assert [chart for chart in visit(page).get("plotly_chart") if len(chart.proto.alt) < 20] == []


def test_every_page_file_stands_in_the_menu():
    listed = {f"{audience}/{name}.py" for audience, names in MENU.items() for name in names}
    found = {str(file.relative_to(file.parents[1])) for file in FILES["overview"].parents[1].rglob("*.py")}
    assert found == listed


def test_an_unknown_language_falls_back_to_one_we_speak():
    assert not visit("overview", lang="xx").exception
