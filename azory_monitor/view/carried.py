"""What a state hands on to a later one: what was worked out of indicators whose figures nothing has touched since.

An answer about one indicator rests on the figures of its series, on the programme, on what is hidden and on the day.
Between two states of one day in which no row but figures came or went, only the first can be another one, and what is
hidden because of it; see ``State``, which compares both before it takes anything over.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from azory_monitor.disclosure import Disclosed
from azory_monitor.model.state import Programme

Answers = dict[str, dict[str, list[Any]]]
"""By the name of a question and by indicator, what it comes to."""


@dataclass(frozen=True)
class Carried:
    """What an earlier state knew.  ``programme`` is the one that could be shown; ``entered`` as it was handed in.

    ``disclosed`` is what was hidden; ``is_hidden_alike`` says that it rests on nothing that is another now.
    """

    entered: Programme
    programme: Programme
    disclosed: Disclosed
    is_hidden_alike: bool
    answers: Answers


def without(answers: Mapping[str, Mapping[str, list[Any]]], programme: Programme, touched: Collection[str]) -> Answers:
    """The answers about all indicators but some, and those that share their series."""
    series = {programme.series_of(one) for one in touched if one in programme.indicators}
    kept = {one for one in programme.indicators if programme.series_of(one) not in series}
    return {
        name: {indicator: rows for indicator, rows in found.items() if indicator in kept}
        for name, found in answers.items()
    }


def by_indicator(rows: Collection[Any], asked: Collection[str]) -> dict[str, list[Any]]:
    """Rows under their indicator, of those asked for; an indicator without any has none."""
    found: dict[str, list[Any]] = {one: [] for one in asked}
    for row in rows:
        if row.indicator in found:
            found[row.indicator].append(row)
    return found
