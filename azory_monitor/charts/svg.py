"""Our own figures as vector pictures for paper, drawn without a browser from what plotly would draw on a screen.

The charts keep to a small part of plotly: marks, lines, text and areas of ``scatter``, straight shapes, notes without
arrows, linear axes with their own ticks, fixed pixel heights.  That part is drawn here, pixel for pixel.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from itertools import pairwise
from typing import Any

from azory_monitor.charts.pen import Pen
from azory_monitor.charts.symbols import outline
from azory_monitor.charts.written import written

WIDTH = 640
"""Pixels across; the same charts fit a telephone."""
_PAD = 2
"""Plotly's border and padding beside a note."""
_AWAY = 3
"""Pixels between an axis and its labels."""

Place = tuple[float, float]


def svg(figure: Any, width: int = WIDTH) -> str:
    """A figure in one piece."""
    drawing = _Drawing(figure, width)
    return drawing.piece(0, drawing.height)


def svg_pieces(figure: Any, highest: float, width: int = WIDTH) -> list[str]:
    """A figure from top to bottom in pieces of at most ``highest`` pixels, cut where nothing stands if that can be."""
    drawing = _Drawing(figure, width)
    cuts = drawing.cuts(highest)
    return [drawing.piece(top, bottom) for top, bottom in pairwise(cuts)]


