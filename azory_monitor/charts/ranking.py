"""Where in its group does the area stand?  Every member on one line, the followed one marked with its place."""

from typing import Any

from azory_monitor.charts.order import Axis, Line, order, scope
from azory_monitor.charts.origin import source_line
from azory_monitor.charts.plots import ranking_plot
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.stacks import stacks
from azory_monitor.charts.style import LINE, benchmark_role, role
from azory_monitor.charts.text import bold, plain, wrap
from azory_monitor.charts.ticks import ticks
from azory_monitor.model.presented import Chart
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Comparison, Ranked, Ranking
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import ranking_alternative
from azory_monitor.words.names import area_name, benchmark_name
from azory_monitor.words.speaker import Speaker

DOT, FOLLOWED = 12, 16
"""Sizes of the marks in pixels."""


def ranking(
    speaker: Speaker, programme: Programme, results: Ranking, theme: str = "light", against: Comparison | None = None
) -> Chart | None:
    """One mark a member that has a value; None if none has.

    ``against`` is a comparison of the same indicator: its benchmark's value is drawn as a line.
    """
    if not results.entries:
        return None
    return Chart(
        title=sentences.ranking_sentence(speaker, programme, results),
        figure=_figure(speaker, programme, results, theme, against),
        table=tables.ranking_table(speaker, programme, results),
        alt=ranking_alternative(speaker, programme, results),
        unit=speaker.unit(programme.indicators[results.indicator]),
        source=source_line(speaker, programme, [results.source]),
        plot=ranking_plot(speaker, programme, results),
    )


def _figure(speaker: Speaker, programme: Programme, results: Ranking, theme: str, against: Comparison | None) -> Any:
    """All on one strip; a row each where values have intervals, which would cover each other on a strip."""
    if any(entry.lower is not None for entry in results.entries):
        return _rows(speaker, programme, results, theme, against)
    return _Strip(speaker, programme, results, theme, against).figure()


def _rows(speaker: Speaker, programme: Programme, results: Ranking, theme: str, against: Comparison | None) -> Any:
    indicator = programme.indicators[results.indicator]
    shown = [x for entry in results.entries for x in (entry.value, entry.lower, entry.upper) if x is not None]
    benchmark = against.benchmark_value if against else None
    axis = Axis(
        words=", ".join(filter(None, (speaker.unit(indicator), speaker.period(results.period)))),
        ticks=[(place, speaker.number(place)) for place in ticks(*scope(shown), 3)],
        origin=benchmark,
        heading=speaker.say("column.value"),
        note=" ".join(_notes(speaker, programme, results, against if benchmark is not None else None)),
    )
    return order(programme, [_line(speaker, programme, results, entry) for entry in results.entries], axis, theme)


def _notes(speaker: Speaker, programme: Programme, results: Ranking, against: Comparison | None) -> list[str]:
    """What the lines are, and who has no value."""
    notes = [speaker.say("chart.note.interval_benchmark")]
    if against:
        value = speaker.bare(against.benchmark_value, programme.indicators[results.indicator])
        name = area_name(speaker, programme, against.benchmark)
        notes.append(speaker.sentence("chart.note.upright", name=name, value=value))
    if results.missing:
        missing = speaker.join(area_name(speaker, programme, area) for area in results.missing)
        notes.append(speaker.sentence("ranking.missing", areas=missing))
    return notes


def _line(speaker: Speaker, programme: Programme, results: Ranking, entry: Ranked) -> Line:
    indicator, name = programme.indicators[results.indicator], area_name(speaker, programme, entry.area)
    return Line(
        area=entry.area,
        name=speaker.say("chart.index.ranked", rank=entry.rank, area=name),
        at=entry.value,
        low=entry.lower,
        high=entry.upper,
        beside=speaker.bare(entry.value, indicator),
        hover=_place(speaker, programme, results, entry),
    )


def _place(speaker: Speaker, programme: Programme, results: Ranking, entry: Ranked) -> str:
    return speaker.say(
        "chart.ranking.place",
        name=area_name(speaker, programme, entry.area),
        rank=entry.rank,
        n=len(results.entries),
        value=speaker.value(entry.value, programme.indicators[results.indicator]),
    )


def _ends(speaker: Speaker, programme: Programme, results: Ranking) -> list[str]:
    indicator = programme.indicators[results.indicator]
    ends = (results.entries[0], results.entries[-1])
    most, least = ((area_name(speaker, programme, entry.area), speaker.value(entry.value, indicator)) for entry in ends)
    return [
        speaker.sentence("chart.ranking.most", name=most[0], value=most[1]),
        speaker.sentence("chart.ranking.least", name=least[0], value=least[1]),
    ]


