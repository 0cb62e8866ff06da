"""The comparison of formats itself: one number changed in one file, and it is found."""

import re
from dataclasses import replace

import pytest

from azory_monitor.charts.style import PALETTES
from azory_monitor.charts.svg import svg_pieces
from azory_monitor.report import report
from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.pdf import document
from azory_monitor.words import speaker
from tests.snapshot.agreeing import deck_apart, sections_apart, unknown_in_figures, untold
from tests.snapshot.opened import book_sections, charts_in, files_of, page_sections, paper_sections, slides


def changed(content, pattern, old, new):
    """The archive with the first of its files that has the text changed in it; ``pattern`` says which files."""
    files = files_of(content)
    name = next(name for name, part in files.items() if re.search(pattern, name) and old in part)
    return zipped(files | {name: files[name].replace(old, new, 1)})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">27,94<", ">27,49<"),
        ("0,33 do 0,55", "0,33 do 0,56"),
        (">762 448 osób<".replace(" ", "\u00a0"), ">762 449 osób<".replace(" ", "\u00a0")),
        ("75 barier", "74 barier"),
        ("27,91\u00a0% średnio", "27,19\u00a0% średnio"),
    ],
    ids=["value", "interval", "thousands", "sentence", "alternative"],
)
def test_a_number_changed_on_the_page(made, read, old, new):
    page = made("html", "pl").decode()
    head, told = page.split("<main", 1)
    assert old in told
    other = page_sections((head + "<main" + told.replace(old, new, 1)).encode())
    differences = sections_apart(other, read("pdf", "pl"), ("pl", "pl"))
    assert differences or any(unknown_in_figures(told, "pl", ()) for told in other if "0,56" in str(told.drawn))
    assert sections_apart(other, read("html", "en"), ("pl", "en")) != []


def test_a_number_changed_in_a_cell_of_the_workbook(made, read):
    other = changed(made("xlsx", "pl"), "worksheets", b"<v>27.94</v>", b"<v>27.95</v>")
    found = sections_apart(read("html", "pl"), book_sections(other, "pl"), ("pl", "pl"), in_order=False)
    assert any("27,94" in difference and "27,95" in difference for difference in found)


def test_a_number_changed_in_a_chart_of_the_workbook(made, read):
    other = charts_in(changed(made("xlsx", "pl"), r"charts/chart1\.xml", b"<c:v>1.56", b"<c:v>1.65"))
    tables = [grid for told in read("html", "pl") for grid in told.tables[: len(told.alts)]]
    assert all(untold(other[0], grid, "pl") for grid in tables)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (r"charts/chart.*\.xml", b"<c:v>3.03", b"<c:v>3.04"),
        (r"notesSlide\d+\.xml", "27,94\u00a0%".encode(), "27,49\u00a0%".encode()),
        (r"slides/slide\d+\.xml", b"44,56", b"44,65"),
        (r"slides/slide\d+\.xml", b"11,36", b"11,63"),
    ],
    ids=["chart", "notes", "title", "table"],
)
def test_a_number_changed_in_the_deck(made, read, part, old, new):
    deck = slides(changed(made("pptx", "pl"), part, old, new))
    own = [deck[0].title, *deck[0].texts, deck[1].notes[0]]
    assert deck_apart(slides(made("pptx", "pl"))[:-1], read("html", "pl"), "pl", own) == []
    assert deck_apart(deck[:-1], read("html", "pl"), "pl", own) != []


def test_a_number_changed_in_the_workbook_behind_a_chart(made, read):
    content = made("pptx", "pl")
    name, book = next((name, part) for name, part in files_of(content).items() if name.endswith(".xlsx"))
    inside = changed(book, "sheet1.xml", b"<v>3.03", b"<v>3.04")
    deck = slides(zipped(files_of(content) | {name: inside}))
    own = [deck[0].title, *deck[0].texts, deck[1].notes[0]]
    assert any("3.04" in what for what in deck_apart(deck[:-1], read("html", "pl"), "pl", own))


def test_a_number_changed_on_paper(state, read):
    told = report(state, speaker("pl"))
    (section,) = (one for one in told.sections if one.title == speaker("pl").text(state.printed_tables[0].title))
    table = section.tables[0]
    rows = tuple(tuple(cell.replace("13\u00a0109", "13\u00a0190") for cell in row) for row in table.rows)
    assert rows != table.rows
    page = [one for one in read("html", "pl") if one.title == section.title]
    for shown, differs in ((table, False), (replace(table, rows=rows), True)):
        small = replace(told, sections=(replace(section, tables=(shown,)),))
        paper = paper_sections(document(small, PALETTES["light"], svg_pieces, state.batch.taken))
        assert bool(sections_apart(page, paper, ("pl", "pl"))) is differs
