"""A programme full of hostile texts is shown as text: nothing runs, nothing is fetched, nothing leads away."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from azory_monitor.words.speaker import languages
from tests.browser.served import HOST, served
from tests.browser.window import PAGES, PATIENCE, place, settled
from tests.hostile import estate
from tests.hostile.payloads import FOREIGN, PAYLOADS

WATCH = """
window.broken = [];
addEventListener("securitypolicyviolation", event => window.broken.push(event.violatedDirective + " " + event.blockedURI));
"""
FOUND = """() => ({
    ran: window.ran ?? 0,
    broken: window.broken.filter(one => one !== "script-src wasm-eval"),  /* Streamlit tries it, and does without */
    scripts: [...document.querySelectorAll("[data-testid=stMain] script, [data-testid=stMain] iframe")]
        .map(one => one.outerHTML).filter(one => !/^<script>document.documentElement.lang="[a-z]{2}"<.script>$/.test(one)),
    away: [...document.querySelectorAll("a[href], area[href], form[action], [src], [srcdoc]")]
        .map(one => one.href?.baseVal ?? one.href ?? one.action ?? one.src ?? one.srcdoc)
        .filter(to => to && !to.startsWith(location.origin) && !/^(data:image|data:font|blob:)/.test(to)),
    handlers: [...document.querySelectorAll("[data-testid=stMain] *")]
        .filter(one => [...one.attributes].some(name => name.name.startsWith("on"))).length,
    links: document.querySelectorAll(".js-plotly-plot a").length,
})"""
NOTHING = {"ran": 0, "broken": [], "scripts": [], "away": [], "handlers": 0, "links": 0}
LANGUAGE = dict(zip(PAGES, itertools.cycle(languages()), strict=False))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The address of a monitor on the hostile programme, and what it logs."""
    folder = tmp_path_factory.mktemp("hostile")
    home, log = estate.home(folder), folder / "log.txt"
    with served(home.path, log) as address:
        yield address, log
    print(log.read_text(errors="replace"))


@pytest.fixture(scope="module")
def window(browser, noted):
    """One window for all pages, which then come out of its store."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.add_init_script(WATCH)
    context.on("request", lambda asked: _note(noted, asked.url))
    window = context.new_page()
    window.on("dialog", lambda dialog: (noted.append(dialog.message), dialog.dismiss()))
    yield window
    context.close()


@pytest.fixture(scope="module")
def noted():
    """Every dialog, and every request to somebody else than us."""
    return []


@pytest.fixture
def watched(window, noted, way_out):
    """The window, in which nothing may open a dialog or leave this machine."""
    yield window
    assert (noted, way_out) == ([], [])


def _note(noted, url):
    if not url.startswith((f"http://{HOST}:", f"ws://{HOST}:", "data:", "blob:", "file:")):
        noted.append(url)


@pytest.fixture(scope="module")
def read():
    """All that the pages showed, without spaces."""
    return []


def bare(text):
    return re.sub(r"\s|\u2060", "", text)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_hostile_texts_as_texts(hostile, watched, read, page):
    watched.goto(place(hostile[0], page, LANGUAGE[page]))
    settled(watched)
    assert watched.evaluate(FOUND) == NOTHING
    read.append(bare(watched.locator("body").evaluate("body => body.textContent")))
    assert "A page failed" not in hostile[1].read_text(errors="replace")


def test_every_payload_was_seen_as_it_was_written(read):
    everything = "".join(read)
    assert [name for name, text in PAYLOADS.items() if bare(text) not in everything] == []
