"""What stands in a file that was handed on, read by programs that did not write it.

Whatever the format, a section is its title, its running text, its tables cell by cell, and its pictures with the
words for who cannot see them.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
from pptx import Presentation

from tests.snapshot.paper import parts

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WRITTEN = {"text", "hovertext", "ticktext", "customdata", "hovertemplate"}
_VOID = {"meta", "br", "img", "link", "hr", "input"}


@dataclass
class Grid:
    """A table: what it says of itself, and its rows, of which the first are the headings."""

    caption: str
    rows: list[list[str]]


@dataclass
class Told:
    """A section as it was found."""

    title: str
    texts: list[str] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    drawn: list[object] = field(default_factory=list)
    """What the pictures are made of: a figure as data, or the words in it."""


@dataclass
class Drawn:
    """A chart of an office program: for each series its name, values and lengths of intervals, and what they are of."""

    categories: list[str]
    series: dict[str, list[float | None]]
    lower: dict[str, list[float]]
    upper: dict[str, list[float]]


def bare(text: str) -> str:
    """The text without what sets it apart into lines."""
    return re.sub(r"[\s\u200b\u00ad-]", "", text)


class _Page(HTMLParser):
    """Collects the sections of an offline page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.sections, self.open, self.text = [Told("")], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in _VOID:
            return
        self.open.append((tag, attrs))
        if tag == "section":
            self.sections.append(Told(""))
        if tag == "table":
            self.sections[-1].tables.append(Grid("", []))
        if tag == "tr":
            self.sections[-1].tables[-1].rows.append([])
        if "data-chart" in attrs:
            self.text = []
        if attrs.get("role") == "img":
            self.sections[-1].alts.append(attrs["aria-label"])
        if tag in ("h2", "h3", "p", "th", "td", "caption", "script"):
            self.text = []

    def handle_data(self, data):
        self.text.append(data)

    def handle_endtag(self, tag):
        opened, attrs = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        text, now = "".join(self.text).strip(), self.sections[-1]
        inside = "section" in {one for one, _ in self.open}
        if tag == "h2":
            now.title = text
        elif tag in ("p", "h3") and inside:
            now.texts.append(text)
        elif tag == "caption":
            now.tables[-1].caption = text
        elif tag in ("th", "td"):
            now.tables[-1].rows[-1].append(text)
        elif tag == "script" and "data-chart" in attrs:
            now.drawn.append(json.loads(text))


def page_sections(content: bytes) -> list[Told]:
    """The sections of an offline page; what stands before the first one is left out."""
    page = _Page()
    page.feed(content.decode("utf-8"))
    page.close()
    return page.sections[1:]


def paper_sections(content: bytes) -> list[Told]:
    """The sections of a PDF; the table of contents is one of them."""
    found: list[Told] = []
    for part in parts(content):
        if part.kind == "h1":
            found.append(Told(part.text))
        elif not found:
            continue
        elif part.kind == "table":
            found[-1].tables.append(Grid(part.caption, part.rows))
        elif part.kind == "figure" and found[-1].alts and re.search(r" \(\d+/\d+\)$", part.caption):
            found[-1].drawn[-1] += part.text  # a tall picture goes on on the next page
        elif part.kind == "figure":
            found[-1].alts.append(part.caption)
            found[-1].drawn.append(part.text)
        else:
            found[-1].texts.append(part.text)
    return found


