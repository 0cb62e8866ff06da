"""The window a page stands in: it fits a telephone, speaks its language, is light or dark, and keeps to itself."""

import pytest
from playwright.sync_api import Error

from azory_monitor.words.speaker import languages
from tests.browser.window import PAGES, place, settled

TELEPHONE = {"width": 390, "height": 844}
SCROLLS = "html, [data-testid=stAppViewContainer], [data-testid=stMain]"
WIDER = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).map(box => box.outerHTML.slice(0, 80))"
BACKGROUND = "app => getComputedStyle(app).backgroundColor"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES)
def test_the_page_fits_a_telephone(monitor, visit, page, language):
    window = settled(visit(place(monitor, page, language), viewport=TELEPHONE))
    assert window.locator(SCROLLS).evaluate_all(WIDER) == []


@pytest.mark.parametrize("language", languages())
def test_the_page_tells_the_browser_which_language_it_speaks(monitor, visit, language):
    assert settled(visit(place(monitor, PAGES[0], language))).evaluate("document.documentElement.lang") == language


def test_light_and_dark_follow_the_reader(monitor, visit):
    windows = [settled(visit(place(monitor, PAGES[-1], languages()[0]), theme=theme)) for theme in ("light", "dark")]
    light, dark = (window.get_by_test_id("stApp").evaluate(BACKGROUND) for window in windows)
    assert light != dark


def test_a_request_that_would_leave_the_machine_is_noticed(browser, way_out):
    page = browser.new_page()
    with pytest.raises(Error):
        page.goto("http://example.org/")
    assert way_out.pop() == "GET http://example.org/ HTTP/1.1"
    page.close()