class _Strip:
    def __init__(
        self, speaker: Speaker, programme: Programme, results: Ranking, theme: str, against: Comparison | None
    ) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.indicator = programme.indicators[results.indicator]
        self.sheet = Sheet(theme, left=14, right=14)
        self.against = against if against and against.benchmark_value is not None else None
        values = [entry.value for entry in results.entries] + ([self.against.benchmark_value] if self.against else [])
        room = (max(values) - min(values) or abs(values[0]) or 1) * 0.05
        self.low, self.high = min(values) - room, max(values) + room

    def figure(self) -> Any:
        entries = self.results.entries
        ours = [index for index, entry in enumerate(entries) if entry.area in self.programme.profile.areas]
        levels = stacks([entry.value for entry in entries], self.low, self.high, FOLLOWED, ours)
        top = self._followed_labels()
        line = self.sheet.y + FOLLOWED * (max(levels) + 1)
        heights = [line - FOLLOWED * (level + 0.5) for level in levels]
        for entry, y in zip(entries, heights, strict=True):
            if entry.area in top:
                self.sheet.line(entry.value, top[entry.area], entry.value, y, "estate", width=1.5)
        self.sheet.y = line + 2
        self.sheet.line(self.low, self.sheet.y, self.high, self.sheet.y, "quiet")
        self._axis()
        self._benchmark(line)
        self._ends()
        self._missing()
        shown = {"visible": False, "range": [self.low, self.high]}
        return self.sheet.figure([self._dots(heights)], shown)

    def _followed_labels(self) -> dict[str, float]:
        """Write the place of each followed area above the strip; returns where the line down to its mark begins."""
        begins = {}
        for entry in self.results.entries:
            if entry.area not in self.programme.profile.areas:
                continue
            self._label(
                bold(plain(self._place(entry))), self.sheet.row(LINE["text"] + 4), entry.value, "estate", "text"
            )
            begins[entry.area] = self.sheet.y
            self.sheet.gap(8)
        return begins

    def _place(self, entry: Ranked) -> str:
        return _place(self.speaker, self.programme, self.results, entry)

    def _label(self, marked: str, y: float, place: float, colour: str, size: str = "small") -> None:
        share = (place - self.low) / (self.high - self.low)
        anchor = "left" if share < 0.35 else "right" if share > 0.65 else "center"
        shift = {"left": -8, "right": 8, "center": 0}[anchor]
        self.sheet.label(marked, y, place, shift=shift, anchor=anchor, colour=colour, size=size)

    def _axis(self) -> None:
        y = self.sheet.row(LINE["small"] + 6)
        for place in ticks(self.low, self.high, 4):
            self.sheet.line(place, y - 11, place, y - 7, "quiet")
            self.sheet.label(plain(self.speaker.number(place)), y + 2, place, colour="quiet", size="small")
        beside = (self.speaker.unit(self.indicator), self.speaker.period(self.results.period))
        self.sheet.paragraph(", ".join(filter(None, beside)), "quiet", "small")

    def _benchmark(self, line: float) -> None:
        if not self.against:
            return
        place, colour = self.against.benchmark_value, benchmark_role(self.programme, self.against)
        self.sheet.line(place, line - FOLLOWED * 2, place, self.sheet.y + 4, colour, width=2, dash="dash")
        name = benchmark_name(self.speaker, self.programme, self.against)
        words = self.speaker.say("chart.name_value", name=name, value=self.speaker.bare(place, self.indicator))
        self.sheet.gap(4)
        self._label(plain(words), self.sheet.row(LINE["small"]), place, colour)

    def _ends(self) -> None:
        for told in _ends(self.speaker, self.programme, self.results):
            self.sheet.paragraph(told, "quiet", "small")

    def _missing(self) -> None:
        if self.results.missing:
            names = self.speaker.join(area_name(self.speaker, self.programme, area) for area in self.results.missing)
            self.sheet.paragraph(self.speaker.sentence("ranking.missing", areas=names), "quiet", "small")

    def _dots(self, heights: list[float]) -> dict[str, Any]:
        entries = self.results.entries
        followed = [entry.area in self.programme.profile.areas for entry in entries]
        colours = [self.sheet.colours[role(self.programme, entry.area)] for entry in entries]
        hover = [wrap(self._place(entry), 40) for entry in entries]
        marker = {
            "color": colours,
            "size": [FOLLOWED if ours else DOT for ours in followed],
            "opacity": 1,
            "line": {"color": self.sheet.colours["paper"], "width": 1},
        }
        return points([entry.value for entry in entries], heights, hover, marker=marker)
