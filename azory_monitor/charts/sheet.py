"""A picture set out in pixels from top to bottom, so that it reads the same on a telephone and on a projector."""

from typing import Any

import plotly.graph_objects as go

from azory_monitor.charts.style import LINE, PALETTES, SIZE, template
from azory_monitor.charts.text import NARROW, bold, lines, plain

NOTHING = "rgba(0,0,0,0)"

SIGN = 6.7
"""Height in pixels that one small letter takes of a word that stands upright."""


class Sheet:
    """Rows of text and marks under each other; one unit of the vertical axis is one pixel.

    The margins are fixed, the marks take whatever width is left: labels stand in the left margin or on
    lines of their own above the marks, never beside them where a narrow screen would cut them.
    """

    def __init__(self, theme: str, left: int = 4, right: int = 12, top: int = 4) -> None:
        self.theme = theme
        self.colours = PALETTES[theme]
        self.left, self.right, self.top = left, right, top
        self.y = 0.0
        self.annotations: list[dict[str, Any]] = []
        self.shapes: list[dict[str, Any]] = []

    def gap(self, height: float) -> None:
        """Leave space."""
        self.y += height

    def row(self, height: float) -> float:
        """Take the next ``height`` pixels; returns their middle, where marks stand."""
        middle = self.y + height / 2
        self.y += height
        return middle

    def paragraph(self, text: str, colour: str = "ink", size: str = "text") -> None:
        """Text across the whole sheet, from its left edge."""
        broken = lines(text, round(NARROW * SIZE["text"] / SIZE[size]))
        self.block([plain(line) for line in broken], colour, size)

    def block(self, marked: list[str], colour: str = "ink", size: str = "text") -> None:
        """Lines that are already safe, from the left edge of the sheet."""
        self.label(
            "<br>".join(marked),
            self.y,
            x=0,
            shift=-self.left,
            xref="paper",
            anchor="left",
            valign="top",
            colour=colour,
            size=size,
        )
        self.y += LINE[size] * len(marked)

    def label(
        self,
        marked: str,
        y: float,
        x: float,
        *,
        shift: float = 0,
        xref: str = "x",
        anchor: str = "center",
        valign: str = "middle",
        colour: str = "ink",
        size: str = "text",
        weight: int = 400,
    ) -> None:
        """A piece of safe text at a place, moved sideways by ``shift`` pixels."""
        font = {"size": SIZE[size], "color": self.colours[colour], "weight": weight}
        self.annotations.append(
            {
                "text": marked,
                "x": x,
                "xref": xref,
                "xshift": shift,
                "xanchor": anchor,
                "y": y,
                "yref": "y",
                "yanchor": valign,
                "align": anchor,
                "showarrow": False,
                "font": font,
            }
        )

    def heads(self, words: list[str], gap: float = 4) -> None:
        """A head above each column of a grid, standing upright so that narrow columns can have long ones."""
        self.gap(max(map(len, words)) * SIGN + gap)
        for column, word in enumerate(words):
            self.label(plain(word), self.y, column, valign="bottom", colour="quiet", size="small")
            self.annotations[-1]["textangle"] = -90
        self.gap(4)

    def coloured(self, marked: str, colour: str) -> str:
        """Already safe text in one colour of the palette."""
        return f'<span style="color:{self.colours[colour]}">{marked}</span>'

    def heading(self, name: str, beside: str, colour: str) -> None:
        """A row's name in bold, and under it a figure."""
        self.block([bold(plain(line)) for line in lines(name, NARROW - 4)])
        self.block([plain(line) for line in lines(beside, NARROW)], colour)

    def line(self, x0: float, y0: float, x1: float, y1: float, colour: str, **more: Any) -> None:
        """A straight line under the marks; ``more`` may set ``width``, ``dash`` or ``xref``."""
        look = {"color": self.colours[colour], "width": more.get("width", 1), "dash": more.get("dash", "solid")}
        self.shapes.append(
            {
                "type": "line",
                "x0": x0,
                "x1": x1,
                "y0": y0,
                "y1": y1,
                "xref": more.get("xref", "x"),
                "yref": "y",
                "layer": "below",
                "line": look,
            }
        )

    def sample(self, y: float, colour: str, dash: str) -> None:
        """A short piece of a line at the left edge of the sheet, beside its name."""
        self.shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "yref": "y",
                "xsizemode": "pixel",
                "xanchor": 0,
                "x0": -self.left,
                "x1": 30 - self.left,
                "y0": y,
                "y1": y,
                "line": {"color": self.colours[colour], "width": 3, "dash": dash},
            }
        )

    def box(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        fill: str = NOTHING,
        outline: str = NOTHING,
        xref: str = "x",
    ) -> None:
        """A rectangle under the marks, filled with a colour, or with a dotted outline of one."""
        self.shapes.append(
            {
                "type": "rect",
                "x0": x0,
                "x1": x1,
                "y0": y0,
                "y1": y1,
                "xref": xref,
                "yref": "y",
                "layer": "below",
                "line": {"color": outline, "width": 1, "dash": "dot"},
                "fillcolor": fill,
            }
        )

    def figure(self, traces: list[dict[str, Any]], xaxis: dict[str, Any] | None = None, **layout: Any) -> go.Figure:
        """The finished figure, its height fixed by what was set out.

        A further vertical axis in ``layout`` gives its ``domain`` as the pixels of its lower and upper end.
        """
        for axis in layout.values():
            if isinstance(axis.get("domain"), tuple):
                axis["domain"] = [1 - y / self.y for y in axis["domain"]]
        margin = {"l": self.left, "r": self.right, "t": self.top, "b": 4, "pad": 0, "autoexpand": False}
        return go.Figure(
            {
                "data": traces,
                "layout": {
                    "template": template(self.theme),
                    "height": round(self.y) + self.top + 4,
                    "margin": margin,
                    "xaxis": xaxis or {"visible": False},
                    "yaxis": {"visible": False, "range": [self.y, 0]},
                    "annotations": self.annotations,
                    "shapes": self.shapes,
                    **layout,
                },
            }
        )


def points(xs: list[Any], ys: list[Any], hover: list[str], **look: Any) -> dict[str, Any]:
    """A trace of marks that tell their sentence when pointed at."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "hovertext": hover,
        "hoverinfo": "text",
        "cliponaxis": False,
        **look,
    }
