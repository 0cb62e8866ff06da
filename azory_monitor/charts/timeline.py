"""One indicator over time: a value axis, a time axis, a margin for what has no date, a lane of events."""

import math
from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.lane import Lane
from azory_monitor.charts.lines import Line, traces_of
from azory_monitor.charts.plan import is_level, plan_traces, prospect_traces, target_words
from azory_monitor.charts.sheet import Sheet
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import lines as broken
from azory_monitor.charts.text import plain, wrap
from azory_monitor.charts.ticks import ticks
from azory_monitor.model.outlook import Prospect
from azory_monitor.model.programme import Indicator
from azory_monitor.model.register import Activity
from azory_monitor.model.verdicts import Progress
from azory_monitor.period import middle
from azory_monitor.words.speaker import Speaker

LEFT, HEIGHT, LOW = 48, 250, 160
"""Width of the left margin, height of the picture, and its height where there is no development to see."""
MARGIN, WIDE, BETWEEN = 0.18, 0.34, 0.06
"""Shares of the width: the margin for values without a date, the same beside an axis without values, and the gap."""
YEARS = 7
"""Year labels that fit beside each other on a narrow screen."""
CLOSE = 0.3
"""Values that lie within this share of the highest are looked at closely, on an axis that leaves zero out."""
PLANNED = "◇"
"""How a name has the mark of a target."""
GLYPHS = {"circle": "●", "square": "■", "diamond": "◆", "cross": "✚"}


