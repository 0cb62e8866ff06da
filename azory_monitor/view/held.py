"""What a state holds: the programme and the figures that may be shown of it."""

import dataclasses
import datetime
import difflib
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from azory_monitor.errors import Unknown
from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Source
from azory_monitor.model.row import Row
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.publish import published
from azory_monitor.stored import measurements_of, programme_of

_REGISTERS = {field.name for field in dataclasses.fields(Programme)}


@dataclass(frozen=True)
class Past:
    """How a state came about: the batches up to it, every former row of its targets, the day each value came in.

    What is None is not known; then nothing is told of it.
    """

    batches: tuple[Batch, ...] = ()
    targets: pd.DataFrame | None = None
    arrivals: pd.DataFrame | None = None


NOTHING_PAST = Past()


class Held:
    """The state after one batch.  It never changes, so every answer is worked out once and kept."""

    def __init__(
        self,
        batch: Batch,
        today: datetime.date,
        records: pd.DataFrame,
        measurements: pd.DataFrame,
        past: Past = NOTHING_PAST,
    ) -> None:
        """``records`` and ``measurements`` are the books' answers for ``batch``; ``today`` dates the judgements."""
        self.batch = batch
        self.today = today
        self.programme = programme_of(records)
        self._measured = published(self.programme, measurements_of(measurements))
        self._past = past

    def require_known(self, indicator: str = "", area: str = "", owner: str = "") -> None:
        """Raise Unknown, with the nearest known id, for an indicator, area or institution not in the state."""
        for key, asked, known in (
            ("error.indicator_unknown", indicator, self.programme.indicators),
            ("error.area_unknown", area, self.programme.areas),
            ("error.institution_unknown", owner, self.programme.institutions),
        ):
            if asked and asked not in known:
                nearest = difflib.get_close_matches(asked, known, n=1, cutoff=0.0)
                raise Unknown(key, id=asked, nearest="".join(nearest))

    def measurements(self, indicator: str = "", area: str = "", source: str = "") -> list[Measurement]:
        """What was measured, also of the indicator whose series this one shares."""
        series = self.programme.series_of(indicator) if indicator else ""
        return [
            row
            for row in self._measured
            if fits(row.indicator, series) and fits(row.area, area) and fits(row.source, source)
        ]

    def tables(self) -> dict[str, list[Row]]:
        """Every table of the state, as it may be shown, in the order of the data package."""
        registers = {name: list(getattr(self.programme, name).values()) for name in TABLES if name in _REGISTERS}
        return {"programme": [self.programme.profile]} | registers | {Measurement.table: list(self._measured)}

    @cached_property
    def printed_tables(self) -> list[Source]:
        """The tables of documents that measurements come from."""
        used = {row.source for row in self._measured}
        return [source for source in self.programme.sources.values() if source.kind == "table" and source.id in used]


def fits(value: str, wanted: str) -> bool:
    """Whether a value is the wanted one; where none is wanted, every value is."""
    return not wanted or value == wanted
