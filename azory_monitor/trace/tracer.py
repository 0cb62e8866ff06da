"""What is asked for, in one state of everything, and where it comes from."""

import difflib
import json
from collections.abc import Callable, Iterable

from azory_monitor.books import Books
from azory_monitor.errors import Unknown
from azory_monitor.model.counted import REGISTER
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Row
from azory_monitor.model.tables import TABLES
from azory_monitor.model.trace import Edition, Origin, Place, Subject, Trace
from azory_monitor.period import parse
from azory_monitor.trace import rests
from azory_monitor.trace.editions import Stored, editions, measured, recorded
from azory_monitor.trace.place import Places
from azory_monitor.view import View

_PARTS = ("indicator", "area", "period", "variant")
_NUMBERS = ("value", "numerator", "denominator", "spread")


class Tracer:
    """Follows figures and entries of any state back to the files that were kept."""

    def __init__(self, books: Books, state: Callable[[int], View]) -> None:
        """``state`` gives the state after a batch, in which a former figure may be looked up as it is shown."""
        self._books = books
        self._state = state
        self._places = Places(books)

    def trace(self, view: View, subject: Subject) -> Trace:
        """Where a row comes from; see ``figure`` and ``entry``."""
        if subject.table == Measurement.table:
            return self.figure(view, *subject.key.split(" ", len(_PARTS) - 1))
        return self.entry(view, subject.table, subject.key)

    def figure(self, view: View, indicator: str, area: str = "", period: str = "", variant: str = "") -> Trace:
        """A figure of an indicator: of the programme's own area, and its last period, where none is named.

        Raises Unknown, with the nearest, for an indicator, area or period that the state has nothing of.
        """
        view.require_known(indicator=indicator, area=area)
        area = area or _own(view, indicator)
        row = _chosen(view, indicator, area, period, variant)
        versions = self._versions(view, row)
        stored = versions[-1] if versions else None
        compared, moved = rests.comparisons_of(view, row), rests.progress_of(view, indicator, row)
        is_hidden = _is_hidden(stored.row if stored else None, row)
        origin = self._origin(view, Measurement.table, stored, is_hidden) if stored else None
        return Trace(
            subject=rests.subject_of(row),
            hidden=is_hidden,
            measurement=row,
            origin=origin,
            batch=view.batches[stored.origin] if stored else None,
            place=self._place(origin, stored, is_hidden),
            editions=self._editions(view, versions, is_hidden),
            formula=None if is_hidden else rests.formula_of(view, row),
            count=_count(view, row),
            comparisons=compared,
            progress=moved,
            target=rests.target_of(view, indicator, area) if moved else None,
            target_changes=tuple(one for one in view.target_changes(indicator) if moved and one.area == area),
            inputs=tuple(rests.inputs_of(view, row, compared, moved)),
        )

    def entry(self, view: View, table: str, key: str) -> Trace:
        """A row of any other table; raises Unknown, with the nearest, for a table or a row that there is none of."""
        if table not in TABLES:
            raise Unknown("error.trace_unknown", id=table, nearest=_nearest(table, TABLES))
        rows = _rows(view, table)
        if key not in rows:
            raise Unknown("error.entry_unknown", id=key, table=table, nearest=_nearest(key, rows))
        read = TABLES[table]
        versions = self._books.record_versions(table, key, view.batch.id)
        found = recorded(versions, lambda cells: read(**json.loads(cells)), view.batch.id)
        stored = found[-1]
        is_hidden = stored.row != rows[key]
        origin = self._origin(view, table, stored, is_hidden)
        return Trace(
            subject=Subject(table=table, key=key),
            hidden=is_hidden,
            cells=rows[key].cells(),
            origin=origin,
            batch=view.batches[stored.origin] if stored else None,
            place=self._place(origin, stored, is_hidden),
            editions=editions(
                found, view.batches, lambda one: self._origin(view, table, one, is_hidden), lambda _: None
            ),
        )

    def _versions(self, view: View, row: Measurement) -> list[Stored]:
        """The states of one figure, the one that stands last; none for a figure that is counted."""
        versions = self._books.measurement_versions(row.indicator, row.area, row.period, view.batch.id)
        found = measured(versions, view.batch.id)
        standing = [one for one in found if one.ended is None and _is_of(one.row, row)]
        kept = [one for one in found if standing and one.row.variant == standing[-1].row.variant]
        return sorted(kept, key=lambda one: (one.ended is None, one.began))

    def _editions(self, view: View, versions: list[Stored], is_hidden: bool) -> tuple[Edition, ...]:
        def shown(one: Stored) -> Measurement | None:
            if is_hidden:
                return None
            state = view if one.ended is None else self._state(one.began)
            found = state.measurements(indicator=one.row.indicator, area=one.row.area)
            return next((row for row in found if row.period == one.row.period and _is_of(one.row, row)), None)

        return editions(
            versions,
            view.batches,
            lambda one: self._origin(view, Measurement.table, one, is_hidden),
            shown,
        )

    def _origin(self, view: View, table: str, stored: Stored, is_hidden: bool) -> Origin:
        return view.came(table, stored.origin, 0 if is_hidden else stored.line)

    def _place(self, origin: Origin | None, stored: Stored | None, is_hidden: bool) -> Place | None:
        if origin is None or stored is None or is_hidden:
            return None
        return self._places.place(origin, stored.row)


def _own(view: View, indicator: str) -> str:
    """The first followed area that has a figure of the indicator, else any that has, else the programme's own."""
    found = sorted(view.measured_in(indicator))
    followed = [area for area in view.programme.profile.areas if area in found]
    return next(iter([*followed, *found]), view.programme.area.id)


def _chosen(view: View, indicator: str, area: str, period: str, variant: str) -> Measurement:
    """The figure that is meant: the one of a period, else the last one; the preferred one where no other is named."""
    found = view.measurements(indicator=indicator, area=area)
    if not found:
        raise Unknown("error.no_figure", indicator=indicator, area=area)
    wanted = period or max(found, key=lambda row: (row.status != "missing", parse(row.period))).period
    there = [row for row in found if row.period == _canonical(wanted)]
    if not there:
        known = [row.period for row in found]
        raise Unknown("error.period_unknown", id=period, allowed=tuple(known), nearest=_nearest(period, known))
    named = [row for row in there if row.variant == variant]
    return (named or there)[0]


def _canonical(text: str) -> str:
    try:
        return parse(text).text
    except ValueError:
        return text


def _is_of(stored: Row, shown: Row) -> bool:
    """Whether a shown figure is the stored one: hidden or set beside another it keeps its source and its place."""
    return (stored.source, stored.locator) == (shown.source, shown.locator)


def _is_hidden(stored: Row | None, shown: Measurement) -> bool:
    """Whether the state shows less than is stored: then none of the file's texts may be told.

    What the source itself withholds is no secret of ours: its mark stands in the file.
    """
    if shown.status == "hidden" and (stored is None or stored.status != "hidden"):
        return True
    return stored is not None and any(getattr(stored, name) != getattr(shown, name) for name in _NUMBERS)


def _count(view: View, row: Measurement):
    if row.source != REGISTER or row.locator not in view.programme.derivations:
        return None
    return next(iter(view.counts(derivation=row.locator)), None)


def _rows(view: View, table: str) -> dict[str, Row]:
    """The rows of a table as they may be shown, by key."""
    return {" ".join(str(getattr(row, name)) for name in row.key).strip(): row for row in view.registers()[table]}


def _nearest(text: str, known: Iterable[str]) -> str:
    return "".join(difflib.get_close_matches(text, list(known), n=1, cutoff=0.0))
