"""A small grid of counts: names down the left, narrow heads across, a tinted cell where there is something."""

from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE, tint
from azory_monitor.charts.text import bold, lines, plain, wrap

LEFT, FITS, HEAD = 122, 19, 7
"""Width of the names' margin, the characters of a name that fit in it, and those above a column."""
CELL = 30


class Grid:
    """Draws rows of cells on a sheet and gathers what they tell when pointed at."""

    def __init__(self, theme: str, columns: int, most: int) -> None:
        self.theme, self.columns, self.most = theme, columns, most
        self.sheet = Sheet(theme, left=LEFT, right=4)
        self.cells: list[tuple[int, float, str, str]] = []
        self.signs: list[tuple[int, float, str]] = []

    def heads(self, words: Sequence[str]) -> None:
        """What stands above the columns, each broken into narrow lines."""
        broken = [lines(word, HEAD) for word in words]
        y = self.sheet.row(LINE["small"] * max(map(len, broken)) + 6)
        for column, head in enumerate(broken):
            self.sheet.label("<br>".join(plain(line) for line in head), y, column, size="small", colour="quiet")

    def row(self, name: str) -> tuple[float, float]:
        """Begin a row with its name; returns where its cells begin and their middle."""
        broken = lines(name, FITS)
        top = self.sheet.y
        y = self.sheet.row(max(CELL, LINE["small"] * len(broken) + 6))
        marked = "<br>".join(plain(line) for line in broken)
        self.sheet.label(marked, y, 0, shift=-LEFT, xref="paper", anchor="left", size="small")
        return top, y

    def cell(self, column: int, place: tuple[float, float], count: int, words: str, hover: str) -> None:
        """A filled cell with its number."""
        self._box(column, place, fill=tint(self.theme, count / self.most))
        self.cells.append((column, place[1], bold(plain(words)), wrap(hover, 40)))

    def outline(self, column: int, place: tuple[float, float]) -> None:
        """A dotted outline: something is to be known of this cell."""
        self._box(column, place, outline=self.sheet.colours["quiet"])

    def empty(self, column: int, place: tuple[float, float], words: str, colour: str = "quiet") -> None:
        """A cell with nothing in it, visibly."""
        self.sheet.label(plain(words), place[1], column, colour=colour)

    def sign(self, column: int, place: tuple[float, float], symbol: str) -> None:
        """A hollow shape around the cell's number."""
        self.signs.append((column, place[1], symbol))

    def figure(self) -> Any:
        """The finished picture."""
        axis = {"visible": False, "range": [-0.5, self.columns - 0.5]}
        return self.sheet.figure([trace for trace in (self._shapes(), self._numbers()) if trace["x"]], axis)

    def _box(self, column: int, place: tuple[float, float], **look: str) -> None:
        middle, top = place[1], place[0]
        self.sheet.box(column - 0.47, top + 1.5, column + 0.47, 2 * middle - top - 1.5, **look)

    def _shapes(self) -> dict[str, Any]:
        ink = {"color": self.sheet.colours["ink"], "width": 1.5}
        return {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, _, _ in self.signs],
            "y": [y for _, y, _ in self.signs],
            "hoverinfo": "skip",
            "cliponaxis": False,
            "marker": {"symbol": [sign for _, _, sign in self.signs], "size": 19, "color": ink["color"], "line": ink},
        }

    def _numbers(self) -> dict[str, Any]:
        xs, ys, words, hover = zip(*self.cells, strict=True) if self.cells else ((), (), (), ())
        return points(list(xs), list(ys), list(hover), mode="text", text=list(words))
