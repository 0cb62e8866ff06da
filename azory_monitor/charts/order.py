"""Areas under each other in their order: name, a mark with the range through it, and a figure on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE, role
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.model.state import Programme

LEFT, RIGHT, FITS = 150, 58, 24
"""Widths of the margins, and how many small characters the left one holds."""

ROW, DOT, FOLLOWED = 8, 10, 14
"""Space around the text of a row, and the sizes of the marks, in pixels."""


@dataclass(frozen=True)
class Line:
    """One area: where its mark stands, from where to where its range goes, and what is written beside it."""

    area: str
    name: str
    at: float
    low: float | None
    high: float | None
    beside: str
    hover: str


@dataclass(frozen=True)
class Axis:
    """The axis in words, its ticks, the place that values are held against, the heading of the figures on the right."""

    words: str
    ticks: Sequence[tuple[float, str]]
    origin: float | None
    heading: str
    note: str


def scope(places: Sequence[float]) -> tuple[float, float]:
    """Both ends of an axis that has some room around all places."""
    room = (max(places) - min(places) or abs(places[0]) or 1) * 0.05
    return min(places) - room, max(places) + room


def order(programme: Programme, found: Sequence[Line], axis: Axis, theme: str) -> Any:
    """The finished figure, the lines in the order given."""
    return _Order(programme, found, axis, theme).figure()


class _Order:
    def __init__(self, programme: Programme, found: Sequence[Line], axis: Axis, theme: str) -> None:
        self.programme, self.found, self.axis = programme, found, axis
        self.sheet = Sheet(theme, left=LEFT, right=RIGHT)

    def figure(self) -> Any:
        self._axis()
        heights = [self._row(line) for line in self.found]
        self.sheet.gap(6)
        self.sheet.paragraph(self.axis.note, "quiet", "small")
        ends = [place for line in self.found for place in (line.at, line.low, line.high) if place is not None]
        ends += [] if self.axis.origin is None else [self.axis.origin]
        shown = {"visible": False, "range": list(scope(ends))}
        return self.sheet.figure([self._marks(heights)], shown)

    def _axis(self) -> None:
        self.sheet.paragraph(self.axis.words, "quiet", "small")
        self.sheet.gap(2)
        y = self.sheet.row(LINE["small"])
        for place, words in self.axis.ticks:
            self.sheet.label(plain(words), y, place, colour="quiet", size="small")
        self._right(self.axis.heading, y, "quiet")
        self.sheet.gap(2)

    def _right(self, words: str, y: float, colour: str) -> None:
        self.sheet.label(plain(words), y, 1, shift=RIGHT, xref="paper", anchor="right", colour=colour, size="small")

    def _row(self, line: Line) -> float:
        ours = self._is_ours(line)
        said = lines(line.name, FITS)
        words = "<br>".join(bold(plain(one)) if ours else plain(one) for one in said)
        top = self.sheet.y
        y = self.sheet.row(LINE["small"] * len(said) + ROW)
        self._grid(top)
        ink = role(self.programme, line.area) if ours else "ink"
        self.sheet.label(words, y, 0, shift=-LEFT, xref="paper", anchor="left", size="small", colour=ink)
        self._range(line, y)
        self._right(line.beside, y, ink)
        return y

    def _grid(self, top: float) -> None:
        for place, _ in self.axis.ticks:
            self.sheet.line(place, top, place, self.sheet.y, "line")
        if self.axis.origin is not None:
            self.sheet.line(self.axis.origin, top, self.axis.origin, self.sheet.y, "quiet", width=1.5)

    def _range(self, line: Line, y: float) -> None:
        if line.low is None or line.high is None:
            return
        colour = self._colour(line)
        self.sheet.line(line.low, y, line.high, y, colour, width=2)
        for end in (line.low, line.high):
            self.sheet.line(end, y - 4, end, y + 4, colour, width=2)

    def _is_ours(self, line: Line) -> bool:
        return line.area in self.programme.profile.areas

    def _colour(self, line: Line) -> str:
        return role(self.programme, line.area) if self._is_ours(line) else "quiet"

    def _marks(self, heights: list[float]) -> dict[str, Any]:
        ours = [self._is_ours(line) for line in self.found]
        marker = {
            "color": [self.sheet.colours[self._colour(line)] for line in self.found],
            "symbol": ["diamond" if own else "circle" for own in ours],
            "size": [FOLLOWED if own else DOT for own in ours],
            "opacity": 1,
            "line": {"color": self.sheet.colours["paper"], "width": 1},
        }
        hover = [wrap(line.hover, 40) for line in self.found]
        return points([line.at for line in self.found], heights, hover, marker=marker)
