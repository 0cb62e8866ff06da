"""Stored values that lie far from those before them, by the rule that warns when a file is handed in."""

from collections.abc import Iterable

import numpy as np

from azory_monitor import period
from azory_monitor.model.counts import value_of
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Outlier
from azory_monitor.model.state import Programme
from azory_monitor.quality.series import has_figure, line_up, part
from azory_monitor.stats.leaps import leaps, least_difference


def outliers(programme: Programme, measurements: Iterable[Measurement]) -> list[Outlier]:
    """The values that ``leaps`` finds in each run of dated, preferred figures, in the order of indicators and areas.

    A run is of one series, area, grain and definition: a year is not held against a month, nor a figure against one
    from before a break.  Hidden figures are not looked at.
    """
    rows, runs = _runs(programme, measurements)
    if not rows:
        return []
    indicators = [programme.indicators[programme.series_of(row.indicator)] for row in rows]
    figures = np.array([value_of(indicator, row) for row, indicator in zip(rows, indicators, strict=True)], dtype=float)
    least = np.array([least_difference(one.decimals, one.measure in ("count", "money", "fact")) for one in indicators])
    found = leaps(np.array(runs), figures, np.full(len(rows), np.nan), least, np.ones(len(rows), dtype=bool))
    return [
        Outlier(
            measurement=rows[at],
            before=rows[found.before[at]],
            value=float(figures[at]),
            before_value=float(figures[found.before[at]]),
            factor=int(found.slip[at]),
        )
        for at in np.flatnonzero(found.far)
    ]


def _runs(programme: Programme, measurements: Iterable[Measurement]) -> tuple[list[Measurement], list[int]]:
    """The figures in order of runs and then of time, and the number of each one's run."""
    lines, keys, numbers = line_up(programme, measurements), {}, []
    places = {id: place for place, id in enumerate(programme.indicators)}
    areas = {id: place for place, id in enumerate(programme.areas)}
    for (series, area), line in lines.items():
        for row in line:
            when = period.parse(row.period)
            if not when.is_undated and row.status != "missing" and has_figure(row):
                run = (places[series], areas[area], when.grain, part(programme, series, when))
                numbers.append((keys.setdefault(run, len(keys)), run, when, row))
    numbers.sort(key=lambda one: (one[1], one[2]))
    return [row for *_, row in numbers], [number for number, *_ in numbers]
