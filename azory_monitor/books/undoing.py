"""What stands against taking a batch back."""

from collections.abc import Sequence

import pandas as pd

from azory_monitor.errors import Refused, StandsOn, Unknown
from azory_monitor.model.batch import Batch
from azory_monitor.references import batches_pointing_at, pointed_at
from azory_monitor.store import Store

UNDOABLE = ("import", "undo")


def refuse_undo(store: Store, batches: Sequence[Batch], undone: int) -> None:
    """Raise if a batch cannot be undone: unknown, not of an undoable sort, undone already, or stood upon.

    A later batch stands on it that changed one of its rows, brought a row that refers to one of them, or took away
    a row that one which would come back refers to.
    """
    if not 1 <= undone <= len(batches):
        raise Unknown("error.batch_unknown", batch=undone)
    if batches[undone - 1].what not in UNDOABLE:
        raise Refused("error.not_undoable", batch=undone)
    undoing = store.undoing(undone)
    standing = set(undoing.standing)
    for batch in undoing.standing:
        if batches[batch - 1].undoes == undone:
            raise StandsOn("error.already_undone", batch=undone, later=batch)
    standing |= _pointing_at(store, batches[-1].id, undoing.removed) - {undone}
    standing |= _lacking(store, undoing.records, undoing.measurements)
    if standing:
        raise StandsOn("error.stands_on", batch=undone, later=", ".join(map(str, sorted(standing))))


def _lacking(store: Store, records: pd.DataFrame, measurements: pd.DataFrame) -> set[int]:
    """The batches that took away what rows that would come back refer to."""
    put_back = set(zip(records["kind"], records["key"], strict=True))
    lacking = pointed_at(records, measurements) - put_back
    return {batch for row, batch in store.gone().items() if row in lacking}


def _pointing_at(store: Store, now: int, removed: set[tuple[str, str]]) -> set[int]:
    if not removed:
        return set()
    return batches_pointing_at(removed, store.records(now), store.measurements(now))