def book_sections(content: bytes, language: str) -> list[Told]:
    """The sections of a workbook: what its table of contents says, and the sheets that it links to."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    found, contents = [], book.worksheets[0]
    for name, words in contents.iter_rows(min_row=4, max_col=2):
        if name.hyperlink and book.worksheets[-1].title != name.value:
            above, grid = _sheet(book[name.value], language)
            grid.caption = above[1 if len(above) > 3 else 0]
            found[-1].texts += [line for line in above[:-1] if line != grid.caption]
            found[-1].tables.append(grid)
            assert words.value in above
        elif name.value and name.font.b:
            found.append(Told(name.value))
        elif name.value and found:
            found[-1].texts.append(name.value)
    return found


def _sheet(page, language: str) -> tuple[list[str], Grid]:
    """What stands over the headings that stay in sight, and the table under it as it is shown."""
    first = int(re.sub(r"\D", "", page.freeze_panes)) - 1
    above = [page.cell(row, 1).value for row in range(1, first) if page.cell(row, 1).value]
    return above, Grid("", [[shown(cell, language) for cell in row] for row in page.iter_rows(min_row=first)])


def shown(cell, language: str) -> str:
    """A cell as a spreadsheet shows it to a reader of the language: its number in its format."""
    if not isinstance(cell.value, int | float):
        return cell.value or ""
    positive, _, negative = cell.number_format.partition(";")
    form = negative if cell.value < 0 else positive
    before, pattern, after = re.fullmatch(r'((?:"[^"]*"|\\")*)([#,0.]+)((?:"[^"]*"|\\")*)', form).groups()
    places = len(pattern.partition(".")[2])
    exact = Decimal(repr(abs(cell.value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    group, point = {"pl": ("\u00a0", ","), "en": (",", ".")}[language]
    written = f"{exact:,f}" if "," in pattern else f"{exact:f}"
    return (before + written.translate({ord(","): group, ord("."): point}) + after).replace('"', "")


@dataclass
class Slide:
    """A slide: its title, its paragraphs, tables and charts, each with what is said of it, and the notes."""

    title: str
    texts: list[str] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    charts: list[tuple[str, Drawn, Drawn]] = field(default_factory=list)
    """Words for who cannot see it, what is kept beside the cells, and the cells of the workbook inside."""
    notes: list[str] = field(default_factory=list)


def slides(content: bytes) -> list[Slide]:
    """The slides of a deck in their order."""
    return [_slide(one) for one in Presentation(io.BytesIO(content)).slides]


def _slide(one) -> Slide:
    found = Slide(one.shapes.title.text_frame.text)
    for shape in one.shapes:
        said = shape._element.xpath(".//p:cNvPr")[0].get("descr")
        if shape.has_chart:
            kept = drawn_in(shape.chart.part.blob)
            found.charts.append((said, kept, _cells_of(shape.chart.part.chart_workbook.xlsx_part.blob)))
        elif shape.has_table:
            found.tables.append(Grid(said, [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]))
        elif shape.has_text_frame and shape != one.shapes.title:
            found.texts += [part.text for part in shape.text_frame.paragraphs if part.text]
    found.notes = [part.text for part in one.notes_slide.notes_text_frame.paragraphs if part.text]
    return found


def _cells_of(content: bytes) -> Drawn:
    """The cells behind a chart: categories down the first column, a series a column."""
    (page,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    head, *rows = page.iter_rows(values_only=True)
    series = {name: [row[at] for row in rows] for at, name in enumerate(head) if at}
    return Drawn([row[0] for row in rows], series, {}, {})


def drawn_in(xml: bytes) -> Drawn:
    """A native chart, from what the office program keeps of it beside the cells that it is made of."""
    root = ElementTree.fromstring(xml)
    found = Drawn([], {}, {}, {})
    for series in root.iter(f"{_C}ser"):
        name = "".join(_points(series.find(f"{_C}tx")).values())
        categories = _points(series.find(f"{_C}cat"))
        found.categories = [categories.get(at, "") for at in range(_count(series.find(f"{_C}cat")))]
        found.series[name] = _row(series.find(f"{_C}val"))
        for side, kept in (("minus", found.lower), ("plus", found.upper)):
            ends = series.find(f"{_C}errBars/{_C}{side}")
            if ends is not None:
                kept[name] = _row(ends)
    return found


def _points(element) -> dict[int, str]:
    return {int(one.get("idx")): one.findtext(f"{_C}v") for one in element.iter(f"{_C}pt")}


def _count(element) -> int:
    return int(next(element.iter(f"{_C}ptCount")).get("val"))


def _row(element) -> list[float | None]:
    points = _points(element)
    return [float(points[at]) if at in points else None for at in range(_count(element))]


def charts_in(content: bytes) -> list[Drawn]:
    """The native charts of an office file, in the order in which they were made."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"(xl|ppt)/charts/chart\d+\.xml", name)]
        return [drawn_in(archive.read(name)) for name in sorted(names, key=lambda name: int(re.sub(r"\D", "", name)))]


def rows_of(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def words_in(figure) -> Iterator[str]:
    """Everything that a figure writes: beside its marks, at its axes, and where a pointer rests on it."""
    if isinstance(figure, dict):
        for name, part in figure.items():
            yield from _strings(part) if name in _WRITTEN else words_in(part)
    elif isinstance(figure, list):
        for part in figure:
            yield from words_in(part)


def _strings(part) -> Iterator[str]:
    if isinstance(part, str):
        yield re.sub("<[^>]*>", " ", part)
    elif isinstance(part, list):
        for one in part:
            yield from _strings(one)
    else:
        yield from words_in(part)


def places_in(figure) -> list[object]:
    """Where the marks of a figure stand along its axis; how far down depends on the words between them."""
    return [trace.get("x") for trace in figure["data"]]


def files_of(content: bytes) -> dict[str, bytes]:
    """The files of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
