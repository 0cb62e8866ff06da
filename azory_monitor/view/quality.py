"""How good the data are: what can be followed, what is owed, what came in, what looks odd."""

import datetime

from azory_monitor import compare, quality
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.quality import Coverage, Due, Outlier, Readiness, Unscheduled
from azory_monitor.once import once
from azory_monitor.view.held import Held, fits
from azory_monitor.view.state import Asked


class Quality(Held):
    """Answers about the data themselves."""

    def readiness(self, indicator: str = "", objective: str = "") -> list[Readiness]:
        """What each indicator, of the context too, has and lacks to be followed and read."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._readiness
            if fits(row.indicator, indicator) and fits(indicators[row.indicator].objective, objective)
        ]

    def dues(self, owner: str = "") -> list[Due]:
        """The values that are owed, and those of the periods under way."""
        return [row for row in self._dues if fits(row.owner, owner)]

    @once
    def unscheduled(self) -> list[Unscheduled]:
        """The series whose next value has no day."""
        return self._by_indicator(
            "unscheduled", lambda asked: quality.unscheduled(self.programme, self._looked_for(asked), self.today)
        )

    def coverage(self) -> list[Coverage]:
        """What became of each period's value, of the series with an agreed frequency."""
        return self._coverage

    @once
    def outliers(self) -> list[Outlier]:
        """Stored values far from those before them."""
        return self._by_indicator("outliers", lambda asked: quality.outliers(self.programme, self._looked_for(asked)))

    @once
    def _readiness(self) -> list[Readiness]:
        return self._by_indicator("readiness", self._judge_readiness)

    def _judge_readiness(self, indicators: Asked) -> list[Readiness]:
        rows = self._rows(lambda figures: self._to_be_ready(figures, indicators))
        return quality.readiness(self.programme, rows)

    @once
    def _dues(self) -> list[Due]:
        return self._by_indicator(
            "dues", lambda asked: quality.dues(self.programme, self._looked_for(asked), self.today)
        )

    @once
    def _coverage(self) -> list[Coverage]:
        return self._by_indicator(
            "coverage",
            lambda asked: quality.coverage(self.programme, self._looked_for(asked), self._days, self.today),
        )

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The areas where values are owed, awaited and looked at for leaps; empty where it is all that have any.

        In a large state it is the followed ones, what they are compared with, and those with a target.
        """
        if not self.is_large:
            return ()
        aimed = (target.area for target in self.programme.targets.values())
        found = (*compare.whole_lines(self.programme, self.programme.profile.areas), *aimed)
        return tuple(one for one in self.programme.areas if one in set(found))

    def _looked_for(self, indicators: Asked) -> list[Measurement]:
        """The figures of some indicators, or of all, where values are owed."""
        areas = set(self.looked_in)
        if not areas:
            return self._measured
        found = self._rows(lambda figures: self._within(figures, areas, indicators))
        return [row for row in found if row.area in areas]

    @once
    def _days(self) -> dict[tuple[str, str, str], datetime.date]:
        arrivals = self._figures.arrivals(self.looked_in or tuple(self.programme.areas))
        if arrivals is None:
            return {}
        return {(indicator, area, when): day for indicator, area, when, day in arrivals.itertuples(index=False)}
