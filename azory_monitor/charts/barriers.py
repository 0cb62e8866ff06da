"""What stands in the way, and of which objective?  Barriers counted by theme and objective."""

from collections.abc import Sequence
from typing import Any

from azory_monitor.charts.plots import number_plot
from azory_monitor.charts.sheet import Sheet, points
from azory_monitor.charts.style import LINE, tint
from azory_monitor.charts.text import bold, lines, plain, wrap
from azory_monitor.model.presented import Chart
from azory_monitor.model.register import Barrier
from azory_monitor.model.state import Programme
from azory_monitor.words import tables
from azory_monitor.words.names import name_of
from azory_monitor.words.speaker import Speaker
from azory_monitor.words.tables.register import objective_name

LEFT, FITS, HEAD = 122, 19, 6
"""Width of the themes' margin, the characters of a name that fit in it, and those above a column."""
CELL = 34
NAMED = 3
"""Of so many themes with equally many barriers each is named."""


def barriers(speaker: Speaker, programme: Programme, results: Sequence[Barrier], theme: str = "light") -> Chart | None:
    """One row a theme, one column an objective and one for barriers of none; None without barriers.

    A barrier of two objectives counts under both, and once in the row's total.
    """
    if not results:
        return None
    matrix = _Matrix(programme, results)
    headline = _headline(speaker, programme, matrix)
    totals = {one: len(rows) for one, rows in matrix.of_theme.items()}
    return Chart(
        title=headline,
        figure=_Picture(speaker, programme, matrix, theme).figure(),
        table=tables.matrix_table(speaker, programme, matrix.counts(), totals),
        alt=" ".join([headline, *(_told(speaker, programme, matrix, one) for one in matrix.themes)]),
        unit=speaker.say("chart.barriers.unit"),
        source=speaker.say("chart.barriers.source"),
        plot=number_plot(speaker, {name_of(speaker, programme, "themes", one): totals[one] for one in matrix.themes}),
    )


class _Matrix:
    """Barriers by theme, those with most first, and by objective, none last."""

    def __init__(self, programme: Programme, results: Sequence[Barrier]) -> None:
        self.programme = programme
        by_theme = {theme: [row for row in results if row.theme == theme] for theme in programme.themes}
        self.of_theme = {theme: rows for theme, rows in by_theme.items() if rows}
        self.themes = sorted(self.of_theme, key=lambda theme: -len(self.of_theme[theme]))
        self.objectives = [*programme.objectives, ""]

    def cell(self, theme: str, objective: str) -> list[Barrier]:
        return [row for row in self.of_theme[theme] if objective in (self._objectives(row) or {""})]

    def _objectives(self, barrier: Barrier) -> set[str]:
        linked = [self.programme.actions[action].objective for action in barrier.actions]
        linked += [self.programme.indicators[indicator].objective for indicator in barrier.indicators]
        return {objective for objective in linked if objective}

    def counts(self) -> dict[tuple[str, str], int]:
        return {(theme, one): len(self.cell(theme, one)) for theme in self.themes for one in self.objectives}


def _headline(speaker: Speaker, programme: Programme, matrix: _Matrix) -> str:
    most = len(matrix.of_theme[matrix.themes[0]])
    first = [name_of(speaker, programme, "themes", one) for one in matrix.themes if len(matrix.of_theme[one]) == most]
    all_of_them = sum(len(rows) for rows in matrix.of_theme.values())
    if len(first) > NAMED:
        return speaker.ended(speaker.count("chart.barriers.spread", all_of_them))
    named = speaker.join(speaker.say("chart.barriers.quoted", theme=one) for one in first)
    key = "chart.barriers.first" if len(first) == 1 else "chart.barriers.tied"
    return speaker.ended(speaker.count(key, all_of_them, themes=named, most=speaker.number(most)))


def _told(speaker: Speaker, programme: Programme, matrix: _Matrix, theme: str) -> str:
    cells = [
        speaker.say("chart.barriers.cell", objective=objective_name(speaker, programme, one), count=speaker.number(n))
        for one in matrix.objectives
        if (n := len(matrix.cell(theme, one)))
    ]
    name = name_of(speaker, programme, "themes", theme)
    return speaker.sentence("chart.barriers.row", theme=name, cells=", ".join(cells))


class _Picture:
    def __init__(self, speaker: Speaker, programme: Programme, matrix: _Matrix, theme: str) -> None:
        self.speaker, self.programme, self.matrix, self.theme = speaker, programme, matrix, theme
        self.sheet = Sheet(theme, left=LEFT, right=4)
        self.most = max(matrix.counts().values())
        self.cells: list[tuple[float, float, list[Barrier]]] = []

    def figure(self) -> Any:
        self._heads()
        for theme in self.matrix.themes:
            self._row(theme)
        self._key()
        hover = ["<br>".join(wrap(self.speaker.text(row.title), 40) for row in rows) for _, _, rows in self.cells]
        counted = points(
            [x for x, _, _ in self.cells],
            [y for _, y, _ in self.cells],
            hover,
            mode="text",
            text=[bold(self.speaker.number(len(rows))) for _, _, rows in self.cells],
        )
        return self.sheet.figure([counted], {"visible": False, "range": [-0.5, len(self.matrix.objectives) + 0.5]})

    def _heads(self) -> None:
        words = [self._head(one) for one in self.matrix.objectives] + [self.speaker.say("chart.barriers.total")]
        heads = [lines(head, HEAD) for head in words]
        y = self.sheet.row(LINE["small"] * max(map(len, heads)) + 6)
        for column, head in enumerate(heads):
            self.sheet.label("<br>".join(plain(line) for line in head), y, column, size="small", colour="quiet")

    def _head(self, objective: str) -> str:
        if not objective:
            return self.speaker.say("chart.barriers.unlinked")
        return self.speaker.say("chart.barriers.objective", number=self.programme.objectives[objective].number)

    def _row(self, theme: str) -> None:
        name = lines(name_of(self.speaker, self.programme, "themes", theme), FITS)
        top = self.sheet.y
        y = self.sheet.row(max(CELL, LINE["small"] * len(name) + 6))
        marked = "<br>".join(plain(line) for line in name)
        self.sheet.label(marked, y, 0, shift=-LEFT, xref="paper", anchor="left", size="small")
        for column, objective in enumerate(self.matrix.objectives):
            self._cell(column, top, y, self.matrix.cell(theme, objective))
        total = self.speaker.number(len(self.matrix.of_theme[theme]))
        self.sheet.label(bold(total), y, len(self.matrix.objectives))

    def _cell(self, column: int, top: float, y: float, rows: list[Barrier]) -> None:
        if not rows:
            self.sheet.label(self.speaker.say("cell.empty"), y, column, colour="quiet")
            return
        fill = tint(self.theme, len(rows) / self.most)
        self.sheet.box(column - 0.47, top + 1.5, column + 0.47, self.sheet.y - 1.5, fill=fill)
        self.cells.append((column, y, rows))

    def _key(self) -> None:
        self.sheet.gap(8)
        for row in self.programme.objectives.values():
            words = self.speaker.say("chart.objective", number=row.number, name=self.speaker.text(row.short))
            self.sheet.paragraph(words, "quiet", "small")
        self.sheet.paragraph(self.speaker.say("chart.barriers.note"), "quiet", "small")
