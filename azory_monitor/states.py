"""The states that there have been, one after each batch: which there are, and each of them opened."""

import datetime

from azory_monitor.books import Books, Clock
from azory_monitor.errors import Unknown
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.programme import Target
from azory_monitor.model.trace import Origin
from azory_monitor.once import Kept, Working
from azory_monitor.view import Past, Readers, View, figures_of, handed_on

_VIEWS_KEPT, _HISTORIES_KEPT = 8, 32


class States(Working):
    """Every state that the books know; the last few that were opened are kept."""

    def __init__(self, books: Books, clock: Clock) -> None:
        super().__init__()
        self._books = books
        self._clock = clock
        self._readers = Readers(books)
        self._view = Kept(self._next_view, _VIEWS_KEPT)
        self._newest: View | None = None
        self._batches = Kept(self._told_batches, _VIEWS_KEPT)
        self._history = Kept(self._read_history, _HISTORIES_KEPT)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been taken in yet."""
        return not self.batches()

    def batches(self) -> list[Batch]:
        """Everything that was taken in, oldest first; without the hash of a file that holds what is hidden."""
        return self._batches(len(self._books.batches()))

    def snapshots(self) -> list[Batch]:
        """The frozen states, oldest first."""
        return [batch for batch in self.batches() if batch.what == "snapshot"]

    def view(
        self, as_of: datetime.datetime | int | None = None, snapshot: str = "", today: datetime.date | None = None
    ) -> View:
        """The state now, after a batch, at a moment (UTC), or as a snapshot froze it.

        After a batch it is judged as of ``today``, else as of the day on which the batch was taken.
        """
        batches = self.batches()
        if snapshot:
            frozen = self._snapshot(snapshot)
            return self._view(frozen.id, frozen.taken.date())
        if as_of is None:
            return self._view(batches[-1].id, self._clock().date())
        if isinstance(as_of, datetime.datetime):
            last = self._books.batch_at(as_of)
            if last is None:
                raise Unknown("error.as_of_before_start", moment=as_of)
            return self._view(last, as_of.date())
        if not 1 <= as_of <= len(batches):
            raise Unknown("error.batch_unknown", batch=as_of)
        return self._view(as_of, today or batches[as_of - 1].taken.date())

    def history(self, table: str, key: str = "", until: int | None = None) -> list[Version]:
        """Every version of a row, or without a key of all rows of a table, oldest first, with its batch.

        ``until`` leaves out what came after that batch; what was undone is left out, and so is every number that
        readers have not been shown.
        """
        return self._history(table, key, until or self.batches()[-1].id)

    def frozen_files(self, snapshot: str) -> dict[str, bytes]:
        """The files of a snapshot by name, byte for byte as they were frozen."""
        frozen = self._snapshot(snapshot)
        exports = self._books.ledger.lines()[frozen.id - 1].entry.exports
        return {file: self._books.ledger.get(digest) for file, digest in exports.items()}

    def _snapshot(self, name: str) -> Batch:
        for batch in self.snapshots():
            if batch.name == name:
                return batch
        raise Unknown("error.snapshot_unknown", name=name)

    def _told_batches(self, last: int) -> list[Batch]:
        guarded = {batch for batch, _ in self._readers.guarded(last)}
        taken = self._books.batches()[:last]
        return [one.model_copy(update={"sha256": ""}) if one.id in guarded else one for one in taken]

    def _read_history(self, table: str, key: str, until: int) -> list[Version]:
        return self._readers.versions(table, self._books.history(table, key, until), until)

    def _next_view(self, batch: int, today: datetime.date) -> View:
        """A state that takes over what it can from the newest one that was opened."""
        made = self._make_view(batch, today, self._newest)
        if self._newest is None or self._newest.batch.id <= batch:
            self._newest = made
        return made

    def _make_view(self, batch: int, today: datetime.date, earlier: View | None = None) -> View:
        figures = figures_of(self._books, batch)
        batches, guarded = self._batches(batch), self._readers.guarded(batch)
        targets = self._books.history(Target.table, "", batch)
        files = {number: [_told(one.origin, guarded) for one in came] for number, came in self._books.sources().items()}
        known = self._readers.before(batch)
        past = Past(tuple(batches), tuple(targets), files, known)
        carried = handed_on(self._books, earlier, figures, batch, today, known) if earlier else None
        same = carried.entered if carried else None
        return View(batches[-1], today, same or self._books.records(batch), figures, past, carried)


def _told(origin: Origin, guarded: frozenset[tuple[int, str]]) -> Origin:
    """The file without its hash, where it holds what is hidden; the one file of a batch may hold any table."""
    tables = {table for batch, table in guarded if batch == origin.batch}
    is_told = origin.inside.removesuffix(".csv") not in tables if origin.inside else not tables
    return origin if is_told else origin.model_copy(update={"sha256": ""})
