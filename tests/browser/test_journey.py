"""An afternoon in a real browser: look, hand in, mend on the screen, store, see the verdict change, freeze, undo."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from azory_monitor.words.speaker import languages, speaker
from tests.browser.window import PATIENCE, place, settled
from tests.test_datapackage import by_id

HEADINGS = "indicator;area;period;value;numerator;denominator;source;note"
FAULTY = [
    "offences-rate;azory;2016;11,2;;;Policja;",
    "offences-rate;krakow;2016;dziewięć;;;Policja;",
    "offences-rate;similar-estates;2016;6,1;;;Policja;",
    "evictions-rate;azori;2015;6,5;;;MOPS;liczba ze sprawozdania",
]
BELOW_THE_HEADINGS = {"x": 20, "y": 50}
COLUMNS_BEFORE_CORRECTION = 3
HAND_TO_BUTTON = 400
"""Milliseconds; the table hands on what was written a moment after it was."""

WHO, SNAPSHOT = "Anna Nowak, MOPS", "ULG 7"


def polish_excel(lines):
    """The bytes that a Polish Excel saves: byte order mark, semicolons, decimal commas, CRLF."""
    return ("\ufeff" + "".join(f"{line}\r\n" for line in [HEADINGS, *lines])).encode("utf-8")


class Coordinator:
    """A person at a window, who reads one language."""

    def __init__(self, window, language):
        self.window = window
        self.speaker = speaker(language)

    def sees(self, text, patience=PATIENCE):
        """Wait for a text to appear."""
        expect(self.window.get_by_text(text).first).to_be_visible(timeout=patience)

    def opens(self, page):
        """Choose a page from the menu; the headline that greets."""
        self.window.get_by_test_id("stSidebar").get_by_role(
            "link", name=self.speaker.say(f"page.{page}.title"), exact=True
        ).click()
        expect(self.window.get_by_role("heading", level=1)).to_have_text(self.speaker.say(f"page.{page}.title"))
        return self.reads()

    def reads(self):
        """The sentence that answers the page's question."""
        return settled(self.window).locator(".headline").inner_text()

    def hands_in(self, name, lines):
        file = {"name": name, "mimeType": "text/csv", "buffer": polish_excel(lines)}
        self.window.locator("input[type=file]").set_input_files(file)

    def finds(self, *cells):
        """Wait for a row of a table that has these cells."""
        row = self.window.get_by_role("row")
        for cell in cells:
            row = row.filter(has=self.window.get_by_text(cell, exact=True))
        expect(row).to_have_count(1, timeout=PATIENCE)

    def presses(self, label):
        self.window.get_by_role("button", name=label, exact=True).click()

    def fills(self, label, text):
        self.window.get_by_label(label, exact=True).and_(self.window.locator("input:visible")).fill(text)

    def corrects(self, *texts):
        """Write one correction below the other in the table of bad cells."""
        editor = settled(self.window).get_by_test_id("stDataFrame")
        editor.scroll_into_view_if_needed()
        editor.click(position=BELOW_THE_HEADINGS)
        for _ in range(COLUMNS_BEFORE_CORRECTION):
            self.window.keyboard.press("ArrowRight")
        for text in texts:
            self.window.keyboard.press("Enter")
            cell = self.window.locator(".gdg-input")
            cell.fill(text)
            expect(cell).to_have_value(text)
            self.window.keyboard.press("Enter")
            expect(cell).to_have_count(0)
        # Waited for inside the page: what was due there earlier has then been done, however busy it is.
        self.window.evaluate("milliseconds => new Promise(done => setTimeout(done, milliseconds))", HAND_TO_BUTTON)

    def signs(self):
        self.fills(self.speaker.say("ask.actor.label"), WHO)


@pytest.mark.parametrize("language", languages())
def test_from_a_faulty_file_to_a_changed_verdict_and_back(own_monitor, visit, language):
    window = visit(place(own_monitor, "overview", language))
    anna = Coordinator(window, language)
    say, count = anna.speaker.say, anna.speaker.count
    offences = by_id("indicators")["offences-rate"].short[language]

    first = anna.reads()
    assert offences in first

    anna.opens("baseline")
    anna.opens("upload")
    anna.hands_in("policja.csv", FAULTY)
    anna.sees(count("page.upload.faults", 2))
    anna.finds("3", "value", "dziewięć")
    anna.finds("5", "area", "azori")

    anna.corrects("9,8", "azory")
    anna.presses(say("page.upload.mend.again"))
    anna.sees(count("page.upload.no_problems", len(FAULTY)))
    anna.finds("3", "value", "dziewięć", "9,8")
    anna.signs()
    anna.presses(count("page.upload.store", len(FAULTY)))
    anna.sees(say("page.upload.see_overview"))

    changed = anna.opens("overview")
    assert changed != first
    assert offences not in changed

    anna.opens("snapshots")
    anna.fills(say("page.snapshots.name"), SNAPSHOT)
    anna.signs()
    anna.presses(say("page.snapshots.freeze", batch=anna.speaker.number(2)))
    anna.sees(say("page.snapshots.done", name=SNAPSHOT), patience=4 * PATIENCE)
    with window.expect_download() as saved:
        window.get_by_role("button", name="package.zip").click()
    with zipfile.ZipFile(io.BytesIO(saved.value.path().read_bytes())) as package:
        assert "dziewięć" not in package.read("measurements.csv").decode("utf-8")

    anna.opens("upload")
    window.get_by_text(say("show.undo.title"), exact=True).click()
    anna.signs()
    anna.fills(say("show.undo.why"), "plik testowy")
    anna.presses(say("show.undo.do"))
    anna.sees(say("show.undo.done", batch=2, new=4))
    assert anna.opens("overview") == first

    frozen = Coordinator(visit(place(own_monitor, "overview", language, snapshot=SNAPSHOT)), language)
    assert frozen.reads() == changed
