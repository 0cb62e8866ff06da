"""A meeting before a projector: by keys through every screen, readable from the last row, nothing to scroll."""

import re

import pytest
from playwright.sync_api import expect

from azory_monitor.words.speaker import languages, speaker
from tests.browser.window import PATIENCE, place, settled

PROJECTOR = {"width": 1280, "height": 720}
READABLE = 32
"""Pixels: 24 points."""
WHO, WHAT = "Anna Nowak", "Dwie ławki"

SMALL = f"""() => [...document.querySelectorAll('.screen *, form *, [data-testid=stForm] *, .told *')]
    .filter(one => one.checkVisibility() && !one.closest('.unseen') && !one.closest('button'))
    .filter(one => [...one.childNodes].some(part => part.nodeType === 3 && part.textContent.trim()))
    .filter(one => parseFloat(getComputedStyle(one).fontSize) < {READABLE} - 0.1)
    .map(one => one.outerHTML)"""
OUT_OF_SIGHT = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    const bar = document.querySelector('.st-key-steer').getBoundingClientRect();
    const shown = [...document.querySelectorAll('.screen, .screen *, [data-testid=stForm], .st-key-noted')];
    const low = shown.filter(one => one.checkVisibility() && one.getBoundingClientRect().bottom > bar.top + 1);
    const wide = shown.filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1);
    return [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth, bar.bottom - innerHeight,
            ...[...low, ...wide].map(one => one.outerHTML)].filter(found => typeof found === 'string' || found > 0)}"""


def at(window, n):
    """Wait until a screen is shown."""
    expect(window.locator(".where span")).to_have_text(re.compile(rf"^{n} "), timeout=PATIENCE)
    return settled(window)


def screens(window):
    return int(window.locator(".where span").inner_text().split()[-1])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", languages())
def test_every_screen_can_be_read_from_the_last_row_and_needs_no_scrolling(monitor, visit, language, theme):
    window = settled(visit(place(monitor, "meeting", language), theme=theme, viewport=PROJECTOR))
    last = screens(at(window, 1))
    for n in range(1, last + 1):
        at(window, n)
        assert window.evaluate(SMALL) == [], n
        assert window.evaluate(OUT_OF_SIGHT) == [], n
        window.keyboard.press("ArrowRight")
    at(window, last)
    expect(window.get_by_test_id("stSidebar")).to_be_hidden()
    expect(window.get_by_test_id("stHeader")).to_be_hidden()


def test_every_key_of_a_keyboard_and_a_remote_steers_and_the_link_reopens(monitor, visit):
    window = settled(visit(place(monitor, "meeting", "en"), viewport=PROJECTOR))
    last = screens(at(window, 1))
    for key, n in (
        ("ArrowRight", 2), ("PageDown", 3), ("ArrowDown", 4), ("Space", 5), ("ArrowLeft", 4), ("PageUp", 3),
        ("ArrowUp", 2), ("End", last), ("Home", 1),
    ):  # fmt: skip
        window.keyboard.press(key)
        at(window, n)
    window.get_by_role("button", name=speaker("en").say("page.meeting.on")).click()
    at(window, 2)
    window.keyboard.press("Space")
    at(window, 3)
    told = window.locator(".screen").inner_text()
    again = at(settled(visit(window.url, viewport=PROJECTOR)), 3)
    assert again.locator(".screen").inner_text() == told


@pytest.mark.parametrize("screen", [3, 4])
def test_a_note_has_room_on_the_fullest_screens(monitor, visit, screen):
    note = {"note-standing": "x" * 60, "note-extremes": "x" * 60}
    window = visit(place(monitor, "meeting", "pl", screen=str(screen), **note), viewport=PROJECTOR)
    at(settled(window), screen)
    expect(window.locator(".screen > .told")).to_be_visible()
    assert window.evaluate(OUT_OF_SIGHT) == []


def test_a_phone_shows_it_without_scrolling_sideways(monitor, visit):
    window = settled(visit(place(monitor, "meeting", "pl", screen="3"), viewport={"width": 390, "height": 844}))
    assert window.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


@pytest.mark.parametrize("language", languages())
def test_a_decision_is_typed_seen_and_taken_back(own_monitor, visit, language):
    say = speaker(language).say
    window = settled(visit(place(own_monitor, "meeting", language), viewport=PROJECTOR))
    window.keyboard.press("End")
    last = screens(at(window, screens(window)))
    field = window.get_by_label(say("page.meeting.decision_text"), exact=True)
    field.fill(WHAT)
    field.press("ArrowLeft")
    window.get_by_label(say("ask.actor.label"), exact=True).fill(WHO)
    at(window, last)
    window.get_by_role("button", name=say("page.meeting.store"), exact=True).click()
    expect(window.locator(".st-key-noted")).to_contain_text(WHAT, timeout=PATIENCE)
    assert settled(window).evaluate(OUT_OF_SIGHT) == []
    window.get_by_role("button", name=say("page.meeting.undo"), exact=True).click()
    expect(window.locator(".st-key-noted")).to_have_count(0, timeout=PATIENCE)
