"""One state of everything the monitor knows, judged once; all that pages, exports and command line read."""

import dataclasses
import datetime
import difflib
import json
from functools import cached_property

import pandas as pd

from azory_monitor import barriers, compare
from azory_monitor.errors import Unknown
from azory_monitor.model.batch import Batch
from azory_monitor.model.hindrance import ActionGap, Hindrance, HindranceChanges, Stalled
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Source
from azory_monitor.model.register import Activity
from azory_monitor.model.row import Row, columns
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.model.verdicts import Comparison, Conflict, Misfit, Point, Progress, Ranking
from azory_monitor.publish import published

_REGISTERS = {field.name for field in dataclasses.fields(Programme)}


class View:
    """The state after one batch.  It never changes, so every answer is worked out once and kept."""

    def __init__(self, batch: Batch, today: datetime.date, records: pd.DataFrame, measurements: pd.DataFrame) -> None:
        """``records`` and ``measurements`` are the store's answers for ``batch``; ``today`` dates the judgements."""
        self.batch = batch
        self.today = today
        self.programme = programme_of(records)
        self._measured = published(self.programme, _measurements_of(measurements))

    def require_known(self, indicator: str = "", area: str = "") -> None:
        """Raise Unknown, with the nearest known id, for an indicator or area that the state does not have."""
        for key, asked, known in (
            ("error.indicator_unknown", indicator, self.programme.indicators),
            ("error.area_unknown", area, self.programme.areas),
        ):
            if asked and asked not in known:
                nearest = difflib.get_close_matches(asked, known, n=1, cutoff=0.0)
                raise Unknown(key, id=asked, nearest="".join(nearest))

    def measurements(self, indicator: str = "", area: str = "", source: str = "") -> list[Measurement]:
        """What was measured, also of the indicator whose series this one shares."""
        series = self.programme.series_of(indicator) if indicator else ""
        return [
            row
            for row in self._measured
            if _is(row.indicator, series) and _is(row.area, area) and _is(row.source, source)
        ]

    def points(self, indicator: str) -> list[Point]:
        """The values of one indicator in every area as they are drawn, each with its own interval."""
        return compare.points(self.programme, self.measurements(indicator))

    def tables(self) -> dict[str, list[Row]]:
        """Every table of the state, as it may be shown, in the order of the data package."""
        registers = {name: list(getattr(self.programme, name).values()) for name in TABLES if name in _REGISTERS}
        return {"programme": [self.programme.profile]} | registers | {Measurement.table: list(self._measured)}

    @cached_property
    def printed_tables(self) -> list[Source]:
        """The tables of documents that measurements come from."""
        used = {row.source for row in self._measured}
        return [source for source in self.programme.sources.values() if source.kind == "table" and source.id in used]

    def comparisons(
        self, area: str = "", indicator: str = "", benchmark: str = "", source: str = "", comparable: bool = False
    ) -> list[Comparison]:
        """Where the followed areas, or any one area, stand against their benchmarks.

        ``source`` keeps those that rest on its figures, ``comparable`` those whose benchmark has a value at all.
        """
        found = self._followed if not area or area in self.programme.profile.areas else self._judge([area])
        return [
            row
            for row in found
            if _is(row.area, area)
            and _is(row.indicator, indicator)
            and _is(row.benchmark, benchmark)
            and (not source or source in row.sources)
            and (not comparable or row.benchmark_value is not None)
        ]

    def progress(self, indicator: str = "", objective: str = "") -> list[Progress]:
        """How far each indicator of the programme has come."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._progress
            if _is(row.indicator, indicator) and _is(indicators[row.indicator].objective, objective)
        ]

    def rankings(self, indicator: str = "", source: str = "") -> list[Ranking]:
        """The order of the areas of each group that has values for three or more of them."""
        return [row for row in self._rankings if _is(row.indicator, indicator) and _is(row.source, source)]

    @cached_property
    def compared_widely(self) -> list[Comparison]:
        """The programme's area against the widest area it lies in, by every indicator that has a better and a worse."""
        return [row for row in self._widely if row.ratio is not None]

    @cached_property
    def uncompared(self) -> list[Comparison]:
        """Those of the same that have a value but nothing of the same period to set it against."""
        return [row for row in self._widely if row.ratio is None and row.value is not None]

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Figures that sources give differently for the same thing."""
        return compare.conflicts(self.programme, self._measured)

    @cached_property
    def misfits(self) -> list[Misfit]:
        """Printed figures that do not follow from their own counts."""
        return compare.misfits(self.programme, self._measured)

    def hindrances(
        self,
        theme: str = "",
        objective: str = "",
        indicator: str = "",
        state: str = "",
        owner: str = "",
        decides: str = "",
    ) -> list[Hindrance]:
        """What stands, or stood, in the way."""
        return [
            row
            for row in self._hindrances
            if _is(row.theme, theme)
            and _is(row.state, state)
            and _is(row.owner, owner)
            and _is(row.decides, decides)
            and (not objective or objective in row.objectives)
            and (not indicator or indicator in row.indicators)
        ]

    def hindrance_changes(
        self, meeting: str = "", since: datetime.date | None = None, earlier: "View | None" = None
    ) -> HindranceChanges | None:
        """What happened to the barriers since a meeting, else since a day, else since the last meeting; None without.

        ``earlier`` is the state of that day; one that is later than this state is passed over.
        """
        last = barriers.last_meeting(self.programme, self.today)
        begin = self.programme.activities[meeting] if meeting else None if since else last
        day = datetime.date.fromisoformat(begin.date) if begin else since
        if day is None:
            return None
        known = earlier if earlier and earlier.batch.id <= self.batch.id else None
        compared = (known.programme, known.batch.id) if known else (None, None)
        return barriers.changes(self.programme, day, self.today, *compared, begin.id if begin else "")

    @cached_property
    def meetings(self) -> list[Activity]:
        """The meetings of the local group that were held on a known day, the last one first."""
        return barriers.meetings(self.programme, self.today)

    @cached_property
    def stalled(self) -> list[Stalled]:
        """Indicators that do not move as they should and that no barrier explains."""
        return barriers.stalled(self.programme, self._progress)

    @cached_property
    def action_gaps(self) -> list[ActionGap]:
        """What actions lack: a responsible unit, an outcome, an indicator, a barrier."""
        return barriers.action_gaps(self.programme)

    @cached_property
    def _hindrances(self) -> list[Hindrance]:
        return barriers.hindrances(self.programme, self.today)

    @cached_property
    def _followed(self) -> list[Comparison]:
        return self._judge(self.programme.profile.areas)

    @cached_property
    def _widely(self) -> list[Comparison]:
        area, indicators = self.programme.area.id, self.programme.indicators
        widest = self.programme.benchmarks_of(area)[-1:]
        return [
            row
            for row in self._followed
            if row.area == area and row.benchmark in widest and indicators[row.indicator].direction != "neither"
        ]

    @cached_property
    def _progress(self) -> list[Progress]:
        return compare.progress(self.programme, self._measured, self.programme.area.id, self.today)

    @cached_property
    def _rankings(self) -> list[Ranking]:
        return compare.rankings(self.programme, self._measured, self.today)

    def _judge(self, areas: list[str] | tuple[str, ...]) -> list[Comparison]:
        return compare.comparisons(self.programme, self._measured, areas, self.today)


def programme_of(records: pd.DataFrame) -> Programme:
    """The programme that the store's rows describe."""
    tables: dict[str, dict[str, Row]] = {}
    for kind, key, cells in zip(records["kind"], records["key"], records["cells"], strict=True):
        tables.setdefault(kind, {})[key] = TABLES[kind](**json.loads(cells))
    profile = next(iter(tables.pop("programme").values()))
    return Programme(profile=profile, **{name: _in_order(rows) for name, rows in tables.items()})


def _in_order(rows: dict[str, Row]) -> dict[str, Row]:
    """Rows whose table gives each a place stand in that order, all others as they came."""
    declared = columns(type(next(iter(rows.values()))))
    places = [
        column.name for column in declared if column.name == "position" or (column.name == "number" and column.required)
    ]
    if not places:
        return rows
    return dict(sorted(rows.items(), key=lambda item: _place(getattr(item[1], places[0]))))


def _place(number: int | None) -> tuple[bool, int]:
    return number is None, number or 0


def _measurements_of(rows: pd.DataFrame) -> list[Measurement]:
    names = [name for name in Measurement.model_fields if name != "note"]
    cells = rows[names].astype(object).where(rows[names].notna(), None)
    return [
        Measurement.model_construct(**dict(zip(names, line, strict=True)), note=json.loads(note) if note else {})
        for line, note in zip(cells.itertuples(index=False, name=None), rows["note"], strict=True)
    ]


def _is(value: str, wanted: str) -> bool:
    return not wanted or value == wanted
