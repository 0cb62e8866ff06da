"""What is taken along arrives whole: every format, made apart from the page, in every language; frozen files too."""

import csv
import io
import zipfile

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from pptx import Presentation

from azory_monitor.ui.show_exports import FILES
from azory_monitor.words.speaker import languages, speaker
from tests.browser.window import CUT, NARROW, PATIENCE, place, settled


def _table(separator):
    def opens(content):
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))
        assert len(rows) > 10

    return opens


def _names(*wanted):
    def opens(content):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            assert set(wanted) <= set(archive.namelist())

    return opens


def _page(content):
    assert content.startswith(b"<!doctype html>")
    assert content.rstrip().endswith(b"</html>")


def _document(content):
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


OPENS = {
    "pptx": lambda content: Presentation(io.BytesIO(content)).slides[0],
    "xlsx": lambda content: load_workbook(io.BytesIO(content)).worksheets[1],
    "pdf": _document,
    "html": _page,
    "package": _names("datapackage.json", "measurements.csv"),
    "csv": _table(","),
    "csv-pl": _table(";"),
    "sdmx-csv": _table(","),
    "open-sdg": _names(),
}


def test_every_format_that_is_offered_is_opened_here():
    assert set(OPENS) == set(FILES)


@pytest.mark.parametrize("language", languages())
def test_every_format_is_made_apart_from_the_page_and_opens(monitor, visit, language):
    window, say = settled(visit(place(monitor, "snapshots", language))), speaker(language).say
    window.get_by_role("button", name=say("page.snapshots.make_all")).click()
    expect(window.get_by_role("progressbar")).to_be_visible(timeout=PATIENCE)
    expect(window.get_by_text(speaker(language).count("making.made", len(FILES)))).to_be_visible(timeout=3 * PATIENCE)
    for format, opens in OPENS.items():
        button = window.locator(f".st-key-export-{format} button")
        with window.expect_download(timeout=PATIENCE) as saved:
            button.click()
        opens(saved.value.path().read_bytes())
        assert saved.value.suggested_filename.endswith(f"-{language}.{FILES[format][0]}")
    window.set_viewport_size(NARROW)
    assert settled(window).evaluate(CUT) == []