class Timeline:
    """The picture; ``lines`` begin with the followed area's."""

    def __init__(
        self,
        speaker: Speaker,
        indicator: Indicator,
        lines: Sequence[Line],
        progress: Progress | None,
        theme: str,
        prospect: Prospect | None = None,
    ) -> None:
        self.speaker, self.indicator, self.lines = speaker, indicator, lines
        self.progress, self.prospect = progress, prospect
        self.sheet = Sheet(theme, left=LEFT, right=22)
        self.low, self.high = self._values()
        self.has_margin = any(not middle(row.period) for line in lines for row in line.known)

    def figure(self, activities: Sequence[Activity]) -> Any:
        """Everything in one figure; its height follows from the number of names and events."""
        self._head()
        top = self.sheet.y
        self.sheet.gap(HEIGHT if self._develops() else LOW)
        bottom = self.sheet.y
        self.sheet.gap(LINE["small"] + 8)
        lane = Lane(self.speaker, self.sheet, activities)
        span = self._span(lane)
        traces = [
            trace
            for line in reversed(self.lines)
            for trace in traces_of(self.speaker, self.indicator, line, self.sheet.colours)
        ]
        if self.progress:
            own = self.lines[0]
            traces += plan_traces(self.speaker, self.indicator, self.progress, own, span or (0, 1), self.sheet.colours)
        if self.prospect:
            expected = prospect_traces(self.speaker, self.indicator, self.prospect, self.sheet.colours)
            traces = [*expected[:1], *traces, *expected[1:]]
        traces += lane.draw(span or (0, 1))
        margin = self._margin(span)
        layout = {"yaxis2": self._value_axis(top, bottom)}
        if self.has_margin:
            self.sheet.box(0, top, margin, bottom, fill=self.sheet.colours["wash"], xref="paper")
            layout["xaxis2"] = self._margin_axis(margin)
        if span and not any(line.dated for line in self.lines):
            words = wrap(self.speaker.say("chart.series.none_dated"), 24)
            self.sheet.label(words, (top + bottom) / 2, sum(span) / 2, colour="quiet", size="small")
        return self.sheet.figure(traces, self._time_axis(span, margin), **layout)

    def _develops(self) -> bool:
        planned = self.progress and self.progress.target is not None and self.progress.target_period
        return bool(planned) or any(len(line.dated) > 1 for line in self.lines)

    def _margin(self, span: tuple[float, float] | None) -> float:
        if not self.has_margin or not span:
            return 1.0 if self.has_margin else 0.0
        return MARGIN if any(line.dated for line in self.lines) else WIDE

    def _values(self) -> tuple[float, float]:
        """The ends of the value axis: zero is on it unless all values are close together and far from zero."""
        shown = [row.value for line in self.lines for row in line.known]
        shown += [end for row in self.lines[0].known for end in (row.lower, row.upper) if end is not None]
        if self.progress:
            planned = (self.progress.baseline, self.progress.target, self.progress.target_upper)
            shown += [value for value in planned if value is not None]
        if self.prospect and self.prospect.expected is not None:
            shown.append(self.prospect.expected)
        low, high = min(shown), max(shown)
        if 0 < high - low < CLOSE * high and low > 0:
            return low - 0.3 * (high - low), high + 0.3 * (high - low)
        spread = max(high, 0) - min(low, 0) or 1
        return low - 0.2 * spread if low < 0 else 0, max(high, 0) + 0.18 * spread

    def _head(self) -> None:
        if len(self.lines) > 1:
            for line in self.lines:
                self._name(line)
            self.sheet.gap(4)
        if self.progress and self.progress.target is not None:
            self._planned(self.progress)
        notes = [
            self.speaker.unit(self.indicator),
            self.speaker.say("chart.series.not_from_zero") if self.low > 0 else "",
            self.speaker.say("chart.series.whiskers") if any(row.upper for row in self.lines[0].known) else "",
            self._led() if self.prospect and self.prospect.path else "",
        ]
        for note in filter(None, notes):
            self.sheet.paragraph(note, "quiet", "small")
        self.sheet.gap(6)

    def _planned(self, progress: Progress) -> None:
        """Target and baseline in words, beside a sample of the level or of the path between their marks."""
        target = target_words(self.speaker, self.indicator, progress)
        if is_level(progress):
            self._sampled(target, "ink", "dash")
            return
        self._sampled(f"{PLANNED} {target}", "quiet", "dot")
        if progress.baseline is not None and progress.baseline_period:
            value = self.speaker.value(progress.baseline, self.indicator)
            named = self.speaker.say("chart.name_value", name=self.speaker.say("chart.series.baseline"), value=value)
            when = self.speaker.period(progress.baseline_period)
            self._sampled(f"{PLANNED} {self.speaker.say('chart.value_in', value=named, period=when)}", "quiet", "dot")

    def _sampled(self, words: str, role: str, dash: str) -> None:
        """Words beside a sample of the line that they are about."""
        marked = [plain(part) for part in broken(words, 46)]
        y = self.sheet.row(LINE["small"] * len(marked) + 2)
        self.sheet.sample(y, role, dash)
        self.sheet.label(
            "<br>".join(marked), y, 0, shift=30 - LEFT, xref="paper", anchor="left", colour=role, size="small"
        )

    def _led(self) -> str:
        numbers = {"value": self.prospect.expected, "lower": self.prospect.lower, "upper": self.prospect.upper}
        told = {name: self.speaker.estimate(number, self.indicator) for name, number in numbers.items()}
        when = self.speaker.period_phrase(self.prospect.target_period)
        return self.speaker.say("chart.series.shaded", when=when, **told)

    def _name(self, line: Line) -> None:
        """An area's name beside a sample of its line, with its last value."""
        last = line.known[-1]
        value = self.speaker.value(last.value, self.indicator, last.qualifier)
        named = self.speaker.say("chart.name_value", name=line.name, value=value)
        words = self.speaker.say("chart.value_in", value=named, period=self.speaker.period(last.period))
        self._sampled(f"{GLYPHS[line.symbol]} {words}", line.role, line.dash)

    def _span(self, lane: Lane) -> tuple[float, float] | None:
        """The years on the time axis; None where nothing has a date."""
        periods = [row.period for line in self.lines for row in line.known]
        if self.progress and self.progress.target is not None:
            periods += [self.progress.baseline_period, self.progress.target_period]
        moments = [moment for period in periods if (moment := middle(period))] + lane.moments
        return (math.floor(min(moments)) - 0.1, math.floor(max(moments)) + 1.1) if moments else None

    def _value_axis(self, top: float, bottom: float) -> dict[str, Any]:
        whole = self.indicator.measure == "count" and not self.indicator.decimals
        marks = [tick for tick in ticks(self.low, self.high, 5) if not whole or tick == int(tick)]
        return {
            "anchor": "x2" if self.has_margin else "x",
            "range": [self.low, self.high],
            "tickvals": marks,
            "ticktext": [plain(self.speaker.number(tick)) for tick in marks],
            "zeroline": self.low <= 0,
            "domain": (bottom, top),
        }

    def _time_axis(self, span: tuple[float, float] | None, margin: float) -> dict[str, Any]:
        if not span:
            return {"visible": False, "range": [0, 1]}
        years = range(math.ceil(span[0]), math.floor(span[1]))
        shown = years[:: math.ceil(len(years) / YEARS)]
        return {
            "anchor": "y2",
            "domain": [margin + BETWEEN if margin else 0, 1],
            "range": list(span),
            "showgrid": False,
            "tickvals": [year + 0.5 for year in shown],
            "ticktext": [str(year) for year in shown],
        }

    def _margin_axis(self, margin: float) -> dict[str, Any]:
        return {
            "anchor": "y2",
            "domain": [0, margin],
            "range": [-1, 1],
            "showgrid": False,
            "tickvals": [0],
            "ticktext": [wrap(self.speaker.period("undated"), 10)],
        }
