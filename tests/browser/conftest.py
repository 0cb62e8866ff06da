"""A real Chromium before the running monitor, with the way out of this machine watched."""

import os
import shutil
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import ADVICE, find
from tests.browser.outside import watched_way_out
from tests.browser.served import HOST, served
from tests.browser.window import PATIENCE

NOWHERE = "http://127.0.0.1:9/"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium asks its maker about accounts, updates and forms whatever the flags above say; these make it silent,
    # so that every request that reaches the way out is a page's.
    f"--gaia-url={NOWHERE}",
    f"--component-updater=url-source={NOWHERE}",
    f"--autofill-server-url={NOWHERE}",
]
WIDE = {"width": 1440, "height": 900}

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def monitor(tmp_path_factory):
    """The address of a monitor on the seeded programme, for visits that change nothing."""
    yield from _seeded(tmp_path_factory.mktemp("monitor"))


@pytest.fixture
def own_monitor(tmp_path, filled_home):
    """The address of a freshly seeded monitor that a test may change."""
    shutil.copytree(filled_home, tmp_path / "home")
    yield from _seeded(tmp_path)


def _seeded(folder):
    log = folder / "log.txt"
    with served(folder / "home", log) as address:
        yield address
    # What the monitor said stands in the report of a test that failed.
    print(log.read_text(errors="replace"))


@pytest.fixture(scope="package")
def _way_out():
    with watched_way_out() as (proxy, tried):
        yield proxy, tried


@pytest.fixture
def way_out(_way_out):
    """Every request so far that tried to leave this machine."""
    return _way_out[1]


@pytest.fixture(scope="module")
def browser(_way_out):
    """A Chromium whose only way out is the watched one.

    It ends with its module: while it lives, its event loop runs in this thread, where other tests need their own.
    """
    path = find()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ADVICE)
    proxy = {"server": _way_out[0], "bypass": HOST}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS, proxy=proxy)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def windows(browser, _way_out):
    """Lend a window: ``with windows("dark") as window``.

    It holds nothing of what was open in it before, but opens a page in a third of the time that a new one takes.
    Whatever is done in it, nothing may leave this machine.
    """
    free = {"light": [], "dark": []}

    @contextmanager
    def lent(theme):
        used = free[theme].pop() if free[theme] else None
        window = used or browser.new_context(color_scheme=theme, reduced_motion="reduce").new_page()
        yield window
        free[theme].append(_emptied(window, theme))
        assert _way_out[1] == []

    return lent


@pytest.fixture
def visit(windows):
    """Open a window on an address: ``visit(address, theme="dark", viewport=…)``."""
    with ExitStack() as opened:

        def open_window(address, theme="light", viewport=WIDE):
            window = opened.enter_context(windows(theme))
            window.set_viewport_size(viewport)
            window.goto(address)
            return window

        yield open_window


def _emptied(window, theme):
    """A window as it was before: nothing kept, no hand on the mouse, on screen."""
    window.unroute_all()
    if window.url.startswith("http"):
        window.evaluate("localStorage.clear(); sessionStorage.clear()")
    window.context.clear_cookies()
    window.emulate_media(media="screen", color_scheme=theme)
    window.mouse.move(-1, -1)
    window.goto("about:blank")
    return window
