"""Where areas stand: comparisons, orders, likeness, the index of several, and figures that disagree."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from azory_monitor import compare
from azory_monitor.compare import needed
from azory_monitor.errors import Refused
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.situation import IndexResult, Peers
from azory_monitor.model.verdicts import Comparison, Conflict, Flags, Misfit, Point, Ranking, Wave
from azory_monitor.once import once
from azory_monitor.period import Period, parse
from azory_monitor.view.figures import Narrow
from azory_monitor.view.held import fits
from azory_monitor.view.reach import Reach, place_of, together
from azory_monitor.view.state import Asked


class Standing(Reach):
    """Answers about areas beside each other."""

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
            asked = self._sharing(indicator)
            found = self._judge(areas, _period(period) if period else None, other_period, asked)
        return [
            row
            for row in found
            if fits(row.area, area)
            and fits(row.indicator, indicator)
            and fits(row.benchmark, benchmark)
            and fits(row.against, against)
            and (not source or source in row.sources)
            and (not comparable or row.benchmark_value is not None)
        ]

    def flags(self, **asked: Any) -> Flags:
        """How many of some ``comparisons`` were tested, and how many of these chance alone would flag."""
        return Flags.of(self.comparisons(**asked))

    def waves(self, indicator: str = "", area: str = "") -> list[Wave]:
        """What the waves of surveys found."""
        series = self.programme.series_of(indicator) if indicator else ""
        found = self._waves if not series else compare.waves(self.programme, self.measurements(indicator, area))
        return [row for row in found if fits(row.indicator, series) and fits(row.area, area)]

    def beside(self, indicator: str) -> str:
        """The indicator to be read beside one, whichever of the two names the other; empty where there is none."""
        indicators = self.programme.indicators
        named_by = (one.id for one in indicators.values() if one.beside == indicator)
        return indicators[indicator].beside or next(named_by, "")

    def points(self, indicator: str, areas: Collection[str] = ()) -> list[Point]:
        """The values of one indicator in every area, or in some, as they are drawn, each with its own interval."""
        return compare.points(self.programme, self.measurements(indicator, areas=areas))

    def rankings(self, indicator: str = "", source: str = "") -> list[Ranking]:
        """The order of the areas of each group that has values for three or more of them."""
        found = self._rankings if not isinstance(self._figures, Narrow) else self._ranked(indicator, source)
        return [row for row in found if fits(row.indicator, indicator) and fits(row.source, source)]

    @once
    def peers(self) -> list[Peers]:
        """Which areas of each of its groups are most like the programme's area, and by what."""
        return compare.peers(self.programme, self._rows(self._to_liken), self.programme.area.id, self.today)

    @once
    def indices(self) -> list[IndexResult]:
        """Each index of several indicators, with what becomes of it when it is made otherwise."""
        return compare.indices(self.programme, self._rows(self._to_index), self.today)

    @once
    def compared_widely(self) -> list[Comparison]:
        """The programme's area against the widest area it lies in, by every indicator that has a better and a worse."""
        return [row for row in self._widely if row.ratio is not None]

    @once
    def uncompared(self) -> list[Comparison]:
        """Those of the same that have a value but nothing of the same period to set it against."""
        return [row for row in self._widely if row.ratio is None and row.value is not None]

    def conflicts(self, indicator: str = "") -> list[Conflict]:
        """Figures that sources give differently for the same thing."""
        series = self.programme.series_of(indicator) if indicator else ""
        return [row for row in self._conflicts if fits(row.indicator, series)]

    @once
    def _conflicts(self) -> list[Conflict]:
        return self._by_indicator("conflicts", self._find_conflicts)

    def _find_conflicts(self, indicators: Asked) -> list[Conflict]:
        rows = self._rows(lambda figures: self._disputed(figures, self.every(indicators)))
        return compare.conflicts(self.programme, rows)

    @once
    def misfits(self) -> list[Misfit]:
        """Printed figures that do not follow from their own counts."""
        return sorted(self._by_indicator("misfits", self._find_misfits), key=lambda one: place_of(one.measurement))

    def _find_misfits(self, indicators: Asked) -> list[Misfit]:
        per = {one: self.programme.indicators[one].per or 1.0 for one in self.every(indicators)}
        return compare.misfits(self.programme, self._rows(lambda figures: figures.unlike(per)))

    @once
    def _followed(self) -> list[Comparison]:
        areas = self.programme.profile.areas
        return self._by_indicator("followed", lambda asked: self._judge(areas, indicators=asked))

    @once
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

    @once
    def _waves(self) -> list[Wave]:
        asked = [one.id for one in self.programme.indicators.values() if one.question]
        return compare.waves(self.programme, self._rows(lambda figures: figures.of(asked)))

    @once
    def _rankings(self) -> list[Ranking]:
        return compare.rankings(self.programme, self._measured, self.today)

    def _ranked(self, indicator: str, source: str) -> Iterator[Ranking]:
        """The rankings by an indicator, else by each that a source tells of, else by each; one at a time."""
        told = {self.programme.series_of(one) for one, said in self._told if fits(said, source)}
        asked = [indicator] if indicator else [one for one in self.programme.indicators]
        for one in asked:
            series = self.programme.series_of(one)
            if series in told:
                rows = self._rows(lambda figures, series=series: figures.of(needed.sharing(self.programme, {series})))
                yield from (row for row in compare.rankings(self.programme, rows, self.today) if row.indicator == one)

    def _disputed(self, figures: Narrow, indicators: Collection[str]) -> list[Measurement]:
        """Series of which sources say different things, and those where what was handed in stands beside a count."""
        return together(figures.disputed(indicators), figures.along(self._counted_series))

    def _judge(
        self,
        areas: Sequence[str],
        when: Period | None = None,
        other_period: bool = False,
        indicators: Asked = None,
    ) -> list[Comparison]:
        """Comparisons of some areas; at least those by some indicators, where these are named."""
        rows = self._rows(lambda figures: self._to_compare(figures, areas, when, other_period, indicators))
        return compare.comparisons(self.programme, rows, areas, self.today, when, other_period)


def _period(text: str) -> Period:
    try:
        return parse(text)
    except ValueError as fault:
        raise Refused("error.period_unreadable", text=text) from fault
