"""Which row of which file each figure was read from, which batch brought it, or what it was counted from."""

from azory_monitor.model.batch import Batch
from azory_monitor.model.counted import REGISTER, Count
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.trace import Origin, Rooted, Subject
from azory_monitor.period import UNDATED
from azory_monitor.view.quality import Quality
from azory_monitor.view.register import Register

_KEY = ("indicator", "area", "period", "source", "locator")
_OF_ONE_DAY = ("days_since", "ready")


class Origins(Quality, Register):
    """Answers about where figures come from."""

    def origins(self) -> list[Rooted]:
        """Every figure that is shown, with the row of the file that it stands in, or with what it was counted from.

        The row of a hidden figure is not told.
        """
        rows = self._figures.places()
        places = zip(self._figures.all(), rows["origin"], rows["file_row"], strict=True)
        found = {_key(row): (int(batch), int(line)) for row, batch, line in places}
        return [self._rooted(row, found.get(_key(row))) for row in self.measurements()]

    @property
    def batches(self) -> dict[int, Batch]:
        """Every batch up to this state, by its number; empty where nothing is known of the past."""
        return {one.id: one for one in self._past.batches}

    def came(self, table: str, batch: int, row: int) -> Origin:
        """The row of a file that a row of a table was read from; where nothing is known of the past, batch and row."""
        files = self._past.files.get(batch, ())
        named = next((one for one in files if one.inside in ("", f"{table}.csv")), Origin(batch=batch))
        return named.model_copy(update={"row": row})

    def counted_from(self, measured: Measurement) -> list[Subject]:
        """The rows that a counted figure was made of: how it is counted, then its entries; nothing of a hidden one."""
        derivation = self.programme.derivations.get(measured.locator)
        if derivation is None or measured.status == "hidden" or measured.source != REGISTER:
            return []
        found = [Subject(table="derivations", key=derivation.id), *self._behind(derivation, measured.period)]
        if derivation.share_of:
            whole = self.programme.derivations[derivation.share_of]
            found += [Subject(table="derivations", key=whole.id), *self._behind(whole, measured.period)]
        return list(dict.fromkeys(found))

    def _behind(self, derivation: Derivation, period: str) -> list[Subject]:
        if derivation.counts == "ready":
            ready = [one.indicator for one in self._readiness if one.ready]
            followed = [one for one in ready if self.programme.indicators[one].kind != "context"]
            return [Subject(table="indicators", key=one) for one in followed]
        (count,) = [one for one in self._counts if one.derivation == derivation.id]
        return [Subject(table=count.table, key=id) for id in self._entries(derivation, count, period)]

    def _entries(self, derivation: Derivation, count: Count, period: str) -> list[str]:
        """The entries of a year; of a derivation of the whole all up to its end, and now the undated ones too."""
        if derivation.counts in _OF_ONE_DAY:
            return list(count.entries)
        if derivation.by == "year":
            return [id for tally in count.tallies if tally.period == period for id in tally.entries]
        now = period == f"{self.today.year:04d}"
        dated = [tally for tally in count.tallies if now or (tally.period != UNDATED.text and tally.period <= period)]
        return list(dict.fromkeys(id for tally in dated for id in tally.entries))

    def _rooted(self, row: Measurement, place: tuple[int, int] | None) -> Rooted:
        hidden = row.status == "hidden"
        if place is None:
            entries = [one for one in self.counted_from(row) if one.table != "derivations"]
            return Rooted(measurement=row, derivation=row.locator, entries=None if hidden else len(entries))
        batch, line = place
        return Rooted(measurement=row, origin=self.came(Measurement.table, batch, 0 if hidden else line))


def _key(row: Measurement) -> tuple[str, ...]:
    """What tells a figure from those beside it, whether it is hidden or not."""
    return tuple(getattr(row, name) for name in _KEY)
