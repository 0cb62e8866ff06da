"""Which values have come in?  A grid: series down, the periods of their calendar across."""

from collections.abc import Sequence
from typing import Any, get_args

from azory_monitor import period
from azory_monitor.charts.marks import CELL, IN_GRID, drawn
from azory_monitor.charts.plots import counted_plot
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import bold, lines, plain
from azory_monitor.model.presented import Chart
from azory_monitor.model.quality import Cell, CellState, Coverage
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import coverage_alternative
from azory_monitor.words.names import area_name, indicator_name
from azory_monitor.words.speaker import Speaker

CALENDARS = ("month", "quarter", "year", "school_year")
LEFT, FITS, ROW = 122, 18, 24
"""Width of the names' margin, the characters of a name that fit in it, and the least height of a row."""
ACROSS = 12
"""So many of the latest periods stand beside each other on a narrow screen."""
STATES: tuple[CellState, ...] = get_args(CellState)


def coverage(speaker: Speaker, programme: Programme, results: Sequence[Coverage], theme: str = "light") -> Chart | None:
    """One row a series, one mark a period, its state as shape and in the key; None without results."""
    if not results:
        return None
    return Chart(
        title=sentences.coverage_headline(speaker, results),
        figure=_Grid(speaker, programme, results, theme).figure(),
        table=tables.coverage_table(speaker, programme, results),
        alt=coverage_alternative(speaker, programme, results),
        unit=speaker.say("chart.coverage.unit"),
        source=speaker.say("chart.coverage.source"),
        plot=counted_plot(
            speaker,
            [
                " · ".join((indicator_name(speaker, programme, one.indicator), area_name(speaker, programme, one.area)))
                for one in results
            ],
            {CELL[state]: [sum(cell.state == state for cell in one.cells) for one in results] for state in STATES},
        ),
    )


class _Grid:
    def __init__(self, speaker: Speaker, programme: Programme, results: Sequence[Coverage], theme: str) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.sheet = Sheet(theme, left=LEFT, right=8)
        self.placed: list[tuple[float, float, CellState, str]] = []

    def figure(self) -> Any:
        for calendar in CALENDARS:
            of_it = [one for one in self.results if period.parse(one.cells[-1].period).grain == calendar]
            if of_it:
                self._calendar(calendar, of_it)
        self._key()
        return self.sheet.figure([self._marks()], {"visible": False, "range": [-0.6, ACROSS - 0.4]})

    def _calendar(self, calendar: str, of_it: list[Coverage]) -> None:
        periods = sorted({cell.period for one in of_it for cell in one.cells}, key=period.parse)
        shown = periods[-ACROSS:]
        title = self.speaker.say(f"chart.coverage.calendar.{calendar}")
        self.sheet.block([bold(plain(title))], size="heading")
        if len(shown) < len(periods):
            self.sheet.paragraph(self.speaker.count("chart.coverage.last", ACROSS), "quiet", "small")
        self.sheet.heads([self.speaker.period(one) for one in shown])
        for one in of_it:
            self._row(one, {when: column for column, when in enumerate(shown)})
        self.sheet.gap(14)

    def _row(self, one: Coverage, columns: dict[str, int]) -> None:
        name = indicator_name(self.speaker, self.programme, one.indicator)
        called = [*lines(name, FITS), *lines(area_name(self.speaker, self.programme, one.area), FITS)]
        top = self.sheet.y
        y = self.sheet.row(max(ROW, LINE["small"] * len(called) + 8))
        self.sheet.line(-0.6, top, ACROSS - 0.4, top, "line")
        marked = "<br>".join(plain(line) for line in called)
        self.sheet.label(marked, y, 0, shift=-LEFT, xref="paper", anchor="left", size="small")
        for cell in one.cells:
            if cell.period in columns:
                self.placed.append((columns[cell.period], y, cell.state, plain(self._said(cell))))

    def _said(self, cell: Cell) -> str:
        state = self.speaker.label("cell_state", cell.state)
        said = self.speaker.say("chart.coverage.mark", period=self.speaker.period(cell.period), state=state)
        if cell.received:
            said = self.speaker.say("chart.coverage.received", said=said, day=self.speaker.day(cell.received))
        return self.speaker.count("chart.coverage.late", cell.days_late, said=said) if cell.days_late else said

    def _key(self) -> None:
        """The states that occur, each with its mark and word."""
        there = {state for _, _, state, _ in self.placed}
        for state in [state for state in STATES if state in there]:
            y, word = self.sheet.row(LINE["text"] + 3), self.speaker.label("cell_state", state)
            self.placed.append((0, y, state, plain(word)))
            self.sheet.label(plain(word), y, 0, shift=14, anchor="left", size="small", colour="quiet")

    def _marks(self) -> dict[str, Any]:
        places, heights, states, hover = zip(*self.placed, strict=True)
        marker = drawn([CELL[state] for state in states], self.sheet.colours, IN_GRID)
        return points(list(places), list(heights), list(hover), marker=marker)
