"""Who works with whom?  Institutions by institutions, with how often.

A matrix and no net of lines: names stay readable and counts can be compared on a telephone, where a net of twelve
points is a tangle.
"""

from string import ascii_uppercase
from typing import Any

from azory_monitor.charts.grid import Grid
from azory_monitor.model.partnership import Cooperation, Pair
from azory_monitor.model.presented import Chart
from azory_monitor.model.state import Programme
from azory_monitor.words import sentences, tables
from azory_monitor.words.names import name_of
from azory_monitor.words.speaker import Speaker

MOST = 12
"""So many institutions are drawn, those with most partners; the table has them all."""
LETTERS = ascii_uppercase
"""What the columns are headed by: one sign each, so that they stay apart on the narrowest screen."""
TOLD = 5
"""So many pairs are told to who cannot see the picture."""
SHAPES = {"formal": "square-open", "informal": "circle-open"}


def cooperation(speaker: Speaker, programme: Programme, found: Cooperation, theme: str = "light") -> Chart | None:
    """One row and one column an institution; None where no two did anything together and no tie binds any."""
    if not found.pairs:
        return None
    headline = sentences.cooperation_headline(speaker, programme, found)
    told = [sentences.pair_sentence(speaker, programme, pair) for pair in found.pairs[:TOLD]]
    return Chart(
        title=headline,
        figure=_Picture(speaker, programme, found, theme).figure(),
        table=tables.cooperation_table(speaker, programme, found),
        alt=" ".join([headline, *told]),
        unit=speaker.say("chart.cooperation.unit"),
        source=speaker.say("chart.cooperation.source"),
    )


class _Picture:
    def __init__(self, speaker: Speaker, programme: Programme, found: Cooperation, theme: str) -> None:
        self.speaker, self.programme = speaker, programme
        self.everybody = _everybody(found)
        self.drawn = self.everybody[:MOST]
        self.pairs = {frozenset((pair.institution, pair.other)): pair for pair in found.pairs}
        self.grid = Grid(theme, len(self.drawn), max(1, *(pair.times for pair in found.pairs)))

    def figure(self) -> Any:
        self.grid.heads(LETTERS[: len(self.drawn)])
        for letter, one in zip(LETTERS, self.drawn, strict=False):
            place = self.grid.row(f"{letter}\u00a0\u00a0{self._name(one)}")
            for column, other in enumerate(self.drawn):
                self._cell(column, place, one, other)
        self._key()
        return self.grid.figure()

    def _cell(self, column: int, place: tuple[float, float], one: str, other: str) -> None:
        pair = self.pairs.get(frozenset((one, other)))
        if one == other:
            self.grid.empty(column, place, "╲", "line")
        elif pair is None:
            self.grid.empty(column, place, "·")
        else:
            self._paired(column, place, pair)

    def _paired(self, column: int, place: tuple[float, float], pair: Pair) -> None:
        if pair.times:
            told = sentences.pair_sentence(self.speaker, self.programme, pair)
            self.grid.cell(column, place, pair.times, self.speaker.number(pair.times), told)
        if pair.within:
            self.grid.outline(column, place)
        if pair.tie:
            self.grid.sign(column, place, SHAPES[pair.tie])

    def _key(self) -> None:
        shown = [pair for both, pair in self.pairs.items() if both <= set(self.drawn)]
        said = [self.speaker.say("chart.cooperation.key")]
        said += [self.speaker.say(f"chart.cooperation.{tie}") for tie in SHAPES if any(p.tie == tie for p in shown)]
        said += [self.speaker.say("chart.cooperation.within")] if any(pair.within for pair in shown) else []
        left_out = len(self.everybody) - len(self.drawn)
        said += [self.speaker.count("chart.cooperation.more", left_out)] if left_out else []
        self.grid.sheet.gap(8)
        for words in said:
            self.grid.sheet.paragraph(words, "quiet", "small")

    def _name(self, id: str) -> str:
        return name_of(self.speaker, self.programme, "institutions", id)


def _everybody(found: Cooperation) -> list[str]:
    """Those who worked with somebody, most partners first, then those that only a tie binds."""
    tied = [id for pair in found.pairs for id in (pair.institution, pair.other)]
    return list(dict.fromkeys([*(one.institution for one in found.partners), *tied]))
