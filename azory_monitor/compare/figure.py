"""The one preferred figure of an indicator in an area and a period, ready to be judged."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from azory_monitor import period
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator
from azory_monitor.model.state import Programme
from azory_monitor.period import Period

COMPARABLE = ("proportion", "rate", "mean", "density")
"""Measures that do not grow with the size of the area, so that areas can be set side by side."""

TESTABLE = ("proportion", "rate")


@dataclass(frozen=True)
class Figure:
    """A figure in the indicator's unit, from its counts where they are given.

    ``value`` is None where the figure exists but is hidden.  ``numerator`` and ``denominator`` are there together
    or not at all.
    """

    period: Period
    row: Measurement
    value: float | None
    numerator: float | None = None
    denominator: float | None = None

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
        return Figure(when, row, from_counts(indicator, row), row.numerator, row.denominator)
    return Figure(when, row, row.value) if row.value is not None else None


def counts_fit(indicator: Indicator, row: Measurement) -> bool:
    """Whether a row gives both counts of a value that follows from them."""
    if indicator.measure not in COMPARABLE or row.numerator is None or not row.denominator:
        return False
    return indicator.measure != "proportion" or row.numerator <= row.denominator


def from_counts(indicator: Indicator, row: Measurement) -> float:
    """The value that follows from a row's counts, in the indicator's unit."""
    assert row.numerator is not None and row.denominator
    return scale(indicator) * row.numerator / row.denominator


def scale(indicator: Indicator) -> float:
    """What a quotient of counts is multiplied by: 100 for percent; 1 where nothing is said."""
    return indicator.per or 1.0


def latest(figures: Sequence[Figure]) -> Figure | None:
    """The last figure of a line; an undated one only where there is no other."""
    return figures[-1] if figures else None


def compared(programme: Programme) -> list[Indicator]:
    """The indicators that areas can be compared by, in the order of the table."""
    return [indicator for indicator in programme.indicators.values() if indicator.measure in COMPARABLE]
