"""A file with one row for each value that is due, or a table without rows."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping

import xlsxwriter

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Due, Unscheduled
from azory_monitor.model.row import Row, columns, headers
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import OURS, TABLES
from azory_monitor.snapshot.cells import harmless
from azory_monitor.words.sentences.quality import last_known
from azory_monitor.words.speaker import Speaker, languages

FILLED = ("indicator", "area", "period", "value", "numerator", "denominator", "source", "note", "qualifier")
_GIVEN = 3
"""So many columns are filled before the person begins."""

_WIDTHS = {"indicator": 48, "area": 24, "source": 28, "note": 36, "qualifier": 16}
_WIDTH, _WIDEST = 12, 34
_SPARE = 200
"""So many rows below the given ones offer the lists of names."""

_MADE = datetime.datetime(2000, 1, 1)
"""A fixed moment, so that the same template is the same file."""


Owed = Due | Unscheduled
"""A value to be filled in: of an indicator, an area and a period, with the last one there is."""


def template_csv(speaker: Speaker, programme: Programme, rows: Iterable[Owed]) -> bytes:
    """What is owed, as the spreadsheet of the reader's country opens it by a double click."""
    return _csv(speaker, [_headings(speaker), *_lines(speaker, programme, rows)])


def empty_csv(speaker: Speaker, table: str) -> bytes:
    """The headings of a table and no rows."""
    return _csv(speaker, [headers(TABLES[table], languages())])


def template_xlsx(speaker: Speaker, programme: Programme, rows: Iterable[Owed]) -> bytes:
    """The same as a workbook: headings that stay in sight, lists of what may stand in a cell."""
    out, headings, lines = io.BytesIO(), _headings(speaker), _lines(speaker, programme, rows)
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": _MADE})
        page = book.add_worksheet(speaker.say("template.sheet"))
        head = book.add_format({"bold": True, "bottom": 1, "bg_color": "silver", "text_wrap": True, "valign": "top"})
        given, free = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"valign": "top"})
        for place, heading in enumerate(headings):
            width = _WIDTHS.get(FILLED[place], _WIDTH) if place < len(FILLED) else _WIDEST
            page.set_column(place, place, width, given if place < _GIVEN else free)
            page.write_string(0, place, heading, head)
        for at, line in enumerate(lines, start=1):
            for place, cell in enumerate(line):
                if cell:
                    page.write_string(at, place, cell)
        page.freeze_panes(1, 0)
        _offer(book, page, len(lines) + _SPARE, _offered(speaker, programme), speaker)
    return out.getvalue()


def _headings(speaker: Speaker) -> list[str]:
    own = [speaker.say(f"template.{name}", ours=OURS) for name in ("unit", "last")]
    return [*(speaker.say(f"column.{name}") for name in FILLED), *own]


def _lines(speaker: Speaker, programme: Programme, rows: Iterable[Owed]) -> list[list[str]]:
    return [_line(speaker, programme, row) for row in rows]


def _line(speaker: Speaker, programme: Programme, row: Owed) -> list[str]:
    indicator = programme.indicators[row.indicator]
    named = [
        unique_name(speaker, programme.indicators, row.indicator),
        unique_name(speaker, programme.areas, row.area),
    ]
    return [
        *named,
        row.period,
        *[""] * (len(FILLED) - _GIVEN),
        speaker.unit(indicator),
        last_known(speaker, programme, row.last),
    ]


def unique_name(speaker: Speaker, rows: Mapping[str, Row], id: str) -> str:
    """A row's name where no other row goes by it, else its id: what can be read back as that row."""
    name = speaker.text(rows[id].name)
    others = {other.casefold() for key, row in rows.items() if key != id for other in (key, *_names(row))}
    return id if name.casefold() in others or name != harmless(name) else name


def _names(row: Row) -> Iterable[str]:
    for column in ("code", "name", "short", "aliases"):
        said = getattr(row, column, "")
        yield from said.values() if isinstance(said, dict) else said.split("|")


def _offered(speaker: Speaker, programme: Programme) -> dict[str, list[str]]:
    """For a column, what may stand in it."""
    (qualifiers,) = (column.choices for column in columns(Measurement) if column.name == "qualifier")
    return {
        "indicator": [unique_name(speaker, programme.indicators, id) for id in programme.indicators],
        "area": [unique_name(speaker, programme.areas, id) for id in programme.areas],
        "qualifier": list(qualifiers),
    }


def _offer(
    book: xlsxwriter.Workbook,
    page: xlsxwriter.worksheet.Worksheet,
    last_row: int,
    offered: Mapping[str, list[str]],
    speaker: Speaker,
) -> None:
    """Lists to choose from, kept on a sheet that is not shown."""
    lists = book.add_worksheet(speaker.say("template.lists"))
    lists.hide()
    for place, (column, names) in enumerate(offered.items()):
        lists.write_column(0, place, names)
        source = f"='{lists.get_name()}'!${chr(65 + place)}$1:${chr(65 + place)}${max(len(names), 1)}"
        at = FILLED.index(column)
        page.data_validation(1, at, last_row, at, {"validate": "list", "source": source, "error_type": "warning"})


def _csv(speaker: Speaker, lines: Iterable[list[str]]) -> bytes:
    out = io.StringIO()
    separator = ";" if "," in speaker.number(0.5) else ","
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")
