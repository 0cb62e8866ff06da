"""How long somebody waits in a real browser, from a click until everything that it changes is painted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ADVICE, find
from tests.browser.conftest import FLAGS, WIDE
from tests.browser.window import PATIENCE

WATCH = """() => {
    window.clicked = window.painted = performance.now();
    const paint = () => requestAnimationFrame(() => setTimeout(() => window.painted = performance.now()));
    const seen = records => records.some(one => !(one.target.closest ?? (() => null)).call(
        one.target, '[data-testid=stStatusWidget], [data-testid=stHeader], [role=tooltip]')) && paint();
    new MutationObserver(seen).observe(document.body, {childList: true, subtree: true, characterData: true});
    const noted = event => { window.clicked = window.painted = event.timeStamp; };
    document.addEventListener('click', noted, true);
    document.addEventListener('keydown', event => event.key === 'Enter' && noted(event), true);
}"""
"""Notes when something was clicked last, and when what changed since then last was on the screen."""
QUIET = 400
"""Milliseconds without a change after which a page has changed all that it does."""
STILL = """([charts, quiet]) => {
    const app = document.querySelector('[data-testid=stApp]');
    const drawn = (!app || app.dataset.testScriptState === 'notRunning')
        && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
        && document.querySelectorAll('.js-plotly-plot .main-svg').length >= charts
        && document.querySelector('h1');
    return drawn && window.painted > 0 && performance.now() - window.painted > quiet;
}"""
CHANGED = f"asked => window.painted > window.clicked && ({STILL})(asked)"
SHOWN = """() => [
    document.querySelector('h1')?.textContent + document.querySelector('.headline')?.textContent,
    [...document.querySelectorAll('.js-plotly-plot')].map(one => one.textContent).join(),
]"""
"""What a page says first, and everything that is written in its charts."""
OTHERWISE = f"([asked, before]) => ({SHOWN})().every((now, place) => now !== before[place]) && ({CHANGED})(asked)"
SPENT = "() => window.painted - window.clicked"
SINCE_OPENED = "() => window.painted"


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, started."""
    path = find()
    if path is None:
        raise SystemExit(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def stranger(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has kept nothing of any page."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", locale="en-GB")
    context.add_init_script(f"window.painted = 0; window.clicked = -1; addEventListener('DOMContentLoaded', {WATCH});")
    yield context
    context.close()


def opened(context: BrowserContext, address: str, charts: int = 0) -> tuple[Page, float]:
    """A page in a new window, and the milliseconds from asking for it until it was painted."""
    window = context.new_page()
    window.goto(address, wait_until="commit")
    window.wait_for_function(STILL, arg=[charts, QUIET], timeout=PATIENCE)
    return window, window.evaluate(SINCE_OPENED)


def spent(window: Page, click: Callable[[Page], None], charts: int = 0) -> float:
    """Milliseconds from a click until the last change that it made was painted."""
    click(window)
    window.wait_for_function(CHANGED, arg=[charts, QUIET], timeout=PATIENCE)
    return window.evaluate(SPENT)


def spent_on_another(window: Page, click: Callable[[Page], None], charts: int = 0) -> float:
    """The same of a choice after which the page says something else and has other charts: the list of choices closes
    at once, while the page that was there still stands."""
    before = window.evaluate(SHOWN)
    click(window)
    window.wait_for_function(OTHERWISE, arg=[[charts, QUIET], before], timeout=PATIENCE)
    return window.evaluate(SPENT)


def press(window: Page) -> None:
    """The one button."""
    window.get_by_role("button", name="Press").click()


def follow(name: str) -> Callable[[Page], None]:
    """A page of the menu, by its name."""
    return lambda window: window.locator("[data-testid=stSidebar]").get_by_role("link", name=name, exact=True).click()


def speak(language: str) -> Callable[[Page], None]:
    """The other language, in the head of every page."""
    return lambda window: window.get_by_role("radio").filter(has_text=language).click()


def choose(label: str, option: str) -> Callable[[Page], None]:
    """Another option of a list; the click that counts is the one on the option."""

    def click(window: Page) -> None:
        window.get_by_role("combobox", name=label).click()
        window.get_by_role("option", name=option, exact=True).click()

    return click
