"""What happened when, and what was planned?  One lane a kind of entry; what has no date stands at the left."""

import datetime
import math
from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.moments import LOOKS, Moment, Told, gathered, moments_of
from azory_monitor.charts.sheet import Sheet
from azory_monitor.charts.stacks import NARROWEST, stacks
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import bold, plain
from azory_monitor.model.chronicle import Entry
from azory_monitor.model.presented import Chart
from azory_monitor.model.state import Programme
from azory_monitor.period import middle, parse
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import journey_alternative
from azory_monitor.words.speaker import Speaker

MARGIN, BETWEEN = 0.2, 0.03
"""Shares of the width: the place of entries without a date, and the gap beside it."""
DOT, ROOM, LEVELS = 20, NARROWEST / 240, 3
"""Height of a row, how much narrower than a whole picture its time is, and the rows before marks are gathered."""
YEARS = 6
"""Year labels that fit beside each other on a narrow screen."""
APART = {1: 0.0, 2: 1.5, 3: 1.2, 4: 1.0}
"""How far marks without a date are apart, where there are so many beside each other; the margin is 4 wide."""
NEAR = 1.5
"""Years after the last entry within which today is still on the axis."""


def journey(
    speaker: Speaker,
    programme: Programme,
    results: Sequence[Entry],
    theme: str = "light",
    today: datetime.date | None = None,
) -> Chart | None:
    """Marks in lanes: full what happened, hollow what was planned; None without entries.

    ``today`` is drawn as a line where it is near.  Where many crowd, a row for each look has marks that count.
    """
    if not results:
        return None
    lanes = _lanes(results)
    return Chart(
        title=sentences.entries_headline(speaker, results),
        figure=_Picture(speaker, programme, lanes, theme, today).figure(),
        table=tables.journey_table(speaker, programme, results),
        alt=journey_alternative(speaker, programme, results, lanes),
        unit=speaker.say("chart.journey.unit"),
        source=speaker.say("chart.journey.source"),
    )


