"""What happened, what it met with and what the words mean: the journey, the challenges, the glossary."""

from azory_monitor import chronicle
from azory_monitor.model.chronicle import Cell, Entry, FoundTerms, Journey, Met, Steps, Unplaced
from azory_monitor.once import once
from azory_monitor.view.held import fits
from azory_monitor.view.outlook import Outlook


class Story(Outlook):
    """Answers about the way that the programme has come."""

    @once
    def journey(self) -> Journey:
        """What happened and what was planned, the newest first."""
        return chronicle.journey(self.programme, self.today, self.target_changes())

    def entries(self, kind: str = "", action: str = "") -> list[Entry]:
        """The entries of the journey of one kind, for one action, or all."""
        return [
            entry
            for entry in self.journey.entries
            if fits(entry.kind, kind) and (not action or action in entry.actions)
        ]

    def entries_by_year(self, kind: str = "", action: str = "") -> dict[int | None, list[Entry]]:
        """The same under their years, the newest first; None for those without one."""
        return chronicle.by_year(self.entries(kind, action))

    @once
    def steps(self) -> list[Steps]:
        """What is recorded for each action."""
        return chronicle.steps(self.programme, self.journey.entries)

    @once
    def challenges(self) -> list[Met]:
        """How each challenge is met, with its indicators."""
        return chronicle.challenges(self.programme, self._progress)

    @once
    def matrix(self) -> list[Cell]:
        """Key actions by challenges, with what is empty."""
        return chronicle.matrix(self.programme)

    @once
    def without_outcome(self) -> list[Unplaced]:
        """The actions that no outcome names."""
        return chronicle.without_outcome(self.programme)

    def terms(self, find: str = "") -> FoundTerms:
        """The terms of the glossary that a search finds, or all."""
        return chronicle.find_terms(self.programme, find)
