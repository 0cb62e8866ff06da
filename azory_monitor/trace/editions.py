"""Every state that a row has had: what stood, what replaced it, what was taken back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row
from azory_monitor.model.trace import Edition, EditionState, Origin
from azory_monitor.stored import measurements_of

_TOLD = {"value", "numerator", "denominator", "qualifier", "status"}


class Stored(NamedTuple):
    """One state of a row as the books hold it; ``ended`` is None while it stands."""

    row: Row
    origin: int
    line: int
    began: int
    ended: int | None


def measured(versions: pd.DataFrame, batch: int) -> list[Stored]:
    """The states of a measurement and of the figures beside it, oldest first."""
    return list(_stored(measurements_of(versions), versions, batch))


def recorded(versions: pd.DataFrame, read: Callable[[str], Row], batch: int) -> list[Stored]:
    """The states of a row of another table, oldest first; ``read`` makes a row of its cells."""
    return list(_stored([read(cells) for cells in versions["cells"]], versions, batch))


def _stored(rows: Sequence[Row], versions: pd.DataFrame, batch: int) -> Iterable[Stored]:
    places = versions[["origin", "file_row", "from_batch", "until_batch"]].itertuples(index=False, name=None)
    for row, (origin, line, began, ended) in zip(rows, places, strict=True):
        still = pd.isna(ended) or int(ended) > batch
        yield Stored(row, int(origin), int(line), int(began), None if still else int(ended))


def editions(
    found: Sequence[Stored],
    batches: Mapping[int, Batch],
    origin_of: Callable[[Stored], Origin],
    shown: Callable[[Stored], Measurement | None],
) -> tuple[Edition, ...]:
    """The states told, newest first; ``shown`` gives a measurement as it may be shown, None where it may not."""
    return tuple(_edition(one, batches, origin_of(one), shown(one)) for one in reversed(found))


def _edition(one: Stored, batches: Mapping[int, Batch], origin: Origin, shown: Measurement | None) -> Edition:
    ended = batches[one.ended] if one.ended else None
    told: dict[str, Any] = {} if shown is None else shown.model_dump(include=_TOLD)
    return Edition(
        state=_state(one, ended),
        origin=origin,
        brought=batches[one.origin],
        began=batches[one.began],
        ended=ended,
        **told,
    )


def _state(one: Stored, ended: Batch | None) -> EditionState:
    if ended is None:
        return "stands"
    return "undone" if ended.undoes == one.began else "replaced"
