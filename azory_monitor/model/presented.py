"""What a reader is handed, in their language: a table, and a chart with its table and its text."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Table:
    """A table as a reader sees it: every cell already in their language and number style.

    ``numeric`` says for each column whether it is set flush right.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart whose title is its answer, with what makes it readable without seeing it."""

    title: str
    figure: Any
    """A plotly figure; ``Any`` because only the chart modules may know the library."""
    table: Table
    alt: str
    """The same message in words, for who cannot see the picture."""
    unit: str
    source: str


@dataclass(frozen=True)
class Section:
    """One question of a report: its answer in sentences, then pictures, then tables."""

    title: str
    sentences: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole state in one language, ready to be written as a page, a document or slides."""

    language: str
    title: str
    state: str
    """Which state it shows: its name, day and number."""
    labels: dict[str, str]
    """The few words of the frame itself: unit, source, table of contents …"""
    sections: tuple[Section, ...]
