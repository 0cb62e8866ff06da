"""Which figures verdicts rest on: what must be there for an answer to be the one that all figures would give.

Where a state holds millions of figures they are asked for by these rules.  More than they name changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from azory_monitor import period
from azory_monitor.compare.figure import compared, latest, line_up
from azory_monitor.compare.situation.grid import parts_of, usable
from azory_monitor.compare.situation.ratio import pair
from azory_monitor.compare.situation.units import FEWEST, occasion, units
from azory_monitor.compare.standing.benchmark import FEWEST_MEMBERS
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.period import Period

Occasions = set[tuple[str, str]]
"""Series and period."""
Counted = Mapping[str, list[tuple[str, int, bool]]]
"""For each series the periods for which areas have figures, how many do, and whether the one that matters does."""


def sharing(programme: Programme, series: Collection[str]) -> list[str]:
    """The indicators whose measurements stand in some series."""
    return [one.id for one in programme.indicators.values() if (one.same_as or one.id) in series]


def whole_lines(programme: Programme, areas: Iterable[str]) -> list[str]:
    """The areas of which every figure may be looked at: themselves and what they are compared with."""
    return list(dict.fromkeys(one for area in areas for one in (area, *programme.benchmarks_of(area))))


def members(programme: Programme, areas: Iterable[str]) -> list[str]:
    """The areas that averages may be made of, of which only the figures of an occasion are looked at."""
    groups = dict.fromkeys(one for area in areas for one in programme.benchmarks_of(area))
    return list(dict.fromkeys(member for group in groups for member in programme.members_of(group)))


def occasions(
    programme: Programme, measurements: Sequence[Measurement], areas: Collection[str], today: date, when: Period | None
) -> Occasions:
    """The series and periods that areas are compared on: of their latest figures, or ``when``."""
    lines = line_up(programme, (row for row in measurements if row.area in areas), today)
    last = {key: when or latest(line).period for key, line in lines.items()}
    return {(series, found.text) for (series, _), found in last.items()}


def too_few(programme: Programme, there: Iterable[Measurement], areas: Collection[str], asked: Occasions) -> set[str]:
    """The series of which, on an occasion, a group has too few figures for an average: then all are looked at."""
    known = {
        (programme.series_of(row.indicator), row.period, row.area)
        for row in there
        if row.value is not None and row.status not in ("conflicting", "missing", "hidden")
    }
    found = set()
    for group in dict.fromkeys(one for area in areas for one in programme.benchmarks_of(area)):
        inside = programme.members_of(group)
        for series, text in asked if inside else ():
            having = {one for one in inside if (series, text, one) in known}
            if any(len(having - {area}) < FEWEST_MEMBERS for area in areas):
                found.add(series)
    return found


def likely(counted: Counted) -> Occasions:
    """Of each series the occasion that areas are most likely set side by side on.

    It is the latest for which enough areas have figures, the one that matters among them, else the latest for which
    enough do; none where never enough do.
    """
    found = set()
    for series, times in counted.items():
        enough = [one for one in times if one[1] >= FEWEST]
        best = [one for one in enough if one[2]] or enough
        if best:
            found.add((series, max((period.parse(text) for text, _, _ in best)).text))
    return found


def unlikely(
    programme: Programme,
    there: Iterable[Measurement],
    asked: Occasions,
    inside: Sequence[str],
    area: str,
    counted: Counted,
    today: date,
) -> set[str]:
    """The series whose likely occasion turns out not to be the one: hidden or inexact figures do not count."""
    lines = line_up(programme, there, today)
    found = set()
    for series, text in asked:
        best = occasion(lines, series, tuple(inside), area)
        wanted = any(own and n >= FEWEST for _, n, own in counted[series])
        if best is None or best.period.text != text or text == period.UNDATED.text or wanted != (area in best.figures):
            found.add(series)
    return found


def likened_series(programme: Programme) -> set[str]:
    """The series that areas can be likened by."""
    return {programme.series_of(one.id) for one in compared(programme)}


def index_series(programme: Programme) -> dict[str, list[str]]:
    """The series of the usable parts of each index."""
    return {
        index: [part.series for part in usable(programme, parts_of(programme, index))[0]] for index in programme.indices
    }


def index_pairs(programme: Programme, there: Iterable[Measurement], today: date) -> Occasions:
    """The occasions on which the parts of indices are set against their reference."""
    lines = line_up(programme, there, today)
    found = set()
    for index in programme.indices.values():
        for part in usable(programme, parts_of(programme, index.id))[0]:
            both = pair(lines, part, programme.area.id, index.reference)
            if both:
                found.add((part.series, both[0].period.text))
    return found


def beside(programme: Programme, group: str) -> tuple[str, ...]:
    """The members of a group that are set side by side."""
    return units(programme, group)
