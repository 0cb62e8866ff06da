"""Counts of the register for sensitive indicators, which give nothing away that a measurement hides."""

from collections.abc import Iterable

from azory_monitor.disclosure.cells import COUNTS
from azory_monitor.disclosure.disclose import Disclosed
from azory_monitor.disclosure.facts import is_small
from azory_monitor.disclosure.policy import limit_of
from azory_monitor.model.counted import Count
from azory_monitor.model.state import Programme


def published_counts(programme: Programme, counts: Iterable[Count], disclosed: Disclosed) -> list[Count]:
    """The counts; of one for a sensitive indicator no part is shown where one of them is hidden or too small."""
    hidden = {(name.indicator, name.area) for name in disclosed.hidden}
    among = {cell.key for cell in disclosed.cells if cell.table == COUNTS}
    return [
        _nothing(count) if count.derivation in among or _must_hide(programme, count, hidden) else count
        for count in counts
    ]


def _must_hide(programme: Programme, count: Count, hidden: set[tuple[str, str]]) -> bool:
    if count.indicator not in programme.indicators:
        return False
    indicator = programme.indicators[count.indicator]
    limit = limit_of(programme, indicator.id) if indicator.measure == "count" else None
    if (programme.series_of(count.indicator), programme.area.id) in hidden:
        return True
    return bool(limit) and any(is_small(part.value, limit) for part in (count, *count.tallies))


def _nothing(count: Count) -> Count:
    nothing = {"value": None, "qualifier": "", "amounts": {}, "reason": "hidden"}
    tallies = tuple(tally.model_copy(update=nothing) for tally in count.tallies)
    return count.model_copy(update=nothing | {"tallies": tallies})
