"""Which mark stands for an entry of the journey, where in time, and one mark for several that crowd."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from azory_monitor.charts.sheet import points
from azory_monitor.charts.text import plain, wrap
from azory_monitor.model.chronicle import Entry
from azory_monitor.model.state import Programme
from azory_monitor.period import middle, parse
from azory_monitor.words.alternatives import entries_named
from azory_monitor.words.sentences.journey import GROUPS
from azory_monitor.words.speaker import Speaker

ONE, MANY, WIDE = 12, 18, 22
"""Diameter of a mark of one entry, of one that has a number in it, and of a triangle that has."""

LONG = 31
"""Days from which on a period is drawn as a stretch of time."""
_TURNS = ("milestone", "target_change", "goal_change")


class Look(NamedTuple):
    """A mark of the picture, and the same as a letter beside its meaning."""

    symbol: str
    colour: str
    full: bool
    glyph: str


LOOKS = {
    "done": Look("circle", "ink", True, "●"),
    "planned": Look("circle", "quiet", False, "○"),
    "not_recorded": Look("square", "worse", False, "□"),
    "not_known": Look("triangle-up", "quiet", False, "△"),
}


@dataclass(frozen=True)
class Moment:
    """A mark: how it looks, which entries it stands for, and where in time (decimal years), or aside without a date."""

    look: str
    entries: tuple[Entry, ...]
    at: float | None = None
    stretch: tuple[float, float] | None = None
    """The ends of a long period of which only its name is known."""
    is_turn: bool = False
    """Whether it is a milestone or a change of course."""
    aside: float = 0.0


def moments_of(entries: Sequence[Entry]) -> list[Moment]:
    """A mark for each entry, and a hollow one where something that happened at another time was planned."""
    return [moment for entry in entries for moment in _moments(entry)]


def gathered(moments: Sequence[Moment], low: float, width: float) -> list[Moment]:
    """One mark for all that look alike within ``width`` years, in the middle of them, counted from ``low``."""
    groups: dict[tuple[str, int], list[Moment]] = {}
    for moment in moments:
        groups.setdefault((moment.look, int(((moment.at or low) - low) / width)), []).append(moment)
    return [_one(found, low + (place + 0.5) * width) for (_, place), found in groups.items()]


def _one(found: list[Moment], at: float) -> Moment:
    entries = tuple(entry for moment in found for entry in moment.entries)
    return Moment(look=found[0].look, entries=entries, at=at, is_turn=found[0].is_turn)


def _moments(entry: Entry) -> list[Moment]:
    look, is_turn = GROUPS[entry.happening], entry.kind in _TURNS
    told = entry.date or entry.planned
    found = [Moment(look, (entry,), middle(told), _stretch(told), is_turn)]
    if entry.date and entry.moved in ("earlier", "later"):
        found.append(Moment("planned", (entry,), middle(entry.planned), None, is_turn))
    return found


def _stretch(text: str) -> tuple[float, float] | None:
    period = parse(text) if text else None
    if not period or not period.start or not period.end or (period.end - period.start).days < LONG:
        return None
    first, last = middle(period.start.isoformat()), middle(period.end.isoformat())
    return (first, last) if first and last else None


class Told:
    """Makes the marks of one axis, each with the entries it stands for."""

    def __init__(self, speaker: Speaker, programme: Programme, colours: dict[str, str]) -> None:
        self.speaker, self.programme, self.colours = speaker, programme, colours

    def trace(self, placed: Sequence[tuple[Moment, float]], axis: str) -> dict[str, Any]:
        """One trace with the marks at their places."""
        moments = [moment for moment, _ in placed]
        return points(
            [moment.aside if moment.at is None else moment.at for moment in moments],
            [y for _, y in placed],
            [self._hover(moment) for moment in moments],
            xaxis=axis,
            mode="markers+text",
            text=[self._number(moment) for moment in moments],
            textfont={"color": [self._inside(LOOKS[moment.look]) for moment in moments], "size": 11, "weight": 700},
            marker=self._marker(moments),
        )

    def _marker(self, moments: Sequence[Moment]) -> dict[str, Any]:
        looks = [LOOKS[moment.look] for moment in moments]
        outlines = [self.colours[look.colour] for look in looks]
        return {
            "symbol": ["diamond" if moment.is_turn else LOOKS[moment.look].symbol for moment in moments],
            "size": [self._size(moment) for moment in moments],
            "color": [self.colours[look.colour if look.full else "paper"] for look in looks],
            "line": {"color": outlines, "width": 2},
            "opacity": 1,
        }

    def _size(self, moment: Moment) -> int:
        return ONE if len(moment.entries) == 1 else WIDE if LOOKS[moment.look].symbol == "triangle-up" else MANY

    def _inside(self, look: Look) -> str:
        return self.colours["paper" if look.full else look.colour]

    def _number(self, moment: Moment) -> str:
        return self.speaker.number(len(moment.entries)) if len(moment.entries) > 1 else ""

    def _hover(self, moment: Moment) -> str:
        told = entries_named(self.speaker, self.programme, moment.entries)
        return "<br>".join(wrap(one, 44) for one in told) or plain(self._number(moment))
