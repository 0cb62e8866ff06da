"""The window a page stands in: it fits a telephone, speaks its language, is light or dark, and keeps to itself."""

from itertools import pairwise

import pytest
from playwright.sync_api import Error

from azory_monitor.words.speaker import languages
from tests.browser.window import CUT, NARROW, PAGES, place, settled

TWICE = {"width": 720, "height": 450}
"""A screen of 1440 pixels at twice the size."""
A4 = 703
"""Pixels between the margins of a sheet."""
SCROLLS = "html, [data-testid=stAppViewContainer], [data-testid=stMain]"
WIDER = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).map(box => box.outerHTML.slice(0, 80))"
BACKGROUND = "app => getComputedStyle(app).backgroundColor"


UNMARKED = """() => {
    let one = document.activeElement;
    if (!one || one === document.body) return '';
    const plain = style => style.outlineStyle === 'none' && style.boxShadow === 'none';
    const html = one.outerHTML.slice(0, 120);
    for (let up = 0; one && up < 4; up++, one = one.parentElement) {
        const style = getComputedStyle(one);
        if (!plain(style) || style.borderTopColor === 'rgb(150, 25, 90)') return '';
    }
    return html;
}"""
"""The element that the keyboard is at, if neither it nor the box around it shows so, by a line or a coloured edge."""
REDRAWN = 400
"""Milliseconds in which pictures take a new width."""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"""


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES)
def test_the_page_fits_a_small_telephone_and_type_of_twice_the_size(monitor, visit, page, language):
    window = settled(visit(place(monitor, page, language), viewport=NARROW))
    assert window.locator(SCROLLS).evaluate_all(WIDER) == []
    assert window.evaluate(CUT) == []
    window.set_viewport_size(TWICE)
    window.wait_for_timeout(REDRAWN)
    assert window.locator(SCROLLS).evaluate_all(WIDER) == []
    levels = window.evaluate(HEADINGS)
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert max((after - before for before, after in pairwise(levels)), default=0) <= 1, levels


@pytest.mark.parametrize(("page", "theme"), [("overview", "light"), ("objectives", "dark")])
def test_on_paper_nothing_is_cut_and_nothing_is_left_to_press(monitor, visit, page, theme):
    window = settled(visit(place(monitor, page, "pl"), theme=theme))
    picture = window.get_by_test_id("stPlotlyChart").first
    width = picture.bounding_box()["width"]
    window.emulate_media(media="print", color_scheme="light")
    assert width * picture.evaluate("one => one.currentCSSZoom") <= A4
    assert window.get_by_test_id("stApp").evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    assert [one for one in window.locator("main button, [data-testid=stSidebar]").all() if one.is_visible()] == []


def test_who_moves_by_keyboard_sees_where_they_are(monitor, visit):
    window = settled(visit(place(monitor, "barriers", "pl")))
    for _ in range(40):
        window.keyboard.press("Tab")
        assert window.evaluate(UNMARKED) == ""


def test_who_wants_no_motion_gets_none(monitor, visit):
    window = settled(visit(place(monitor, PAGES[0], "pl")))
    moving = "all => all.filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    assert window.locator("[data-testid=stMain] *").evaluate_all(moving) == 0


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
