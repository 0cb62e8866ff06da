"""What a state holds: the programme and the figures that may be shown of it."""

import dataclasses
import datetime
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from azory_monitor import quality, register
from azory_monitor.disclosure import NOTHING, Cell, Disclosed, Known, published_programme
from azory_monitor.errors import Unknown
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.counted import Count
from azory_monitor.model.hidden import Why
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Source
from azory_monitor.model.row import Row
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.model.trace import Origin
from azory_monitor.once import Working, once
from azory_monitor.stored import measurements_of, programme_of
from azory_monitor.view.known import disclosed

_REGISTERS = {field.name for field in dataclasses.fields(Programme)}


@dataclass(frozen=True)
class Past:
    """How a state came about: the batches up to it, every former row of its targets, the day each value came in.

    What is None is not known; then nothing is told of it.  ``files`` are those that each batch brought; ``known`` says
    what readers had been able to see before.
    """

    batches: tuple[Batch, ...] = ()
    targets: tuple[Version, ...] = ()
    arrivals: pd.DataFrame | None = None
    files: Mapping[int, Sequence[Origin]] = field(default_factory=dict)
    known: Known = NOTHING


NOTHING_PAST = Past()


class Held(Working):
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
        super().__init__()
        self.batch = batch
        self.today = today
        self._entered = programme_of(records)
        """The programme as it was handed in."""
        self._typed = measurements_of(measurements)
        self._rows = measurements.reindex(columns=["origin", "file_row"]).fillna(0)
        """Where each of these came from, in the same order."""
        self._past = past

    @once
    def programme(self) -> Programme:
        """The programme, and everything of it that may be shown."""
        return published_programme(self._entered, self._disclosed)

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
        """What was measured or counted from the register, also of the indicator whose series this one shares."""
        series = self.programme.series_of(indicator) if indicator else ""
        return [
            row
            for row in self._measured
            if fits(row.indicator, series) and fits(row.area, area) and fits(row.source, source)
        ]

    def tables(self) -> dict[str, list[Row]]:
        """Every table of the state, as it may be shown, in the order of the data package.

        Counted figures are left out: they follow from the register again wherever the package is taken in.
        """
        registers = {name: list(getattr(self.programme, name).values()) for name in TABLES if name in _REGISTERS}
        return {"programme": [self.programme.profile]} | registers | {Measurement.table: self._handed_in}

    @property
    def hidden_cells(self) -> dict[Cell, Why]:
        """Which numbers of other tables readers do not see, and why."""
        return {cell: why for cell, why in self._disclosed.cells.items() if cell.table in _REGISTERS}

    def why_hidden(self, row: Measurement) -> Why | None:
        """Why readers do not see a measurement that was handed in; None where they do."""
        return self._disclosed.why(row)

    @once
    def printed_tables(self) -> list[Source]:
        """The tables of documents that measurements come from."""
        used = {row.source for row in self._measured}
        return [source for source in self.programme.sources.values() if source.kind == "table" and source.id in used]

    @once
    def _counts(self) -> list[Count]:
        """What is counted; how many indicators are ready is counted last, for it rests on all the others."""
        found = register.counts(self._entered, self.today)
        if not any(row.counts == "ready" for row in self._entered.derivations.values()):
            return found
        judged = quality.readiness(self.programme, self._with(found))
        followed = [one for one in judged if self.programme.indicators[one.indicator].kind != "context"]
        return register.counts(self._entered, self.today, sum(one.ready for one in followed))

    @once
    def _measured(self) -> list[Measurement]:
        return self._with(self._counts)

    def _with(self, counts: list[Count]) -> list[Measurement]:
        """What was handed in and what is counted, with what must stay hidden taken out of both."""
        counted = register.with_counted(self._entered, self._typed, counts, self.today)
        return self._disclosed.published(counted)

    @once
    def _handed_in(self) -> list[Measurement]:
        return self._disclosed.published(self._typed)

    @once
    def _disclosed(self) -> Disclosed:
        return disclosed(self._entered, self._typed, self.today, self._past.known)


def fits(value: str, wanted: str) -> bool:
    """Whether a value is the wanted one; where none is wanted, every value is."""
    return not wanted or value == wanted
