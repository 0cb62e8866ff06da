"""A programme full of hostile texts is shown as text: nothing runs, nothing is fetched, nothing leads away."""

import csv
import html
import io
import itertools
import json
import re
import zipfile
from contextlib import closing
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest
from playwright.sync_api import expect

from azory_monitor.charts.pen import OURS
from azory_monitor.charts.svg import svg_pieces
from azory_monitor.exporting import FORMATS, exported
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.report import report
from azory_monitor.snapshot.cells import harmless
from azory_monitor.words.speaker import languages, speaker
from tests.browser.served import HOST, served
from tests.browser.window import PAGES, PATIENCE, place, settled
from tests.hostile import estate
from tests.hostile.payloads import PAYLOADS

WATCH = """
window.broken = [];
addEventListener("securitypolicyviolation", ({violatedDirective: rule, blockedURI: what}) => {
    if (what !== "wasm-eval") window.broken.push(rule + " " + what);  // Streamlit tries that, and does without
});
"""
FOUND = """() => ({
    ran: window.ran ?? 0,
    broken: window.broken,
    scripts: [...document.querySelectorAll("[data-testid=stMain] script, [data-testid=stMain] iframe")]
        .map(one => one.outerHTML)
        .filter(one => !/^<script>document.documentElement.lang="[a-z]{2}"<.script>$/.test(one)),
    away: [...document.querySelectorAll("a[href], area[href], form[action], [src], [srcdoc]")]
        .map(one => one.href?.baseVal ?? one.href ?? one.action ?? one.src ?? one.srcdoc)
        .filter(to => to && !to.startsWith(location.origin) && !/^(data:image|data:font|blob:)/.test(to)),
    handlers: [...document.querySelectorAll("[data-testid=stMain] *")]
        .filter(one => [...one.attributes].some(name => name.name.startsWith("on"))).length,
    wide: [...document.querySelectorAll("html, [data-testid=stAppViewContainer], [data-testid=stMain]")]
        .filter(box => box.scrollWidth > box.clientWidth).length,
    links: document.querySelectorAll(".js-plotly-plot a").length,
})"""
LIVE = re.compile(rb"<f[ >]|hlinkClick|<hyperlink [^>]*r:id|TargetMode=.External|oleObject|vbaProject")
"""What calculates, or leads out of an office file."""
FIXED = {b"2000-01-01T00:00:00Z"}

NOTHING = {"ran": 0, "broken": [], "scripts": [], "away": [], "handlers": 0, "wide": 0, "links": 0}
LANGUAGE = dict(zip(PAGES, itertools.cycle(languages()), strict=False))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the hostile home stands."""
    folder = tmp_path_factory.mktemp("hostile")
    estate.home(folder)
    return folder


@pytest.fixture(scope="module")
def state(folder):
    """The state, its report, and its data package looked at again; nobody has the home open afterwards."""
    with closing(Monitor(Home(folder / "home"), estate.Clock())) as monitor:
        view = monitor.view()
        (folder / "again.zip").write_bytes(exported(view, "package", ""))
        again = monitor.check_package(folder / "again.zip")
    return view, report(view, speaker(languages()[0])), again


@pytest.fixture(scope="module")
def exports(state):
    """The state in every format, each in one of the languages."""
    spoken = zip(FORMATS, itertools.cycle(languages()), strict=False)
    return {form: exported(state[0], form, language, estate.SNAPSHOT) for form, language in spoken}


@pytest.fixture(scope="module")
def hostile(folder, exports):
    """The address of a monitor on the hostile programme, and what it logs."""
    log = folder / "log.txt"
    with served(folder / "home", log) as address:
        yield address, log
    print(log.read_text(errors="replace"))


@pytest.fixture(scope="module")
def window(browser, noted):
    """One window for all pages, which then come out of its store."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.add_init_script(WATCH)
    context.on("request", lambda asked: _note(noted, asked.url))
    window = context.new_page()
    window.on("dialog", lambda dialog: (noted.append(dialog.message), dialog.dismiss()))
    yield window
    context.close()


