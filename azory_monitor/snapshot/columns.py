"""How wide each column of a table is on paper, so that none is cut: smaller type first, then a page turned sideways."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from azory_monitor.model.presented import Table

UPRIGHT, ACROSS = 481.0, 728.0
"""Points between the margins of an A4 page (170 mm), and of one turned sideways (257 mm)."""
SIZES = (8.5, 8.0, 7.5, 7.0)
"""Sizes of type in points; the last one only on a page turned sideways."""
SMALLEST = 4.0
"""Type of the widest tables, which no page holds otherwise."""
CHARACTER = 0.55
"""Width of a character in heights of the type, rather more than Lato's mean."""
INSET = 7.0
"""Points that a cell keeps free on both sides together."""
TALL = 5.0
"""Lines of a row beyond which smaller type or a page turned sideways reads better."""
USUAL = 0.95
"""Share of a column's texts that are looked at; a few very long ones may take more lines."""
LONGEST = 24
"""Characters of a word that are never parted."""

_LONG = re.compile(rf"[^\s\u200b]{{{LONGEST + 1},}}")


@dataclass(frozen=True)
class Layout:
    """Type and columns of a table in points."""

    size: float
    across: bool
    widths: tuple[float, ...]


@dataclass(frozen=True)
class _Column:
    """The longest word and the longest usual text of a column, in characters."""

    word: int
    text: int

    def least(self, size: float) -> float:
        """The width that the longest word needs."""
        return self.word * CHARACTER * size + INSET

    def within(self, size: float, lines: float) -> float:
        """The width at which the text takes so many lines."""
        return max(self.least(size), self.text * CHARACTER * size / lines + INSET)


def parted(text: str) -> str:
    """The text with places to break in words too long for any column."""
    return _LONG.sub(lambda word: "\u200b".join(re.findall(rf".{{1,{LONGEST // 2}}}", word[0])), text)


def laid_out(table: Table) -> Layout:
    """The largest type that fits an upright page with rows of few lines, else one turned sideways."""
    columns = [_column([head, *(row[number] for row in table.rows)]) for number, head in enumerate(table.columns)]
    for room, across, sizes in ((UPRIGHT, False, SIZES[:-1]), (ACROSS, True, SIZES)):
        for size in sizes:
            if sum(column.within(size, TALL) for column in columns) <= room:
                return Layout(size, across, _widths(columns, size, room))
    for size in SIZES:
        if sum(column.least(size) for column in columns) <= ACROSS:
            return Layout(size, True, _widths(columns, size, ACROSS))
    share = ACROSS / sum(column.least(1) for column in columns)
    return Layout(max(share, SMALLEST), True, tuple(column.least(1) * share for column in columns))


def _column(texts: Sequence[str]) -> _Column:
    lengths = sorted(map(len, texts[1:])) or [0]
    words = (len(word) for text in texts for word in re.split("[ \t\r\n\u200b]", text))
    return _Column(max(words), max(1, lengths[math.ceil(USUAL * (len(lengths) - 1))], len(texts[0]) // 2))


def _widths(columns: Sequence[_Column], size: float, room: float) -> tuple[float, ...]:
    """The widths at which all rows have the fewest lines, found by halving."""
    fewest, most = 1.0, 1.0
    while sum(column.within(size, most) for column in columns) > room and most < 1e6:
        fewest, most = most, 2 * most
    for _ in range(20):
        middle = (fewest + most) / 2
        if sum(column.within(size, middle) for column in columns) > room:
            fewest = middle
        else:
            most = middle
    return tuple(column.within(size, most) for column in columns)