def _lanes(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The kinds there are, those with most on the axis first, each in order of time."""
    kinds = dict.fromkeys(entry.kind for entry in entries)
    lanes = {kind: [entry for entry in reversed(entries) if entry.kind == kind] for kind in kinds}
    return dict(sorted(lanes.items(), key=lambda lane: (-_on_axis(lane[1]), -len(lane[1]))))


def _on_axis(entries: Sequence[Entry]) -> int:
    return sum(entry.year is not None for entry in entries)


class _Picture:
    def __init__(
        self,
        speaker: Speaker,
        programme: Programme,
        lanes: dict[str, list[Entry]],
        theme: str,
        today: datetime.date | None,
    ) -> None:
        self.speaker, self.programme, self.lanes = speaker, programme, lanes
        self.sheet = Sheet(theme)
        self.moments = {kind: moments_of(entries) for kind, entries in lanes.items()}
        self.span = self._span(today)
        self.today = middle(today.isoformat()) if today else None
        has_margin = any(moment.at is None for found in self.moments.values() for moment in found)
        self.margin = (MARGIN if self.span else 1.0) if has_margin else 0.0
        self.placed: list[tuple[Moment, float]] = []

    def figure(self) -> Any:
        self._key()
        self._years()
        top = self.sheet.y
        for kind, entries in self.lanes.items():
            self._lane(kind, len(entries))
        self._grid(top)
        timed = [(moment, y) for moment, y in self.placed if moment.at is not None]
        aside = [(moment, y) for moment, y in self.placed if moment.at is None]
        told = Told(self.speaker, self.programme, self.sheet.colours)
        traces = [told.trace(found, axis) for found, axis in ((timed, "x"), (aside, "x2")) if found]
        axes = {"xaxis2": {"visible": False, "domain": [0, self.margin], "range": [-2, 2]}} if aside else {}
        start = self.margin + BETWEEN if self.margin else 0
        low, high = self.span or (0, 1)
        time = {"visible": False, "domain": [min(start, 0.99), 1], "range": [low, high]}
        return self.sheet.figure(traces, time, **axes)

    def _span(self, today: datetime.date | None) -> tuple[float, float] | None:
        """Whole years, from the first to the last entry, and to today where that is near."""
        told = [entry for found in self.lanes.values() for entry in found]
        periods = [parse(text) for entry in told for text in (entry.date, entry.planned) if text]
        years = [(period.start.year, period.end.year) for period in periods if period.start and period.end]
        if not years:
            return None
        low, high = min(first for first, _ in years), max(last for _, last in years) + 1
        is_near = today is not None and (middle(today.isoformat()) or 0) - high <= NEAR
        return low, max(high, today.year + 1) if is_near and today else high

    def _key(self) -> None:
        """Which mark means what; only marks that are in the picture are named."""
        used = {moment.look for found in self.moments.values() for moment in found}
        for look, mark in LOOKS.items():
            if look in used:
                word = self.speaker.say(f"chart.journey.key.{look}")
                colour = self.sheet.colours[mark.colour]
                self.sheet.block([f'<span style="color:{colour}">{mark.glyph}</span> {plain(word)}'], "quiet", "small")
        if any(moment.is_turn for found in self.moments.values() for moment in found):
            self.sheet.paragraph(self.speaker.say("chart.journey.key.milestone"), "quiet", "small")
        if any(moment.stretch for found in self.moments.values() for moment in found):
            self.sheet.paragraph(self.speaker.say("chart.journey.key.stretch"), "quiet", "small")
        self.sheet.gap(8)

    def _years(self) -> None:
        """The years above the lanes, and over the margin that it has no dates."""
        y = self.sheet.row(LINE["small"] + 4)
        if self.margin:
            words = bold(plain(self.speaker.say("chart.journey.undated")))
            self.sheet.label(words, y, self.margin / 2, xref="paper", colour="quiet", size="small")
        if self.span:
            years = range(int(self.span[0]), int(self.span[1]))
            for year in years[:: math.ceil(len(years) / YEARS)]:
                self.sheet.label(bold(str(year)), y, year + 0.5, colour="quiet", size="small")

    def _grid(self, top: float) -> None:
        """A line where a year begins, and one for today."""
        if not self.span:
            return
        low, high = map(int, self.span)
        step = math.ceil((high - low) / (2 * YEARS))
        for year in range(low, high + 1, step):
            self.sheet.line(year, top, year, self.sheet.y, "line")
        if self.today and low <= self.today <= high:
            self.sheet.line(self.today, top, self.today, self.sheet.y, "estate", dash="dot")
            y = self.sheet.row(LINE["small"])
            word = plain(self.speaker.say("chart.journey.today"))
            self.sheet.label(word, y, self.today, colour="estate", size="small")

    def _lane(self, kind: str, n: int) -> None:
        lane = self.speaker.label("lane", kind)
        self.sheet.paragraph(self.speaker.say("chart.journey.lane", lane=lane, n=self.speaker.number(n)), size="small")
        low, high = self.span or (0, 1)
        timed = [moment for moment in self.moments[kind] if moment.at is not None]
        levels = self._levels(timed)
        if max(levels, default=0) >= LEVELS:
            timed = gathered(timed, low, (high - low) * DOT * ROOM / NARROWEST)
            rows = [look for look in LOOKS if any(moment.look == look for moment in timed)]
            levels = [rows.index(moment.look) for moment in timed]
        top = self.sheet.y
        self.sheet.gap(DOT * (max(levels, default=0) + 1))
        self._wash(top)
        for moment, level in zip(timed, levels, strict=True):
            self._place(moment, top + DOT * (level + 0.5))
        self._aside([moment for moment in self.moments[kind] if moment.at is None], (top + self.sheet.y) / 2)
        self.sheet.gap(8)

    def _levels(self, timed: Sequence[Moment]) -> list[int]:
        low, high = self.span or (0, 1)
        return stacks([moment.at or 0 for moment in timed], low, high, DOT * ROOM)

    def _wash(self, top: float) -> None:
        """The lane, from its undated entries across all years."""
        self.sheet.box(0, top, 1, self.sheet.y, fill=self.sheet.colours["wash"], xref="paper")

    def _place(self, moment: Moment, y: float) -> None:
        self.placed.append((moment, y))
        if moment.stretch:
            self.sheet.line(*_ends(moment.stretch, y), LOOKS[moment.look].colour, width=2)

    def _aside(self, undated: Sequence[Moment], y: float) -> None:
        """What has no date: one mark for all that are alike, with their number."""
        looks = [look for look in LOOKS if any(moment.look == look for moment in undated)]
        for place, look in enumerate(looks):
            alike = [moment for moment in undated if moment.look == look]
            entries = tuple(entry for moment in alike for entry in moment.entries)
            is_turn = all(moment.is_turn for moment in alike)
            at_side = APART[len(looks)] * (place - (len(looks) - 1) / 2)
            self.placed.append((Moment(look=look, entries=entries, is_turn=is_turn, aside=at_side), y))


def _ends(stretch: tuple[float, float], y: float) -> tuple[float, float, float, float]:
    return stretch[0], y, stretch[1], y
