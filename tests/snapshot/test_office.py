"""A state as a workbook and as a deck says what the offline page says, and nothing in it runs, leaks or changes."""

import datetime
import io
import itertools
import re
import shutil
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Pt

from azory_monitor.access import Actor
from azory_monitor.charts.style import PALETTES
from azory_monitor.exporting import exported
from azory_monitor.home import Home
from azory_monitor.model.presented import Report, Section, Table
from azory_monitor.monitor import Monitor
from azory_monitor.report import report
from azory_monitor.report.deck import slides as slides_of
from azory_monitor.snapshot.pptx import Meeting, deck
from azory_monitor.snapshot.shown import number_format
from azory_monitor.snapshot.xlsx import LONGEST, listed, workbook
from azory_monitor.view import View
from azory_monitor.words import languages, speaker
from tests import small

DATA = Path(__file__).parents[2] / "data"
NOW = datetime.datetime(2019, 6, 30, 12, 0)
ANNA = Actor("Anna", "coordinator")
LONG = "długi opis " * 2_500


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        self.now += datetime.timedelta(minutes=1)
        return self.now


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("seeded"))
    monitor = Monitor(home, Clock())
    monitor.seed(monitor.check_package(DATA))
    yield monitor, home
    monitor.close()


@pytest.fixture(scope="module")
def view(seeded):
    return seeded[0].view()


@pytest.fixture(scope="module")
def books(view):
    """For each language the report, the workbook and the deck."""
    return {
        language: (
            report(view, speaker(language)),
            openpyxl.load_workbook(io.BytesIO(exported(view, "xlsx", language))),
            Presentation(io.BytesIO(exported(view, "pptx", language))),
        )
        for language in languages()
    }


@pytest.fixture(scope="module")
def hostile(seeded, tmp_path_factory):
    """The seed with barriers whose words are formulas, markup, and far too long."""
    monitor, home = seeded
    place = tmp_path_factory.mktemp("hostile") / "home"
    shutil.copytree(home.path, place)
    monitor = Monitor(Home(place), Clock())
    texts = ("=1+1", "<script>alert(1)</script>", LONG, "NULL", "@SUM(A1)", "-2+3", "http://example.org/x")
    head = "id,title_pl,title_en,theme,kind,state,decision_pl,decision_en\n"
    theme = next(iter(monitor.view().programme.themes))
    rows = [f'hostile-{at},"{text}","{text}",{theme},barrier,open,"{text}","{text}"' for at, text in enumerate(texts)]
    handed = monitor.check("barriers.csv", (head + "\n".join(rows)).encode(), table="barriers")
    assert [problem.rule for problem in handed.problems] == []
    monitor.keep(handed, ANNA)
    yield monitor.view(), texts
    monitor.close()


def rows_of(page, table):
    """The cells under the headings of a table."""
    cells = list(page.iter_rows())
    (first,) = (
        at for at, row in enumerate(cells) if tuple(cell.value for cell in row[: len(table.columns)]) == table.columns
    )
    return cells[first + 1 : first + 1 + len(table.rows)]


def shown(speak, cell):
    """A cell as a spreadsheet shows it in the reader's language: its number in its format."""
    if not isinstance(cell.value, int | float):
        return cell.value
    positive, _, negative = cell.number_format.partition(";")
    form = negative if cell.value < 0 else positive
    parts = re.fullmatch(r'((?:"[^"]*"|\\")*)([#,0.]+)((?:"[^"]*"|\\")*)', form)
    before, pattern, after = parts.groups()
    decimals = len(pattern.rpartition(".")[2]) if "." in pattern else 0
    number = str(int(abs(cell.value))) if pattern == "0" else speak.number(abs(cell.value), decimals)
    return (before + number + after).replace('"', "")


@pytest.mark.parametrize("language", languages())
def test_every_row_of_every_table_of_the_report_stands_in_the_workbook_as_it_is_written(books, language):
    made, book, _ = books[language]
    speak, tables, numbers = speaker(language), [table for _, table, _ in listed(made)], 0
    pages = book.worksheets[1 : 1 + len(tables)]
    for page, table in zip(pages, tables, strict=True):
        for cells, row in zip(rows_of(page, table), table.rows, strict=True):
            assert tuple(shown(speak, cell) for cell in cells[: len(row)]) == row
            numbers += sum(isinstance(cell.value, int | float) for cell in cells)
    assert numbers > 250


