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

__all__ = [
    "Interval",
    "difference",
    "proportion_ratio",
    "rate",
    "rate_difference",
    "rate_ratio",
    "wilson",
]
