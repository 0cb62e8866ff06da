"""The figures of a state as they may be shown: handed in and counted, without what must stay hidden."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from azory_monitor import compare, quality, register
from azory_monitor.disclosure import NOTHING, Disclosed, Known, linked, published_programme
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.counted import Count
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.model.trace import Origin
from azory_monitor.once import Working, once
from azory_monitor.stored import programme_of
from azory_monitor.view.figures import FEW, Figures, Narrow, Whole
from azory_monitor.view.known import disclosed


@dataclass(frozen=True)
class Past:
    """How a state came about: the batches up to it and every former row of its targets.

    ``files`` are those that each batch brought; ``known`` says what readers had been able to see before.
    """

    batches: tuple[Batch, ...] = ()
    targets: tuple[Version, ...] = ()
    files: Mapping[int, Sequence[Origin]] = field(default_factory=dict)
    known: Known = NOTHING


NOTHING_PAST = Past()


class Shown(Working):
    """The state after one batch.  It never changes, so every answer is worked out once and kept."""

    def __init__(
        self,
        batch: Batch,
        today: datetime.date,
        records: pd.DataFrame,
        measurements: pd.DataFrame | Figures,
        past: Past = NOTHING_PAST,
    ) -> None:
        """``records`` and ``measurements`` are the books' answers for ``batch``; ``today`` dates the judgements."""
        super().__init__()
        self.batch = batch
        self.today = today
        self._entered = programme_of(records)
        """The programme as it was handed in."""
        self._figures = Whole(measurements) if isinstance(measurements, pd.DataFrame) else measurements
        self._past = past

    @once
    def programme(self) -> Programme:
        """The programme, and everything of it that may be shown."""
        return published_programme(self._entered, self._disclosed)

    @property
    def size(self) -> int:
        """How many figures were handed in and stand."""
        return self._figures.size

    @property
    def is_large(self) -> bool:
        """Whether there are so many figures that no page shows those of all areas."""
        return self.size > FEW

    @once
    def _told(self) -> set[tuple[str, str]]:
        """The indicators that there are figures of, each with every source that gives some."""
        if not isinstance(self._figures, Narrow):
            return {(row.indicator, row.source) for row in self._measured}
        typed = self._figures.along(self._counted_series)
        found = self._figures.told()
        found.subtract((row.indicator, row.source) for row in typed)
        shown = {(row.indicator, row.source) for row in self._with(self._counts, typed)}
        return {key for key, n in found.items() if n > 0} | shown

    @once
    def _counted_series(self) -> list[tuple[str, str]]:
        """The series, with their area, in which counted figures stand beside what was handed in."""
        counted = {row.indicator for row in self.programme.derivations.values() if row.indicator}
        series = {self.programme.series_of(one) for one in counted if one in self.programme.indicators}
        return [(one, self.programme.area.id) for one in compare.sharing(self.programme, series)]

    @once
    def _counts(self) -> list[Count]:
        """What is counted; how many indicators are ready is counted last, for it rests on all the others."""
        found = register.counts(self._entered, self.today)
        if not any(row.counts == "ready" for row in self._entered.derivations.values()):
            return found
        judged = quality.readiness(self.programme, self._with(found, self._to_be_ready(self._figures)))
        followed = [one for one in judged if self.programme.indicators[one.indicator].kind != "context"]
        return register.counts(self._entered, self.today, sum(one.ready for one in followed))

    def _to_be_ready(self, figures: Figures) -> list[Measurement]:
        """What readiness is told from: all of the programme's area, and of each indicator one that names its source."""
        if not isinstance(figures, Narrow):
            return figures.all()
        own = self._within(figures, [self.programme.area.id])
        elsewhere = [one for one in figures.sourced() if one[1] != self.programme.area.id]
        return [*own, *figures.along(elsewhere)]

    @once
    def _measured(self) -> list[Measurement]:
        return self._with(self._counts, self._figures.all())

    def _rows(self, question: Callable[[Narrow], list[Measurement]]) -> list[Measurement]:
        """What a question finds, with all that is counted, as it may be shown; of a state that is held whole all of it.

        An answer must be the same from more figures than it asks for.
        """
        if not isinstance(self._figures, Narrow):
            return self._measured
        return self._with(self._counts, question(self._figures))

    def _within(self, figures: Narrow, areas: Collection[str]) -> list[Measurement]:
        """Those of some areas; the followed ones and what they are compared with are asked for once."""
        wanted = set(areas)
        return (
            [row for row in self._near if row.area in wanted] if wanted <= self._near_areas else figures.within(areas)
        )

    @once
    def _near_areas(self) -> set[str]:
        return set(compare.whole_lines(self.programme, self.programme.profile.areas))

    @once
    def _near(self) -> list[Measurement]:
        return self._figures.within(self._near_areas)

    def _with(self, counts: list[Count], typed: Sequence[Measurement]) -> list[Measurement]:
        """What was handed in and what is counted, with what must stay hidden taken out of both."""
        if counts or not isinstance(self._figures, Narrow):  # those of the books stand in order already
            typed = register.with_counted(self._entered, typed, counts, self.today)
        return self._disclosed.published(typed)

    @once
    def _handed_in(self) -> list[Measurement]:
        return self._disclosed.published(self._figures.all())

    @once
    def _disclosed(self) -> Disclosed:
        among = linked(self._entered)
        typed = self._figures.of(sorted(among)) if among else ()
        return disclosed(self._entered, typed, self.today, self._past.known)
