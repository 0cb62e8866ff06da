"""The window a page stands in: it speaks its language, is light or dark, goes on paper, and keeps to itself."""

import pytest
from playwright.sync_api import Error

from azory_monitor.words.speaker import languages
from tests.browser.window import PAGES, place, settled

A4 = 703
"""Pixels between the margins of a sheet."""
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
