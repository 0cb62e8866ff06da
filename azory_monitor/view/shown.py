"""The figures of a state as they may be shown: handed in and counted, without what must stay hidden."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from azory_monitor import compare, quality, register
from azory_monitor.model.counted import Count
from azory_monitor.model.measurement import Measurement
from azory_monitor.once import once
from azory_monitor.view.figures import FEW, Figures, Narrow, Told
from azory_monitor.view.state import Asked, State


class Shown(State):
    """The state after one batch: what of its figures may be shown."""

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
        found = Counter({(one.indicator, one.source): one.n for one in self._tellings})
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

    @property
    def _tellings(self) -> list[Told]:
        """What each source tells of each indicator, of what was handed in to a large state."""
        found = self._answered("told", lambda asked: self._figures.told(self.every(asked)))
        return [row for one in sorted(found) for row in found[one]]

    def _to_be_ready(self, figures: Figures, indicators: Asked = None) -> list[Measurement]:
        """What readiness is told from: all of the programme's area, and of each indicator one that names its source."""
        if not isinstance(figures, Narrow):
            return figures.all()
        own = self._within(figures, [self.programme.area.id], indicators)
        sourced = {one.indicator: one.area for one in reversed(self._tellings) if one.source}
        wanted = [(one, sourced[one]) for one in self.every(indicators) if one in sourced]
        elsewhere = [one for one in wanted if one[1] != self.programme.area.id]
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

    def _within(self, figures: Narrow, areas: Collection[str], indicators: Asked = None) -> list[Measurement]:
        """Those of some areas, of some indicators or of all.

        Those of the followed areas and of what they are compared with are asked for once, with all indicators.
        """
        wanted = set(areas)
        if wanted <= self._near_areas and (indicators is None or "near" in self._answers):
            near = [row for row in self._near if row.area in wanted]
            return near if indicators is None else [row for row in near if row.indicator in indicators]
        if indicators is None:
            return figures.within(areas)
        return figures.along((one, area) for one in indicators for area in areas)

    @once
    def _near_areas(self) -> set[str]:
        return set(compare.whole_lines(self.programme, self.programme.profile.areas))

    @once
    def _near(self) -> list[Measurement]:
        found = self._answered("near", self._fetch_near)
        return [row for one in sorted(found) for row in found[one]]  # in the order in which the books give them

    def _fetch_near(self, indicators: Asked) -> list[Measurement]:
        if indicators is None:
            return self._figures.within(self._near_areas)
        return self._figures.along((one, area) for one in indicators for area in self._near_areas)

    def _with(self, counts: list[Count], typed: Sequence[Measurement]) -> list[Measurement]:
        """What was handed in and what is counted, with what must stay hidden taken out of both."""
        if counts or not isinstance(self._figures, Narrow):  # those of the books stand in order already
            typed = register.with_counted(self._entered, typed, counts, self.today)
        return self._disclosed.published(typed)

    @once
    def _handed_in(self) -> list[Measurement]:
        return self._disclosed.published(self._figures.all())
