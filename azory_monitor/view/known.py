"""What readers have been able to see, state by state: every state was live once and can be opened again."""

import datetime
import threading
from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

import pandas as pd

from azory_monitor import register
from azory_monitor.disclosure import NOTHING, NUMBERS, Disclosed, Known, disclose, linked, published_cells
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.counted import OF_PEOPLE
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.state import Programme
from azory_monitor.stored import measurements_of, programme_of

_DEFINITIONS = ("programme", "areas", "themes", "indicators", "derivations")
_REPEATING = ("targets",)
"""What may repeat the figures of sensitive indicators."""
_REGISTER = ("activities", "funding", "institutions")
"""What figures of sensitive indicators may be counted from."""


def disclosed(programme: Programme, typed: Sequence[Measurement], today: datetime.date, known: Known) -> Disclosed:
    """What of a state is hidden, after readers had ``known`` so much; where no indicator is sensitive, nothing."""
    among = linked(programme)
    if not among:
        return Disclosed()
    return _disclosed(programme, typed, today, known, among)


def _disclosed(
    programme: Programme, typed: Sequence[Measurement], today: datetime.date, known: Known, among: frozenset[str]
) -> Disclosed:
    is_counting = any(row.counts in OF_PEOPLE and row.indicator in among for row in programme.derivations.values())
    people = register.people(programme, today) if is_counting else None
    return disclose(
        programme, _rows(programme, typed, today, among), known, people, among & programme.indicators.keys()
    )


def _rows(
    programme: Programme, typed: Sequence[Measurement], today: datetime.date, among: frozenset[str]
) -> list[Measurement]:
    """What was handed in or is counted of some indicators; a figure that gave way to a counted one is there too."""
    own = [row for row in typed if row.indicator in among]
    if not any(row.indicator in among for row in programme.derivations.values()):
        return own
    counted = register.with_counted(programme, own, register.counts(programme, today), today)
    return [*(row for row in counted if row.indicator in among), *own]


def published(table: str, version: Version, known: Known) -> Version:
    """A version of a row without the numbers that readers have never been shown."""
    return version.model_copy(update={"cells": published_cells(table, version.key, version.cells, known)})


class Books(Protocol):
    """What is asked of the books."""

    def batches(self) -> list[Batch]: ...
    def records(self, batch: int) -> pd.DataFrame: ...
    def versions(self, indicators: Sequence[str], batch: int) -> pd.DataFrame: ...
    def moved(self, tables: Sequence[str], batch: int) -> list[int]: ...


class Readers:
    """What readers knew before each batch, worked out once from the books and kept: it never changes."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._after: dict[tuple[frozenset[str], int], Known] = {}
        self._programmes: dict[int, Programme | None] = {}
        self._lock = threading.RLock()

    def before(self, batch: int) -> Known:
        """What readers had been able to see of sensitive figures, and of what is tied to them, before a batch."""
        with self._lock:
            among = self._among(batch)
            if not among:
                return NOTHING
            moments = self._defined(self._told_by(among, batch), batch)
            versions = self._books.versions(sorted(among), batch)
            touched = {int(one) for name in ("from_batch", "until_batch") for one in versions[name].dropna().unique()}
            days = {one.id: one.taken.date() for one in self._books.batches()}
            known = NOTHING
            for moment in sorted(touched | moments.keys()):
                if moment < batch:
                    known = self._learned(among, moment, days[moment], moments, versions, known)
            return known

    def versions(self, table: str, versions: Sequence[Version], batch: int) -> list[Version]:
        """Versions of rows as readers may see them once they know the state after a batch."""
        if table not in NUMBERS:
            return list(versions)
        known = self.before(batch + 1)
        return [published(table, one, known) for one in versions]

    def guarded(self, batch: int) -> frozenset[tuple[int, str]]:
        """The batches up to one, each with a table whose file may hold numbers that readers were never shown.

        Whoever knows such a file but for one number could try numbers until its hash is met.
        """
        with self._lock:
            untold = {(one.area, one.period) for one in self.before(batch + 1).untold}
            if not untold:
                return frozenset()
            versions = self._books.versions(sorted(self._among(batch + 1)), batch)
        rows = zip(versions["area"], versions["period"], versions["origin"], strict=True)
        measured = {(int(origin), Measurement.table) for area, period, origin in rows if (area, period) in untold}
        tables = {*NUMBERS, *_REGISTER}
        beside = {(one.id, table) for one in self._books.batches()[:batch] for table in tables & one.rows.keys()}
        return frozenset(measured | beside)

    def _among(self, batch: int) -> frozenset[str]:
        """The indicators that were sensitive, or tied to one that was, at any time up to a batch."""
        return frozenset().union(*map(linked, self._defined(_DEFINITIONS, batch).values()))

    def _told_by(self, among: frozenset[str], batch: int) -> tuple[str, ...]:
        """The tables that the figures of some indicators follow from."""
        programmes = self._defined(_DEFINITIONS, batch).values()
        counted = {row.indicator for programme in programmes for row in programme.derivations.values()}
        return _DEFINITIONS + _REPEATING + (_REGISTER if counted & among else ())

    def _defined(self, tables: Sequence[str], batch: int) -> dict[int, Programme]:
        """The programme after each batch that changed one of some tables."""
        found = {moment: self._programme(moment) for moment in self._books.moved(tables, batch)}
        return {moment: programme for moment, programme in found.items() if programme}

    def _programme(self, batch: int) -> Programme | None:
        if batch not in self._programmes:
            records = self._books.records(batch)
            there = "programme" in set(records["kind"])
            self._programmes[batch] = programme_of(records) if there else None
        return self._programmes[batch]

    def _learned(
        self,
        among: frozenset[str],
        moment: int,
        day: datetime.date,
        moments: dict[int, Programme],
        versions: pd.DataFrame,
        known: Known,
    ) -> Known:
        """What readers know after the state of one moment."""
        known_before = sorted(moments)
        at = bisect_right(known_before, moment)
        if not at:
            return known
        if (among, moment) not in self._after:
            programme = moments[known_before[at - 1]]
            ended = (versions["until_batch"] <= moment).fillna(False).astype(bool)
            standing = (versions["from_batch"] <= moment) & ~ended
            typed = [row for row in measurements_of(versions[standing]) if row.indicator in programme.indicators]
            self._after[among, moment] = _disclosed(programme, typed, day, known, among).known
        return self._after[among, moment]
