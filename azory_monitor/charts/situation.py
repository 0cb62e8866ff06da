"""How does the situation look by all parts together?  The index with the range of all ways of making it."""

import math
from typing import Any

from azory_monitor.charts.marks import Mark, drawn
from azory_monitor.charts.order import Axis, Line, order, scope
from azory_monitor.charts.origin import source_line
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE, role
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.charts.ticks import ticks
from azory_monitor.model.presented import Chart
from azory_monitor.model.situation import IndexEntry, IndexResult, IndexTerm
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import index_alternative, index_mark
from azory_monitor.words.names import area_name, indicator_name, where
from azory_monitor.words.sentences.situation import scores_written
from azory_monitor.words.speaker import Speaker

LEFT, FITS = 150, 24
"""Width of the left margin, and how many small characters it holds."""

FURTHEST = 4
"""Doublings or halvings that the scale shows at most; what lies beyond stands at its edge, with its number."""

MOST_TICKS = 5
"""Up to so many steps have room for a word each on a narrow screen; of more, every second has."""

_WORDED = {-1: "half", 0: "same", 1: "twice"}


def situation(speaker: Speaker, programme: Programme, results: IndexResult, theme: str = "light") -> Chart | None:
    """Ranks with their ranges over ten areas or more, else the parts as ratios to the reference; None without either.

    The scale of ratios counts doublings, so that half as good and twice as good lie equally far from the reference.
    """
    if not results.entries:
        return None
    is_ranked = results.method == "standardised"
    return Chart(
        title=sentences.index_sentence(speaker, programme, results),
        figure=(_ranked if is_ranked else _ratios)(speaker, programme, results, theme),
        table=tables.index_table(speaker, programme, results),
        alt=index_alternative(speaker, programme, results),
        unit=_unit(speaker, programme, results),
        source=source_line(speaker, programme, results.sources),
    )


def _unit(speaker: Speaker, programme: Programme, results: IndexResult) -> str:
    there = where(speaker, programme, results.reference)
    return speaker.say(f"chart.index.unit.{results.method}", there=there)


def _ratios(speaker: Speaker, programme: Programme, results: IndexResult, theme: str) -> Any:
    return _Ratios(speaker, programme, results, theme).figure()


def _ranked(speaker: Speaker, programme: Programme, results: IndexResult, theme: str) -> Any:
    """The areas by their index, with the range of all ways of making it and the range of places."""
    ends = scope([end for entry in results.entries for end in (entry.lowest, entry.highest)])
    steps = [(place, speaker.number(place) if place else speaker.say("chart.index.mean")) for place in ticks(*ends, 3)]
    axis = Axis(
        words=speaker.ended(_unit(speaker, programme, results)),
        ticks=steps,
        origin=0.0,
        heading=speaker.say("chart.index.rank_heading"),
        note=speaker.say("chart.index.note.standardised"),
    )
    return order(programme, [_line(speaker, programme, results, entry) for entry in results.entries], axis, theme)


def _line(speaker: Speaker, programme: Programme, results: IndexResult, entry: IndexEntry) -> Line:
    places = speaker.say("chart.index.ranks", best=entry.best_rank, worst=entry.worst_rank)
    name = area_name(speaker, programme, entry.area)
    return Line(
        area=entry.area,
        name=speaker.say("chart.index.ranked", rank=entry.rank, area=name),
        at=entry.score,
        low=entry.lowest,
        high=entry.highest,
        beside=str(entry.rank) if entry.best_rank == entry.worst_rank else places,
        hover=index_mark(speaker, programme, results, entry),
    )


