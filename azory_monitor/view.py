"""One state of everything the monitor knows, judged once; all that pages, exports and command line read."""

import dataclasses
import datetime
import difflib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from azory_monitor import compare, quality
from azory_monitor.chronicle import Chronicle
from azory_monitor.errors import Refused, Unknown
from azory_monitor.model.batch import Batch
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Prospect, TargetChange, Trend
from azory_monitor.model.programme import Source, Target
from azory_monitor.model.quality import Coverage, Due, Outlier, Readiness, Unscheduled
from azory_monitor.model.row import Row
from azory_monitor.model.situation import IndexResult, Peers
from azory_monitor.model.state import Programme
from azory_monitor.model.tables import TABLES
from azory_monitor.model.verdicts import Comparison, Conflict, Flags, Misfit, Point, Progress, Ranking, Wave
from azory_monitor.period import Period, parse
from azory_monitor.publish import published
from azory_monitor.stored import measurements_of, programme_of

_REGISTERS = {field.name for field in dataclasses.fields(Programme)}


@dataclass(frozen=True)
class Past:
    """How a state came about: the batches up to it, every former row of its targets, the day each value came in.

    What is None is not known; then nothing is told of it.
    """

    batches: tuple[Batch, ...] = ()
    targets: pd.DataFrame | None = None
    arrivals: pd.DataFrame | None = None


NOTHING_PAST = Past()


