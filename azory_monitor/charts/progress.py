"""Which indicators reach their targets?  A small grid: one row an objective, one tile an indicator."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.marks import STATUS, drawn
from azory_monitor.charts.origin import source_line
from azory_monitor.charts.plots import progress_plot
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.model.presented import Chart
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import progress_alternative
from azory_monitor.words.names import coded_name, indicator_name
from azory_monitor.words.numbers import NO_BREAK
from azory_monitor.words.speaker import Speaker

ACROSS, FITS = 2, 20
"""Tiles beside each other, and the characters of a name that fit in one on a narrow screen."""
MARK, WORDS = 0.08, 0.12
"""Where in a tile its mark and its words stand, as shares of its width."""
UNKNOWN = ("no_target", "no_data", "not_started", "cannot_tell")


def progress(speaker: Speaker, programme: Programme, results: Sequence[Progress], theme: str = "light") -> Chart | None:
    """One mark an indicator, its status as shape and word; None without results.

    What is not known is drawn as plainly as what is: a dashed tile with a hollow mark and its reason as a word.
    """
    if not results:
        return None
    return Chart(
        title=sentences.progress_headline(speaker, programme, results),
        figure=_Grid(speaker, programme, results, theme).figure(),
        table=tables.progress_table(speaker, programme, results),
        alt=progress_alternative(speaker, programme, results),
        unit=speaker.say("chart.progress.unit"),
        source=source_line(speaker, programme, [row.source for result in results for row in result.measurements]),
        plot=progress_plot(speaker, programme, results),
    )


class _Grid:
    def __init__(self, speaker: Speaker, programme: Programme, results: Sequence[Progress], theme: str) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.sheet = Sheet(theme, right=4)
        self.placed: list[tuple[Progress, float, float]] = []

    def figure(self) -> Any:
        for objective in [*self.programme.objectives, ""]:
            of_it = [result for result in self.results if self._objective(result) == objective]
            if of_it or objective:
                self._heading(objective, of_it)
                self._tiles(of_it)
        return self.sheet.figure([self._marks()], {"visible": False, "range": [0, ACROSS]})

    def _objective(self, result: Progress) -> str:
        return self.programme.indicators[result.indicator].objective

    def _heading(self, objective: str, of_it: list[Progress]) -> None:
        self.sheet.block([bold(plain(line)) for line in lines(self._name(objective), 46)], size="heading")
        if not of_it:
            self.sheet.paragraph(self.speaker.say("chart.progress.none"), "quiet", "small")
            self.sheet.gap(12)
            return
        counted = Counter(result.status for result in of_it)
        said = [self.speaker.count(f"count_status.{status}", counted[status]) for status in STATUS if counted[status]]
        self.sheet.paragraph(", ".join(part.replace(" ", NO_BREAK) for part in said), "quiet", "small")
        self.sheet.gap(4)

    def _name(self, objective: str) -> str:
        if not objective:
            return self.speaker.say("chart.progress.no_objective")
        row = self.programme.objectives[objective]
        return self.speaker.say("chart.objective", number=row.number, name=self.speaker.text(row.short))

    def _called(self, result: Progress) -> str:
        code = self.programme.indicators[result.indicator].code
        return f"{code} {indicator_name(self.speaker, self.programme, result.indicator)}".strip()

    def _tiles(self, of_it: list[Progress]) -> None:
        for first in range(0, len(of_it), ACROSS):
            beside = of_it[first : first + ACROSS]
            names = [lines(self._called(result), FITS) for result in beside]
            top = self.sheet.y
            y = self.sheet.row(LINE["small"] * (max(map(len, names)) + 1) + 10)
            for column, (result, name) in enumerate(zip(beside, names, strict=True)):
                self._tile(result, name, column, top, y)
            self.sheet.gap(6)
        self.sheet.gap(10 if of_it else 0)

    def _tile(self, result: Progress, name: list[str], column: int, top: float, y: float) -> None:
        look = {"outline": "quiet"} if result.status in UNKNOWN else {"fill": "wash"}
        look = {part: self.sheet.colours[colour] for part, colour in look.items()}
        self.sheet.box(column + 0.01, top, column + 0.99, self.sheet.y, **look)
        self.placed.append((result, column + MARK, y))
        mark = STATUS[result.status]
        word = self.sheet.coloured(bold(plain(self.speaker.say(mark.word))), mark.colour)
        words = "<br>".join([*(plain(line) for line in name), word])
        self.sheet.label(words, y, column + WORDS, shift=8, anchor="left", size="small")

    def _marks(self) -> dict[str, Any]:
        results, places, heights = zip(*self.placed, strict=True)
        marker = drawn([STATUS[result.status] for result in results], self.sheet.colours)
        return points(list(places), list(heights), [self._hover(result) for result in results], marker=marker)

    def _hover(self, result: Progress) -> str:
        name = coded_name(self.speaker, self.programme, result.indicator)
        told = sentences.progress_sentence(self.speaker, self.programme, result)
        return f"{bold(wrap(name, 40))}<br>{wrap(told, 40)}"
