"""What became of each period's value: in, in late, late, due, hidden, said to be missing, not asked for."""

import datetime
from collections.abc import Iterable, Mapping

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Cell, Coverage
from azory_monitor.model.state import Programme
from azory_monitor.quality.series import followed
from azory_monitor.quality.slots import Slot, slots

Arrivals = Mapping[tuple[str, str, str], datetime.date]
"""The day on which a value of an indicator, area and period first came in; the seed's are not among them."""


def coverage(
    programme: Programme, measurements: Iterable[Measurement], arrivals: Arrivals, today: datetime.date
) -> list[Coverage]:
    """Each followed series with an agreed frequency, its periods that are over in order of time."""
    found = []
    for series in followed(programme, measurements):
        over = [slot for slot in slots(programme, series, today) if slot.period.end and slot.period.end < today]
        if over:
            cells = tuple(_cell(slot, arrivals, today) for slot in over)
            found.append(
                Coverage(indicator=series.indicator.id, area=series.area, owner=series.indicator.owner, cells=cells)
            )
    return found


def _cell(slot: Slot, arrivals: Arrivals, today: datetime.date) -> Cell:
    row, text = slot.row, slot.period.text
    if row is None:
        late = (today - slot.due_on).days
        if not slot.is_asked:
            return Cell(period=text, state="not_due")
        return Cell(period=text, state="late", days_late=late) if late > 0 else Cell(period=text, state="due")
    if row.status == "missing":
        return Cell(period=text, state="no_value")
    received = arrivals.get((row.indicator, row.area, row.period))
    late = max((received - slot.due_on).days, 0) if received else 0
    if row.status == "hidden":
        return Cell(period=text, state="hidden", received=received, days_late=late)
    return Cell(period=text, state="in_late" if late else "in", received=received, days_late=late)
