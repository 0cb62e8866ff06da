"""Which indicators count people who could be recognised, and how small a number of them is too small to show."""

from azory_monitor.model.counted import OF_PEOPLE
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme

LIMIT = 5
"""Below so many people a figure of a sensitive theme is not shown, where its indicator says nothing itself."""

VALUES = 3
"""What readers are left with of a hidden count: at least so many values that it might have."""

_PERSONS = ("people", "households")
_USUAL_KIND = {"proportion": "people", "money": "money"}
"""What a measure is of, where the indicator does not say."""


def limit_of(programme: Programme, indicator: str) -> int | None:
    """Counts from 1 up to below this are hidden; None where every number may be shown.

    What the indicator says goes first; else its theme's being sensitive makes a limit for what counts people.
    """
    row = programme.indicators[indicator]
    if row.hide_below:
        return row.hide_below
    theme = programme.themes.get(row.theme)
    return LIMIT if theme and theme.sensitive and _kind(row) in _PERSONS else None


def _kind(row: Indicator) -> str:
    return row.unit_kind or _USUAL_KIND.get(row.measure, "other")


def linked(programme: Programme) -> frozenset[str]:
    """The sensitive indicators and all that could give them away: what counts the same, parts and wholes of them.

    Where people are counted from the register for one of them, so is all else that counts people there.  That two are
    shares of the same people links them only where those people are sensitive themselves.
    """
    found = {id for id in programme.indicators if limit_of(programme, id)}
    if not found:
        return frozenset()
    own = {id: part_label(programme, id) for id in programme.indicators}
    of = {id: {base_label(programme, id), own.get(row.part_of, "")} for id, row in programme.indicators.items()}
    counted = {own.get(programme.indicators[id].part_of, "") for id in found} - {""}
    people = {one.indicator for one in programme.derivations.values() if one.counts in OF_PEOPLE} & own.keys()
    grown: set[str] = set()
    while found != grown:
        grown = set(found)
        counted |= {own[id] for id in found}
        found |= {id for id in own if own[id] in counted or of[id] & counted} | (people if found & people else set())
    return frozenset(found)


def part_label(programme: Programme, indicator: str) -> str:
    """A name for what an indicator counts; indicators whose numerators are described alike count the same."""
    series = programme.series_of(indicator)
    return _folded(programme.indicators[series].numerator) or f"indicator {series}"


def base_label(programme: Programme, indicator: str) -> str:
    """A name for what a share or a rate is of; empty where it has no base."""
    row = programme.indicators[programme.series_of(indicator)]
    if row.measure == "count":
        return ""
    if row.part_of in programme.indicators:
        return part_label(programme, row.part_of)
    return _folded(row.denominator) or f"base of {row.id}"


def _folded(text: dict[str, str]) -> str:
    """A text in whichever of its languages sorts first, whatever its capitals and spaces."""
    return " ".join(text[min(text)].casefold().split()) if text else ""
