"""Charts drawn once: building a figure is half the time of a click, and results never change."""

import weakref
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from azory_monitor.charts.barriers import barriers
from azory_monitor.charts.calibration import calibration
from azory_monitor.charts.cooperation import cooperation
from azory_monitor.charts.coverage import coverage
from azory_monitor.charts.difference import difference
from azory_monitor.charts.finished import Finished
from azory_monitor.charts.funding import funding, funding_years
from azory_monitor.charts.journey import journey
from azory_monitor.charts.peers import peers
from azory_monitor.charts.progress import progress
from azory_monitor.charts.ranking import ranking
from azory_monitor.charts.readiness import readiness
from azory_monitor.charts.series import series
from azory_monitor.charts.situation import situation
from azory_monitor.charts.standing import standing
from azory_monitor.model.presented import Chart
from azory_monitor.model.verdicts import Point
from azory_monitor.once import Kept
from azory_monitor.ui.frame import Page
from azory_monitor.ui.larger import larger

DRAW: dict[str, Callable[..., Chart | None]] = {
    "standing": standing,
    "difference": difference,
    "ranking": ranking,
    "series": series,
    "progress": progress,
    "barriers": barriers,
    "journey": journey,
    "situation": situation,
    "peers": peers,
    "readiness": readiness,
    "coverage": coverage,
    "cooperation": cooperation,
    "funding": funding,
    "funding_years": funding_years,
    "calibration": lambda speaker, _programme, _results, theme: calibration(speaker, theme),
}
KEPT = 128


class Asked:
    """A picture asked for.  Two are one if they are of the very same results, in one language and dress.

    It holds the results, so that nothing else can come to stand at the same place in memory, and not the page: that
    would keep the whole state for as long as one of its pictures is kept.
    """

    def __init__(self, page: Page, name: str, results: Any, more: dict[str, Any]) -> None:
        self.page, self.name, self.results, self.more = weakref.ref(page), name, results, more
        dress = (name, page.speaker.language, page.theme, page.visit.large, weakref.ref(page.view))
        self._same = (*dress, _identity(results), *((key, _identity(value)) for key, value in more.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked) and self._same == other._same

    def __hash__(self) -> int:
        return hash(self._same)


def _drawn(asked: Asked) -> Chart | None:
    page = asked.page()  # whoever asks has it open
    chart = DRAW[asked.name](page.speaker, page.programme, asked.results, page.theme, **asked.more)
    if chart is None:
        return None
    parts = chart.figure.to_plotly_json()
    return replace(chart, figure=Finished(larger(parts) if page.visit.large else parts))


picture = Kept(_drawn, KEPT)
"""The chart, its figure finished in the size of type that is asked for; None where there is nothing to draw."""


def _identity(value: Any) -> Hashable:
    """What tells one value from another: a text and a point, which is made anew each time, by what they are;
    other results by which they are."""
    if isinstance(value, str | Point):
        return value
    return tuple(map(_identity, value)) if isinstance(value, list | tuple) else id(value)
