"""A report as a workbook: a sheet a table, numbers as numbers, and the pictures as charts of the office program."""

import datetime
import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from textwrap import wrap

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from azory_monitor.model.presented import Chart, Report, Section, Table
from azory_monitor.snapshot.shown import number_format
from azory_monitor.snapshot.xlsx_charts import write_pictures
from azory_monitor.words.speaker import Speaker

MADE = datetime.datetime(2000, 1, 1)
"""A fixed moment, so that the same state is the same file."""
LONGEST, NAME = 32_767, 31
"""So many characters fit in a cell, and in the name of a sheet."""
NARROW, WIDE = 9, 50
"""The least and the greatest width of a column in characters."""
FILLED = 0.95
"""The share of a column's width that text takes before it wraps."""
LINKS, CONTENTS = 34, 90
"""Widths of the table of contents."""
LINE, TALLEST = 15, 405
"""Height in points of one line, and the greatest that a row can have."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def workbook(report: Report, palette: Mapping[str, str], speaker: Speaker) -> bytes:
    """The workbook; ``palette`` gives colours by meaning."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": _fitting(speaker, report.title), "created": MADE, "author": ""})
        _Book(book, report, palette, speaker).write()
    return out.getvalue()


def listed(report: Report) -> Iterator[tuple[Section, Table, Chart | None]]:
    """Every table in the order of the report, with the picture it belongs to."""
    for section in report.sections:
        yield from ((section, chart.table, chart) for chart in section.charts)
        yield from ((section, table, None) for table in section.tables)