@pytest.mark.parametrize("language", languages())
def test_the_numbers_of_the_workbook_are_those_of_the_results(books, language):
    made, book, _ = books[language]
    for at, (_, table, _) in enumerate(listed(made), start=1):
        for row, cells in enumerate(rows_of(book.worksheets[at], table)):
            for place, cell in enumerate(cells[: len(table.columns)]):
                if isinstance(cell.value, int | float):
                    assert cell.value == pytest.approx(table.number(row, place), rel=1e-14)


@pytest.mark.parametrize("language", languages())
def test_sheets_have_names_of_their_own_headings_that_stay_and_native_charts(books, language):
    made, book, _ = books[language]
    plots = [chart for section in made.sections for chart in section.charts if chart.plot]
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert all(page.freeze_panes for page in book.worksheets[1:-1])
    assert len(book.worksheets[-1]._charts) == len(plots) > 5
    assert [cell.value for (cell, *_) in book.worksheets[0].iter_rows(max_row=2)] == [made.title, made.state]


@pytest.mark.parametrize("language", languages())
def test_every_picture_is_a_native_chart_with_words_for_who_cannot_see_it(view, books, language):
    made, deck = slides_of(view, speaker(language)), books[language][2]
    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    plots = [chart.plot for section in made.sections for chart in section.charts if chart.plot]
    drawn = sorted(
        value
        for frame in frames
        for series in frame.chart.plots[0].series
        for value in series.values
        if value is not None
    )
    assert drawn == sorted(value for plot in plots for one in plot.series for value in one.values if value is not None)
    assert all(len(frame._element.nvGraphicFramePr.cNvPr.get("descr")) > 40 for frame in frames)
    assert not any(shape.shape_type == 13 for slide in deck.slides for shape in slide.shapes)


@pytest.mark.parametrize("language", languages())
def test_every_slide_has_a_title_notes_a_language_and_type_that_a_room_can_read(books, language):
    _, _, deck = books[language]
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles) and len(deck.slides) > 12
    for slide in deck.slides:
        assert slide.notes_slide.notes_text_frame.text.strip()
        for run, least in runs_of(slide):
            assert run.font.size >= Pt(least)
            assert run._r.rPr.get("lang").startswith(language)


def runs_of(slide):
    """Every run of a slide with the least size it may have."""
    for shape in slide.shapes:
        frames = [shape.text_frame] if shape.has_text_frame else []
        frames += [cell.text_frame for row in shape.table.rows for cell in row.cells] if shape.has_table else []
        least = 24 if shape == slide.shapes.title else 18
        yield from ((run, least) for frame in frames for part in frame.paragraphs for run in part.runs)
        if shape.has_chart:
            assert shape.chart.font.size >= Pt(18)


@pytest.mark.parametrize("language", languages())
def test_nothing_on_a_slide_reaches_over_its_edge(books, language):
    _, _, deck = books[language]
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height


@pytest.mark.parametrize("language", languages())
def test_nothing_on_a_slide_lies_over_anything_else(books, language):
    _, _, slides = books[language]
    for slide in slides.slides:
        placed = sorted((shape.top, shape.top + shape.height) for shape in slide.shapes)
        assert all(first[1] <= second[0] for first, second in itertools.pairwise(placed))


def test_slides_carry_the_answers_of_the_report_and_the_decisions_asked(books, view):
    for language, (_, _, slides) in books.items():
        said = " ".join(
            " ".join(run.text for run, _ in runs_of(slide)) + slide.notes_slide.notes_text_frame.text
            for slide in slides.slides
        )
        shown = slides_of(view, speaker(language))
        assert shown.sections and all(chart.title in said for section in shown.sections for chart in section.charts)
        asked = [view.programme.barriers[one.barrier] for one in view.hindrances() if one.asked]
        assert asked and all(speaker(language).text(barrier.decision) in said for barrier in asked)


