"""How a test finds its way about the monitor: pages by name, waiting as a reader waits."""

from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from azory_monitor.ui.language import QUERY
from azory_monitor.ui.menu import MENU, address

PAGES = [name for names in MENU.values() for name in names]
PATIENCE = 30_000
"""How long anything may take on a busy machine, in milliseconds."""
NARROW = {"width": 320, "height": 640}
"""A small telephone, and a screen of 1280 pixels at four times the size (WCAG 1.4.10)."""
CUT = """() => {
    const width = document.documentElement.clientWidth;
    const held = one => {
        for (let box = one; box; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (style.clipPath !== 'none' || style.position === 'fixed') return true;
            if (box !== one && box.matches('.frame, [data-testid=stDataFrame]')) return true;
        }
        return false;
    };
    return [...document.querySelectorAll('[data-testid=stMain] :not(svg *)')].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && box.height && (box.right > width + 1 || box.left < -1) && !held(one);
    }).map(one => one.outerHTML.slice(0, 80));
}"""
"""What reaches over the edge of the window, but for what scrolls in a frame of its own."""


def place(monitor: str, page: str, language: str, **asked: str) -> str:
    """The address of a page in a language.  The first page of the menu is the one that opens by itself."""
    path = "" if page == PAGES[0] else address(page)
    return f"{monitor}/{path}?{urlencode({QUERY: language} | asked)}"


STILL = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const drawn = app?.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
        && !document.getAnimations().some(one => one.playState === 'running');
    const widths = [...document.querySelectorAll('.main-svg')].map(one => one.clientWidth).join();
    if (!drawn || widths !== window.stillWidths) window.stillSince = undefined;
    window.stillWidths = widths;
    if (drawn) window.stillSince ??= performance.now();
    return drawn && performance.now() - window.stillSince > 200;
}"""
"""Nothing is at work, faded, fading or taking a new width, and has not been for a moment: a page is still before its
work begins, too."""


def settled(window: Page) -> Page:
    """Wait until the page has its heading, has stopped working and has drawn what it draws."""
    expect(window.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE)
    window.evaluate("window.stillSince = undefined")
    window.wait_for_function(STILL, polling=50, timeout=PATIENCE)
    return window
