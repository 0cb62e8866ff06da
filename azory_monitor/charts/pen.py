"""Lines, shapes and text as SVG elements, each with the height it takes up."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

OURS = re.compile(r"(</?b>|<br>|<span style=\"color:#[0-9a-f]{6}\">|</span>)")
"""The only mark-up that a figure carries; anything else between angles is text."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

LEAD = 1.3
"""Distance of two lines of text in heights of the type."""
RISE, FALL = 0.98, 0.22
"""How far Lato's letters go above and below their base line, in heights of the type."""

_ANCHOR = {"left": "start", "center": "middle", "right": "end"}
_DASHES = {"dot": (1, 1), "dash": (3, 3), "longdash": (5, 5), "dashdot": (3, 1, 1, 1)}


@dataclass
class Pen:
    """Draws in pixels from the upper left corner."""

    elements: list[str] = field(default_factory=list)
    taken: list[tuple[float, float]] = field(default_factory=list)
    """From where to where, downwards, something stands that must not be cut through."""

    def shape(self, path: str, at: tuple[float, float] = (0, 0), **look: Any) -> None:
        """A path, moved to a place."""
        where = "" if at == (0, 0) else f' transform="translate({at[0]:.2f},{at[1]:.2f})"'
        self.elements.append(f'<path d="{path}"{where}{_attributes(look)}/>')

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float, dash: str = "solid") -> None:
        """Straight from point to point."""
        path = "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points)
        self.shape(path, fill="none", stroke=colour, stroke_width=width, stroke_dasharray=_dashed(dash, width))

    def takes(self, top: float, bottom: float) -> None:
        """Keep what stands between two heights in one piece."""
        self.taken.append((top, bottom))

    def gaps(self) -> list[tuple[float, float]]:
        """From where to where, downwards, nothing stands that must not be cut through."""
        found, reached = [], 0.0
        for top, bottom in sorted(self.taken):
            if top > reached:
                found.append((reached, top))
            reached = max(reached, bottom)
        return found

    @contextmanager
    def within(self, frame: tuple[float, float, float, float]) -> Iterator[None]:
        """What is drawn meanwhile shows only between left, top, right and bottom."""
        left, top, right, bottom = frame
        name, before = f"frame{len(self.elements)}", len(self.elements)
        yield
        inside = "".join(self.elements[before:])
        path = f'<path d="M{left:.2f},{top:.2f}H{right:.2f}V{bottom:.2f}H{left:.2f}Z"/>'
        if inside:
            clipped = f'<clipPath id="{name}">{path}</clipPath><g clip-path="url(#{name})">{inside}</g>'
            self.elements[before:] = [clipped]

    def text(
        self,
        marked: str,
        x: float,
        y: float,
        font: Mapping[str, Any],
        anchor: str = "left",
        valign: str = "middle",
        turned: bool = False,
    ) -> None:
        """Safe text with our few marks in it; ``y`` is where its ``valign`` stands, ``turned`` makes it run upwards."""
        size, said = font["size"], _lines(marked)
        height = LEAD * size * (len(said) - 1) + (RISE + FALL) * size
        extent = _width(said, size) if turned else height
        top = y - {"top": 0, "middle": extent / 2, "bottom": extent}[valign]
        self.takes(top, top + extent)
        if turned:
            base, where = x + (RISE - FALL) / 2 * size, {"top": "end", "middle": "middle", "bottom": "start"}[valign]
            rows = [(0.0, 0.0, line) for line in said[:1]]
            look = f' transform="translate({base:.2f},{y:.2f}) rotate(-90)" text-anchor="{where}"'
        else:
            rows = [(x, top + RISE * size + LEAD * size * number, line) for number, line in enumerate(said)]
            look = f' text-anchor="{_ANCHOR[anchor]}"'
        for across, down, line in rows:
            place = f'x="{across:.2f}" y="{down:.2f}"'
            dressed = _attributes({"font_size": size, "fill": font["color"], "font_weight": font.get("weight", 400)})
            self.elements.append(f"<text {place}{look}{dressed}>{line}</text>")


def _lines(marked: str) -> list[str]:
    """Each line as SVG text; bold and colour begin and end within a line or go on through the next."""
    done, open_marks = [], []
    for line in marked.split("<br>"):
        parts = ["".join(open_marks)]
        for part in OURS.split(line):
            if part in ("</b>", "</span>"):
                open_marks.pop()
                parts.append("</tspan>")
            elif OURS.fullmatch(part):
                open_marks.append(_opening(part))
                parts.append(open_marks[-1])
            else:
                parts.append(escape(_NOT_XML.sub("\ufffd", html.unescape(part))))
        done.append("".join(parts) + "</tspan>" * len(open_marks))
    return done


def _opening(mark: str) -> str:
    return '<tspan font-weight="700">' if mark == "<b>" else f'<tspan fill="{mark[19:26]}">'


def _width(said: Sequence[str], size: float) -> float:
    """About how long the longest line is."""
    return max(len(html.unescape(re.sub("<[^>]*>", "", line))) for line in said) * size * 0.56


def _attributes(look: Mapping[str, Any]) -> str:
    written = {name.replace("_", "-"): value for name, value in look.items() if value not in (None, "")}
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in written.items())


def _dashed(dash: str, width: float) -> str:
    return " ".join(f"{max(width, 3) * part:g}" for part in _DASHES.get(dash, ()))
