"""Which indicators can be followed and read?  A grid: indicators by objective down, what they need across."""

from collections.abc import Sequence
from typing import Any, get_args

from azory_monitor.charts.marks import HAS, IN_GRID, LACKS, Mark, drawn
from azory_monitor.charts.plots import counted_plot
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE
from azory_monitor.charts.text import bold, lines, plain
from azory_monitor.model.presented import Chart
from azory_monitor.model.quality import Need, Readiness
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.alternatives import readiness_alternative
from azory_monitor.words.names import indicator_name
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.quality import has_of

NEEDS: tuple[Need, ...] = get_args(Need)
LEFT, FITS, ROW = 122, 18, 22
"""Width of the names' margin, the characters of a name that fit in it, and the least height of a row."""
COUNT, END = 0.5, 1.3
"""Where beyond the last column the count of a row stands, and where the row ends."""
GAP = 3.2
"""Columns between the two entries of the key."""


def readiness(
    speaker: Speaker, programme: Programme, results: Sequence[Readiness], theme: str = "light"
) -> Chart | None:
    """One row an indicator, one mark a need: full where it is there, hollow where it is missing; None without results.

    A need that an indicator does not have, as the context has no target, is left blank.
    """
    if not results:
        return None
    return Chart(
        title=sentences.readiness_headline(speaker, programme, results),
        figure=_Grid(speaker, programme, results, theme).figure(),
        table=tables.readiness_table(speaker, programme, results),
        alt=readiness_alternative(speaker, programme, results),
        unit=speaker.say("chart.readiness.unit"),
        source=speaker.say("chart.readiness.source"),
        plot=counted_plot(
            speaker,
            [speaker.say(f"need.{need}") for need in NEEDS],
            {
                HAS: [sum(need in one.has for one in results) for need in NEEDS],
                LACKS: [sum(need in one.lacks for one in results) for need in NEEDS],
            },
        ),
    )


class _Grid:
    def __init__(self, speaker: Speaker, programme: Programme, results: Sequence[Readiness], theme: str) -> None:
        self.speaker, self.programme, self.results = speaker, programme, results
        self.sheet = Sheet(theme, left=LEFT, right=4)
        self.placed: list[tuple[float, float, Mark, str]] = []

    def figure(self) -> Any:
        self._key()
        for group in [*self.programme.objectives, "rest", "context"]:
            of_it = [one for one in self.results if self._group(one) == group]
            if of_it:
                self._heading(group, of_it)
                for one in of_it:
                    self._row(one)
                self.sheet.gap(14)
        return self.sheet.figure([self._marks()], {"visible": False, "range": [-0.5, len(NEEDS) + END]})

    def _key(self) -> None:
        y = self.sheet.row(ROW)
        for place, mark in ((0.0, HAS), (GAP, LACKS)):
            word = self.speaker.say(mark.word)
            self.placed.append((place, y, mark, word))
            self.sheet.label(plain(word), y, place, shift=12, anchor="left", size="small", colour="quiet")
        self.sheet.gap(10)

    def _group(self, one: Readiness) -> str:
        indicator = self.programme.indicators[one.indicator]
        return "context" if indicator.kind == "context" else indicator.objective or "rest"

    def _heading(self, group: str, of_it: list[Readiness]) -> None:
        self.sheet.block([bold(plain(line)) for line in lines(self._name(group), 46)], size="heading")
        ready, n = (self.speaker.number(number) for number in (sum(one.ready for one in of_it), len(of_it)))
        self.sheet.paragraph(self.speaker.say("chart.readiness.ready", ready=ready, n=n), "quiet", "small")
        self.sheet.heads([self.speaker.label("chart.readiness.head", need) for need in NEEDS], gap=-LINE["small"])

    def _name(self, group: str) -> str:
        row = self.programme.objectives.get(group)
        if row is None:
            return self.speaker.say(f"chart.readiness.{group}")
        return self.speaker.say("chart.objective", number=row.number, name=self.speaker.text(row.short))

    def _row(self, one: Readiness) -> None:
        code = self.programme.indicators[one.indicator].code
        name = lines(f"{code} {indicator_name(self.speaker, self.programme, one.indicator)}".strip(), FITS)
        top = self.sheet.y
        y = self.sheet.row(max(ROW, LINE["small"] * len(name) + 8))
        self.sheet.line(-LEFT, top, len(NEEDS) + END, top, "line")
        marked = "<br>".join(plain(line) for line in name)
        self.sheet.label(marked, y, 0, shift=-LEFT, xref="paper", anchor="left", size="small")
        for column, need in enumerate(NEEDS):
            if need in one.has + one.lacks:
                self._mark(column, y, need, HAS if need in one.has else LACKS)
        self.sheet.label(plain(has_of(self.speaker, one)), y, len(NEEDS) + COUNT, size="small", colour="quiet")

    def _mark(self, column: int, y: float, need: Need, mark: Mark) -> None:
        said = {"need": self.speaker.label("need", need), "state": self.speaker.say(mark.word)}
        self.placed.append((column, y, mark, plain(self.speaker.say("chart.readiness.mark", **said))))

    def _marks(self) -> dict[str, Any]:
        places, heights, marks, hover = zip(*self.placed, strict=True)
        marker = drawn(list(marks), self.sheet.colours, IN_GRID)
        return points(list(places), list(heights), list(hover), marker=marker)
