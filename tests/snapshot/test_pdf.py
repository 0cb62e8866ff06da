"""The report on paper is opened again: everything is in it, in order, whole, and can be read aloud."""

import datetime
import io
import re
import shutil
import time
import unicodedata
from contextlib import closing
from functools import cache

import pandas as pd
import pypdf
import pytest

from azory_monitor.charts.style import PALETTES
from azory_monitor.charts.svg import svg_pieces
from azory_monitor.exporting import pdf as exported
from azory_monitor.home import Home
from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Report, Section, Table
from azory_monitor.model.programme import Area, Profile
from azory_monitor.monitor import Monitor
from azory_monitor.report import report
from azory_monitor.snapshot.pdf import document
from azory_monitor.view import View
from azory_monitor.words import languages, speaker

LABELS = dict.fromkeys(("contents", "skip", "unit", "source", "table", "made"), "label")
WHILE_ONE_WAITS = 20
"""Seconds of work, far above the two that it takes; how many it takes, ``benchmarks`` tells."""
MADE = datetime.datetime(2026, 3, 1, 12, 30)
HOSTILE = {
    "markup": '#let x = 1; $x^2$ *b* _i_ `c` @ref <label> \\ = h // c [a](b) #{panic("no")}',
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;",
    "quotes": "\"straight\" 'single' „polskie” “curly” ‹angled›",
    "foreign": "漢字 العربية 😀 \ue000 \U0010ffff",
    "steering": "a\x00b\x07c\nd\re\tf\u2028g\u202eh\u2060i\u2011j",
    "half a pair": "\ud800x",
    "combined": "z\u0307o\u0301\u0142c\u0301",
    "long": "ab cd " * 1_667,
    "one long word": "x" * 10_000,
    "empty": "",
    "blank": "   ",
}


def of(text):
    """A report in which the text stands everywhere."""
    table = Table(text, (text, "b"), ((text, "1"), ("x", text)), (False, True))
    return Report("en", text, text, LABELS, (Section(text, (text,), (), (table,)),))


def opened(content):
    return pypdf.PdfReader(io.BytesIO(content))


@cache
def pages(content):
    """The text of every page."""
    return [page.extract_text() for page in opened(content).pages]


@cache
def told(content):
    """All text without what sets it apart into lines; Polish repeats a hyphen where a line ends at one."""
    return bare("".join(pages(content)))


def bare(text):
    return re.sub(r"[\s\u200b\u00ad-]", "", unicodedata.normalize("NFC", text))


def structure(element, found=None):
    """How often each kind of element stands in the structure that is read aloud."""
    found = {} if found is None else found
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for one in element:
            structure(one, found)
    elif isinstance(element, dict):
        if kind := element.get("/S"):
            found.setdefault(kind, []).append(element)
        if "/K" in element:
            structure(element["/K"], found)
    return found


@pytest.fixture(scope="module", params=languages())
def made(request, filled_home, tmp_path_factory):
    """The seed's report in a language, and its PDF."""
    with closing(Monitor(Home(shutil.copytree(filled_home, tmp_path_factory.mktemp("paper") / "home")))) as monitor:
        view = monitor.view()
    return report(view, speaker(request.param), "March"), exported(view, request.param, "March"), view


def test_every_sentence_title_and_cell_is_in_it(made):
    shown, content, _ = made
    text = told(content)
    expected = [shown.title, shown.state, shown.labels["made"]]
    for section in shown.sections:
        expected += [section.title, *section.sentences]
        tables = [chart.table for chart in section.charts] + list(section.tables)
        expected += [part for chart in section.charts for part in (chart.title, chart.unit, chart.source)]
        expected += [part for table in tables for part in (table.caption, *table.columns)]
        expected += [cell for table in tables for row in table.rows for cell in row]
    assert [one for one in dict.fromkeys(expected) if bare(one) not in text] == []


def test_every_row_stands_whole_and_in_order(made):
    shown, content, _ = made
    text = told(content)
    for section in shown.sections:
        for table in [*(chart.table for chart in section.charts), *section.tables]:
            rows = [bare("".join(row)) for row in table.rows]
            assert [row for row in rows if row not in text] == []


