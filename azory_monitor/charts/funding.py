"""What pays for the programme?  The way from idea to money by kind, and the years that something pays for."""

from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.grid import Grid
from azory_monitor.charts.plots import number_plot
from azory_monitor.model.partnership import FundedYear, FundingState
from azory_monitor.model.presented import Chart
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.names import name_of
from azory_monitor.words.sentences.funding import ORDER
from azory_monitor.words.speaker import Speaker

STAGES = ("idea", "prepared", "sent", "not_funded", "resubmitted", "funded", "ended")
ROOM = 10
"""So many years fit beside each other on a telephone; of more, the last are drawn and the table has them all."""
IN_FULL = 6
"""Up to so many years are written with four digits."""


def funding(speaker: Speaker, programme: Programme, found: FundingState, theme: str = "light") -> Chart | None:
    """The entries by kind and stage; None without any."""
    if not found.staged:
        return None
    pipeline = _Pipeline(speaker, programme, found, theme)
    headline = sentences.stages_sentence(speaker, found)
    return Chart(
        title=headline,
        figure=pipeline.figure(),
        table=tables.funding_table(speaker, programme, found),
        alt=" ".join([headline, *pipeline.told()]),
        unit=speaker.say("chart.funding.unit"),
        source=speaker.say("chart.funding.source"),
        plot=number_plot(speaker, {speaker.label("stage", stage): len(found.at(stage)) for stage in pipeline.stages}),
    )


def funding_years(speaker: Speaker, programme: Programme, found: FundingState, theme: str = "light") -> Chart | None:
    """Lanes of what pays, by kind, and above them every year with whether anything does; None without years."""
    if not found.years:
        return None
    headline = sentences.years_sentence(speaker, found)
    return Chart(
        title=headline,
        figure=_Years(speaker, programme, found.years[-ROOM:], theme).figure(),
        table=tables.funding_year_table(speaker, programme, found.years),
        alt=" ".join([headline, *(_year_told(speaker, programme, one) for one in found.years)]),
        unit=speaker.say("chart.funding_years.unit"),
        source=speaker.say("chart.funding.source"),
    )


class _Pipeline:
    """Kinds of money by stage, the kinds that are furthest first; stages that few ever reach only where one has."""

    def __init__(self, speaker: Speaker, programme: Programme, found: FundingState, theme: str) -> None:
        self.speaker, self.programme = speaker, programme
        self.kinds = list(dict.fromkeys(one.kind for stage in ORDER for one in found.staged if one.stage == stage))
        self.cells = {(one.kind, one.stage): one.entries for one in found.staged}
        self.stages = [stage for stage in STAGES if stage not in ("resubmitted", "ended") or found.at(stage)]
        self.grid = Grid(theme, len(self.stages), max(map(len, self.cells.values())))

    def figure(self) -> Any:
        self.grid.heads([self.speaker.label("chart.funding.head", stage) for stage in self.stages])
        for kind in self.kinds:
            place = self.grid.row(self.speaker.label("funding_kind", kind))
            for column, stage in enumerate(self.stages):
                self._cell(column, place, self.cells.get((kind, stage), ()))
        self.grid.sheet.gap(8)
        self.grid.sheet.paragraph(self.speaker.say("chart.funding.note"), "quiet", "small")
        return self.grid.figure()

    def _cell(self, column: int, place: tuple[float, float], entries: tuple[str, ...]) -> None:
        if entries:
            names = _names(self.speaker, self.programme, entries)
            self.grid.cell(column, place, len(entries), self.speaker.number(len(entries)), names)
        else:
            self.grid.empty(column, place, self.speaker.say("cell.empty"))

    def told(self) -> list[str]:
        return [self._row(kind) for kind in self.kinds]

    def _row(self, kind: str) -> str:
        counts = {stage: len(self.cells.get((kind, stage), ())) for stage in self.stages}
        said = [f"{self.speaker.label('stage', stage)} {self.speaker.number(n)}" for stage, n in counts.items() if n]
        name = self.speaker.label("funding_kind", kind)
        return self.speaker.sentence("chart.funding.row", kind=name, cells=", ".join(said))


class _Years:
    def __init__(self, speaker: Speaker, programme: Programme, years: Sequence[FundedYear], theme: str) -> None:
        self.speaker, self.programme, self.years = speaker, programme, years
        self.grid = Grid(theme, len(years), max(1, *(len(one.entries) for one in years)))

    def figure(self) -> Any:
        short = len(self.years) > IN_FULL
        self.grid.heads([f"’{one.year % 100:02d}" if short else str(one.year) for one in self.years])
        self._lane(self.speaker.say("chart.funding_years.any"), [one.entries for one in self.years], marked=True)
        kinds = dict.fromkeys(self.programme.funding[id].kind for one in self.years for id in one.entries)
        for kind in kinds:
            self._lane(self.speaker.label("funding_kind", kind), [self._of_kind(one, kind) for one in self.years])
        self.grid.sheet.gap(8)
        for state in ("uncovered", "unknown"):
            if any(one.state == state for one in self.years):
                self.grid.sheet.paragraph(self.speaker.say(f"chart.funding_years.{state}"), "quiet", "small")
        return self.grid.figure()

    def _of_kind(self, one: FundedYear, kind: str) -> tuple[str, ...]:
        return tuple(id for id in one.entries if self.programme.funding[id].kind == kind)

    def _lane(self, name: str, paying: list[tuple[str, ...]], marked: bool = False) -> None:
        place = self.grid.row(name)
        for column, (one, entries) in enumerate(zip(self.years, paying, strict=True)):
            if entries:
                names = _names(self.speaker, self.programme, entries)
                told = self.speaker.say("chart.funding_years.paid", year=str(one.year), names=names)
                self.grid.cell(column, place, len(entries), self.speaker.number(len(entries)), told)
            elif marked:
                self._missing(column, place, one)

    def _missing(self, column: int, place: tuple[float, float], one: FundedYear) -> None:
        if one.state == "uncovered":
            self.grid.outline(column, place)
        self.grid.empty(column, place, "○" if one.state == "uncovered" else "?")


def _names(speaker: Speaker, programme: Programme, entries: Sequence[str]) -> str:
    return "; ".join(name_of(speaker, programme, "funding", id) for id in entries)


def _year_told(speaker: Speaker, programme: Programme, one: FundedYear) -> str:
    state = speaker.label("year_state", one.state)
    names = _names(speaker, programme, one.entries)
    said = state if not names else speaker.say("chart.funding_years.paid", year=state, names=names)
    return speaker.sentence("chart.funding_years.year", year=str(one.year), state=said)
