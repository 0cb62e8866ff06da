"""How a value follows from the counts that a measurement gives."""

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Indicator

COMPARABLE = ("proportion", "rate", "mean", "density")
"""Measures that do not grow with the size of the area, so that areas can be set side by side."""


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


def value_of(indicator: Indicator, row: Measurement) -> float | None:
    """The value as printed; where none is printed, what the counts give; None where there is neither."""
    if row.value is not None or not counts_fit(indicator, row):
        return row.value
    return from_counts(indicator, row)
