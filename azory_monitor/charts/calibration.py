"""Do chances come true as often as they are told?  Simulated series, told against come true, beside the diagonal."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import plain, wrap
from azory_monitor.model.presented import Chart, Table
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.columns import Column, table_of

OUTCOME = "calibration.json"
"""What ``python -m benchmarks.calibration`` found, with its seed."""

FEW = 3
"""So many figures are few enough to be shown apart."""

BINS = 10
SQUARE, LEAST, MOST = 260, 6, 18
"""Height of the plot and sizes of its marks in pixels."""

GROUPS = {"many": "estate", "few": "peers"}
"""Which colour of the palette is whose."""


class Mark(NamedTuple):
    """Chances told of one kind of series in one tenth of the scale."""

    group: str
    kind: str
    told: float
    came: float
    cases: int

    @property
    def gap(self) -> float:
        """How far told and come true lie apart."""
        return abs(self.told - self.came)


def calibration(speaker: Speaker, theme: str = "light") -> Chart:
    """One mark for each kind of series and tenth of the scale, with three figures and with four or more."""
    marks, outcome = _marks(), _outcome()
    title = _title(speaker, marks)
    return Chart(
        title=title,
        figure=_Square(speaker, marks, theme).figure(),
        table=_table(speaker, marks),
        alt=" ".join([title, speaker.ended("; ".join(_told(speaker, mark) for mark in marks))]),
        unit=speaker.say("calibration.unit"),
        source=speaker.say("calibration.source", seed=outcome["seed"]),
    )


def false_alarms(speaker: Speaker) -> str:
    """In how many simulated series without any change one was called real, at the worst."""
    found = _outcome()["false_alarms"]
    return speaker.sentence(
        "calibration.false_alarms",
        series=speaker.number(_outcome()["still_series"]),
        kinds=speaker.number(len(found)),
        share=speaker.percent(100 * max(one["share"] for one in found), 1),
    )


@cache
def _outcome() -> dict[str, Any]:
    return json.loads(resources.files(__package__).joinpath(OUTCOME).read_text(encoding="utf-8"))


def _marks() -> list[Mark]:
    """The bins of all lengths of a group drawn together, kind by kind."""
    found: dict[tuple[str, str, int], list[dict[str, Any]]] = {}
    for one in _outcome()["chances"]:
        group = "few" if one["points"] <= FEW else "many"
        found.setdefault((group, one["kind"], min(int(one["told"] * BINS), BINS - 1)), []).append(one)
    ordered = sorted(found.items(), key=lambda item: (list(GROUPS).index(item[0][0]), item[0][1:]))
    return [_mark(group, kind, bins) for (group, kind, _), bins in ordered]


def _mark(group: str, kind: str, bins: Sequence[dict[str, Any]]) -> Mark:
    cases = sum(one["cases"] for one in bins)
    told, came = (sum(one[name] * one["cases"] for one in bins) / cases for name in ("told", "came"))
    return Mark(group, kind, told, came, cases)


def _title(speaker: Speaker, marks: Sequence[Mark]) -> str:
    worst = {group: max(mark.gap for mark in marks if mark.group == group) for group in GROUPS}
    return speaker.sentence(
        "calibration.title",
        series=speaker.number(sum(mark.cases for mark in marks)),
        gap=_points(speaker, worst["many"]),
        rough=_points(speaker, worst["few"]),
    )


def _points(speaker: Speaker, gap: float) -> str:
    """A gap in percentage points, rounded up: no gap is told smaller than it is."""
    return f"{speaker.number(math.ceil(100 * gap))}\N{NO-BREAK SPACE}{speaker.say('unit.points')}"


def _told(speaker: Speaker, mark: Mark) -> str:
    return speaker.say(
        "calibration.mark",
        group=speaker.say(f"calibration.{mark.group}"),
        kind=speaker.label("calibration.kind", mark.kind),
        told=speaker.percent(100 * mark.told),
        came=speaker.percent(100 * mark.came),
        cases=speaker.number(mark.cases),
    )


def _table(speaker: Speaker, marks: Sequence[Mark]) -> Table:
    say = speaker.say
    columns = [
        Column(say("heading.points"), lambda mark: say(f"calibration.{mark.group}")),
        Column(say("heading.kind_of_series"), lambda mark: speaker.label("calibration.kind", mark.kind)),
        Column(say("heading.told"), lambda mark: speaker.percent(100 * mark.told, 1), True),
        Column(say("heading.came"), lambda mark: speaker.percent(100 * mark.came, 1), True),
        Column(say("heading.cases"), lambda mark: speaker.number(mark.cases), True),
    ]
    return table_of(speaker, say("caption.calibration"), columns, marks)


class _Square:
    def __init__(self, speaker: Speaker, marks: Sequence[Mark], theme: str) -> None:
        self.speaker, self.marks = speaker, marks
        self.sheet = Sheet(theme, left=52, right=20)

    def figure(self) -> Any:
        self.sheet.paragraph(self.speaker.sentence("calibration.axis_came"), "quiet", "small")
        self.sheet.gap(14)
        self.top = self.sheet.y
        self._grid()
        self.sheet.y = self.top + SQUARE
        self._ticks_below()
        traces = [self._trace(group) for group in GROUPS]
        self._key()
        return self.sheet.figure(traces, {"visible": False, "range": [0, 1]})

    def _height(self, share: float) -> float:
        return self.top + SQUARE * (1 - share)

    def _grid(self) -> None:
        for share in (0, 0.25, 0.5, 0.75, 1):
            self.sheet.line(0, self._height(share), 1, self._height(share), "line")
            written = plain(self.speaker.percent(100 * share))
            self.sheet.label(written, self._height(share), 0, shift=-8, anchor="right", colour="quiet", size="small")
        self.sheet.line(0, self._height(0), 1, self._height(1), "quiet", width=1.5, dash="dash")

    def _ticks_below(self) -> None:
        self.sheet.gap(6)
        y = self.sheet.row(LINE["small"])
        for share in (0, 0.25, 0.5, 0.75, 1):
            self.sheet.label(plain(self.speaker.percent(100 * share)), y, share, colour="quiet", size="small")
        self.sheet.paragraph(self.speaker.sentence("calibration.axis_told"), "quiet", "small")
        self.sheet.gap(6)

    def _key(self) -> None:
        for group, colour in GROUPS.items():
            y = self.sheet.row(LINE["text"])
            dot = self.sheet.coloured("●" if group == "many" else "◆", colour)
            name = plain(self.speaker.say(f"calibration.{group}"))
            self.sheet.label(f"{dot} {name}", y, 0, shift=-self.sheet.left, xref="paper", anchor="left")
        for key in ("calibration.diagonal", "calibration.sizes"):
            self.sheet.paragraph(self.speaker.sentence(key), "quiet", "small")

    def _trace(self, group: str) -> dict[str, Any]:
        mine = [mark for mark in self.marks if mark.group == group]
        most = max(mark.cases for mark in self.marks if mark.group == group)
        marker = {
            "color": self.sheet.colours[GROUPS[group]],
            "symbol": "circle" if group == "many" else "diamond",
            "size": [LEAST + (MOST - LEAST) * math.sqrt(mark.cases / most) for mark in mine],
            "opacity": 0.75,
            "line": {"color": self.sheet.colours["paper"], "width": 1},
        }
        hover = [wrap(_told(self.speaker, mark), 40) for mark in mine]
        return points([mark.told for mark in mine], [self._height(mark.came) for mark in mine], hover, marker=marker)
