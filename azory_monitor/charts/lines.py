"""One area's values over time: a line for each kind of period, loose marks for what must not be joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from azory_monitor.charts.sheet import points
from azory_monitor.charts.text import plain, wrap
from azory_monitor.model.programme import Indicator
from azory_monitor.model.verdicts import Point
from azory_monitor.period import middle, parse
from azory_monitor.words.speaker import Speaker

LABELLED = 7
"""Up to so many values each carry their number; of more, the first and the last."""


@dataclass(frozen=True)
class Line:
    """The values of one area, and how they look."""

    name: str
    rows: Sequence[Point]
    role: str
    """The area's entry in the palette."""

    is_own: bool = False
    """Whether this is the area that the picture is about."""

    @property
    def dash(self) -> str:
        """The kind of line, so that colour alone tells no two areas apart."""
        return {"estate": "solid", "city": "dash", "peers": "dot"}.get(self.role, "dashdot")

    @property
    def symbol(self) -> str:
        """The shape of its marks."""
        return {"estate": "circle", "city": "square", "peers": "diamond"}.get(self.role, "cross")

    @property
    def known(self) -> list[Point]:
        """The rows with a value, undated ones first, then in order of time."""
        return sorted((row for row in self.rows if row.value is not None), key=_moment)

    @property
    def dated(self) -> list[Point]:
        """The preferred values with a place in time, gaps included, in order."""
        return sorted((row for row in self.rows if middle(row.period) and not is_loose(row)), key=_moment)


def _moment(row: Point) -> float:
    return middle(row.period) or 0.0


def is_loose(row: Point) -> bool:
    """Whether a value stands beside the preferred one of its period, and so on no line."""
    return row.status == "conflicting"


def traces_of(speaker: Speaker, indicator: Indicator, line: Line, colours: dict[str, str]) -> list[dict[str, Any]]:
    """The traces of one area; those without a date go on the second time axis, the margin for them."""
    pen = _Pen(speaker, indicator, line, colours)
    grains: dict[str, list[Point]] = {}
    for row in line.dated:
        grains.setdefault(parse(row.period).grain, []).append(row)
    traces = [pen.trace(rows, "lines+markers") for rows in grains.values()]
    loose = [row for row in line.known if middle(row.period) and is_loose(row)]
    undated = [row for row in line.known if not middle(row.period)]
    traces += [pen.trace(loose, "markers", full=False)] if loose else []
    traces += [pen.trace(undated, "markers", full=False) | {"xaxis": "x2"}] if undated else []
    return traces


class _Pen:
    def __init__(self, speaker: Speaker, indicator: Indicator, line: Line, colours: dict[str, str]) -> None:
        self.speaker, self.indicator, self.line = speaker, indicator, line
        self.ink, self.paper = colours[line.role], colours["paper"]

    def trace(self, rows: Sequence[Point], mode: str, full: bool = True) -> dict[str, Any]:
        own = self.line.is_own
        return points(
            [middle(row.period) or 0 for row in rows],
            [row.value for row in rows],
            [wrap(self._hover(row), 40) for row in rows],
            name=self.line.name,
            yaxis="y2",
            mode=f"{mode}+text",
            text=self._labels(rows),
            textposition=self._positions(rows),
            textfont={"color": self.ink, "size": 13, "weight": 600},
            line={"color": self.ink, "width": 3 if own else 2, "dash": self.line.dash},
            connectgaps=False,
            **self._intervals(rows),
            marker={
                "size": 10 if own else 8,
                "symbol": self.line.symbol,
                "color": self.ink if full else self.paper,
                "line": {"color": self.ink, "width": 2},
                "opacity": 1,
            },
        )

    def _intervals(self, rows: Sequence[Point]) -> dict[str, Any]:
        """What chance leaves open of each value, beside the followed area's marks only."""
        if not self.line.is_own or not any(row.upper is not None for row in rows):
            return {}
        ends = [(0, 0) if None in (row.value, row.lower, row.upper) else (row.lower, row.upper) for row in rows]
        above = [upper - (row.value or 0) if upper else 0 for row, (_, upper) in zip(rows, ends, strict=True)]
        below = [(row.value or 0) - lower if upper else 0 for row, (lower, upper) in zip(rows, ends, strict=True)]
        look = {"type": "data", "array": above, "arrayminus": below, "symmetric": False}
        return {"error_y": look | {"color": self.ink, "thickness": 1.5, "width": 4}}

    def _labels(self, rows: Sequence[Point]) -> list[str]:
        """Numbers stand beside the followed area's marks only; the others' last ones stand beside their names."""
        known = [index for index, row in enumerate(rows) if row.value is not None]
        told = (known if len(known) <= LABELLED else [known[0], known[-1]]) if self.line.is_own else []
        return [self._label(row) if index in told else "" for index, row in enumerate(rows)]

    def _positions(self, rows: Sequence[Point]) -> list[str]:
        """Above the mark; where a bar of its interval stands there, on the side from which the line does not come."""
        told = [row.value for row in rows if row.value is not None]
        falls = [told[max(at, 1)] < told[max(at, 1) - 1] for at in range(len(told))] if len(told) > 1 else [False]
        found = iter(falls)
        beside = ["top right" if row.value is not None and next(found) else "top left" for row in rows]
        has_bar = [self.line.is_own and row.upper is not None for row in rows]
        return [place if bar else "top center" for place, bar in zip(beside, has_bar, strict=True)]

    def _label(self, row: Point) -> str:
        bare = self.speaker.bare(row.value, self.indicator)
        return plain(self.speaker.say(f"qualifier.{row.qualifier}", value=bare) if row.qualifier else bare)

    def _hover(self, row: Point) -> str:
        value = self.speaker.value(row.value, self.indicator, row.qualifier)
        named = self.speaker.say("chart.name_value", name=self.line.name, value=value)
        return self.speaker.say("chart.value_in", value=named, period=self.speaker.period(row.period))
