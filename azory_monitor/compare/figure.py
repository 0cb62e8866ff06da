"""The one preferred figure of an indicator in an area and a period, ready to be judged."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from azory_monitor import period
from azory_monitor.model.counts import COMPARABLE, counts_fit, from_counts, scale
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.period import Period
from azory_monitor.stats import Sample

TESTABLE = ("proportion", "rate")


@dataclass(frozen=True)
class Figure:
    """A figure in the indicator's unit, from its counts where they are given.

    ``value`` is None where the figure exists but is hidden.  ``numerator`` and ``denominator`` are there together
    or not at all; ``worked_out`` says that the numerator is no count of the source's, but its share of those asked.
    ``sample`` is what a mean can be tested by: its value, its standard deviation and how many it is of.
    """

    period: Period
    row: Measurement
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    worked_out: bool = False
    sample: Sample | None = None

    @property
    def least(self) -> float:
        """The smallest number the figure can stand for; "more than 5" stands for anything above 5."""
        return _end(self, ("less_than", "at_most"), "more_than", -math.inf, math.inf)

    @property
    def most(self) -> float:
        """The greatest number the figure can stand for."""
        return _end(self, ("more_than", "at_least"), "less_than", math.inf, -math.inf)

    @property
    def is_exact(self) -> bool:
        """Whether it stands for one number, be it rounded."""
        return self.least == self.most


def _end(figure: Figure, open_to: tuple[str, ...], strict: str, far: float, inwards: float) -> float:
    if figure.value is None or figure.row.qualifier in open_to:
        return far
    return math.nextafter(figure.value, inwards) if figure.row.qualifier == strict else figure.value


Lines = dict[tuple[str, str], tuple[Figure, ...]]
"""The figures of each series and area in order of time, undated ones first."""


def line_up(programme: Programme, measurements: Iterable[Measurement], today: date | None = None) -> Lines:
    """All preferred figures, without those that are missing and those of periods that begin after ``today``."""
    lines: dict[tuple[str, str], dict[Period, Figure]] = {}
    for row in measurements:
        if row.indicator not in programme.indicators:
            continue
        series = programme.series_of(row.indicator)
        figure = figure_of(programme.indicators[series], row)
        if figure is None or (today is not None and figure.period.is_after(today)):
            continue
        line = lines.setdefault((series, row.area), {})
        if figure.period not in line or row.indicator == series:
            line[figure.period] = figure
    return {key: tuple(line[period] for period in sorted(line)) for key, line in lines.items()}


def figure_of(indicator: Indicator, row: Measurement) -> Figure | None:
    """The figure a row gives, or None where it gives none or only one that is not preferred."""
    when = period.parse(row.period)
    if row.status in ("conflicting", "missing"):
        return None
    if row.status == "hidden":
        return Figure(when, row, None)
    if counts_fit(indicator, row):
        value = from_counts(indicator, row)
        return Figure(when, row, value, row.numerator, row.denominator, sample=_sample(indicator, row, value))
    if row.value is None:
        return None
    answered = _answered(indicator, row)
    if answered is not None:
        return Figure(when, row, row.value, answered, row.denominator, worked_out=True)
    return Figure(when, row, row.value, sample=_sample(indicator, row, row.value))


def _answered(indicator: Indicator, row: Measurement) -> float | None:
    """How many of those asked answered so, from the share and their number, where a survey prints only these.

    It is not rounded to whole people, so that it gives the share as printed.
    """
    is_share = indicator.measure == "proportion" and indicator.question and not row.qualifier
    if not is_share or row.value is None or row.numerator is not None or not row.denominator:
        return None
    answered = round(row.value * row.denominator / scale(indicator), 9)
    return answered if 0 <= answered <= row.denominator else None


def _sample(indicator: Indicator, row: Measurement, value: float) -> Sample | None:
    if indicator.measure != "mean" or row.qualifier or row.spread is None or (row.denominator or 0) < 2:
        return None
    return Sample(value, row.spread, row.denominator)


def latest(figures: Sequence[Figure]) -> Figure | None:
    """The last figure of a line; an undated one only where there is no other."""
    return figures[-1] if figures else None


def compared(programme: Programme) -> list[Indicator]:
    """The indicators that areas can be compared by, in the order of the table."""
    return [indicator for indicator in programme.indicators.values() if indicator.measure in COMPARABLE]


def is_broken(programme: Programme, series: str, one: Period, other: Period) -> bool:
    """Whether a series is defined otherwise in one of two periods, or changes its definition within the later one."""
    first, last = sorted((one, other))
    starts = [
        period.parse(change.period).start
        for change in programme.breaks.values()
        if change.indicator in programme.indicators and programme.series_of(change.indicator) == series
    ]
    if first.start is None or last.end is None:
        return False
    return any(start is not None and first.start < start <= last.end for start in starts)
