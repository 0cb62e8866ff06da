"""What a state hands on to a later one: what was worked out of indicators whose figures nothing has touched since.

An answer about one indicator rests on the figures of its series, on some tables of the programme, on what is hidden and
on the day.  Between two states of one day in which those tables hold the same, only the first can be another one, and
what is hidden because of it; see ``State``, which compares both before it takes anything over.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from azory_monitor.disclosure import Disclosed
from azory_monitor.model.state import Programme

Answers = dict[str, dict[str, list[Any]]]
"""By the name of a question and by indicator, what it comes to."""

RESTS_ON = (
    "profile",
    "areas",
    "indicators",
    "targets",
    "assessments",
    "standards",
    "breaks",
    "grades",
    "actions",
    "derivations",
)
"""The tables that are looked at for such an answer.  Whoever has a new table looked at adds it; a test watches."""


@dataclass(frozen=True)
class Carried:
    """What an earlier state knew: the ``programme`` that could be shown, what was hidden, and its answers.

    ``entered`` is the programme as it was handed in; None where the present one holds anything else.
    ``is_hidden_alike`` says that what is hidden rests on nothing that is another now.
    """

    entered: Programme | None
    programme: Programme
    disclosed: Disclosed
    is_hidden_alike: bool
    answers: Answers

    def still_holding(self, programme: Programme, disclosed: Disclosed) -> Answers:
        """The answers that a later state takes over, with what its programme is and what is hidden in it."""
        if not all(_is_same(getattr(self.programme, table), getattr(programme, table)) for table in RESTS_ON):
            return {}
        otherwise = {name.indicator for name in self.disclosed.hidden.keys() ^ disclosed.hidden.keys()}
        return without(self.answers, programme, otherwise)


def without(answers: Mapping[str, Mapping[str, list[Any]]], programme: Programme, touched: Collection[str]) -> Answers:
    """The answers about all indicators but some, and those that share their series."""
    series = {programme.series_of(one) for one in touched if one in programme.indicators}
    kept = {one for one in programme.indicators if programme.series_of(one) not in series}
    return {
        name: {indicator: rows for indicator, rows in found.items() if indicator in kept}
        for name, found in answers.items()
    }


def _is_same(one: Any, other: Any) -> bool:
    """Whether a table holds the same rows in the same order, in which areas are added up and breaks looked through."""
    return one is other or (one == other and (not isinstance(one, dict) or list(one) == list(other)))


def by_indicator(programme: Programme, rows: Collection[Any], asked: Collection[str]) -> dict[str, list[Any]]:
    """Rows under their indicator, of those asked for; what is said of a measurement, under that of its series."""
    found: dict[str, list[Any]] = {one: [] for one in asked}
    for row in rows:
        has_own = hasattr(row, "indicator")
        indicator = row.indicator if has_own else programme.series_of(row.measurement.indicator)
        if indicator in found:
            found[indicator].append(row)
    return found
