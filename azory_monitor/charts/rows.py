"""Comparisons under each other on one scale: label on the left, a line from the benchmark to the mark on the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from azory_monitor.charts.marks import Mark, drawn, of_standing
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE, benchmark_role, role
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Flags
from azory_monitor.words import sentences
from azory_monitor.words.names import area_name, indicator_name
from azory_monitor.words.sentences.quantity import quantity
from azory_monitor.words.sentences.standing import UNTESTED
from azory_monitor.words.speaker import Speaker

LEFT, FITS = 150, 24
"""Width of the left margin, and how many small characters it holds."""


@dataclass(frozen=True)
class Scale:
    """How a comparison becomes a place on the axis.  All places are plotly's own numbers (logarithms on a log axis)."""

    axis: str
    """What the axis says of itself."""
    ticks: Sequence[tuple[float, str]]
    origin: float
    """Where the benchmark stands."""
    low: float
    high: float
    at: Callable[[Comparison], float | None]
    limits: Callable[[Comparison], list[float]]
    written: Callable[[Comparison], str]
    beside: Callable[[Comparison], tuple[str, str]]
    """Name and value of what the area is set against."""
    interval: Callable[[Comparison], str]
    """The key of the note that says what an interval is of."""

    def inside(self, place: float) -> float:
        """The place, or the edge of the scale where it lies beyond."""
        return min(max(place, self.low), self.high)


class ComparisonRows:
    """The picture: indicators in the order given, under each its benchmarks."""

    def __init__(self, speaker: Speaker, programme: Programme, scale: Scale, theme: str) -> None:
        self.speaker, self.programme, self.scale = speaker, programme, scale
        self.sheet = Sheet(theme, left=LEFT)
        self.placed: list[tuple[Comparison, Mark, float, float]] = []

    def figure(self, groups: Sequence[Sequence[Comparison]]) -> Any:
        """``groups`` holds the comparisons of one indicator and area each; what has no place gets no row."""
        shown = [[result for result in group if self.scale.at(result) is not None] for group in groups]
        self._axis()
        for group in filter(None, shown):
            self._heading(group[0])
            for result in group:
                self._row(result)
            self.sheet.gap(10)
        self._notes()
        self._left_out([group for group, kept in zip(groups, shown, strict=True) if not kept])
        room = (self.scale.high - self.scale.low) * 0.04
        axis = {"visible": False, "range": [self.scale.low - room, self.scale.high + room]}
        return self.sheet.figure([self._marks()], axis)

    def _axis(self) -> None:
        self.sheet.paragraph(self.scale.axis, "quiet", "small")
        self.sheet.gap(2)
        y = self.sheet.row(LINE["small"])
        for place, words in self.scale.ticks:
            self.sheet.label(plain(words), y, place, colour="quiet", size="small")

    def _heading(self, result: Comparison) -> None:
        value = quantity(self.speaker, self.programme, result).own()
        named = self.speaker.say(
            "chart.name_value", name=area_name(self.speaker, self.programme, result.area), value=value
        )
        when = self.speaker.say("chart.value_in", value=named, period=self.speaker.period(result.period))
        name = indicator_name(self.speaker, self.programme, result.indicator)
        self.sheet.heading(name, when, role(self.programme, result.area))

    def _row(self, result: Comparison) -> None:
        name, value = self.scale.beside(result)
        above = lines(self.speaker.say("chart.name_value", name=name, value=value), FITS)
        colour, verdict = self._verdict(result)
        top = self.sheet.y
        y = self.sheet.row(LINE["small"] * (len(above) + len(verdict)) + 4)
        self._grid(top)
        said = [self.sheet.coloured(plain(line), benchmark_role(self.programme, result)) for line in above]
        said += [self.sheet.coloured(line, colour) for line in verdict]
        self.sheet.label("<br>".join(said), y, 0, shift=-LEFT, xref="paper", anchor="left", size="small")
        self._place(result, self.scale.inside(self.scale.at(result)), y)

    def _verdict(self, result: Comparison) -> tuple[str, list[str]]:
        mark, written = of_standing(result), self.scale.written(result)
        word = plain(self.speaker.say(mark.word))
        number = bold(plain(written))
        return mark.colour, [f"{number}, {word}"] if len(written) + len(word) <= FITS else [number, word]

    def _grid(self, top: float) -> None:
        for place, _ in self.scale.ticks:
            at_origin = place == self.scale.origin
            colour, width = ("quiet", 1.5) if at_origin else ("line", 1)
            self.sheet.line(place, top, place, self.sheet.y, colour, width=width)

    def _place(self, result: Comparison, place: float, y: float) -> None:
        mark = of_standing(result)
        self.placed.append((result, mark, place, y))
        self.sheet.line(self.scale.origin, y, place, y, mark.colour, width=3)
        ends = [self.scale.inside(limit) for limit in self.scale.limits(result)]
        if ends:
            self.sheet.line(ends[0], y, ends[1], y, "ink", width=1.5)
        for end in ends:
            self.sheet.line(end, y - 7, end, y + 7, "ink", width=1.5)

    def _notes(self) -> None:
        for reason in dict.fromkeys(result.reason for result, _, _, _ in self.placed if result.reason in UNTESTED):
            words = self.speaker.say("chart.note.hollow", why=self.speaker.label("chance", reason))
            self.sheet.paragraph(words, "quiet", "small")
        drawn_limits = [result for result, _, _, _ in self.placed if self.scale.limits(result)]
        for note in dict.fromkeys(self.scale.interval(result) for result in drawn_limits):
            self.sheet.paragraph(self.speaker.say(note), "quiet", "small")
        flags = Flags.of(result for result, _, _, _ in self.placed)
        if flags.tested > 1:
            words = sentences.chance_note(self.speaker, flags.tested, flags.expected)
            self.sheet.paragraph(words, "quiet", "small")

    def _left_out(self, groups: Sequence[Sequence[Comparison]]) -> None:
        """Name what has no comparison at all; single benchmarks without a value stand in the table only."""
        names = dict.fromkeys(indicator_name(self.speaker, self.programme, group[0].indicator) for group in groups)
        if names:
            words = self.speaker.say("chart.note.left_out", names=", ".join(names))
            self.sheet.paragraph(words, "quiet", "small")

    def _marks(self) -> dict[str, Any]:
        results, marks, places, ys = zip(*self.placed, strict=True)
        hover = [wrap(sentences.comparison_sentence(self.speaker, self.programme, result), 40) for result in results]
        return points(list(places), list(ys), hover, marker=drawn(list(marks), self.sheet.colours))
