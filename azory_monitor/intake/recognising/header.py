"""Where is the header, how many rows has it, and of which layout and table is it?"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePath

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.limits import DEEPEST_HEADER, MOST_COLUMNS, MOST_HEADER_CELLS
from azory_monitor.intake.recognising.evidence import CLOSE
from azory_monitor.intake.recognising.known import Known
from azory_monitor.intake.recognising.layout import fold, layouts
from azory_monitor.intake.recognising.match import ASKED, Match, best_rank, matches
from azory_monitor.intake.recognising.recognise import Heading, is_numeric, is_year, told
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES

SHOWN = 30
DEEPEST = 3
"""A header has at most so many rows."""

Rank = tuple[int, ...]
"""The greater, the better."""

_KEYS = (*ASKED, "@year", "@quarter", "@month", "@half", "@period_or_part")
_SAMPLE = 25
"""So many rows below a header are looked at to tell what its columns are."""


@dataclass(frozen=True)
class Header:
    """Rows that were recognised as headings.

    ``row`` counts from 1 and is the last of them, ``depth`` how many they are; ``preamble`` is the text above them.
    """

    row: int
    headings: tuple[str, ...]
    matches: tuple[Match, ...]
    depth: int = 1
    preamble: tuple[str, ...] = ()

    @property
    def rank(self) -> Rank:
        """The better of two knows more (see ``Match.rank``), then has fewer rows, then stands higher up."""
        return *self.matches[0].rank, -self.depth, -self.row


def find_header(
    records: Sequence[Sequence[str]], table: str, known: Known, answers: Mapping[str, str], least: Rank = ()
) -> Header | None:
    """The rows at the top that look most like headings, or those that end where a person said.

    None as well where every one of them is worse than ``least``, the rank of one that was found elsewhere.
    """
    records = [record[: MOST_COLUMNS + 1] for record in records]
    row = answers.get("header_row", "")
    named = row.isdigit() and 0 < int(row) <= len(records)
    numbers = [int(row)] if named else range(1, _looked_at(records) + 1)
    best: Header | None = None
    for number in numbers:
        for header in _headers(number, records, table, known, answers, least):
            best = header if best is None or header.rank > best.rank else best
        least = max(least, best.rank) if best else least
    return best


def _looked_at(records: Sequence[Sequence[str]]) -> int:
    """How many rows headings are looked for in: fewer where they are wide, for each is tried with every layout."""
    cells = list(accumulate(map(len, records[:DEEPEST_HEADER])))
    return max(sum(so_far <= MOST_HEADER_CELLS for so_far in cells), min(len(cells), DEEPEST))


def _headers(
    number: int, records: Sequence[Sequence[str]], table: str, known: Known, answers: Mapping[str, str], least: Rank
) -> Iterator[Header]:
    """The header that ends in a row, with one row; with more where that leaves something open.

    Not looked for where even one that knew every heading would be worse than ``least``: below the headings of our own
    form that is every row of a long file.
    """
    for depth in range(1, min(DEEPEST, number) + 1):
        if (*best_rank(len(records[number - 1])), -depth, -number) < least:
            return
        header = _header(number, depth, records, table, known, answers)
        if header:
            yield header
        if depth == 1 and header and header.matches[0].is_settled:
            return


def _header(
    number: int,
    depth: int,
    records: Sequence[Sequence[str]],
    table: str,
    known: Known,
    answers: Mapping[str, str],
) -> Header | None:
    rows = records[number - depth : number]
    if max(map(len, rows)) > MOST_COLUMNS or not any(cell.strip() for cell in rows[-1]):
        return None
    if depth > 1 and not all(_may_be_above(row) for row in rows[:-1]):
        return None
    headings = _stacked(rows)
    found = matches(headings, records[number : number + _SAMPLE], table, known, answers)
    if not found or (found[0].layout.free and any(_is_figure(cell) for cell in rows[-1] if cell.strip())):
        return None
    if depth > 1 and not (found[0].layout.free and any(any(row) for row in records[number:])):
        return None
    preamble = tuple(" ".join(filter(None, map(str.strip, row))) for row in records[: number - depth])
    return Header(number, tuple(map(told, headings)), tuple(found), depth, tuple(filter(None, preamble)))


def _may_be_above(row: Sequence[str]) -> bool:
    """Whether a row can be the upper one of several header rows: it names two things or more, and is no data."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and sum(map(_is_figure, filled)) < len(filled) / 2


def _is_figure(text: str) -> bool:
    return is_numeric(text.strip()) and not is_year(text.strip().rstrip("*"))


def _stacked(rows: Sequence[Sequence[str]]) -> list[Heading]:
    """The parts of each column's heading from top to bottom; a heading above several columns stands in the first."""
    width = len(rows[-1])
    upper = [_spread([*row, *[""] * (width - len(row))][:width]) for row in rows[:-1]]
    columns = zip(*upper, rows[-1], strict=True)
    return [tuple(dict.fromkeys(cell for cell in parts if cell.strip())) for parts in columns]


def _spread(row: Sequence[str]) -> list[str]:
    spread: list[str] = []
    for cell in row:
        spread.append(cell if cell.strip() or not spread else spread[-1])
    return spread


def settle(header: Header, name: str) -> Match:
    """The one match; where several tables have such headings, the table that the file is named after.

    UnreadableFile when that does not settle it.
    """
    found = header.matches
    if len(found) > 1:
        stem = PurePath(name.replace("\\", "/")).stem.casefold()
        found = tuple(match for match in found if match.table == stem) or found
    if len({match.table for match in found}) == 1:
        return found[0]
    raise UnreadableFile(
        "error.which_table", headings=_listed(header.headings), tables=", ".join(match.table for match in found)
    )


def unknown_headings(records: Sequence[Sequence[str]], table: str) -> UnreadableFile:
    """The refusal of a file whose headings no table has: what was found, and what would be understood."""
    record = max(records, key=len, default=())
    if len(record) > MOST_COLUMNS:
        return UnreadableFile("error.too_many_columns", columns=len(record), most=MOST_COLUMNS)
    if table in ("", Measurement.table) and not _may_be_measurements(record, records):
        return UnreadableFile("error.not_measurements", headings=_listed(record))
    names = [table] if table in TABLES else ["measurements"]
    expected = [column.name for name in names for column in columns(TABLES[name])]
    return UnreadableFile(
        "error.unknown_headings", headings=_listed(record), table=names[0], expected=", ".join(expected)
    )


def _may_be_measurements(record: Sequence[str], records: Sequence[Sequence[str]]) -> bool:
    """Whether there are figures, and a heading that could be misspelt: of an area, an indicator or a period."""
    named = [heading for layout in layouts() for heading, name in layout.headings.items() if name in _KEYS]
    others = [place for place, cell in enumerate(record) if fold(cell) not in named]
    if not any(
        _is_figure(row[place]) for row in records for place in others if place < len(row) and row[place].strip()
    ):
        return False
    return any(
        difflib.get_close_matches(fold(cell), [*named, *_KEYS], n=1, cutoff=CLOSE) for cell in record if cell.strip()
    )


def _listed(headings: Sequence[str]) -> str:
    shown = [heading[:60] for heading in headings[:SHOWN] if heading.strip()]
    return ", ".join(shown) + (" …" if len(headings) > SHOWN else "")
