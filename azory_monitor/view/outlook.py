"""How far indicators have come, whether they move, whether they will get there."""

from collections.abc import Sequence

from azory_monitor import compare
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Prospect, TargetChange, Trend
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.verdicts import Progress
from azory_monitor.once import once
from azory_monitor.view.figures import Narrow
from azory_monitor.view.held import Held, fits
from azory_monitor.view.known import published


class Outlook(Held):
    """Answers about time."""

    def progress(self, indicator: str = "", objective: str = "") -> list[Progress]:
        """How far each indicator of the programme has come."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._progress
            if fits(row.indicator, indicator) and fits(indicators[row.indicator].objective, objective)
        ]

    def trends(self, indicator: str = "", area: str = "") -> list[Trend]:
        """Whether each indicator has really changed, in the followed areas or any one area."""
        found = (
            self._trends if not area or area in self.programme.profile.areas else self._changes_in([area], indicator)
        )
        return [row for row in found if fits(row.indicator, indicator) and fits(row.area, area)]

    def prospects(self, indicator: str = "", objective: str = "") -> list[Prospect]:
        """How likely each indicator of the programme meets its target."""
        indicators = self.programme.indicators
        return [
            row
            for row in self._prospects
            if fits(row.indicator, indicator) and fits(indicators[row.indicator].objective, objective)
        ]

    def target_changes(self, indicator: str = "") -> list[TargetChange]:
        """How targets were changed since the beginning, oldest first."""
        return [row for row in self._target_changes if fits(row.indicator, indicator)]

    def target_effect(self, indicator: Indicator, former: Target | None, current: Target | None) -> str:
        """What it does to a target to become another: set, dropped, easier, harder, other; empty for the same."""
        return compare.target_effect(indicator, former, current)

    @once
    def _progress(self) -> list[Progress]:
        return compare.progress(self.programme, self._own, self.programme.area.id, self.today)

    @once
    def _trends(self) -> list[Trend]:
        return self._changes_in(self.programme.profile.areas)

    @once
    def _prospects(self) -> list[Prospect]:
        return compare.prospects(self.programme, self._own, self.programme.area.id, self.today)

    @once
    def _target_changes(self) -> list[TargetChange]:
        versions = [published(Target.table, one, self._disclosed.known) for one in self._past.targets]
        return compare.target_changes(self.programme, versions)

    def _changes_in(self, areas: Sequence[str], indicator: str = "") -> list[Trend]:
        """The trends in some areas; at least that of one indicator, where one is named."""
        rows = self._rows(lambda figures: self._following(figures, areas, indicator))
        return compare.trends(self.programme, rows, areas, self.today)

    def _following(self, figures: Narrow, areas: Sequence[str], indicator: str) -> list[Measurement]:
        if indicator not in self.programme.indicators:
            return self._within(figures, areas)
        series = compare.sharing(self.programme, {self.programme.series_of(indicator)})
        return figures.along((one, area) for one in series for area in areas)

    @property
    def _own(self) -> list[Measurement]:
        """At least the figures of the programme's area."""
        return self._rows(lambda figures: self._within(figures, [self.programme.area.id]))