@pytest.fixture(scope="module")
def noted():
    """Every dialog, and every request to somebody else than us."""
    return []


@pytest.fixture
def watched(window, noted, way_out):
    """The window, in which nothing may open a dialog or leave this machine."""
    yield window
    assert (noted, way_out) == ([], [])


def _note(noted, url):
    if not url.startswith((f"http://{HOST}:", f"ws://{HOST}:", "data:", "blob:", "file:")):
        noted.append(url)


@pytest.fixture(scope="module")
def read():
    """All that the pages showed, and all that their pictures did, without spaces."""
    return [], []


def bare(text):
    return re.sub(r"\s|\u2060", "", text)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_hostile_texts_as_texts(hostile, watched, read, page):
    watched.goto(place(hostile[0], page, LANGUAGE[page]))
    settled(watched)
    assert watched.evaluate(FOUND) == NOTHING
    read[0].append(bare(watched.locator("body").evaluate("body => body.textContent")))
    read[1].extend(map(bare, watched.locator(".js-plotly-plot text").all_text_contents()))
    assert "A page failed" not in hostile[1].read_text(errors="replace")


def test_every_payload_was_seen_as_it_was_written(read):
    assert missing("".join(read[0])) == []


SYMBOLS = bare("&lt;b&gt; &amp;amp; &#60;"), bare("A & B < C")
"""Of the payload of entities, as it must be read: decoded neither too often nor too rarely."""


def test_symbols_in_pictures_are_shown_as_they_were_written(read):
    assert [symbol for symbol in SYMBOLS if not any(symbol in text for text in read[1])] == []


def test_the_only_marks_in_a_figure_are_ours(state):
    seen = ""
    for figure in [chart.figure for section in state[1].sections for chart in section.charts]:
        for text in texts_of(json.loads(figure.to_json())):
            words = OURS.sub("", text)
            assert "<" not in words and ">" not in words
            seen += bare(html.unescape(words))
        for drawn in svg_pieces(figure, 880):
            tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}
            assert tags <= {"svg", "g", "path", "text", "tspan", "clipPath"}
    assert all(symbol in seen for symbol in SYMBOLS)


