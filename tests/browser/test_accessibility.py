"""Anyone can hand in: axe-core finds nothing wrong with the doors or with a faulty file, in either language."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from azory_monitor.words.speaker import languages, speaker
from tests.browser.window import PATIENCE, place, settled

STREAMLITS_OWN = ("presentation-role-conflict", "stFileUploaderDropzone")
"""A minor finding in Streamlit's file uploader, which no page can mend: the rule, and where."""

DRESSES = list(zip(languages(), itertools.cycle(["dark", "light"])))
"""Each language and each theme once: words and colours do not depend on one another."""


def findings(window):
    """What axe-core finds wrong: rule, and the element it is about."""
    violations = Axe().run(window).response["violations"]
    found = [(rule["id"], node["html"]) for rule in violations for node in rule["nodes"]]
    return [(rule, html) for rule, html in found if rule != STREAMLITS_OWN[0] or STREAMLITS_OWN[1] not in html]


FAULTY = "indicator;area;period;value\r\nnone;nowhere;2016;a lot\r\nnone;nowhere;2017;1\r\n"


@pytest.mark.parametrize(("language", "theme"), DRESSES)
def test_anyone_can_mend_a_file_with_every_fold_open(monitor, visit, language, theme):
    window = settled(visit(place(monitor, "upload", language), theme=theme))
    file = {"name": "faulty.csv", "mimeType": "text/csv", "buffer": FAULTY.encode("utf-8")}
    window.locator("input[type=file]").set_input_files(file)
    expect(window.get_by_test_id("stDataFrame")).to_be_visible(timeout=PATIENCE)
    for fold in settled(window).get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").all():
        fold.click()
    assert findings(settled(window)) == []


@pytest.mark.parametrize("door", ["value", "template"])
@pytest.mark.parametrize("language", languages())
def test_anyone_can_use_every_door(monitor, visit, language, door):
    window = settled(visit(place(monitor, "upload", language)))
    window.get_by_text(speaker(language).say(f"page.upload.door.{door}"), exact=True).click()
    expect(window.get_by_test_id("stFileUploader")).to_have_count(0, timeout=PATIENCE)
    assert findings(settled(window)) == []
