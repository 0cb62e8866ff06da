"""What the chronicle answers of one state; the view is one of these, and brings what was judged elsewhere."""

import datetime
from functools import cached_property

from azory_monitor.chronicle.challenges import challenges, matrix, without_outcome
from azory_monitor.chronicle.glossary import find_terms
from azory_monitor.chronicle.journey import by_year, journey, steps
from azory_monitor.model.chronicle import Cell, Entry, FoundTerms, Journey, Met, Steps, Unplaced
from azory_monitor.model.outlook import TargetChange
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress


class Chronicle:
    """Answers about the road so far.  A state never changes, so each is worked out once and kept."""

    programme: Programme
    today: datetime.date

    def progress(self) -> list[Progress]:
        """How far each indicator has come; the view knows."""
        raise NotImplementedError

    def target_changes(self) -> list[TargetChange]:
        """How targets were changed; the view knows."""
        raise NotImplementedError

    @cached_property
    def journey(self) -> Journey:
        """What happened and what was planned, the newest first."""
        return journey(self.programme, self.today, self.target_changes())

    def entries(self, kind: str = "", action: str = "") -> list[Entry]:
        """The entries of the journey of one kind, for one action, or all."""
        return [
            entry
            for entry in self.journey.entries
            if kind in ("", entry.kind) and (not action or action in entry.actions)
        ]

    def entries_by_year(self, kind: str = "", action: str = "") -> dict[int | None, list[Entry]]:
        """The same under their years, the newest first; None for those without one."""
        return by_year(self.entries(kind, action))

    @cached_property
    def steps(self) -> list[Steps]:
        """What is recorded for each action."""
        return steps(self.programme, self.journey.entries)

    @cached_property
    def challenges(self) -> list[Met]:
        """How each challenge is met, with its indicators."""
        return challenges(self.programme, self.progress())

    @cached_property
    def matrix(self) -> list[Cell]:
        """Key actions by challenges, with what is empty."""
        return matrix(self.programme)

    @cached_property
    def without_outcome(self) -> list[Unplaced]:
        """The actions that no outcome names."""
        return without_outcome(self.programme)

    def terms(self, find: str = "") -> FoundTerms:
        """The terms of the glossary that a search finds, or all."""
        return find_terms(self.programme, find)
