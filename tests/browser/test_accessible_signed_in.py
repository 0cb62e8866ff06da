"""Anyone can sign in: axe-core finds nothing wrong with the wall that asks to, or with the head of who has."""

import itertools
import json
import time
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from azory_monitor.words.speaker import languages, speaker
from tests.browser.conftest import WIDE
from tests.browser.signing_in import COORDINATOR, SECRET, guarded
from tests.browser.test_accessibility import findings
from tests.browser.window import PATIENCE, place, settled

DRESSES = list(itertools.product(languages(), ("light", "dark")))
NARROW = {"width": 390, "height": 800}
USER = "_streamlit_user"


@pytest.fixture(scope="module")
def monitor(filled_home, tmp_path_factory):
    """A monitor that strangers may not read; nobody goes to its provider."""
    listed = COORDINATOR + 'reading = "signed-in"\nreaders = ["@example.org"]\n'
    with guarded(tmp_path_factory.mktemp("guarded"), listed=listed, filled=filled_home) as running:
        yield running


@pytest.fixture
def opened(windows, monitor):
    """Open a page, signed in by the cookie that the monitor sets: ``opened("overview", "pl", "dark", claims)``."""
    with ExitStack() as lent:

        def open_window(page, language, theme, claims=None, viewport=WIDE):
            window = lent.enter_context(windows(theme))
            window.set_viewport_size(viewport)
            if claims:
                told = {"is_logged_in": True, "origin": monitor.address, "iat": time.time()} | claims
                value = create_signed_value(SECRET, USER, json.dumps(told)).decode()
                window.context.add_cookies([{"name": USER, "value": value, "url": monitor.address}])
            window.goto(place(monitor.address, page, language))
            return settled(window)

        yield open_window


@pytest.mark.parametrize(("language", "theme"), DRESSES)
def test_anyone_can_use_the_wall(opened, language, theme):
    window = opened("overview", language, theme)
    expect(window.get_by_role("button", name=speaker(language).say("sign_in.in"))).to_be_visible(timeout=PATIENCE)
    assert findings(settled(window)) == []


@pytest.mark.parametrize(("language", "theme"), DRESSES)
def test_anyone_can_use_the_head_of_who_is_signed_in(opened, language, theme):
    anna = {"email": "anna@example.org", "email_verified": True, "name": "Anna Żak"}
    window = opened("accessibility", language, theme, anna, NARROW if theme == "dark" else WIDE)
    expect(window.get_by_text("Anna Żak").first).to_be_visible(timeout=PATIENCE)
    assert findings(settled(window)) == []


@pytest.mark.parametrize(("language", "theme"), DRESSES[::3])
def test_anyone_can_use_the_wall_before_who_may_not_read(opened, language, theme):
    stranger = {"email": "ola@elsewhere.org", "email_verified": True, "name": "Ola Wąs"}
    window = opened("overview", language, theme, stranger)
    expect(window.get_by_role("button", name=speaker(language).say("sign_in.out"))).to_be_visible(timeout=PATIENCE)
    assert findings(settled(window)) == []