def test_it_says_its_title_and_language_and_bears_the_moment_of_its_state(made):
    shown, content, view = made
    paper = opened(content)
    assert paper.metadata.title == shown.title
    assert paper.trailer["/Root"]["/Lang"].startswith(shown.language)
    assert paper.metadata.creation_date.replace(tzinfo=None) == view.batch.taken.replace(microsecond=0)
    assert not paper.metadata.author


def test_it_can_be_read_aloud(made):
    shown, content, _ = made
    root = opened(content).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712, pypdf's own boolean
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    found = structure(root["/StructTreeRoot"])
    alts = [figure["/Alt"] for figure in found["/Figure"]]
    for section in shown.sections:
        assert {chart.alt for chart in section.charts} <= set(alts)
    assert len(found["/Table"]) == sum(len(section.charts) + len(section.tables) for section in shown.sections)
    assert len(found["/H1"]) == len(shown.sections) + 1
    assert found["/TH"]


def test_type_is_inside_and_nothing_else_is(made):
    _, content, _ = made
    paper = opened(content)
    fonts = [font.get_object() for page in paper.pages for font in page["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"] for font in fonts}
    assert {name.partition("+")[2] for name in names} >= {"Lato-Regular", "Lato-Bold"}
    for font in fonts:  # marks that Lato lacks come from the typesetter's own mathematical type
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
    assert not paper.attachments
    links = [note.get_object() for page in paper.pages for note in page.get("/Annots", ())]
    assert all("/URI" not in str(link.get("/A", "")) for link in links)


def test_pages_are_numbered(made):
    texts = pages(made[1])
    assert len(texts) > 5
    for number, text in enumerate(texts[1:], 2):
        assert f"{number} / {len(texts)}" in text


def test_the_same_state_gives_the_same_bytes_while_one_waits(made):
    shown, content, view = made
    begun = time.process_time()
    again = exported(view, shown.language, "March")
    assert time.process_time() - begun < WHILE_ONE_WAITS
    assert again == content


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_wrote_stays_text(name):
    content = document(of(HOSTILE[name]), PALETTES["light"], svg_pieces, MADE)
    text = told(content)
    assert structure(opened(content).trailer["/Root"]["/StructTreeRoot"])["/Table"]
    if name in ("markup", "html", "quotes", "combined", "long", "one long word"):
        assert text.count(bare(HOSTILE[name])) >= 1
    if name == "foreign":
        assert "□□" in text


def test_what_steers_the_direction_of_writing_is_left_out():
    assert "abcdefghij" in told(document(of(HOSTILE["steering"]), PALETTES["light"], svg_pieces, MADE))


@pytest.mark.parametrize("columns", [1, 9, 20, 60])
def test_no_table_is_too_wide(columns):
    rows = tuple(tuple(f"verylongword{row}x{column}" for column in range(columns)) for row in range(50))
    table = Table("wide", tuple(f"heading-{column}" for column in range(columns)), rows)
    content = document(
        Report("en", "t", "s", LABELS, (Section("a", (), (), (table,)),)), PALETTES["light"], svg_pieces, MADE
    )
    paper = opened(content)
    text = told(content)
    assert all(bare("".join(row)) in text for row in rows)
    for page in paper.pages:
        assert all(0 <= x < page.mediabox.width for x in begins(page))


def begins(page):
    """Where each piece of text on a page begins, in points from its left edge."""
    found = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, font, size: found.append(tm[4] + cm[4]) if text.strip() else None
    )
    return found


def test_a_report_of_nothing_is_a_cover():
    paper = opened(document(Report("pl", "Plan", "Stan", LABELS, ()), PALETTES["light"], svg_pieces, MADE))
    assert len(paper.pages) == 1
    assert "Plan" in paper.pages[0].extract_text()


def test_a_programme_without_anything_has_its_pdf():
    plan = Profile(id="plan", name_en="Plan", areas="hill", language="en")
    hill = Area(id="hill", name_en="Hill", kind="estate")
    records = [("programme", "plan", plan.model_dump_json()), ("areas", "hill", hill.model_dump_json())]
    batch = Batch(id=1, what="seed", by="Anna", taken=MADE)
    measured = pd.DataFrame(columns=list(Measurement.model_fields))
    view = View(batch, MADE.date(), pd.DataFrame(records, columns=["kind", "key", "cells"]), measured)
    for language in languages():
        assert "Plan" in told(exported(view, language))
