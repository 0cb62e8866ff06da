"""Signing in, in a real browser with a real provider: hand in, lose the role, read, sign out."""

import re
import time
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from azory_monitor.words.speaker import speaker
from tests.browser.conftest import WIDE
from tests.browser.signing_in import COORDINATOR, with_provider
from tests.browser.window import PATIENCE, place, settled

SPEAKER = speaker("en")
SAY = SPEAKER.say
FIGURES = b"""indicator,area,period,value,numerator,denominator,source,note
hardship-poverty,district-4,2020,,900,67000,Municipal Social Welfare Centre,
"""
ESSENTIAL = {"_streamlit_xsrf", "_streamlit_user", "_streamlit_user_tokens"}
"""Against forged uploads, and who signed in; the tokens go with the sign-in, for signing out at the provider."""
OURS = re.compile(r"http://(127\.0\.0\.1|localhost):\d+/|data:|blob:")


@pytest.fixture(scope="module")
def monitor(filled_home, tmp_path_factory):
    with with_provider(tmp_path_factory.mktemp("guarded"), filled_home) as running:
        yield running
    print(running.log.read_text(errors="replace"))


@pytest.fixture
def window(browser, way_out, monitor):
    """A fresh window that notes what it asks for; the provider's page is kept from fetching its fonts elsewhere."""
    monitor.lists(COORDINATOR)
    context = browser.new_context(viewport=WIDE, locale="en-GB", reduced_motion="reduce")
    context.route(lambda address: not OURS.match(address), lambda route: route.abort())
    page = context.new_page()
    yield page
    context.close()
    assert way_out == []


def signs_in(window, monitor, who):
    window.goto(place(monitor.address, "accessibility", "en"))
    window.get_by_role("button", name=SAY("sign_in.in")).click(timeout=PATIENCE)
    window.get_by_role("button", name=who, exact=True).click(timeout=PATIENCE)
    expect(window.get_by_role("button", name=SAY("sign_in.out"))).to_be_visible(timeout=PATIENCE)


def signs_out(window):
    window.get_by_role("button", name=SAY("sign_in.out")).click()
    window.get_by_role("button", name="End session").click(timeout=PATIENCE)
    expect(window.get_by_role("button", name=SAY("sign_in.in"))).to_be_visible(timeout=PATIENCE)


def opens(window, monitor, page):
    window.goto(place(monitor.address, page, "en"))
    return settled(window)


def sees(window, text):
    expect(window.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


def watched(window):
    """Every address that the window asks for from now on."""
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    return asked


def elsewhere(monitor, asked):
    """Those that are not the monitor's."""
    own = urlparse(monitor.address).netloc
    return [url for url in asked if urlparse(url).netloc not in (own, "")]


def kept_in(window):
    """What the browser keeps for the monitor beside cookies, but for light or dark."""
    kept = window.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    return [key for key in kept if not key.startswith("stActiveTheme-")]


def test_a_coordinator_hands_in_loses_the_role_with_the_page_open_and_signs_out(monitor, window):
    signs_in(window, monitor, "anna")
    sees(window, "Anna Żak")
    asked = watched(window)
    opens(window, monitor, "upload")
    file = {"name": "figures.csv", "mimeType": "text/csv", "buffer": FIGURES}
    window.locator("input[type=file]").set_input_files(file)
    sees(window, SAY("ask.actor.signed_in", name="Anna Żak", email="anna@example.org"))
    window.get_by_role("button", name=SPEAKER.count("page.upload.store", 1), exact=True).click()
    sees(window, SAY("page.upload.see_overview"))
    kept = monitor.batches()[-1]
    assert (kept.by, kept.email, kept.file) == ("Anna Żak", "anna@example.org", "figures.csv")

    cookies = {cookie["name"]: cookie for cookie in window.context.cookies() if cookie["domain"] == "127.0.0.1"}
    assert set(cookies) == ESSENTIAL
    assert cookies["_streamlit_user"]["httpOnly"] and cookies["_streamlit_user"]["sameSite"] == "Lax"
    assert kept_in(window) == []
    assert elsewhere(monitor, asked) == []

    opens(window, monitor, "snapshots")
    window.get_by_label(SAY("page.snapshots.name"), exact=True).fill("June")
    monitor.lists("coordinators = []\n")
    since = time.monotonic()
    window.get_by_role("button", name=SAY("page.snapshots.freeze", batch=SPEAKER.number(kept.id))).click()
    sees(window, SAY("because.unlisted"))
    print(f"refused {time.monotonic() - since:.2f} s after the role was taken away")
    assert monitor.batches()[-1] == kept
    assert "'anna@example.org' (reader) may not keep" in monitor.log.read_text()

    signs_out(window)
    assert {cookie["name"] for cookie in window.context.cookies()} == {"_streamlit_xsrf"}


def test_who_signs_in_comes_back_to_the_page_and_the_choices_that_were_open(monitor, window):
    asked = "indicator=hardship-poverty&large=true"
    window.goto(f"{place(monitor.address, 'indicator', 'en')}&{asked}")
    window.get_by_role("button", name=SAY("sign_in.in")).click(timeout=PATIENCE)
    window.get_by_role("button", name="jan", exact=True).click(timeout=PATIENCE)
    expect(window.get_by_role("button", name=SAY("sign_in.out"))).to_be_visible(timeout=PATIENCE)
    here = urlparse(window.url)
    assert here.path == "/show-indicator" and {*asked.split("&"), "lang=en"} <= {*here.query.split("&")}
    signs_out(window)


def test_who_meets_the_wall_comes_back_to_what_the_link_had_asked_for(monitor, window):
    monitor.lists(COORDINATOR + 'reading = "signed-in"\n')
    window.goto(f"{place(monitor.address, 'barriers', 'en')}&theme=trust")
    window.get_by_role("button", name=SAY("sign_in.in")).click(timeout=PATIENCE)
    window.get_by_role("button", name="jan", exact=True).click(timeout=PATIENCE)
    expect(window.get_by_role("button", name=SAY("sign_in.out"))).to_be_visible(timeout=PATIENCE)
    here = urlparse(window.url)
    assert (here.path, "theme=trust" in here.query) == ("/show-barriers", True)
    signs_out(window)


def test_nothing_is_asked_of_others_nothing_needless_is_kept_and_a_reader_has_no_way_to_write(monitor, window):
    asked = watched(window)
    opens(window, monitor, "overview")
    assert {cookie["name"] for cookie in window.context.cookies()} == {"_streamlit_xsrf"}
    assert kept_in(window) == []
    assert elsewhere(monitor, asked) == []

    before = monitor.batches()
    signs_in(window, monitor, "jan")
    opens(window, monitor, "upload")
    sees(window, SAY("because.unlisted"))
    assert window.locator("input[type=file], [data-testid=stForm]").count() == 0
    assert monitor.batches() == before
