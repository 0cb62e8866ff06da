"""The figures of one state as they were handed in: all at once where they are few, else those that are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import pandas as pd

from azory_monitor.errors import Refused
from azory_monitor.model.measurement import Measurement
from azory_monitor.stored import measurements_of

FEW = 20_000
"""Up to so many figures all are held: they are there within half a second, and every answer is made from them."""
MOST_HANDED = 1_000_000
"""Of more figures no file is made: a process that makes one holds all of them, two kilobytes each."""

MOST_MOVED = 100_000
"""Of more differences between two states no list is made, which nobody would read."""

Place = tuple[str, ...]


class Told(NamedTuple):
    """How many figures of an indicator a source gives, and one area that it gives some of."""

    indicator: str
    source: str
    n: int
    area: str


class Books(Protocol):
    """What is asked of the books."""

    def measurements(self, batch: int) -> pd.DataFrame: ...
    def arrivals(self, batch: int, areas: Sequence[str] | None = None) -> pd.DataFrame: ...
    def measured(self, name: str, batch: int, asked: pd.DataFrame | None = None, **values: object) -> pd.DataFrame: ...


class Whole:
    """All figures of a state, held in memory."""

    def __init__(self, rows: pd.DataFrame, arrivals: pd.DataFrame | None = None) -> None:
        """``rows`` are the books' measurements; ``arrivals`` the day on which each value came in, None if unknown."""
        self._all = measurements_of(rows)
        self._places = rows.reindex(columns=["origin", "file_row"]).fillna(0)
        self._arrivals = arrivals

    @property
    def size(self) -> int:
        """How many figures there are."""
        return len(self._all)

    def all(self) -> list[Measurement]:
        """Every figure, in the order of indicator, area, period and variant."""
        return self._all

    def of(self, indicators: Iterable[str]) -> list[Measurement]:
        """At least those of some indicators."""
        return self._all

    def within(self, areas: Iterable[str]) -> list[Measurement]:
        """At least those of some areas."""
        return self._all

    def places(self) -> pd.DataFrame:
        """The batch (origin) and the row of its file that each figure came from, in the order of ``all``."""
        return self._places

    def arrivals(self, areas: Sequence[str]) -> pd.DataFrame | None:
        """The day on which each value came in, at least of some areas: indicator, area, period, day."""
        return self._arrivals


class Narrow:
    """The figures that a question needs, asked of the books as of a batch: whatever came later is not among them."""

    def __init__(self, books: Books, batch: int) -> None:
        self._books, self._batch = books, batch
        self.size = count(books, batch)
        """How many figures there are; beyond ``MOST_HANDED`` they are not counted."""

    def __reduce__(self) -> tuple[Any, ...]:
        """For another process, which cannot ask the books: all of them."""
        if self.size > MOST_HANDED:
            raise Refused("error.too_large_to_make")
        return Whole, (self._books.measurements(self._batch), self._books.arrivals(self._batch))

    def all(self) -> list[Measurement]:
        """Every figure, in the order of indicator, area, period and variant."""
        return measurements_of(self._books.measurements(self._batch))

    def places(self) -> pd.DataFrame:
        """The batch (origin) and the row of its file that each figure came from, in the order of ``all``."""
        return self._books.measurements(self._batch)[["origin", "file_row"]]

    def of(self, indicators: Iterable[str]) -> list[Measurement]:
        """Those of some indicators, in every area."""
        return self._rows("of", ("indicator",), [(one,) for one in indicators])

    def within(self, areas: Iterable[str]) -> list[Measurement]:
        """Those of some areas."""
        return self._rows("in", ("area",), [(one,) for one in areas])

    def along(self, series: Iterable[Place]) -> list[Measurement]:
        """Those of some pairs of an indicator and an area."""
        return self._rows("along", ("indicator", "area"), series)

    def on(self, places: Iterable[Place]) -> list[Measurement]:
        """Those of some indicators, areas and periods."""
        return self._rows("on", ("indicator", "area", "period"), places)

    def of_source(self, source: str) -> list[Measurement]:
        """Those that a source gives."""
        return self._rows("from", ("source",), [(source,)])

    def disputed(self, indicators: Iterable[str]) -> list[Measurement]:
        """Those of every series of some indicators of which sources say different things."""
        return self._rows("disputed", ("indicator",), [(one,) for one in indicators])

    def unlike(self, per: Mapping[str, float]) -> list[Measurement]:
        """At least those whose value does not follow from their counts; ``per`` is what an indicator is given per."""
        return measurements_of(self._asked("unlike", _frame(("indicator", "per"), per.items())))

    def moved(self, after: int, by: int) -> list[Measurement]:
        """Those in whose place anything was begun or ended after one batch and by another; Refused for too many."""
        if self._asked("moves", after=after, by=by)["n"].iloc[0] > MOST_MOVED:
            raise Refused("error.too_much_moved")
        return measurements_of(self._asked("moved", after=after, by=by))

    def told(self, indicators: Iterable[str]) -> list[Told]:
        """What each source tells of some indicators."""
        found = self._asked("told", _frame(("indicator",), [(one,) for one in indicators]))
        return [Told(*row) for row in found.itertuples(index=False, name=None)]

    def touched(self, after: int) -> set[str]:
        """The indicators of which a figure was begun or ended after an earlier batch."""
        return set(self._asked("touched", after=after)["indicator"])

    def where(self, indicator: str) -> list[str]:
        """The areas that have a figure of an indicator."""
        return list(self._asked("where", _frame(("indicator",), [(indicator,)]))["area"])

    def when(self, series: Iterable[Place], area: str) -> list[tuple[str, str, int, bool]]:
        """Indicator, period, the number of areas with a figure then, and whether ``area`` is one of them."""
        found = self._asked("when", _frame(("indicator", "area"), series), area=area)
        return list(found.itertuples(index=False, name=None))

    def arrivals(self, areas: Sequence[str]) -> pd.DataFrame | None:
        """The day on which each value of some areas came in: indicator, area, period, day."""
        return self._books.arrivals(self._batch, areas)

    def _rows(self, name: str, columns: Place, asked: Iterable[Place]) -> list[Measurement]:
        frame = _frame(columns, dict.fromkeys(asked))
        return measurements_of(self._asked(name, frame)) if len(frame) else []

    def _asked(self, name: str, asked: pd.DataFrame | None = None, **values: object) -> pd.DataFrame:
        return self._books.measured(name, self._batch, asked, **values)


Figures = Whole | Narrow


def figures_of(books: Books, batch: int) -> Figures:
    """The figures after a batch."""
    if count(books, batch) > FEW:
        return Narrow(books, batch)
    return Whole(books.measurements(batch), books.arrivals(batch))


def count(books: Books, batch: int) -> int:
    """How many figures there are after a batch; ``MOST_HANDED`` and one, where there are more than so many."""
    return int(books.measured("count", batch, most=MOST_HANDED + 1)["n"].iloc[0])


def _frame(columns: Place, rows: Iterable[tuple]) -> pd.DataFrame:
    """Rows for a question; texts stay texts where there are none."""
    found = pd.DataFrame(list(rows), columns=list(columns))
    return found.astype({name: "float64" if name == "per" else "str" for name in columns})
