"""Readiness and coverage of the small programme, for the charts to draw."""

from azory_monitor.model.quality import Cell, Coverage, Readiness
from azory_monitor.quality.readiness import NEEDS, OF_CONTEXT
from tests.charts import estate

STATES = ("in", "in_late", "late", "due", "hidden", "no_value", "not_due")


def readiness():
    """One result for each indicator of the programme, each lacking one thing more than the one before it."""
    found = []
    for place, indicator in enumerate(estate.programme().indicators.values()):
        needs = OF_CONTEXT if indicator.kind == "context" else NEEDS
        cut = len(needs) - place % (len(needs) + 1)
        found.append(Readiness(indicator=indicator.id, area="azory", has=needs[:cut], lacks=needs[cut:]))
    return found


def coverage():
    """A series by year with every state there is, one by month of a year and a half, one by school year."""
    years = [Cell(period=str(2012 + at), state=state) for at, state in enumerate(STATES)]
    years[1] = Cell(period="2013", state="in_late", received="2014-03-02", days_late=30)
    months = [Cell(period=f"{2017 + at // 12}-{at % 12 + 1:02d}", state="in") for at in range(18)]
    school = [Cell(period="2017/2018", state="late", days_late=1)]
    names = list(estate.programme().indicators)
    return [
        Coverage(indicator=name, area="azory", owner="", cells=tuple(cells))
        for name, cells in zip(names, (years, months, school), strict=False)
    ]
