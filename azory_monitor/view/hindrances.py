"""What stands in the way, since when, what changed, and what nobody has looked at."""

import datetime
from typing import Self

from azory_monitor import barriers
from azory_monitor.model.hindrance import ActionGap, Hindrance, HindranceChanges, Stalled
from azory_monitor.model.register import Activity
from azory_monitor.once import once
from azory_monitor.view.held import fits
from azory_monitor.view.outlook import Outlook


class Hindrances(Outlook):
    """Answers about barriers."""

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
            if fits(row.theme, theme)
            and fits(row.state, state)
            and fits(row.owner, owner)
            and fits(row.decides, decides)
            and (not objective or objective in row.objectives)
            and (not indicator or indicator in row.indicators)
        ]

    def hindrance_changes(
        self, meeting: str = "", since: datetime.date | None = None, earlier: Self | None = None
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

    @once
    def meetings(self) -> list[Activity]:
        """The meetings of the local group that were held on a known day, the last one first."""
        return barriers.meetings(self.programme, self.today)

    @once
    def stalled(self) -> list[Stalled]:
        """Indicators that do not move as they should and that no barrier explains."""
        return barriers.stalled(self.programme, self._progress)

    @once
    def action_gaps(self) -> list[ActionGap]:
        """What actions lack: a responsible unit, an outcome, an indicator, a barrier."""
        return barriers.action_gaps(self.programme)

    @once
    def _hindrances(self) -> list[Hindrance]:
        return barriers.hindrances(self.programme, self.today)
