"""What may be shown: small counts of people are taken out before anything is judged, drawn or written.

A share of a hidden count would give the count away, so hiding comes before judging: what follows
(comparisons, charts, exports) never sees what it must not tell.
"""

from collections.abc import Iterable

from azory_monitor.model.counted import Count
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme

_COUNTED = ("count", "proportion", "rate", "mean")


def published(programme: Programme, measurements: Iterable[Measurement]) -> list[Measurement]:
    """The measurements with what must stay hidden taken out, and marked so."""
    return [_published(programme.indicators[row.indicator], row) for row in measurements]


def published_counts(programme: Programme, counts: Iterable[Count]) -> list[Count]:
    """Counts of the register for such indicators, none of whose parts is shown where one of them is too small."""
    return [_published_count(programme.indicators.get(count.indicator), count) for count in counts]


def _published_count(indicator: Indicator | None, count: Count) -> Count:
    limit = indicator.hide_below if indicator and indicator.measure == "count" else None
    if not limit or not any(_small(part.value, limit) for part in (count, *count.tallies)):
        return count
    nothing = {"value": None, "qualifier": "", "reason": "hidden"}
    tallies = tuple(tally.model_copy(update=nothing) for tally in count.tallies)
    return count.model_copy(update=nothing | {"tallies": tallies})


def _published(indicator: Indicator, row: Measurement) -> Measurement:
    if not _must_hide(indicator, row):
        return row
    nothing = dict.fromkeys(("value", "numerator", "denominator", "spread"))
    return row.model_copy(update=nothing | {"status": "hidden"})


def _must_hide(indicator: Indicator, row: Measurement) -> bool:
    """Whether a count of people, what is left of its base, or the base itself is too small to be shown."""
    limit = indicator.hide_below
    if not limit or indicator.measure not in _COUNTED:
        return False
    if indicator.measure == "count":
        return _small(row.value, limit)
    part = row.numerator
    if indicator.measure == "proportion" and part is None and row.value is not None and row.denominator:
        part = round(row.value * row.denominator / scale(indicator))  # a share of so many gives the count away
    rest = None if part is None or row.denominator is None else row.denominator - part
    parts = {"proportion": (part, rest), "rate": (part,), "mean": ()}[indicator.measure]
    return any(_small(one, limit) for one in (*parts, row.denominator))


def _small(count: float | None, limit: int) -> bool:
    return count is not None and 0 < count < limit
