"""What a reader is handed, in their language: a table, and a chart with its table and its text."""

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Table:
    """A table as a reader sees it: every cell already in their language and number style.

    ``numeric`` says for each column whether it is set flush right.  ``raw`` has for each cell the number that it
    writes, where it writes one and that may be handed on; without such columns it is empty.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()
    raw: tuple[tuple[float | None, ...], ...] = ()

    def number(self, row: int, column: int) -> float | None:
        """The number that a cell writes; None for a cell of words."""
        return self.raw[row][column] if row < len(self.raw) else None


@dataclass(frozen=True)
class PlotSeries:
    """One series of a native chart: a value for each category, None where there is none.

    ``lower`` and ``upper`` are ends of intervals, empty or as long as the values, and so are ``roles``, the palette's
    entry of each value where they differ.
    """

    name: str
    values: tuple[float | None, ...]
    role: str = "ink"
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    roles: tuple[str, ...] = ()
    open: bool = False
    """Whether it counts what is not known, and is drawn hollow."""


@dataclass(frozen=True)
class Plot:
    """What a chart is made of where a program draws it anew: the numbers of the picture, each once.

    *bars* lie and start at ``origin``, *stacked* ones are counts that add up, *lines* run over categories in time.
    """

    kind: Literal["bars", "stacked", "lines"]
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    unit: str
    decimals: int = 0
    origin: float = 0
    is_ratio: bool = False
    """Whether the axis counts doublings, so that half and twice lie equally far from the origin."""


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
    plot: Plot | None = None
    """None where no chart of an office program can say the same; then its table stands in."""


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