class View(Chronicle):
    """The state after one batch.  It never changes, so every answer is worked out once and kept."""

    def __init__(
        self,
        batch: Batch,
        today: datetime.date,
        records: pd.DataFrame,
        measurements: pd.DataFrame,
        past: Past = NOTHING_PAST,
    ) -> None:
        """``records`` and ``measurements`` are the books' answers for ``batch``; ``today`` dates the judgements."""
        self.batch = batch
        self.today = today
        self.programme = programme_of(records)
        self._measured = published(self.programme, measurements_of(measurements))
        self._past = past

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
        self,
        area: str = "",
        indicator: str = "",
        benchmark: str = "",
        source: str = "",
        comparable: bool = False,
        against: str = "",
        period: str = "",
        other_period: bool = False,
    ) -> list[Comparison]:
        """Where the followed areas, or any one area, stand against their benchmarks.

        ``source`` keeps those that rest on its figures, ``comparable`` those whose benchmark has a value at all,
        ``against`` those with another *area*, with the area itself *earlier* or with a *standard*.  ``period`` takes
        the areas' figures of that period, not the latest; ``other_period`` sets figures against those of another
        period where a benchmark has none of the same.  Refused for a period that cannot be read.
        """
        followed = not area or area in self.programme.profile.areas
        areas = self.programme.profile.areas if followed else (area,)
        if followed and not period and not other_period:
            found = self._followed
        else:
            found = self._judge(areas, _period(period) if period else None, other_period)
        return [
            row
            for row in found
            if _is(row.area, area)
            and _is(row.indicator, indicator)
            and _is(row.benchmark, benchmark)
            and _is(row.against, against)
            and (not source or source in row.sources)
            and (not comparable or row.benchmark_value is not None)
        ]

    def flags(self, **asked: Any) -> Flags:
        """How many of some ``comparisons`` were tested, and how many of these chance alone would flag."""
        return Flags.of(self.comparisons(**asked))

    def waves(self, indicator: str = "", area: str = "") -> list[Wave]:
        """What the waves of surveys found."""
        series = self.programme.series_of(indicator) if indicator else ""
        return [row for row in self._waves if _is(row.indicator, series) and _is(row.area, area)]

    def beside(self, indicator: str) -> str:
        """The indicator to be read beside one, whichever of the two names the other; empty where there is none."""
        indicators = self.programme.indicators
        named_by = (one.id for one in indicators.values() if one.beside == indicator)
        return indicators[indicator].beside or next(named_by, "")

    def progress(self, indicator: str = "", objective: str = "") -> list[Progress]:
        """How far each indicator of the programme has come."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._progress
            if _is(row.indicator, indicator) and _is(indicators[row.indicator].objective, objective)
        ]

    def trends(self, indicator: str = "", area: str = "") -> list[Trend]:
        """Whether each indicator has really changed, in the followed areas or any one area."""
        found = self._trends if not area or area in self.programme.profile.areas else self._changes_in([area])
        return [row for row in found if _is(row.indicator, indicator) and _is(row.area, area)]

    def prospects(self, indicator: str = "", objective: str = "") -> list[Prospect]:
        """How likely each indicator of the programme meets its target."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._prospects
            if _is(row.indicator, indicator) and _is(indicators[row.indicator].objective, objective)
        ]

    def target_changes(self, indicator: str = "") -> list[TargetChange]:
        """How targets were changed since the beginning, oldest first."""
        return [row for row in self._target_changes if _is(row.indicator, indicator)]

    def rankings(self, indicator: str = "", source: str = "") -> list[Ranking]:
        """The order of the areas of each group that has values for three or more of them."""
        return [row for row in self._rankings if _is(row.indicator, indicator) and _is(row.source, source)]

    @cached_property
    def peers(self) -> list[Peers]:
        """Which areas of each of its groups are most like the programme's area, and by what."""
        return compare.peers(self.programme, self._measured, self.programme.area.id, self.today)

    @cached_property
    def indices(self) -> list[IndexResult]:
        """Each index of several indicators, with what becomes of it when it is made otherwise."""
        return compare.indices(self.programme, self._measured, self.today)

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

    @cached_property
    def outliers(self) -> list[Outlier]:
        """Stored values far from those before them."""
        return quality.outliers(self.programme, self._measured)

    def readiness(self, indicator: str = "", objective: str = "") -> list[Readiness]:
        """What each indicator, of the context too, has and lacks to be followed and read."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._readiness
            if _is(row.indicator, indicator) and _is(indicators[row.indicator].objective, objective)
        ]

    def dues(self, owner: str = "") -> list[Due]:
        """The values that are owed, and those of the periods under way."""
        return [row for row in self._dues if _is(row.owner, owner)]

    @cached_property
    def unscheduled(self) -> list[Unscheduled]:
        """The series whose next value has no day."""
        return quality.unscheduled(self.programme, self._measured, self.today)

    def coverage(self) -> list[Coverage]:
        """What became of each period's value, of the series with an agreed frequency."""
        return self._coverage

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
            if row.area == area
            and (row.against == "area" and row.benchmark in widest)
            and indicators[row.indicator].direction != "neither"
        ]

    @cached_property
    def _progress(self) -> list[Progress]:
        return compare.progress(self.programme, self._measured, self.programme.area.id, self.today)

    @cached_property
    def _trends(self) -> list[Trend]:
        return self._changes_in(self.programme.profile.areas)

    @cached_property
    def _prospects(self) -> list[Prospect]:
        return compare.prospects(self.programme, self._measured, self.programme.area.id, self.today)

    @cached_property
    def _waves(self) -> list[Wave]:
        return compare.waves(self.programme, self._measured)

    @cached_property
    def _target_changes(self) -> list[TargetChange]:
        if self._past.targets is None:
            return []
        rows = zip(self._past.targets["from_batch"], self._past.targets["cells"], strict=True)
        versions = [compare.Version(int(batch), Target(**json.loads(cells))) for batch, cells in rows]
        return compare.target_changes(self.programme, versions, self._past.batches)

    @cached_property
    def _readiness(self) -> list[Readiness]:
        return quality.readiness(self.programme, self._measured)

    @cached_property
    def _dues(self) -> list[Due]:
        return quality.dues(self.programme, self._measured, self.today)

    @cached_property
    def _coverage(self) -> list[Coverage]:
        return quality.coverage(self.programme, self._measured, self._days, self.today)

    @cached_property
    def _days(self) -> dict[tuple[str, str, str], datetime.date]:
        if self._past.arrivals is None:
            return {}
        return {
            (indicator, area, when): day for indicator, area, when, day in self._past.arrivals.itertuples(index=False)
        }

    @cached_property
    def _rankings(self) -> list[Ranking]:
        return compare.rankings(self.programme, self._measured, self.today)

    def _changes_in(self, areas: Sequence[str]) -> list[Trend]:
        return compare.trends(self.programme, self._measured, areas, self.today)

    def _judge(self, areas: Sequence[str], when: Period | None = None, other_period: bool = False) -> list[Comparison]:
        return compare.comparisons(self.programme, self._measured, areas, self.today, when, other_period)


def _period(text: str) -> Period:
    try:
        return parse(text)
    except ValueError as fault:
        raise Refused("error.period_unreadable", text=text) from fault


def _is(value: str, wanted: str) -> bool:
    return not wanted or value == wanted
