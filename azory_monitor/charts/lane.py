"""Dated events as numbered marks under a time axis, with the list of what they were."""

from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.stacks import stacks
from azory_monitor.charts.text import wrap
from azory_monitor.model.register import Activity
from azory_monitor.period import middle
from azory_monitor.words.numbers import NO_BREAK
from azory_monitor.words.speaker import Speaker

DOT = 18
LISTED = 8
"""Up to so many events are listed under the picture; the table has them all."""


class Lane:
    """The events in order of time, those without a date after them."""

    def __init__(self, speaker: Speaker, sheet: Sheet, activities: Sequence[Activity]) -> None:
        self.speaker, self.sheet = speaker, sheet
        self.dated = sorted((event for event in activities if middle(event.date)), key=lambda event: middle(event.date))
        self.undated = [event for event in activities if not middle(event.date)]
        self.moments = [middle(event.date) for event in self.dated]

    def draw(self, span: tuple[float, float]) -> list[dict[str, Any]]:
        """The marks, at most one trace; takes its rows from the sheet."""
        if not self.dated and not self.undated:
            return []
        self.sheet.paragraph(self.speaker.say("chart.events.title"), "quiet", "small")
        traces = [self._marks(span)] if self.dated else []
        self._list(self.dated, "chart.events.many", len(self.dated) <= LISTED, numbered=True)
        self._list(self.undated, "chart.events.undated", len(self.dated + self.undated) <= LISTED, numbered=False)
        return traces

    def _list(self, events: list[Activity], many: str, is_short: bool, numbered: bool) -> None:
        if events and not is_short:
            self.sheet.paragraph(self.speaker.count(many, len(events)), "quiet", "small")
            return
        for number, event in enumerate(events, 1):
            sign = self.speaker.number(number) if numbered else "–"
            self.sheet.paragraph(f"{sign}{NO_BREAK * 2}{self._told(event)}", "ink" if numbered else "quiet", "small")

    def _marks(self, span: tuple[float, float]) -> dict[str, Any]:
        levels = stacks(self.moments, *span, DOT)
        top = self.sheet.y
        self.sheet.gap(DOT * (max(levels) + 1) + 6)
        numbered = len(self.dated) <= LISTED
        return points(
            self.moments,
            [top + DOT * (level + 0.5) for level in levels],
            [wrap(self._told(event), 40) for event in self.dated],
            mode="markers+text" if numbered else "markers",
            text=[self.speaker.number(number) for number, _ in enumerate(self.dated, 1)],
            textfont={"color": self.sheet.colours["paper"], "size": 11, "weight": 700},
            marker={"size": DOT - 2 if numbered else 9, "color": self.sheet.colours["ink"], "opacity": 1},
        )

    def _told(self, event: Activity) -> str:
        return self.speaker.say(
            "chart.events.event", when=self.speaker.period(event.date), what=self.speaker.text(event.title)
        )
