"""The areas of a group by their index: a dot each, the range of all ways of making it, and the range of places."""

from typing import Any

from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE, role
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.charts.ticks import ticks
from azory_monitor.model.situation import IndexEntry, IndexResult
from azory_monitor.model.state import Programme
from azory_monitor.words.alternatives import index_mark
from azory_monitor.words.names import area_name
from azory_monitor.words.speaker import Speaker

LEFT, RIGHT, FITS = 150, 58, 24
"""Widths of the margins, and how many small characters the left one holds."""

ROW, DOT, FOLLOWED = 8, 10, 14
"""Space around the text of a row, and the sizes of the marks, in pixels."""


class RankedIndex:
    """The picture of an index over ten areas or more, the best first."""

    def __init__(self, speaker: Speaker, programme: Programme, results: IndexResult, theme: str) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.sheet = Sheet(theme, left=LEFT, right=RIGHT)
        ends = [end for entry in results.entries for end in (entry.lowest, entry.highest)]
        room = (max(ends) - min(ends)) * 0.05
        self.low, self.high = min(ends) - room, max(ends) + room

    def figure(self) -> Any:
        """The finished figure."""
        self._axis()
        heights = [self._row(entry) for entry in self.results.entries]
        self.sheet.gap(6)
        self.sheet.paragraph(self.speaker.say("chart.index.note.standardised"), "quiet", "small")
        shown = {"visible": False, "range": [self.low, self.high]}
        return self.sheet.figure([self._dots(heights)], shown)

    def _axis(self) -> None:
        self.sheet.paragraph(self.speaker.sentence("chart.index.unit.standardised"), "quiet", "small")
        self.sheet.gap(2)
        y = self.sheet.row(LINE["small"])
        for place in self._ticks():
            words = self.speaker.number(place) if place else self.speaker.say("chart.index.mean")
            self.sheet.label(plain(words), y, place, colour="quiet", size="small")
        heading = plain(self.speaker.say("chart.index.rank_heading"))
        self.sheet.label(heading, y, 1, shift=RIGHT, xref="paper", anchor="right", colour="quiet", size="small")
        self.sheet.gap(2)

    def _ticks(self) -> list[float]:
        return ticks(self.low, self.high, 3)

    def _row(self, entry: IndexEntry) -> float:
        ours = entry.area in self.programme.profile.areas
        colour = role(self.programme, entry.area) if ours else "quiet"
        name = area_name(self.speaker, self.programme, entry.area)
        said = lines(self.speaker.say("chart.index.ranked", rank=entry.rank, area=name), FITS)
        words = "<br>".join(bold(plain(line)) if ours else plain(line) for line in said)
        top = self.sheet.y
        y = self.sheet.row(LINE["small"] * len(said) + ROW)
        for place in self._ticks():
            self.sheet.line(place, top, place, self.sheet.y, "line" if place else "quiet", width=1 if place else 1.5)
        ink = colour if ours else "ink"
        self.sheet.label(words, y, 0, shift=-LEFT, xref="paper", anchor="left", size="small", colour=ink)
        self._spread(entry, y, colour, ink)
        return y

    def _spread(self, entry: IndexEntry, y: float, colour: str, ink: str) -> None:
        """The range of the index, and the range of places in words."""
        self.sheet.line(entry.lowest, y, entry.highest, y, colour, width=2)
        for end in (entry.lowest, entry.highest):
            self.sheet.line(end, y - 4, end, y + 4, colour, width=2)
        places = self.speaker.say("chart.index.ranks", best=entry.best_rank, worst=entry.worst_rank)
        alone = entry.best_rank == entry.worst_rank
        words = plain(str(entry.rank) if alone else places)
        self.sheet.label(words, y, 1, shift=RIGHT, xref="paper", anchor="right", size="small", colour=ink)

    def _dots(self, heights: list[float]) -> dict[str, Any]:
        entries = self.results.entries
        ours = [entry.area in self.programme.profile.areas for entry in entries]
        hover = [wrap(index_mark(self.speaker, self.programme, self.results, entry), 40) for entry in entries]
        marker = {
            "color": [
                self.sheet.colours[role(self.programme, entry.area) if own else "quiet"]
                for entry, own in zip(entries, ours, strict=True)
            ],
            "symbol": ["diamond" if own else "circle" for own in ours],
            "size": [FOLLOWED if own else DOT for own in ours],
            "opacity": 1,
            "line": {"color": self.sheet.colours["paper"], "width": 1},
        }
        return points([entry.score for entry in entries], heights, hover, marker=marker)