@pytest.mark.parametrize("form", ["xlsx", "pptx"])
def test_the_same_state_gives_the_same_bytes(view, seeded, form):
    assert exported(view, form, "en") == exported(seeded[0].view(), form, "en")


@pytest.mark.parametrize("form", ["xlsx", "pptx"])
@pytest.mark.parametrize("language", languages())
def test_no_formula_no_outside_link_no_author_stands_in_a_file_even_of_hostile_data(hostile, form, language):
    for name, content in inside(exported(hostile[0], form, language)):
        assert b"<f>" not in content, name
        assert not (name.endswith(".rels") and b'TargetMode="External"' in content), name
        assert b"<script>" not in content
        assert "printerSettings" not in name
        if name.endswith("core.xml"):
            assert not re.findall(rb"<dc:creator>[^<]+|<cp:lastModifiedBy>[^<]+", content)


def inside(content):
    """Every file of an archive, and of the workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            yield name, part
            if name.endswith(".xlsx"):
                yield from inside(part)


def test_hostile_words_stand_in_the_workbook_as_words(hostile):
    view, texts = hostile
    book = openpyxl.load_workbook(io.BytesIO(exported(view, "xlsx", "en")))
    cells = {str(cell.value) for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value}
    assert {text.strip() for text in texts} <= {cell.strip() for cell in cells}


def test_what_is_too_long_for_a_cell_is_cut_and_says_so_and_goes_on_over_the_slides_of_a_deck():
    text = "=word " * 8_000
    table = Table("Long", ("Text", "Number"), ((text, "7"),), (False, True), ((None, 7.0),))
    made = Report("en", "Plan", "Today", {"contents": "Contents"}, (Section("Words", (text,), (), (table,)),))
    book = openpyxl.load_workbook(io.BytesIO(workbook(made, PALETTES["light"], speaker("en"))))
    ((cut, number),) = rows_of(book.worksheets[1], table)
    assert (len(cut.value), number.value) == (LONGEST, 7) and cut.value.endswith(
        "[cut here: the whole text has 48,000 characters]"
    )
    section = Section("Nothing", ("Nothing.",))
    slides = deck(made, Meeting((), section, section, section), PALETTES["light"], speaker("en"))
    said = [run.text for slide in Presentation(io.BytesIO(slides)).slides for run, _ in runs_of(slide)]
    assert sum(part.count("=word") for part in said) == 8_000


@pytest.mark.parametrize("form", ["xlsx", "pptx"])
@pytest.mark.parametrize("language", languages())
def test_a_programme_without_any_figures_has_a_workbook_and_a_deck(tmp_path, form, language):
    books = small.seeded(tmp_path)
    last = books.batches()[-1]
    view = View(last, NOW.date(), books.records(last.id), books.measurements(last.id))
    content = exported(view, form, language)
    if form == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A1"].value
    else:
        assert all(slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(content)).slides)
    books.close()


def test_both_files_of_the_seed_are_made_while_one_waits(view):
    began = time.process_time()
    for form in ("xlsx", "pptx"):
        exported(view, form, "pl")
    assert time.process_time() - began < 20  # far above the second that it takes


def test_a_text_longer_than_a_slide_goes_on_over_the_next_ones_and_is_never_cut(hostile):
    view, texts = hostile
    deck = Presentation(io.BytesIO(exported(view, "pptx", "en")))
    said = [run.text for slide in deck.slides for run, _ in runs_of(slide)]
    assert sum(text.count("opis") for text in said) >= LONG.count("opis")
    assert all(any(text in part for part in said) for text in texts if len(text) < 100)


def test_a_unit_with_quotation_marks_does_not_break_the_format_of_a_number():
    assert number_format(speaker("en"), 'about 1,234.50 "units"', 1234.5).startswith('"about "#,##0.00')


@pytest.mark.parametrize(
    ("written", "value"), [("hidden", 3.0), ("no data", 0.0), ("fewer than 15", 5.0), ("1.25", 25.0)]
)
def test_a_number_that_its_cell_does_not_write_is_not_handed_on(written, value):
    assert number_format(speaker("en"), written, value) is None
