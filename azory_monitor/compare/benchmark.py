"""What an area is compared with, on the same occasion: the same period or, undated, the same table."""

from collections.abc import Sequence
from dataclasses import dataclass

from azory_monitor.compare.figure import TESTABLE, Figure, Lines, scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Reason

FEWEST_MEMBERS = 2
"""An average of one other area is that area."""


@dataclass(frozen=True)
class Benchmark:
    """A benchmark's figure, or the ``reason`` why there is none.

    ``contains`` says that the area is part of it, so that the area must be taken out before testing.
    ``members`` are the other areas of a group whose average was worked out here, which leaves the area out already.
    """

    area: str
    value: float | None = None
    least: float = 0.0
    most: float = 0.0
    numerator: float | None = None
    denominator: float | None = None
    contains: bool = False
    members: tuple[str, ...] = ()
    rows: tuple[Measurement, ...] = ()
    reason: Reason = ""


def find(programme: Programme, lines: Lines, indicator: Indicator, figure: Figure, benchmark: str) -> Benchmark:
    """The benchmark's own figure for the occasion of an area's ``figure``, else the average of a group's members."""
    series, area = programme.series_of(indicator.id), figure.row.area
    own = lines.get((series, benchmark), ())
    found = on_occasion(own, figure)
    if found:
        return _published(programme, found, area, benchmark)
    others = [member for member in programme.members_of(benchmark) if member != area]
    lists = [lines.get((series, member), ()) for member in others]
    there = [match for match in (on_occasion(line, figure) for line in lists) if match and match.value is not None]
    if len(there) >= FEWEST_MEMBERS:
        return _average(indicator, there, benchmark)
    return Benchmark(benchmark, reason="too_few" if there else _why_none(figure, [*own, *_all(lists)]))


def on_occasion(line: Sequence[Figure], figure: Figure) -> Figure | None:
    """The figure of a line for the same period; undated figures must come from the same, named table."""
    for other in line:
        if other.period == figure.period and (not other.period.is_undated or _same_table(other, figure)):
            return other
    return None


def _same_table(one: Figure, other: Figure) -> bool:
    return bool(one.row.source) and one.row.source == other.row.source


def _published(programme: Programme, found: Figure, area: str, benchmark: str) -> Benchmark:
    if found.value is None:
        return Benchmark(benchmark, rows=(found.row,), reason="hidden")
    return Benchmark(
        benchmark,
        value=found.value,
        least=found.least,
        most=found.most,
        numerator=found.numerator,
        denominator=found.denominator,
        contains=programme.lies_in(area, benchmark) or benchmark in programme.areas[area].groups,
        rows=(found.row,),
    )


def _average(indicator: Indicator, there: list[Figure], benchmark: str) -> Benchmark:
    """All persons of all members where every member gives counts, else the plain mean of the values.

    The mean of densities or means is plain too: their counts are not those of one population.
    """
    members, rows = tuple(figure.row.area for figure in there), tuple(figure.row for figure in there)
    counts = [(figure.numerator, figure.denominator) for figure in there if figure.denominator is not None]
    if indicator.measure in TESTABLE and len(counts) == len(there):
        x, n = sum(x for x, _ in counts if x is not None), sum(n for _, n in counts if n is not None)
        value = scale(indicator) * x / n
        return Benchmark(benchmark, value, value, value, numerator=x, denominator=n, members=members, rows=rows)
    value, least, most = (
        sum(ends) / len(there)
        for ends in zip(*((figure.value or 0.0, figure.least, figure.most) for figure in there), strict=True)
    )
    return Benchmark(benchmark, value, least, most, members=members, rows=rows)


def _all(lists: list[tuple[Figure, ...]]) -> list[Figure]:
    return [figure for line in lists for figure in line]


def _why_none(figure: Figure, elsewhere: list[Figure]) -> Reason:
    """Why a benchmark that has figures has none for this occasion."""
    if not elsewhere:
        return "no_benchmark_value"
    undated = [other for other in elsewhere if other.period.is_undated]
    if figure.period.is_undated:
        return "undated_elsewhere" if undated else "other_period"
    return "undated_elsewhere" if len(undated) == len(elsewhere) else "other_period"
