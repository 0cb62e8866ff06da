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
from azory_monitor.stats.means import Sample, mean, mean_difference, pooled, without
from azory_monitor.stats.ranges import Sum, narrow
from azory_monitor.stats.straight import Line, line
from azory_monitor.stats.trends import (
    Kendall,
    LinearTrend,
    SenSlope,
    mann_kendall,
    proportion_trend,
    rate_trend,
    same_way_without_any,
    sen_slope,
)

__all__ = [
    "Interval",
    "Kendall",
    "Line",
    "LinearTrend",
    "Sample",
    "SenSlope",
    "Sum",
    "difference",
    "line",
    "mann_kendall",
    "mean",
    "mean_difference",
    "narrow",
    "pooled",
    "proportion_ratio",
    "proportion_trend",
    "rate",
    "rate_difference",
    "rate_ratio",
    "rate_trend",
    "same_way_without_any",
    "sen_slope",
    "wilson",
    "without",
]
