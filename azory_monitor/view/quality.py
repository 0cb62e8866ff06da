"""How good the data are: what can be followed, what is owed, what came in, what looks odd."""

import datetime

from azory_monitor import quality
from azory_monitor.model.quality import Coverage, Due, Outlier, Readiness, Unscheduled
from azory_monitor.once import once
from azory_monitor.view.held import Held, fits


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
        return quality.unscheduled(self.programme, self._measured, self.today)

    def coverage(self) -> list[Coverage]:
        """What became of each period's value, of the series with an agreed frequency."""
        return self._coverage

    @once
    def outliers(self) -> list[Outlier]:
        """Stored values far from those before them."""
        return quality.outliers(self.programme, self._measured)

    @once
    def _readiness(self) -> list[Readiness]:
        return quality.readiness(self.programme, self._measured)

    @once
    def _dues(self) -> list[Due]:
        return quality.dues(self.programme, self._measured, self.today)

    @once
    def _coverage(self) -> list[Coverage]:
        return quality.coverage(self.programme, self._measured, self._days, self.today)

    @once
    def _days(self) -> dict[tuple[str, str, str], datetime.date]:
        if self._past.arrivals is None:
            return {}
        return {
            (indicator, area, when): day for indicator, area, when, day in self._past.arrivals.itertuples(index=False)
        }
