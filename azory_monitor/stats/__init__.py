"""Numbers in, numbers out, each formula with its reference; nothing here knows of indicators or areas."""

from azory_monitor.stats.intervals import (
    Interval,
    difference,
    proportion_ratio,
    rate,
    rate_difference,
    rate_ratio,
    wilson,
)
from azory_monitor.stats.means import Sample, mean, mean_difference, together, without

__all__ = [
    "Interval",
    "Sample",
    "difference",
    "mean",
    "mean_difference",
    "proportion_ratio",
    "rate",
    "rate_difference",
    "rate_ratio",
    "together",
    "wilson",
    "without",
]