class _Drawing:
    def __init__(self, figure: Any, width: int) -> None:
        given, look = map(json.loads, written(figure))
        self.traces, self.layout, self.template = given["data"], given["layout"], look["layout"]
        self.width, self.height = width, self.layout["height"]
        self.pen = Pen()
        self._shapes("below")
        self._axes()
        for trace in self.traces:
            self._trace(trace)
        self._shapes("above")
        for note in self.layout.get("annotations", ()):
            self._note(note)

    def piece(self, top: float, bottom: float) -> str:
        """What stands between two heights, as one picture."""
        high = f"{bottom - top:.2f}"
        frame = f'width="{self.width}" height="{high}" viewBox="0 {top:.2f} {self.width} {high}"'
        drawn = "".join(self.pen.elements)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {frame} font-family="Lato">{drawn}</svg>'

    def cuts(self, highest: float) -> list[float]:
        """Heights to cut at, from 0 to the whole height: in the widest gap that leaves a piece more than half full."""
        found, gaps = [0.0], self.pen.gaps()
        while self.height - found[-1] > highest:
            low, high = found[-1] + highest / 2, found[-1] + highest
            free = [(bottom - top, (top + bottom) / 2) for top, bottom in gaps if low < (top + bottom) / 2 <= high]
            found.append(round(max(free)[1], 2) if free else high)
        return [*found, float(self.height)]

    def _axis(self, name: str) -> dict[str, Any]:
        """An axis, ``x`` or ``y2``, with what the template says of its kind."""
        return self.template[f"{name[0]}axis"] | self.layout.get(f"{name[0]}axis{name[1:]}", {})

    def _ends(self, name: str) -> Place:
        """Where an axis begins and ends, in pixels; a vertical one ends above."""
        margin, (low, high) = self.layout["margin"], self._axis(name).get("domain", (0, 1))
        if name[0] == "x":
            room = self.width - margin["l"] - margin["r"]
            return margin["l"] + low * room, margin["l"] + high * room
        room = self.height - margin["t"] - margin["b"]
        return margin["t"] + (1 - low) * room, margin["t"] + (1 - high) * room

    def _at(self, name: str, value: float) -> float:
        """The pixel of a value; ``name`` may be ``paper`` for shares of the width."""
        if name == "paper":
            left, right = self.layout["margin"]["l"], self.width - self.layout["margin"]["r"]
            return left + value * (right - left)
        (first, last), (start, end) = self._axis(name)["range"], self._ends(name)
        return start + (value - first) / (last - first) * (end - start)

    def _shapes(self, layer: str) -> None:
        for shape in self.layout.get("shapes", ()):
            if shape.get("layer", "above") == layer:
                self._shape(shape)

    def _shape(self, shape: Mapping[str, Any]) -> None:
        if shape.get("xsizemode") == "pixel":
            x0, x1 = (self._at(shape["xref"], shape["xanchor"]) + shape[end] for end in ("x0", "x1"))
        else:
            x0, x1 = (self._at(shape["xref"], shape[end]) for end in ("x0", "x1"))
        y0, y1 = (self._at(shape["yref"], shape[end]) for end in ("y0", "y1"))
        line = shape["line"]
        colour, width, dash = line["color"], line.get("width", 2), line.get("dash", "solid")
        if shape["type"] == "line":
            self.pen.line([(x0, y0), (x1, y1)], colour, width, dash)
            return
        if (fill := shape.get("fillcolor")) and not _unseen(fill):
            self.pen.shape(f"M{x0:.2f},{y0:.2f}H{x1:.2f}V{y1:.2f}H{x0:.2f}Z", fill=fill)
        if not _unseen(colour):
            self.pen.line([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], colour, width, dash)
        if abs(y1 - y0) < self.height / 4:
            self.pen.takes(min(y0, y1), max(y0, y1))

    def _axes(self) -> None:
        pairs = {(trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in self.traces}
        for name in sorted({y for _, y in pairs}):
            if self._axis(name).get("visible", True):
                self._values(name, sorted(x for x, y in pairs if y == name))
        for name in [key.replace("axis", "") for key in sorted(self.layout) if key.startswith("xaxis")]:
            if self._axis(name).get("visible", True):
                self._times(name)

    def _values(self, name: str, across: Sequence[str]) -> None:
        """The lines and labels of a vertical axis; nothing between its ends is cut."""
        axis = self._axis(name)
        bottom, top = self._ends(name)
        self.pen.takes(top, bottom + 1.5 * axis["tickfont"]["size"])
        for value, words in zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True):
            y = self._at(name, value)
            at_zero = axis.get("zeroline") and value == 0
            for x in across if axis.get("showgrid", True) else ():
                colour = axis["zerolinecolor"] if at_zero else axis["gridcolor"]
                self.pen.line([(end, y) for end in self._ends(x)], colour, 1)
            self.pen.text(words, self._ends(axis.get("anchor", "x"))[0] - _AWAY, y, axis["tickfont"], "right")

    def _times(self, name: str) -> None:
        axis = self._axis(name)
        y = self._ends(axis.get("anchor", "y"))[0] + _AWAY
        for value, words in zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True):
            self.pen.text(words, self._at(name, value), y, axis["tickfont"], "center", "top")

    def _trace(self, trace: Mapping[str, Any]) -> None:
        axes = trace.get("xaxis", "x"), trace.get("yaxis", "y")
        places = [
            None if x is None or y is None else (self._at(axes[0], x), self._at(axes[1], y))
            for x, y in zip(trace["x"], trace["y"], strict=True)
        ]
        mode = trace["mode"].split("+")
        with self.pen.within(self._frame(axes)) if trace.get("cliponaxis", True) else nullcontext():
            self._lines(trace, places)
        if "error_y" in trace:
            self._errors(trace, places, axes[1])
        for index, place in enumerate(places):
            if place and "markers" in mode:
                self._mark(trace["marker"], index, place)
            if place and "text" in mode:
                self._beside(trace, index, place)

    def _frame(self, axes: tuple[str, str]) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a pair of axes."""
        (left, right), (bottom, top) = self._ends(axes[0]), self._ends(axes[1])
        return left, top, right, bottom

    def _lines(self, trace: Mapping[str, Any], places: Sequence[Place | None]) -> None:
        line = trace.get("line", {})
        for run in _runs(places):
            if trace.get("fill") == "toself":
                self.pen.shape("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in run) + "Z", fill=trace["fillcolor"])
            if "lines" in trace["mode"] and line.get("width", 2):
                self.pen.line(run, line["color"], line.get("width", 2), line.get("dash", "solid"))

    def _errors(self, trace: Mapping[str, Any], places: Sequence[Place | None], axis: str) -> None:
        look = trace["error_y"]
        for index, place in enumerate(places):
            if place and (look["array"][index] or look["arrayminus"][index]):
                value = trace["y"][index]
                ends = [self._at(axis, value + look["array"][index]), self._at(axis, value - look["arrayminus"][index])]
                self.pen.line([(place[0], end) for end in ends], look["color"], look["thickness"])
                for end in ends:
                    reach = [(place[0] - look["width"], end), (place[0] + look["width"], end)]
                    self.pen.line(reach, look["color"], look["thickness"])

    def _mark(self, marker: Mapping[str, Any], index: int, place: Place) -> None:
        symbol, size = _one(marker.get("symbol", "circle"), index), _one(marker["size"], index)
        edge = marker.get("line", {})
        colour, width = _one(marker["color"], index), _one(edge.get("width", 0), index)
        is_open = symbol.endswith("-open")
        stroke = colour if is_open else _one(edge.get("color", colour), index)
        self.pen.shape(
            outline(symbol, size),
            place,
            fill="none" if is_open or symbol == "line-ew" else colour,
            stroke=stroke,
            stroke_width=(width or 1) if is_open else width,
            opacity=marker.get("opacity") if marker.get("opacity") != 1 else None,
        )
        self.pen.takes(place[1] - size / 2 - 2, place[1] + size / 2 + 2)

    def _beside(self, trace: Mapping[str, Any], index: int, place: Place) -> None:
        """The text of a point: on it, or away from it by the size of its mark."""
        words = _one(trace["text"], index)
        down, across = _one(trace.get("textposition", "middle center"), index).split()
        given = self.template["font"] | trace.get("textfont", {})
        font = {name: _one(value, index) for name, value in given.items()}
        away = _one(trace.get("marker", {}).get("size", 0), index) / 1.6 if "markers" in trace["mode"] else 0
        x = place[0] + {"left": -away, "center": 0, "right": away}[across]
        valign = {"top": "bottom", "middle": "middle", "bottom": "top"}[down]
        y = place[1] + {"top": -away, "middle": 0, "bottom": away}[down]
        if words:
            self.pen.text(words, x, y, font, {"left": "right", "right": "left"}.get(across, "center"), valign)

    def _note(self, note: Mapping[str, Any]) -> None:
        inwards = {"left": _PAD, "center": 0, "right": -_PAD}[note["xanchor"]]
        x = self._at(note["xref"], note["x"]) + note.get("xshift", 0) + inwards
        y = self._at(note["yref"], note["y"])
        font = self.template["font"] | note["font"]
        self.pen.text(note["text"], x, y, font, note["xanchor"], note["yanchor"], note.get("textangle") == -90)


def _one(given: Any, index: int) -> Any:
    """What is said of one point: its own, or what all have."""
    return given[index] if isinstance(given, list) else given


def _runs(places: Sequence[Place | None]) -> list[list[Place]]:
    """The points between gaps."""
    runs: list[list[Place]] = [[]]
    for place in places:
        if place:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _unseen(colour: str) -> bool:
    return colour.endswith(",0)")
