"""Which values are owed, by whom and since when; and which nobody agreed a time for."""

import datetime
from collections.abc import Iterable

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Due, DueState, Unscheduled
from azory_monitor.model.state import Programme
from azory_monitor.quality.series import Series, followed
from azory_monitor.quality.slots import Slot, last_year, slots

MOST = 12
"""Of a series that has long been silent so many of the latest values are asked for one by one."""


def dues(programme: Programme, measurements: Iterable[Measurement], today: datetime.date) -> list[Due]:
    """Every period of every followed series that nothing is known of, oldest first, and the one under way.

    A period is asked for from the first one known (see ``slots``) until its value comes in, or the word that there is
    none.  Of more than ``MOST`` that are over, the earlier ones are counted on the first that is listed.  Without an
    agreed frequency nothing is owed on any day: see ``unscheduled``.
    """
    return [due for series in followed(programme, measurements) for due in _dues(programme, series, today)]


def unscheduled(programme: Programme, measurements: Iterable[Measurement], today: datetime.date) -> list[Unscheduled]:
    """The followed series whose next value has no day: no frequency is agreed, or it is irregular, or once.

    What is measured ``once`` and has been is left out.
    """
    return [
        Unscheduled(
            indicator=series.indicator.id,
            area=series.area,
            owner=series.indicator.owner,
            frequency=series.indicator.frequency,
            period=newest.text if (newest := last_year(programme, series, today)) else "",
            last=series.last,
        )
        for series in followed(programme, measurements)
        if series.indicator.frequency in ("", "irregular", "once")
        and not (series.indicator.frequency == "once" and series.last)
    ]


def _dues(programme: Programme, series: Series, today: datetime.date) -> list[Due]:
    wanting = [slot for slot in slots(programme, series, today) if slot.row is None and slot.is_asked]
    over = [slot for slot in wanting if _is_over(slot, today)]
    running = [slot for slot in wanting if not _is_over(slot, today)]
    listed = [_due(series, slot, today) for slot in (*over[-MOST:], *running)]
    earlier = len(over) - MOST
    if earlier > 0:
        listed[0] = listed[0].model_copy(update={"earlier": earlier, "since": over[0].period.text})
    return listed


def _due(series: Series, slot: Slot, today: datetime.date) -> Due:
    late = max((today - slot.due_on).days, 0)
    state: DueState = "late" if late else "due" if _is_over(slot, today) else "coming"
    return Due(
        indicator=series.indicator.id,
        area=series.area,
        period=slot.period.text,
        owner=series.indicator.owner,
        due_on=slot.due_on,
        state=state,
        days_late=late,
        last=series.last,
    )


def _is_over(slot: Slot, today: datetime.date) -> bool:
    return slot.period.end is not None and slot.period.end < today
