"""What happened between two states: the one place where a meeting learns what is new."""

import datetime
from collections.abc import Sequence

from azory_monitor.model.agenda import Moved
from azory_monitor.model.batch import Batch
from azory_monitor.view import View

_CHANGING = ("import", "undo")


def moved(
    view: View,
    batches: Sequence[Batch] = (),
    meeting: str = "",
    since: datetime.date | None = None,
    earlier: View | None = None,
) -> Moved:
    """What happened since a meeting, else since a day, else since the last meeting.

    ``earlier`` is the state of that day, ``batches`` are all those up to this state.  Where the day is a snapshot's,
    ``earlier`` tells to the batch what was known; else every batch taken after the day counts.
    """
    changes = view.hindrance_changes(meeting=meeting, since=since, earlier=earlier)
    if changes is None:
        return Moved()
    known = earlier.batch.id if earlier else None
    later = [one for one in batches if one.what in _CHANGING and _is_later(one, changes.since, known)]
    return Moved(since=changes.since, meeting=changes.meeting, barriers=changes, batches=tuple(one.id for one in later))


def _is_later(batch: Batch, since: datetime.date, known: int | None) -> bool:
    return batch.id > known if known is not None else batch.taken.date() > since
