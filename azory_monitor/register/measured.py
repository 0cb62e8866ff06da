"""Counts as values of the indicators they are counted for, beside what was typed in."""

from collections.abc import Iterable, Sequence
from datetime import date

from azory_monitor.model.counted import REGISTER, Count, Tally
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.period import UNDATED
from azory_monitor.register.counts import OF_THE_DAY, cumulative, shares, spellings
from azory_monitor.register.entries import Recorded, recorded

Place = tuple[str, str, str]
"""Indicator, area and period of a value."""


def with_counted(
    programme: Programme, typed: Sequence[Measurement], found: Iterable[Count], today: date
) -> list[Measurement]:
    """What was typed in together with what is counted, in the order of indicator, area and period.

    A counted figure is the preferred one.  A typed one of the same indicator, area and period stays beside it as
    ``conflicting`` where it differs; where it says the same, or says that there is none, it gives way.  What was typed
    without a date and does not exceed what a derivation of the whole has come to was its total at some time: it gives
    way too.
    """
    preferred: dict[Place, Measurement] = {}
    others: list[Measurement] = []
    for row in counted_rows(programme, found, today):
        if _differs(row, preferred.setdefault(_place(programme, row), row)):
            others.append(_beside(row))
    wholes = {one.indicator for one in programme.derivations.values() if one.by == "whole"}
    last = {(row.indicator, row.area): row for row in preferred.values() if row.indicator in wholes}
    for row in typed:
        counted, total = preferred.get(_place(programme, row)), last.get(_place(programme, row)[:2])
        if counted is None and total and row.period == UNDATED.text and (row.value or 0) <= (total.value or 0):
            continue
        if counted is None:
            others.append(row)
        elif row.value is not None and _differs(row, counted):
            others.append(_beside(row))
    rows = [*preferred.values(), *others]
    return sorted(rows, key=lambda row: (row.indicator, row.area, row.period, row.variant))


def _place(programme: Programme, row: Measurement) -> Place:
    indicator = programme.indicators.get(row.indicator)
    return (indicator.same_as or row.indicator) if indicator else row.indicator, row.area, row.period


def _differs(row: Measurement, preferred: Measurement) -> bool:
    return (row.value, row.qualifier) != (preferred.value, preferred.qualifier)


def _beside(row: Measurement) -> Measurement:
    return row.model_copy(update={"status": "conflicting"})


def counted_rows(programme: Programme, found: Iterable[Count], today: date) -> list[Measurement]:
    """The counted figures as values of the programme's own area; the year that is still running is provisional."""
    register = recorded(programme, today)
    return [
        _row(programme, count, tally, today)
        for count in found
        if count.indicator in programme.indicators
        for tally in _series(programme, register, count, today)
        if tally.value is not None and _is_in_unit(programme, count, tally)
    ]


def _series(programme: Programme, register: Recorded, count: Count, today: date) -> Sequence[Tally]:
    """A derivation by year has the figure of each year; one of the whole has what was reached by the end of each."""
    derivation = programme.derivations[count.derivation]
    if derivation.counts in OF_THE_DAY:
        return [Tally(period=f"{today.year:04d}", value=count.value, qualifier=count.qualifier)]
    if derivation.by == "year":
        return count.tallies
    whole = programme.derivations.get(derivation.share_of)
    reached = cumulative(programme, register, derivation)
    return shares(reached, cumulative(programme, register, whole)) if whole else reached


def _is_in_unit(programme: Programme, count: Count, tally: Tally) -> bool:
    """Whether money is in the currency of the indicator."""
    return set(tally.amounts) <= {*spellings(programme, programme.derivations[count.derivation])[:1]}


def _row(programme: Programme, count: Count, tally: Tally, today: date) -> Measurement:
    return Measurement(
        indicator=programme.series_of(count.indicator),
        area=programme.area.id,
        period=tally.period,
        value=tally.value,
        qualifier=tally.qualifier,
        source=REGISTER,
        locator=count.derivation,
        status="provisional" if tally.period == f"{today.year:04d}" else "",
    )
