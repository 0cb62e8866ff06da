"""Which years of the programme something pays for."""

import datetime
from collections.abc import Iterable

from azory_monitor.model.partners import Funding
from azory_monitor.model.partnership import FundedYear
from azory_monitor.model.state import Programme
from azory_monitor.partnership.events import events, when
from azory_monitor.period import Period

LONGEST = 30
"""A programme of more years than this is told from so many years ago."""


def years(programme: Programme, secured: Iterable[Funding], today: datetime.date) -> list[FundedYear]:
    """Every year from the programme's start to its end or today, whichever comes first, with what pays in it.

    Without a start it begins with the first dated entry.  Years after the last dated entry are *unknown*: nobody has
    kept the register, which does not mean that nothing was paid.
    """
    paid = {row.id: _range(row) for row in secured}
    dated = _dated(programme, today)
    first, last = _span(programme, dated, today)
    known = max((period.end.year for period in dated if period.end), default=last)
    return [_year(year, paid, known) for year in range(first, last + 1)]


def _year(year: int, paid: dict[str, range], known: int) -> FundedYear:
    entries = tuple(id for id, covered in paid.items() if year in covered)
    state = "covered" if entries else "uncovered" if year <= known else "unknown"
    return FundedYear(year=year, state=state, entries=entries)


def _span(programme: Programme, dated: list[Period], today: datetime.date) -> tuple[int, int]:
    started, ended = when(programme.profile.started), when(programme.profile.ended)
    last = min(ended.end.year, today.year) if ended.end else today.year
    starts = [period.start.year for period in dated if period.start]
    first = started.start.year if started.start else min(starts, default=last + 1)
    return max(first, last - LONGEST + 1), last


def _dated(programme: Programme, today: datetime.date) -> list[Period]:
    """Every period in which the register says that something happened, up to today."""
    told = [event.period for event in events(programme, today)]
    for row in programme.funding.values():
        told += [when(text) for text in (row.sent, row.decided, row.covers_from)]
    return [period for period in told if period.start and period.start <= today]


def _range(row: Funding) -> range:
    """The years that an entry says it pays for: those between its ends, or the one it names."""
    start, end = when(row.covers_from), when(row.covers_to)
    if start.start is None:
        return range(0)
    return range(start.start.year, (end.end.year if end.end else start.end.year) + 1)
