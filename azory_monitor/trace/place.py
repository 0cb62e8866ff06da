"""The row of a kept file that a stored row was read from, read once more."""

from collections.abc import Callable
from functools import lru_cache

from azory_monitor import intake
from azory_monitor.books import Books, Source
from azory_monitor.model.row import Row
from azory_monitor.model.state import Programme
from azory_monitor.model.trace import Origin, Place
from azory_monitor.stored import programme_of

_KEPT = 8
"""So many files stay read, for whoever follows one figure after another of a file."""

_BATCHES = 256


class Places:
    """Reads kept files again, one at a time."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._programme: Callable[[int], Programme] = lru_cache(maxsize=_KEPT)(
            lambda batch: programme_of(books.records(batch))
        )
        self._again = lru_cache(maxsize=_KEPT)(self._read)
        self._came = lru_cache(maxsize=_BATCHES)(lambda batch: books.sources().get(batch, []))
        self._taken = lru_cache(maxsize=_BATCHES)(lambda batch: books.batches()[batch - 1])

    def place(self, origin: Origin, stored: Row) -> Place:
        """The cells of a stored row, or that the file does not give it any more."""
        source = self._source(origin, stored.table)
        if source is None:
            return Place(origin=origin)
        long = max(source.reading.rows if source.reading else 0, self._rows(origin, stored.table)) > intake.WHOLE
        again = self._again(origin.batch, stored.table, origin.row if long else 0)
        found = intake.row_again(again, origin.row, stored) if again else None
        cells, steps = found or ((), ())
        return Place(
            origin=origin,
            reading=source.reading or (again.checked.reading if again else None),
            answers=dict(source.answers),
            cells=cells,
            steps=steps,
            agrees=found is not None,
        )

    def _source(self, origin: Origin, table: str) -> Source | None:
        came = self._came(origin.batch)
        return next((one for one in came if one.origin.inside in ("", f"{table}.csv")), None)

    def _rows(self, origin: Origin, table: str) -> int:
        return self._taken(origin.batch).rows.get(table, 0)

    def _read(self, batch: int, table: str, row: int) -> intake.Again | None:
        """A file is checked against the programme that it met; a whole package against the one that it brought."""
        source = self._source(Origin(batch=batch), table)
        if source is None:
            return None
        kept = intake.Kept(
            name=source.origin.inside or source.origin.file,
            content=self._books.content(source),
            table=table,
            reading=source.reading,
            answers=source.answers,
            day=self._taken(batch).taken.date(),
        )
        known = self._programme(batch - 1 if source.reading and batch > 1 else batch)
        return intake.read_again(kept, intake.known_of(known), row)
