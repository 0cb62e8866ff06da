"""The periods that a series is to have values for, and the row that answers for each."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.period import Period
from azory_monitor.quality.series import Series, is_value

Making = Callable[[datetime.date], Period]
"""Makes the period of a calendar that a day lies in."""


@dataclass(frozen=True)
class Slot:
    """One period of a series: the row that answers for it, or None, and the day by which it is to be there.

    ``is_asked``: it lies in the time for which the programme asks for values.
    """

    period: Period
    due_on: datetime.date
    row: Measurement | None
    is_asked: bool


def slots(programme: Programme, series: Series, today: datetime.date) -> list[Slot]:
    """The periods of a series in order, the last being the one that ``today`` lies in; none without a frequency.

    They begin with the first dated row; without one, with the programme; where nobody said when that began, with the
    last period that is over.  A programme that has ended asks for nothing that begins after its end, or after the
    period of the indicator's target where that is later: whether a target was met must still be told.
    """
    making = _making(series, today)
    if making is None:
        return []
    first, found = _first(programme, series, making, today), []
    began, ended = _dated(programme.profile.started), _last_day(programme, series)
    answers = _answers(series, making)
    while first.start and first.end and first.start <= today:
        is_asked = (began is None or first.end >= began.start) and (ended is None or first.start <= ended)
        due_on = first.end + datetime.timedelta(days=series.indicator.due_after or 0)
        found.append(Slot(first, due_on, answers.get(first), is_asked))
        first = making(first.end + datetime.timedelta(days=1))
    return found


def last_year(programme: Programme, series: Series, today: datetime.date) -> Period | None:
    """The last whole year, where nothing is known of it or of a later time and the programme still asks."""
    newest = period.year(today.year - 1)
    known = _dated(series.rows[-1].period) if series.rows else None
    ended = _last_day(programme, series)
    if (known and known.end >= newest.end) or (ended and newest.start > ended):
        return None
    return newest


def _answers(series: Series, making: Making) -> dict[Period, Measurement]:
    """The row that answers for a period, one of just that time before any other."""
    found: dict[Period, Measurement] = {}
    for row in series.rows:
        when = _dated(row.period)
        if when and (is_value(row) or row.status == "missing"):
            for slot in _answered(when, making):
                if slot == when or slot not in found:
                    found[slot] = row
    return found


def _answered(when: Period, making: Making) -> Iterator[Period]:
    """The periods that a row's is the value of: those it covers, or the one it is the last part or a day of.

    What is counted over some other part of a year is not the year's; what is taken on a day, as a survey is, may be.
    """
    assert when.start and when.end
    slot = making(when.start)
    if slot.start and slot.end and slot.start < when.start:
        if when.end == slot.end or (when.grain == "day" and when.end <= slot.end):
            yield slot
        slot = making(slot.end + datetime.timedelta(days=1))
    elif when.grain == "day":
        yield slot
        return
    while slot.end and slot.end <= when.end:
        yield slot
        slot = making(slot.end + datetime.timedelta(days=1))


def _first(programme: Programme, series: Series, making: Making, today: datetime.date) -> Period:
    known = [when.start for row in series.rows if (when := _dated(row.period)) and when.start <= today]
    began = _dated(programme.profile.started)
    if known:
        return making(min(known))
    if began:
        return making(began.start)
    return making(making(today).start - datetime.timedelta(days=1))


def _last_day(programme: Programme, series: Series) -> datetime.date | None:
    """The last day that the programme asks about; None while it goes on."""
    ended = _dated(programme.profile.ended)
    if ended is None:
        return None
    sharing = [one.id for one in programme.indicators.values() if programme.series_of(one.id) == series.indicator.id]
    targets = [programme.targets.get(f"{id} {series.area}") for id in sharing]
    until = [_dated(target.period) for target in targets if target]
    return max([ended.end, *(one.end for one in until if one)])


def _making(series: Series, today: datetime.date) -> Making | None:
    """The calendar of a series: months, quarters or years, school years where its latest value is of one."""
    last = next((when for row in reversed(series.rows) if (when := _dated(row.period)) and when.start <= today), None)
    if series.indicator.frequency == "yearly" and last and last.grain == "school_year":
        return _school_year_of
    return _MAKING.get(series.indicator.frequency)


def _dated(text: str) -> Period | None:
    when = period.parse(text) if text else period.UNDATED
    return None if when.is_undated else when


def _school_year_of(day: datetime.date) -> Period:
    first = day.year if day.month >= 9 else day.year - 1
    return period.school_year(first, first + 1)


_month, _quarter = cache(period.month), cache(period.quarter)

_MAKING: Mapping[str, Making] = {
    "monthly": lambda day: _month(day.year, day.month),
    "quarterly": lambda day: _quarter(day.year, (day.month + 2) // 3),
    "yearly": lambda day: period.year(day.year),
}
