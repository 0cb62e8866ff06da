"""How a test finds its way about the monitor: pages by name, waiting as a reader waits."""

from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from azory_monitor.ui.language import QUERY
from azory_monitor.ui.menu import MENU, address

PAGES = [name for names in MENU.values() for name in names]
PATIENCE = 30_000
"""How long anything may take on a busy machine, in milliseconds."""


def place(monitor: str, page: str, language: str, **asked: str) -> str:
    """The address of a page in a language.  The first page of the menu is the one that opens by itself."""
    path = "" if page == PAGES[0] else address(page)
    return f"{monitor}/{path}?{urlencode({QUERY: language} | asked)}"


def settled(window: Page) -> Page:
    """Wait until the page has its heading, has stopped working and has drawn what it draws."""
    expect(window.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE)
    expect(window.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached(timeout=PATIENCE)
    expect(window.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=PATIENCE)
    expect(window.locator("[data-stale=true]")).to_have_count(0, timeout=PATIENCE)
    return window
