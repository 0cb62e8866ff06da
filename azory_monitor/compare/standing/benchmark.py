"""What an area is compared with: the areas it lies in, and groups of areas.

An area and its benchmark belong to the same occasion: the same period or, undated, the same table.  Another period is
taken only where it is asked for, and then the benchmark names it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from azory_monitor import stats
from azory_monitor.compare.figure import TESTABLE, Figure, Lines, is_broken
from azory_monitor.model.counts import scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Reason
from azory_monitor.period import Period
from azory_monitor.stats import Sample

FEWEST_MEMBERS = 2
"""An average of one other area is that area."""

_SEASONAL = ("half", "quarter", "month")
"""Parts of a year, which are set against the same part of another."""


@dataclass(frozen=True)
class Benchmark:
    """A benchmark's figure, or the ``reason`` why there is none, or none that may be compared.

    ``id`` is that of an area, of the same area where it is ``against`` itself *earlier*, or of a standard.
    ``period`` is set where it is another one than the area's figure's.
    ``inside`` is the area's own figure in it, which must be taken out before testing.
    ``members`` are the other areas of a group whose average was worked out here, which leaves the area out already.
    """

    id: str
    value: float | None = None
    least: float = 0.0
    most: float = 0.0
    numerator: float | None = None
    denominator: float | None = None
    worked_out: bool = False
    sample: Sample | None = None
    inside: Figure | None = None
    members: tuple[str, ...] = ()
    rows: tuple[Measurement, ...] = ()
    against: Literal["area", "earlier", "standard"] = "area"
    period: str = ""
    source: str = ""
    reason: Reason = ""


def find(
    programme: Programme, lines: Lines, indicator: Indicator, figure: Figure, benchmark: str, other_period: bool = False
) -> Benchmark:
    """The benchmark's own figure for the occasion of an area's ``figure``, else the average of a group's members.

    ``other_period``: where it has none for the occasion, those of the nearest period that has one.
    """
    search = _Search(programme, lines, indicator, figure, benchmark)
    found = search.on(figure)
    if found.reason != "other_period" or not other_period:
        return found
    for when in search.nearest():
        elsewhere = search.on(replace(figure, period=when))
        if elsewhere.value is not None:
            broken = is_broken(programme, search.series, when, figure.period)
            return replace(elsewhere, period=when.text, reason="other_definition" if broken else "")
    return found


class _Search:
    """Looks for one benchmark of one area's figure."""

    def __init__(
        self, programme: Programme, lines: Lines, indicator: Indicator, figure: Figure, benchmark: str
    ) -> None:
        self.programme, self.indicator, self.figure, self.benchmark = programme, indicator, figure, benchmark
        self.series, self.area = programme.series_of(indicator.id), figure.row.area
        self.own = lines.get((self.series, self.area), ())
        self.published = lines.get((self.series, benchmark), ())
        self.lines = lines

    @cached_property
    def members(self) -> list[tuple[Figure, ...]]:
        """The lines of the other areas of a group."""
        others = [member for member in self.programme.members_of(self.benchmark) if member != self.area]
        return [self.lines.get((self.series, member), ()) for member in others]

    def on(self, occasion: Figure) -> Benchmark:
        """The benchmark on the occasion of a figure."""
        found = on_occasion(self.published, occasion)
        if found:
            return self._published(found, occasion)
        matches = [on_occasion(line, occasion) for line in self.members]
        there = [match for match in matches if match and match.value is not None]
        if len(there) >= FEWEST_MEMBERS:
            return _average(self.indicator, there, self.benchmark)
        every = [*self.published, *_all(self.members)]
        return Benchmark(self.benchmark, reason="too_few" if there else _why_none(occasion, every))

    def _published(self, found: Figure, occasion: Figure) -> Benchmark:
        if found.value is None:
            return Benchmark(self.benchmark, rows=(found.row,), reason="hidden")
        contains = (
            self.programme.lies_in(self.area, self.benchmark)
            or self.benchmark in self.programme.areas[self.area].groups
        )
        inside = on_occasion(self.own, occasion) if contains else None
        return replace(benchmark_of(found, self.benchmark), inside=inside)

    def nearest(self) -> list[Period]:
        """The other periods of the same kind for which there are figures, the nearest first, of two the earlier."""
        mine = self.figure.period
        there = {one.period for one in (*self.published, *_all(self.members)) if is_alike(one.period, mine)}
        return sorted(there, key=lambda when: (abs(when.year_fraction - mine.year_fraction), when.year_fraction))


def is_alike(one: Period, other: Period) -> bool:
    """Whether two periods are as long, and of parts of a year the same part; undated ones are like none."""
    if one.start is None or other.start is None or one.grain != other.grain:
        return False
    return one.grain not in _SEASONAL or one.start.month == other.start.month


def on_occasion(line: Sequence[Figure], figure: Figure) -> Figure | None:
    """The figure of a line for the same period; undated figures must come from the same, named table."""
    for other in reversed(line):  # mostly it is the latest
        if other.period == figure.period and (not other.period.is_undated or _same_table(other, figure)):
            return other
    return None


def _same_table(one: Figure, other: Figure) -> bool:
    return bool(one.row.source) and one.row.source == other.row.source


def benchmark_of(found: Figure, id: str) -> Benchmark:
    """The benchmark that a figure makes."""
    return Benchmark(
        id,
        value=found.value,
        least=found.least,
        most=found.most,
        numerator=found.numerator,
        denominator=found.denominator,
        worked_out=found.worked_out,
        sample=found.sample,
        rows=(found.row,),
    )


def _average(indicator: Indicator, there: list[Figure], benchmark: str) -> Benchmark:
    """All persons of all members where every member gives counts, else the plain mean of the values.

    A mean is that of all persons where every member gives its standard deviation too.  The mean of densities is plain:
    their counts are not those of one population.
    """
    bare = Benchmark(
        benchmark,
        members=tuple(figure.row.area for figure in there),
        rows=tuple(figure.row for figure in there),
        worked_out=any(figure.worked_out for figure in there),
    )
    samples = [figure.sample for figure in there if figure.sample]
    if indicator.measure in TESTABLE and all(figure.denominator is not None for figure in there):
        x, n = _sum(figure.numerator for figure in there), _sum(figure.denominator for figure in there)
        value = scale(indicator) * x / n
        return replace(bare, value=value, least=value, most=value, numerator=x, denominator=n)
    if len(samples) == len(there) and all(figure.is_exact for figure in there):
        whole = stats.pooled(samples)
        return replace(bare, value=whole.mean, least=whole.mean, most=whole.mean, sample=whole)
    ends = zip(*((figure.value or 0.0, figure.least, figure.most) for figure in there), strict=True)
    value, least, most = (sum(end) / len(there) for end in ends)
    return replace(bare, value=value, least=least, most=most, worked_out=False)


def _sum(counts: Iterable[float | None]) -> float:
    return sum(count for count in counts if count is not None)


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
