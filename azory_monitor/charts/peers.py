"""Which areas are most like the estate?  One strip a feature, every area on it, the chosen ones marked."""

from typing import Any

from azory_monitor.charts.origin import source_line
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.stacks import stacks
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.charts.ticks import ticks
from azory_monitor.model.presented import Chart
from azory_monitor.model.situation import Peers, PeerVariable
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import peers_alternative
from azory_monitor.words.names import area_name, indicator_name
from azory_monitor.words.speaker import Speaker

DOT, OWN = 11, 15
"""Sizes of the marks in pixels."""

Place = tuple[float, str, str]
"""A value, whose it is, and what it is: ``own``, ``chosen`` or ``other``."""


def peers(speaker: Speaker, programme: Programme, results: Peers, theme: str = "light") -> Chart | None:
    """One strip a variable with a mark for each area that has it; None where no area is near or far."""
    if not results.entries:
        return None
    return Chart(
        title=sentences.peers_sentence(speaker, programme, results),
        figure=_Strips(speaker, programme, results, theme).figure(),
        table=tables.peers_table(speaker, programme, results),
        alt=peers_alternative(speaker, programme, results),
        unit=speaker.say("chart.peers.unit"),
        source=source_line(speaker, programme, results.sources),
    )


class _Strips:
    """Strips under each other.  Each has its own scale, from 0 to 1 of the sheet's width."""

    def __init__(self, speaker: Speaker, programme: Programme, results: Peers, theme: str) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.sheet = Sheet(theme, left=14, right=14)
        self.looks = {
            "own": ("circle", OWN, self.sheet.colours["estate"], self.sheet.colours["paper"], 1),
            "chosen": ("diamond", DOT, self.sheet.colours["peers"], self.sheet.colours["peers"], 1),
            "other": ("circle", DOT - 2, self.sheet.colours["paper"], self.sheet.colours["quiet"], 1.5),
        }

    def figure(self) -> Any:
        name = area_name(self.speaker, self.programme, self.results.area)
        self.sheet.paragraph(self.speaker.say("chart.peers.note", area=name), "quiet", "small")
        traces = [self._strip(variable) for variable in self.results.variables]
        return self.sheet.figure(traces, {"visible": False, "range": [0, 1]})

    def _strip(self, variable: PeerVariable) -> dict[str, Any]:
        places = self._places(variable)
        values = [value for value, _, _ in places]
        room = (max(values) - min(values)) * 0.05
        low, high = min(values) - room, max(values) + room
        self._heading(variable)
        shares = [(value - low) / (high - low) for value in values]
        levels = stacks(shares, 0, 1, OWN, [0])
        self._own(variable, shares[0])
        line = self.sheet.y + OWN * (max(levels) + 1)
        self.sheet.line(shares[0], self.sheet.y, shares[0], line - OWN * (levels[0] + 0.5), "estate", width=1.5)
        self.sheet.y = line + 2
        self.sheet.line(0, self.sheet.y, 1, self.sheet.y, "quiet")
        self._axis(low, high)
        return self._marks(variable, places, shares, [line - OWN * (level + 0.5) for level in levels])

    def _places(self, variable: PeerVariable) -> list[Place]:
        """The area itself first, then the others, the nearest last so that they lie on top."""
        found = [(variable.own_value, self.results.area, "own")]
        for entry in reversed(self.results.entries):
            value = next((part.value for part in entry.parts if part.indicator == variable.indicator), None)
            if value is not None:
                found.append((value, entry.area, "chosen" if entry.chosen else "other"))
        return found

    def _heading(self, variable: PeerVariable) -> None:
        indicator = self.programme.indicators[variable.indicator]
        self.sheet.gap(14)
        name = indicator_name(self.speaker, self.programme, variable.indicator)
        self.sheet.block([bold(plain(line)) for line in lines(name, 46)])
        beside = (self.speaker.unit(indicator), self.speaker.period(variable.period))
        self.sheet.paragraph(", ".join(filter(None, beside)), "quiet", "small")

    def _own(self, variable: PeerVariable, share: float) -> None:
        words = self._told(variable, variable.own_value, self.results.area)
        anchor = "left" if share < 0.35 else "right" if share > 0.65 else "center"
        shift = {"left": -8, "right": 8, "center": 0}[anchor]
        y = self.sheet.row(LINE["text"] + 4)
        self.sheet.label(bold(plain(words)), y, share, shift=shift, anchor=anchor, colour="estate")
        self.sheet.gap(6)

    def _told(self, variable: PeerVariable, value: float, area: str) -> str:
        return self.speaker.say(
            "chart.peers.value",
            area=area_name(self.speaker, self.programme, area),
            value=self.speaker.value(value, self.programme.indicators[variable.indicator]),
        )

    def _axis(self, low: float, high: float) -> None:
        y = self.sheet.row(LINE["small"] + 6)
        for tick in ticks(low, high, 4):
            share = (tick - low) / (high - low)
            self.sheet.line(share, y - 11, share, y - 7, "quiet")
            self.sheet.label(plain(self.speaker.number(tick)), y + 2, share, colour="quiet", size="small")

    def _marks(
        self, variable: PeerVariable, places: list[Place], shares: list[float], heights: list[float]
    ) -> dict[str, Any]:
        symbols, sizes, fills, outlines, widths = zip(*(self.looks[kind] for _, _, kind in places), strict=True)
        marker = {
            "symbol": list(symbols),
            "size": list(sizes),
            "color": list(fills),
            "line": {"color": list(outlines), "width": list(widths)},
            "opacity": 1,
        }
        hover = [wrap(self._told(variable, value, area), 40) for value, area, _ in places]
        return points(shares, heights, hover, marker=marker)
