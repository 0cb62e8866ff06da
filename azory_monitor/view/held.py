"""What a state holds: the programme and the figures that may be shown of it."""

import dataclasses
import difflib
from collections.abc import Collection
from typing import Self

from azory_monitor import compare
from azory_monitor.disclosure import Cell, linked
from azory_monitor.errors import Refused, Unknown
from azory_monitor.model.hidden import Why
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Source
from azory_monitor.model.row import Row
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.once import once
from azory_monitor.view.figures import MOST_MOVED, Narrow
from azory_monitor.view.shown import Shown
from azory_monitor.view.state import Asked

_REGISTERS = {field.name for field in dataclasses.fields(Programme)}


class Held(Shown):
    """The state after one batch: what it holds."""

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

    def measurements(
        self, indicator: str = "", area: str = "", source: str = "", areas: Collection[str] = ()
    ) -> list[Measurement]:
        """What was measured or counted from the register, also of the indicator whose series this one shares.

        ``areas`` keeps those of some areas.
        """
        series = self.programme.series_of(indicator) if indicator else ""
        among = {area} if area else set(areas)
        return [
            row
            for row in self._rows(lambda figures: _asked(figures, series, among, source))
            if fits(row.indicator, series) and (not among or row.area in among) and fits(row.source, source)
        ]

    def measured_in(self, indicator: str) -> set[str]:
        """The areas that have a figure of an indicator."""
        if not isinstance(self._figures, Narrow):
            return {row.area for row in self.measurements(indicator=indicator)}
        own = self.measurements(indicator=indicator, area=self.programme.area.id)
        return {*self._figures.where(self.programme.series_of(indicator)), *(row.area for row in own)}

    def _sharing(self, indicator: str) -> Asked:
        """The indicators that share the series of one; every one, where none is named or it is unknown."""
        if indicator not in self.programme.indicators:
            return None
        return compare.sharing(self.programme, {self.programme.series_of(indicator)})

    @once
    def measured(self) -> set[str]:
        """The indicators that have a figure in any area."""
        return {indicator for indicator, _ in self._told}

    def shown_beside(self, area: str) -> tuple[str, ...]:
        """The areas whose figures are shown with an area's, all of a small state; empty where that is all there are.

        Of a large one they are the followed ones, the area itself and the areas that these are compared with.
        """
        if not self.is_large:
            return ()
        return tuple(compare.whole_lines(self.programme, [*self.programme.profile.areas, area]))

    def tables(self) -> dict[str, list[Row]]:
        """Every table of the state, as it may be shown, in the order of the data package.

        Counted figures are left out: they follow from the register again wherever the package is taken in.
        """
        return self.registers() | {Measurement.table: self._handed_in}

    def registers(self) -> dict[str, list[Row]]:
        """The same without the measurements."""
        registers = {name: list(getattr(self.programme, name).values()) for name in TABLES if name in _REGISTERS}
        return {"programme": [self.programme.profile]} | registers

    def handed_in(self, other: Self) -> list[Measurement]:
        """The measurements as they were handed in and may be shown: at least those that another state has otherwise.

        Raises Refused where these are too many to be listed.
        """
        if not (isinstance(self._figures, Narrow) and isinstance(other._figures, Narrow)):
            if max(self.size, other.size) > MOST_MOVED:
                raise Refused("error.too_much_moved")
            return self._handed_in
        after, by = sorted((self.batch.id, other.batch.id))
        touchy = linked(self.programme) | linked(other.programme)
        found = [row for row in self._figures.moved(after, by) if row.indicator not in touchy]
        found += self._figures.of(sorted(touchy))
        found.sort(key=lambda row: (row.indicator, row.area, row.period, row.variant))
        return self._disclosed.published(found)

    @property
    def hidden_cells(self) -> dict[Cell, Why]:
        """Which numbers of other tables readers do not see, and why."""
        return {cell: why for cell, why in self._disclosed.cells.items() if cell.table in _REGISTERS}

    def why_hidden(self, row: Measurement) -> Why | None:
        """Why readers do not see a measurement that was handed in; None where they do."""
        return self._disclosed.why(row)

    @property
    def hiding(self) -> list[str]:
        """The indicators of which figures are hidden."""
        return sorted({name.indicator for name in self._disclosed.hidden})

    @once
    def printed_tables(self) -> list[Source]:
        """The tables of documents that measurements come from."""
        used = {source for _, source in self._told}
        return [source for source in self.programme.sources.values() if source.kind == "table" and source.id in used]


def _asked(figures: Narrow, series: str, areas: Collection[str], source: str) -> list[Measurement]:
    """The figures of a series, of areas, of both, of a source, or all."""
    if series and areas:
        return figures.along((series, one) for one in areas)
    if series:
        return figures.of([series])
    if areas:
        return figures.within(areas)
    return figures.of_source(source) if source else figures.all()


def fits(value: str, wanted: str) -> bool:
    """Whether a value is the wanted one; where none is wanted, every value is."""
    return not wanted or value == wanted
