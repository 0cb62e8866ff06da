"""Which values are due, from whom and for when."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.period import Period

NOBODY = ""
"""Stands for the owner of indicators that nobody was named to supply."""


@dataclass(frozen=True)
class Owed:
    """A value that is due, and the last one there is."""

    indicator: str
    area: str
    period: str
    last: Measurement | None = None


def owners(programme: Programme) -> list[str]:
    """Who supplies values, by id, in the order of the institutions; last ``NOBODY`` where some have no owner."""
    owning = {row.owner for row in _handed_in(programme)}
    return [id for id in programme.institutions if id in owning] + ([NOBODY] if NOBODY in owning else [])


def owed(programme: Programme, measured: Iterable[Measurement], owner: str, today: datetime.date) -> list[Owed]:
    """The next value of every indicator of an owner, in every area in which it is followed.

    An indicator is followed where it has a value or a target; one that has neither, in the programme's own area.
    What is due by its frequency: see ``due``.  An indicator that shares another one's series is asked for once,
    and one that is counted from the register is not asked for at all.
    """
    last: dict[tuple[str, str], Measurement] = {}
    for row in measured:
        place = row.indicator, row.area
        if place not in last or period.parse(row.period) > period.parse(last[place].period):
            last[place] = row
    wanted = {(row.indicator, row.area) for row in programme.targets.values()} | set(last)
    found = []
    for indicator in _handed_in(programme):
        if indicator.owner != owner:
            continue
        areas = [area for area in programme.areas if (indicator.id, area) in wanted] or [programme.area.id]
        for area in areas:
            known = last.get((indicator.id, area))
            when = due(indicator.frequency, period.parse(known.period) if known else period.UNDATED, today)
            if when:
                found.append(Owed(indicator.id, area, when.text, known))
    return found


def _handed_in(programme: Programme) -> list[Indicator]:
    """The indicators with a series of their own that is not counted from the register."""
    counted = {derivation.indicator for derivation in programme.derivations.values()}
    return [row for row in programme.indicators.values() if not row.same_as and row.id not in counted]


def due(frequency: str, last: Period, today: datetime.date) -> Period | None:
    """The period that a value is due for: the first after the last known one, and always one that is over.

    Months, quarters or years by ``frequency``; without a fixed one the last whole year, unless it has its value.
    Nothing is due of what is measured ``once`` and has been.  With no dated value it is the last period that is over.
    """
    making = _MAKING.get(frequency, _year_of)
    newest = _before(making(today), making)
    if last.end is None:
        return newest
    if frequency == "once":
        return None
    following = making(last.end + datetime.timedelta(days=1))
    if following > newest:
        return None
    return following if frequency in _MAKING else newest


def _before(one: Period, making: Callable[[datetime.date], Period]) -> Period:
    return making(one.start - datetime.timedelta(days=1))


def _year_of(day: datetime.date) -> Period:
    return period.year(day.year)


_MAKING: Mapping[str, Callable[[datetime.date], Period]] = {
    "monthly": lambda day: period.month(day.year, day.month),
    "quarterly": lambda day: period.quarter(day.year, (day.month + 2) // 3),
    "yearly": _year_of,
}
