"""Charts drawn once: building a figure is half the time of a click, and results never change."""

from collections.abc import Callable
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
from azory_monitor.once import Kept
from azory_monitor.ui.finished import Asked
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


def picture(page: Page, name: str, results: Any, **more: Any) -> Chart | None:
    """The chart, its figure finished in the size of type that is asked for; None where there is nothing to draw."""
    dress = page.speaker.language, page.theme, page.visit.large
    return _picture(Asked(page, name, dress, (results,), more))


def _drawn(asked: Asked) -> Chart | None:
    page = asked.page()  # whoever asks has it open
    chart = DRAW[asked.what](page.speaker, page.programme, *asked.given, page.theme, **asked.more)
    if chart is None:
        return None
    parts = chart.figure.to_plotly_json()
    return replace(chart, figure=Finished(larger(parts) if page.visit.large else parts))


_picture = Kept(_drawn, KEPT)
