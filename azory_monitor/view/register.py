"""What follows from the register: who works with whom, what there is, who pays."""

from azory_monitor import partnership
from azory_monitor.disclosure import published_counts
from azory_monitor.model.counted import Count
from azory_monitor.model.partnership import Cooperation, FundingState, Participation, ResourceMap
from azory_monitor.once import once
from azory_monitor.view.held import Held, fits


class Register(Held):
    """Answers about what was entered once and counts everywhere."""

    def counts(self, derivation: str = "", indicator: str = "") -> list[Count]:
        """What is counted from the register, also for the indicator whose series this one shares."""
        series = self.programme.series_of(indicator) if indicator else ""
        return [
            count
            for count in published_counts(self.programme, self._counts, self._disclosed)
            if fits(count.derivation, derivation)
            and (not series or (count.indicator and self.programme.series_of(count.indicator) == series))
        ]

    @once
    def cooperation(self) -> Cooperation:
        """Who works with whom."""
        return partnership.cooperation(self.programme, self.today)

    @once
    def participation(self) -> Participation:
        """Who takes part, and how steadily."""
        return partnership.attendance(self.programme, self.today)

    @once
    def resource_map(self) -> ResourceMap:
        """What each institution has to bring in, and what is looked for."""
        return partnership.resource_map(self.programme)

    @once
    def funding(self) -> FundingState:
        """What pays for the programme, and what nothing pays for."""
        return partnership.funding(self.programme, self.today)
