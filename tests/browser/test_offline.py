"""A page that was handed on is opened where there is no network: it asks for nothing, and its pictures answer."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from azory_monitor.exporting import exported
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.words import languages


@pytest.fixture(scope="module")
def pages(filled_home, tmp_path_factory):
    """The seed's state as a page in each language, as files."""
    folder = tmp_path_factory.mktemp("handed")
    monitor = Monitor(Home(shutil.copytree(filled_home, folder / "home")))
    view = monitor.view()
    for language in languages():
        (folder / f"{language}.html").write_bytes(exported(view, "html", language))
    monitor.close()
    return folder


@pytest.fixture
def alone(browser, way_out):
    """A window without a network, and everything that a page in it asked for or complained of."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, asked, said
    context.close()
    assert way_out == []


@pytest.mark.parametrize("language", languages())
def test_every_picture_is_drawn_and_answers_to_the_pointer_without_a_single_request(pages, alone, language):
    page, asked, said = alone
    page.goto((pages / f"{language}.html").as_uri())
    charts = page.locator(".chart")
    page.wait_for_function(
        "() => document.querySelectorAll('.chart .main-svg').length >= document.querySelectorAll('.chart').length"
    )
    assert charts.count() > 12
    charts.first.scroll_into_view_if_needed()
    mark = charts.first.locator(".point").first.bounding_box()
    page.mouse.move(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    expect(charts.first.locator(".hovertext").first).to_have_text(re.compile(r"\d"))
    assert ([url for url in asked if not url.startswith("file:")], said) == ([], [])
    assert len(asked) == 1
    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", languages())
def test_it_prints_every_table_whole(pages, alone, language, tmp_path):
    page, *_ = alone
    page.goto((pages / f"{language}.html").as_uri())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    reach = "() => Math.max(...[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().right))"
    assert page.evaluate(reach) <= page.evaluate("innerWidth") + 1
    assert len(page.pdf(format="A4")) > 100_000
