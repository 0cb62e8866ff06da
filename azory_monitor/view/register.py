"""What follows from the register: who works with whom, what there is, who pays."""

from functools import cached_property

from azory_monitor import partnership
from azory_monitor.model.partnership import Cooperation, FundingState, Participation, ResourceMap
from azory_monitor.view.held import Held


class Register(Held):
    """Answers about what was entered once and counts everywhere."""

    @cached_property
    def cooperation(self) -> Cooperation:
        """Who works with whom."""
        return partnership.cooperation(self.programme, self.today)

    @cached_property
    def participation(self) -> Participation:
        """Who takes part, and how steadily."""
        return partnership.attendance(self.programme, self.today)

    @cached_property
    def resource_map(self) -> ResourceMap:
        """What each institution has to bring in, and what is looked for."""
        return partnership.resource_map(self.programme)

    @cached_property
    def funding(self) -> FundingState:
        """What pays for the programme, and what nothing pays for."""
        return partnership.funding(self.programme, self.today)