class _Book:
    def __init__(self, book: Workbook, report: Report, palette: Mapping[str, str], speaker: Speaker) -> None:
        self.book, self.report, self.palette, self.speaker = book, report, palette, speaker
        self.names: set[str] = set()
        self.formats: dict[str, object] = {}
        base = {"font_name": "Calibri", "font_size": 11, "font_color": palette["ink"], "valign": "top"}
        self.base = base
        self.text = book.add_format(base | {"text_wrap": True})
        self.quiet = book.add_format(base | {"font_color": palette["quiet"], "text_wrap": True})
        self.title = book.add_format(base | {"bold": True, "font_size": 14, "text_wrap": True})
        self.bold = book.add_format(base | {"bold": True, "text_wrap": True})
        self.link = book.add_format(base | {"underline": 1, "text_wrap": True, "font_color": palette["better"]})
        head = base | {"bold": True, "text_wrap": True, "bg_color": palette["wash"], "bottom": 1, "valign": "bottom"}
        self.head = {
            True: book.add_format(head | {"align": "right"}),
            False: book.add_format(head | {"align": "left", "indent": 1}),
        }

    def write(self) -> None:
        contents = self._sheet(self.report.labels["contents"])
        places = [
            (section, self._table(section, table, chart), table, chart) for section, table, chart in listed(self.report)
        ]
        charts = [chart for _, _, _, chart in places if chart and chart.plot]
        pictures = ""
        if charts:
            page = self._sheet(self.speaker.say("workbook.pictures"))
            write_pictures(self.book, page, charts, self.palette, self.speaker, self.bold, self.head[False])
            page.set_landscape()
            page.set_paper(9)
            page.fit_to_pages(1, 0)
            pictures = page.get_name()
        self._contents(contents, places, pictures)

    def _contents(self, page: Worksheet, places: list, pictures: str) -> None:
        page.set_column(0, 0, LINKS, self.text)
        page.set_column(1, 1, CONTENTS, self.text)
        page.set_portrait()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        row = self._lines(page, 0, [(self.report.title, self.title), (self.report.state, self.text)])
        row = self._link(page, row + 1, pictures, "") if pictures else row
        told: Section | None = None
        for section, name, table, chart in places:
            if section is not told:
                row = self._section(page, row + 1, section)
                told = section
            row = self._link(page, row, name, chart.title if chart else table.caption)
        for section in self.report.sections:
            if not section.charts and not section.tables:
                row = self._section(page, row + 1, section)
        self._lines(page, row + 1, [(self.speaker.say("workbook.made"), self.quiet)])

    def _section(self, page: Worksheet, row: int, section: Section) -> int:
        row = self._lines(page, row, [(section.title, self.bold)])
        return self._lines(page, row, [(sentence, self.text) for sentence in section.sentences])

    def _lines(self, page: Worksheet, row: int, lines: list) -> int:
        for words, look in lines:
            page.merge_range(row, 0, row, 1, "", look)
            page.write_string(row, 0, _fitting(self.speaker, words), look)
            _tall(page, row, [(words, LINKS + CONTENTS)])
            row += 1
        return row

    def _link(self, page: Worksheet, row: int, name: str, words: str) -> int:
        page.write_url(row, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", self.link, name)
        page.write_string(row, 1, _fitting(self.speaker, words), self.text)
        _tall(page, row, [(words, CONTENTS)])
        return row + 1

    def _table(self, section: Section, table: Table, chart: Chart | None) -> str:
        """A sheet with what the table says of itself, its headings, which stay in sight, and its rows."""
        page = self._sheet(f"{len(self.names)} {section.title}")
        above = [(chart.title, self.bold)] if chart else []
        above += [(table.caption, self.text)]
        above += [(f"{self.speaker.say('report.unit')}: {chart.unit}", self.quiet)] if chart and chart.unit else []
        above += [(f"{self.speaker.say('report.source')}: {chart.source}", self.quiet)] if chart else []
        above += [(self.report.state, self.quiet)]
        widths = [_width(heading, [row[place] for row in table.rows]) for place, heading in enumerate(table.columns)]
        first = self._above(page, above, widths) + 1
        numeric = table.numeric or (False,) * len(table.columns)
        _tall(page, first, list(zip(table.columns, widths, strict=True)))
        for place, heading in enumerate(table.columns):
            page.write_string(first, place, _fitting(self.speaker, heading), self.head[numeric[place]])
            page.set_column(place, place, widths[place])
        for at, row in enumerate(table.rows):
            _tall(page, first + 1 + at, list(zip(row, widths, strict=True)))
            for place, cell in enumerate(row):
                self._cell(page, (first + 1 + at, place), cell, table.number(at, place), numeric[place])
        page.freeze_panes(first + 1, 1)
        _print(page, first, len(table.rows), len(table.columns))
        return page.get_name()

    def _above(self, page: Worksheet, lines: list, widths: list[float]) -> int:
        """What stands over the table, as wide as the table or as a few columns of it."""
        for row, (words, look) in enumerate(lines):
            if len(widths) > 1:
                page.merge_range(row, 0, row, len(widths) - 1, "", look)
            page.write_string(row, 0, _fitting(self.speaker, words), look)
            _tall(page, row, [(words, sum(widths))])
        return len(lines)

    def _cell(self, page: Worksheet, at: tuple[int, int], cell: str, value: float | None, right: bool) -> None:
        shown = None if value is None else number_format(self.speaker, cell, value)
        if shown:
            page.write_number(*at, float(value), self._format(shown, right))
        else:
            page.write_string(*at, _fitting(self.speaker, cell), self._format("@", right))

    def _format(self, shown: str, right: bool) -> object:
        key = f"{right} {shown}"
        if key not in self.formats:
            look = {
                "num_format": shown,
                "align": "right" if right else "left",
                "text_wrap": shown == "@",
                "indent": int(not right),
            }
            self.formats[key] = self.book.add_format(self.base | look)
        return self.formats[key]

    def _sheet(self, called: str) -> Worksheet:
        """A sheet whose name a spreadsheet accepts and that no other has."""
        plain = " ".join(_FORBIDDEN.sub(" ", "".join(sign for sign in called if sign.isprintable())).split()).strip("'")
        name, number = _short(plain, NAME) or "–", 2
        while name.casefold() in self.names:
            name, number = f"{_short(plain, NAME - 4)} {number}", number + 1
        self.names.add(name.casefold())
        page = self.book.add_worksheet(name)
        page.hide_gridlines(2)
        return page


def _short(name: str, most: int) -> str:
    """The name, or as many of its words as fit."""
    if len(name) <= most:
        return name
    words = name[: most - 1].rpartition(" ")[0] if " " in name[: most - 1] else name[: most - 1]
    return words.strip(" '") + "…"


def _tall(page: Worksheet, row: int, cells: list[tuple[str, float]]) -> None:
    """A row as high as its longest text needs; nobody else makes it so before it is printed."""
    lines = max((_lines(words[:LONGEST], max(int(width * FILLED) - 1, 4)) for words, width in cells), default=1)
    page.set_row(row, min(LINE * max(lines, 1) + 1, TALLEST))


@lru_cache(maxsize=8192)  # the same words stand in many rows and sheets
def _lines(words: str, letters: int) -> int:
    """How many lines of so many letters the words take."""
    return 1 if len(words) <= letters and "\t" not in words else len(wrap(words, letters))


def _print(page: Worksheet, first: int, rows: int, columns: int) -> None:
    """On paper across, as wide as the page, headings on every page."""
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(first)
    page.print_area(0, 0, first + rows, max(columns - 1, 0))
    page.autofilter(first, 0, first + max(rows, 1), max(columns - 1, 0))


def _width(heading: str, cells: list[str]) -> float:
    """Wide enough for most cells: long ones wrap, the longest word of the heading never breaks."""
    longest = max((len(cell) for cell in cells), default=0)
    word = max((len(word) for word in heading.split()), default=0)
    return max(NARROW, min(WIDE, (max(longest, word + 2) + 2) / FILLED))


def _fitting(speaker: Speaker, text: str) -> str:
    """The text as it fits in a cell; what is cut says so."""
    if len(text) <= LONGEST:
        return text
    said = speaker.say("workbook.cut", length=speaker.number(len(text)))
    return f"{text[: LONGEST - len(said) - 1]} {said}"
