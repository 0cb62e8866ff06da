"""Which periods of one series share days, as 2018 and its second quarter do?"""

import numpy as np

_BEYOND = 10_000_000
"""More days than any period reaches."""


def overlaps(series: np.ndarray, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of positions: each period that begins inside another one of its series, and the one it begins in.

    Days are whole numbers from 1 on.  Periods of one grain never share a day, so that both of a pair are of different
    grains as long as no period stands twice.
    """
    order = np.lexsort((-end, start, series))
    series, start, end = series[order], start[order], end[order]
    reach = np.maximum.accumulate(series * _BEYOND + end)
    is_further = np.diff(reach, prepend=-1) > 0
    furthest = np.maximum.accumulate(np.where(is_further, np.arange(len(order)), 0))
    before = np.concatenate([[0], furthest[:-1]]) if len(order) else furthest
    inside = (series == series[before]) & (start <= end[before])
    inside[:1] = False
    return order[inside], order[before[inside]]