class _Ratios:
    def __init__(self, speaker: Speaker, programme: Programme, results: IndexResult, theme: str) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.sheet = Sheet(theme, left=LEFT, right=16)
        self.steps = _steps(results)
        self.low, self.high = self.steps[0] - 0.1, self.steps[-1] + 0.1
        self.placed: list[tuple[Mark, float, float, str]] = []

    def figure(self) -> Any:
        self._axis()
        self.sheet.block([bold(plain(self.speaker.say("chart.index.title")))])
        for entry in self.results.entries:
            self._entry(entry)
        self.sheet.gap(14)
        self.sheet.block([bold(plain(self.speaker.say("chart.index.parts")))])
        self.sheet.gap(4)
        terms = self.results.own.terms if self.results.own else ()
        for term in sorted(terms, key=lambda term: term.score):
            self._part(term)
        self.sheet.gap(4)
        self.sheet.paragraph(self.speaker.say("chart.index.note.ratio"), "quiet", "small")
        room = (self.high - self.low) * 0.04
        shown = {"visible": False, "range": [self.low - room, self.high + room]}
        return self.sheet.figure([self._marks()], shown)

    def _axis(self) -> None:
        unit = _unit(self.speaker, self.programme, self.results)
        self.sheet.paragraph(self.speaker.ended(unit), "quiet", "small")
        self.sheet.gap(2)
        every = 1 if len(self.steps) <= MOST_TICKS else 2
        shown = [step for step in self.steps if step % every == 0]
        said = [lines(_tick(self.speaker, step, len(self.steps)), 10) for step in shown]
        y = self.sheet.row(LINE["small"] * max(map(len, said)))
        for step, words in zip(shown, said, strict=True):
            self.sheet.label("<br>".join(map(plain, words)), y, step, colour="quiet", size="small")
        self.sheet.gap(4)

    def _entry(self, entry: IndexEntry) -> None:
        score, low, high = scores_written(self.speaker, self.results, (entry.score, entry.lowest, entry.highest))
        span = self.speaker.say("chart.index.scores", low=low, high=high)
        colour = role(self.programme, entry.area)
        name = lines(area_name(self.speaker, self.programme, entry.area), FITS)
        said = [self.sheet.coloured(plain(line), colour) for line in name] + [f"{bold(plain(score))} ({plain(span)})"]
        y = self._row(said)
        ends = [self._place(entry.lowest), self._place(entry.highest)]
        self.sheet.line(ends[0], y, ends[1], y, colour, width=2)
        for end in ends:
            self.sheet.line(end, y - 7, end, y + 7, colour, width=2)
        hover = index_mark(self.speaker, self.programme, self.results, entry)
        self.placed.append((Mark("diamond", colour, True, ""), self._place(entry.score), y, hover))

    def _part(self, term: IndexTerm) -> None:
        score = scores_written(self.speaker, self.results, [term.score])[0]
        side = "better" if term.score > 1 else "worse" if term.score < 1 else "same"
        mark = {
            "better": Mark("triangle-up", "better", False, ""),
            "worse": Mark("triangle-down", "worse", False, ""),
            "same": Mark("circle", "same", False, ""),
        }[side]
        name, beside = indicator_name(self.speaker, self.programme, term.indicator), self._beside(term)
        self.sheet.block([plain(line) for line in lines(name, 46)])
        self.sheet.paragraph(beside, "quiet", "small")
        word = plain(self.speaker.say(f"index.side.{side}"))
        y = self._row([self.sheet.coloured(f"{bold(plain(score))}, {word}", mark.colour)])
        place = self._place(term.score)
        self.sheet.line(0, y, place, y, mark.colour, width=3)
        self.placed.append((mark, place, y, f"{name}: {score}. {beside}"))
        self.sheet.gap(8)

    def _beside(self, term: IndexTerm) -> str:
        """The two values that the ratio is of, with their period."""
        indicator = self.programme.indicators[term.indicator]
        return self.speaker.say(
            "chart.index.pair",
            area=area_name(self.speaker, self.programme, self.results.area),
            value=self.speaker.value(term.value, indicator),
            reference=area_name(self.speaker, self.programme, self.results.reference),
            reference_value=self.speaker.bare(term.reference_value, indicator),
            period=self.speaker.period(term.period),
        )

    def _row(self, said: list[str]) -> float:
        """Words in the left margin and the grid beside them; returns the height of the marks."""
        top = self.sheet.y
        y = self.sheet.row(LINE["small"] * len(said) + 6)
        for step in self.steps:
            self.sheet.line(step, top, step, self.sheet.y, "line" if step else "quiet", width=1 if step else 1.5)
        self.sheet.label("<br>".join(said), y, 0, shift=-LEFT, xref="paper", anchor="left", size="small")
        return y

    def _place(self, score: float) -> float:
        return min(max(math.log2(score) if score > 0 else -math.inf, self.low), self.high)

    def _marks(self) -> dict[str, Any]:
        marks, xs, ys, hover = zip(*self.placed, strict=True)
        return points(
            list(xs), list(ys), [wrap(one, 40) for one in hover], marker=drawn(list(marks), self.sheet.colours)
        )


def _steps(results: IndexResult) -> range:
    """The doublings on the scale: from half to twice, and further as far as the figures need."""
    shown = [score for entry in results.entries for score in (entry.lowest, entry.highest)]
    shown += [term.score for term in (results.own.terms if results.own else ())]
    places = [math.log2(score) for score in shown if score > 0]
    low, high = max(min(places) + 0.1, -FURTHEST), min(max(places) - 0.1, FURTHEST)
    return range(min(math.floor(low), -1), max(math.ceil(high), 1) + 1)


def _tick(speaker: Speaker, step: int, steps: int) -> str:
    if step == 0 or (steps <= len(_WORDED) and step in _WORDED):
        return speaker.say(f"chart.index.{_WORDED[step]}")
    return speaker.number(2.0**step)
