"""How far indicators have come, whether they move, whether they will get there."""

from collections.abc import Sequence

from azory_monitor import compare
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Prospect, TargetChange, Trend
from azory_monitor.model.programme import Indicator, Target
from azory_monitor.model.verdicts import Progress
from azory_monitor.once import once
from azory_monitor.view.held import Held, fits
from azory_monitor.view.known import published
from azory_monitor.view.state import Asked


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
        is_followed = not area or area in self.programme.profile.areas
        found = self._trends if is_followed else self._changes_in([area], self._sharing(indicator))
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
        area = self.programme.area.id
        return self._by_indicator(
            "progress", lambda asked: compare.progress(self.programme, self._own(asked), area, self.today)
        )

    @once
    def _trends(self) -> list[Trend]:
        areas = self.programme.profile.areas
        return self._by_indicator("trends", lambda asked: self._changes_in(areas, asked))

    @once
    def _prospects(self) -> list[Prospect]:
        area = self.programme.area.id
        return self._by_indicator(
            "prospects", lambda asked: compare.prospects(self.programme, self._own(asked), area, self.today)
        )

    @once
    def _target_changes(self) -> list[TargetChange]:
        versions = [published(Target.table, one, self._disclosed.known) for one in self._past.targets]
        return compare.target_changes(self.programme, versions)

    def _changes_in(self, areas: Sequence[str], indicators: Asked = None) -> list[Trend]:
        """The trends in some areas; at least those of some indicators, where these are named."""
        rows = self._rows(lambda figures: self._within(figures, areas, indicators))
        return compare.trends(self.programme, rows, areas, self.today)

    def _own(self, indicators: Asked) -> list[Measurement]:
        """At least the figures of some indicators in the programme's area."""
        return self._rows(lambda figures: self._within(figures, [self.programme.area.id], indicators))
