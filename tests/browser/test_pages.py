"""Every page fits a small telephone, and axe-core finds nothing wrong with it, in either language, light or dark."""

from itertools import pairwise, product

import pytest

from tests.browser.conftest import WIDE
from tests.browser.test_accessibility import DRESSES, findings
from tests.browser.window import CUT, NARROW, PAGES, place, settled

TWICE = {"width": 720, "height": 450}
"""A screen of 1440 pixels at twice the size."""
SCROLLS = "html, [data-testid=stAppViewContainer], [data-testid=stMain]"
WIDER = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).map(box => box.outerHTML.slice(0, 80))"
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"""


@pytest.fixture(scope="module", params=product(PAGES, DRESSES), ids=lambda param: f"{param[0]}-{'-'.join(param[1])}")
def window(monitor, windows, request):
    """A page as a small telephone opens it, once for all that is asked of it."""
    page, (language, theme) = request.param
    with windows(theme) as window:
        window.set_viewport_size(NARROW)
        window.goto(place(monitor, page, language))
        yield settled(window)


def test_the_page_fits_a_small_telephone(window):
    assert window.locator(SCROLLS).evaluate_all(WIDER) == []
    assert window.evaluate(CUT) == []


def test_the_page_fits_type_of_twice_the_size_and_its_headings_follow_on_one_another(window):
    window.set_viewport_size(TWICE)
    assert settled(window).locator(SCROLLS).evaluate_all(WIDER) == []
    levels = window.evaluate(HEADINGS)
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert max((after - before for before, after in pairwise(levels)), default=0) <= 1, levels


def test_anyone_can_use_the_page(window):
    window.set_viewport_size(WIDE)
    assert findings(settled(window)) == []