def texts_of(part):
    """Every text of a figure that plotly reads for marks."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in ("text", "hovertext", "ticktext", "hovertemplate", "texttemplate"):
                yield from [value] if isinstance(value, str) else filter(None, value)
            yield from texts_of(value)
    elif isinstance(part, list):
        for one in part:
            yield from texts_of(one)


def test_slides_show_symbols_as_they_were_written(exports):
    parts = [part for name, part in inside(exports["pptx"]) if name.endswith(".xml")]
    said = [re.findall(r"<(?:a:t|c:v)>([^<]*)<", part.decode("utf-8")) for part in parts]
    everything = "".join(bare(html.unescape(text)) for texts in said for text in texts)
    assert all(symbol in everything for symbol in SYMBOLS)


EVERYTHING = " ".join(PAYLOADS.values())
ASKED = {
    "meeting": {"plan": f"moved,{EVERYTHING}", "note-moved": EVERYTHING[:400], "screen": "1", "since": EVERYTHING},
    "glossary": {"find": PAYLOADS["frame"]},
    "indicator": {"indicator": EVERYTHING, "area": EVERYTHING, "as_of": EVERYTHING, "large": EVERYTHING},
    "overview": {"snapshot": estate.SNAPSHOT},
}


@pytest.mark.parametrize("page", ASKED)
def test_an_address_full_of_hostile_texts_is_only_read(hostile, watched, page):
    watched.goto(place(hostile[0], page, LANGUAGE[page], **ASKED[page]))
    assert settled(watched).evaluate(FOUND) == NOTHING
    assert "A page failed" not in hostile[1].read_text(errors="replace")


def test_a_language_that_is_none_is_passed_over(hostile, watched):
    watched.goto(place(hostile[0], PAGES[0], PAYLOADS["script"]))
    assert settled(watched).evaluate("document.documentElement.lang") in languages()


HEADINGS = ("indicator", "area", "period", "value", *PAYLOADS.values())


def test_a_file_with_hostile_headings_is_asked_about_in_words(hostile, watched):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEADINGS, EVERYTHING.split()[: len(HEADINGS)]])
    watched.goto(place(hostile[0], "upload", languages()[0]))
    file = {"name": estate.FILE, "mimeType": PAYLOADS["script"][:20], "buffer": out.getvalue().encode()}
    settled(watched).locator("input[type=file]").set_input_files(file)
    expect(watched.get_by_test_id("stFileUploader")).to_have_count(2, timeout=PATIENCE)
    for fold in settled(watched).get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").all():
        fold.click()
    assert settled(watched).evaluate(FOUND) == NOTHING
    assert missing(watched.locator("body").evaluate("body => body.textContent")) == []


def test_the_offline_page_runs_and_fetches_nothing(exports, watched, folder):
    (folder / "report.html").write_bytes(exports["html"])
    watched.goto(f"file://{folder}/report.html")
    watched.wait_for_function("() => waiting.length === 0")
    links = watched.evaluate("[...document.links].map(one => one.getAttribute('href')).filter(to => to[0] !== '#')")
    assert (watched.evaluate("[window.ran ?? 0, window.broken]"), links) == ([0, []], [])
    assert missing(watched.evaluate("document.body.textContent")) == []


def test_the_paper_leads_nowhere_and_says_everything(exports):
    paper = pypdf.PdfReader(io.BytesIO(exports["pdf"]))
    actions = re.compile(r"/(URI|JS|JavaScript|Launch|EmbeddedFile|SubmitForm|RichMedia|GoToR)\b")
    objects = (paper.get_object(number) for number in paper.xref[0])
    assert [found for found in map(str, objects) if actions.search(found)] == []
    assert (paper.metadata.author, list(paper.attachments)) == (None, [])
    said = "".join(page.extract_text() for page in paper.pages[1:4])
    assert len(missing(said)) < len(PAYLOADS) / 2


@pytest.mark.parametrize("form", ["xlsx", "pptx"])
def test_no_formula_link_author_or_place_stands_in_an_office_file(exports, folder, form):
    for name, content in inside(exports[form]):
        assert not LIVE.search(content), name
        assert str(folder).encode() not in content and b"/work/" not in content, name
        if name.endswith("core.xml"):
            assert not re.search(rb"<dc:creator>[^<]|<cp:lastModifiedBy>[^<]", content)
            assert set(re.findall(rb">(\d{4}-\d\d-\d\dT[^<]*)<", content)) <= FIXED


def inside(content):
    """Every file of an archive, and of the workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            yield name, part
            if name.endswith(".xlsx"):
                yield from inside(part)


def test_hostile_words_are_cells_of_text_in_the_workbook(exports):
    book = openpyxl.load_workbook(io.BytesIO(exports["xlsx"]))
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert missing("".join(str(cell.value) for cell in cells)) == []


@pytest.mark.parametrize("form", ["csv", "csv-pl", "sdmx-csv", "open-sdg", "package"])
def test_no_cell_of_a_table_on_its_own_is_calculated(exports, form):
    packed = exports[form].startswith(b"PK")
    files = [part for name, part in inside(exports[form]) if name.endswith(".csv")] if packed else [exports[form]]
    for file in files:
        text = file.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if form == "csv-pl" else ",", strict=True))
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if cell != harmless(cell)] == []


def test_a_package_of_hostile_texts_comes_back_as_it_was(state):
    again = state[2]
    assert (again.faults, again.preview.new, again.preview.changed, again.preview.missing) == ((), 0, 0, 0)
    assert again.preview.unchanged > 500


def missing(said):
    """The payloads that a text does not hold."""
    said = bare(said)
    return [name for name, text in PAYLOADS.items() if bare(text) not in said]
