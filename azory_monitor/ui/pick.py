"""Which of the results a page is about."""

from collections.abc import Iterable

from azory_monitor.model.programme import Indicator
from azory_monitor.model.register import Activity
from azory_monitor.model.verdicts import Comparison, Ranking
from azory_monitor.ui.frame import Page


def compared_widely(page: Page) -> list[Comparison]:
    """The programme's area against the widest area it lies in, by every indicator that has a better and a worse."""
    return [one for one in _widely(page) if one.ratio is not None]


def uncompared(page: Page) -> list[Comparison]:
    """Those of the same that have a value but nothing of the same period to set it against."""
    return [one for one in _widely(page) if one.ratio is None and one.value is not None]


def _widely(page: Page) -> list[Comparison]:
    area, indicators = page.programme.area.id, page.programme.indicators
    benchmarks = page.programme.benchmarks_of(area)
    found = page.answer("comparisons", area=area, benchmark=benchmarks[-1]) if benchmarks else []
    return [one for one in found if indicators[one.indicator].direction != "neither"]


def comparable(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Those whose benchmark has a value in the same source or period; the others have nothing to be compared with."""
    return [one for one in comparisons if one.benchmark_value is not None]


def ranked_by(page: Page, source: str) -> list[Ranking]:
    """The rankings made from one source."""
    return [one for one in page.answer("rankings") if one.source == source]


def activities_of(page: Page, indicator: Indicator) -> list[Activity]:
    """What happened for the sake of an indicator: the events of the actions that are to move it."""
    actions = {action.id for action in page.programme.actions.values() if indicator.id in action.indicators}
    return [activity for activity in page.programme.activities.values() if actions & set(activity.actions)]
