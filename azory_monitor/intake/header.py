"""Where is the header row, and of which layout and table?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from azory_monitor.errors import UnreadableFile
from azory_monitor.intake.match import Match, matches
from azory_monitor.intake.sheet import DEEPEST_HEADER, MOST_COLUMNS
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES

SHOWN = 30


@dataclass(frozen=True)
class Header:
    """A row that was recognised as headings; ``row`` counts from 1."""

    row: int
    headings: tuple[str, ...]
    matches: tuple[Match, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The better of two has more known headings, then lacks less, then stands higher up."""
        return *self.matches[0].rank, -self.row


def find_header(records: Sequence[Sequence[str]], table: str, row: str = "") -> Header | None:
    """The row of the first ``DEEPEST_HEADER`` that looks most like headings, or the one a person named."""
    named = row.isdigit() and 0 < int(row) <= len(records)
    numbers = [int(row)] if named else range(1, len(records[:DEEPEST_HEADER]) + 1)
    found = [_header(number, records[number - 1], table) for number in numbers]
    return max((header for header in found if header), key=lambda header: header.rank, default=None)


def _header(number: int, record: Sequence[str], table: str) -> Header | None:
    if len(record) > MOST_COLUMNS:
        return None
    found = matches(record, table)
    return Header(number, tuple(record), tuple(found)) if found else None


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


def unknown_headings(record: Sequence[str], table: str) -> UnreadableFile:
    """The refusal of a file whose headings no table has: what was found, and what would be understood."""
    if len(record) > MOST_COLUMNS:
        return UnreadableFile("error.too_many_columns", columns=len(record), most=MOST_COLUMNS)
    names = [table] if table in TABLES else ["measurements"]
    expected = [column.name for name in names for column in columns(TABLES[name])]
    return UnreadableFile(
        "error.unknown_headings", headings=_listed(record), table=names[0], expected=", ".join(expected)
    )


def _listed(headings: Sequence[str]) -> str:
    shown = [heading[:60] for heading in headings[:SHOWN] if heading.strip()]
    return ", ".join(shown) + (" …" if len(headings) > SHOWN else "")
