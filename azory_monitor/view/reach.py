"""Which figures of a large state are fetched for answers about areas beside each other."""

from collections.abc import Collection, Iterator, Sequence

from azory_monitor.compare import needed
from azory_monitor.model.measurement import Measurement
from azory_monitor.period import Period
from azory_monitor.view.figures import Narrow
from azory_monitor.view.held import Held
from azory_monitor.view.state import Asked


class Reach(Held):
    """Finds what comparisons, likeness and indices rest on; see ``compare.needed``."""

    def _to_compare(
        self,
        figures: Narrow,
        areas: Sequence[str],
        when: Period | None = None,
        other_period: bool = False,
        indicators: Asked = None,
    ) -> list[Measurement]:
        """What some areas, by some indicators that share their series with no other or by all, are compared by."""
        whole = needed.whole_lines(self.programme, areas)
        own = self._within(figures, whole, indicators)
        inside = [one for one in needed.members(self.programme, areas) if one not in set(whole)]
        if not inside:
            return own
        shown = self._with(self._counts, own)
        asked = needed.occasions(self.programme, shown, areas, self.today, when)
        there = figures.on(self._on(asked, inside))
        wanting = needed.too_few(self.programme, [*shown, *self._with([], there)], areas, asked)
        if other_period:
            wanting = {one for one, _ in asked}
        return together(own, there, figures.along(self._along(wanting, inside)))

    def _to_liken(self, figures: Narrow) -> list[Measurement]:
        """What the programme's area is likened to the other areas of its groups by."""
        area = self.programme.area
        series = needed.likened_series(self.programme)
        found = [self._side_by_side(figures, series, needed.beside(self.programme, group)) for group in area.groups]
        return together(*found)

    def _to_index(self, figures: Narrow) -> list[Measurement]:
        """What indices are made of."""
        area, parts = self.programme.area.id, needed.index_series(self.programme)
        every = {one for series in parts.values() for one in series}
        against = {area, *(index.reference for index in self.programme.indices.values())}
        own = figures.along(self._along(every, against))
        pairs = needed.index_pairs(self.programme, self._with(self._counts, own), self.today)
        found = [own, figures.on(self._on(pairs, list(self.programme.areas)))]
        for index in self.programme.indices.values():
            if index.group:
                found.append(self._side_by_side(figures, parts[index.id], needed.beside(self.programme, index.group)))
        return together(*found)

    def _side_by_side(self, figures: Narrow, series: Collection[str], inside: Sequence[str]) -> list[Measurement]:
        """The figures of areas on the occasion on which a series sets them side by side."""
        if not inside or not series:
            return []
        area = self.programme.area.id
        counted = self._counted(figures, series, inside)
        asked = needed.likely(counted)
        there = figures.on(self._on(asked, inside))
        wanting = needed.unlikely(self.programme, self._with([], there), asked, inside, area, counted, self.today)
        wanting |= {one for one, _ in self._counted_series}.intersection(series)
        return together(there, figures.along(self._along(wanting, inside)))

    def _counted(self, figures: Narrow, series: Collection[str], inside: Sequence[str]) -> needed.Counted:
        found: dict[str, dict[str, tuple[int, bool]]] = {}
        for indicator, text, n, own in figures.when(self._along(series, inside), self.programme.area.id):
            times = found.setdefault(self.programme.series_of(indicator), {})
            before = times.get(text, (0, False))
            times[text] = before[0] + n, before[1] or own
        return {one: [(text, *told) for text, told in times.items()] for one, times in found.items()}

    def _along(self, series: Collection[str], areas: Collection[str]) -> Iterator[tuple[str, str]]:
        """The pairs of the indicators that share some series and some areas."""
        return ((id, area) for id in needed.sharing(self.programme, series) for area in areas)

    def _on(self, occasions: needed.Occasions, areas: Collection[str]) -> Iterator[tuple[str, str, str]]:
        for series, text in sorted(occasions):
            yield from ((id, area, text) for id in needed.sharing(self.programme, {series}) for area in areas)


def together(*found: list[Measurement]) -> list[Measurement]:
    """All of these rows, each once, in the order of indicator, area, period and variant."""
    rows = {place_of(row): row for part in found for row in part}
    return [rows[key] for key in sorted(rows)]


def place_of(row: Measurement) -> tuple[str, ...]:
    """What a figure is known by, in the order in which figures stand."""
    return row.indicator, row.area, row.period, row.variant
