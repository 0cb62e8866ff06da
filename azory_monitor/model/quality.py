"""What the monitor concludes of its own data: what can be followed, what is due, what has come in, what looks odd."""

import datetime
from typing import Literal

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.verdicts import Verdict

Need = Literal["definition", "unit", "direction", "source", "frequency", "baseline", "target", "two_measurements"]
DueState = Literal["late", "due", "coming"]
CellState = Literal["in", "in_late", "late", "due", "hidden", "no_value", "not_due"]


class Readiness(Verdict):
    """Whether an indicator can be monitored and interpreted: what it has and what it lacks of all that it needs."""

    indicator: str
    area: str
    has: tuple[Need, ...]
    lacks: tuple[Need, ...]

    @property
    def ready(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacks


class Due(Verdict):
    """A value that is owed: of which indicator, for which period, by whom, since when.

    *late*: its day has passed; *due*: its period is over, its day has not passed; *coming*: its period is not over.
    ``earlier`` counts further values of the series that are owed for the periods before it, from ``since`` on.
    """

    indicator: str
    area: str
    period: str
    owner: str
    """An institution's id; empty where nobody was named."""
    due_on: datetime.date
    state: DueState
    days_late: int = 0
    earlier: int = 0
    since: str = ""
    last: Measurement | None = None


class Unscheduled(Verdict):
    """A series whose next value has no day, because nobody agreed how often it is measured, or it has no rhythm.

    ``period`` is what a template asks for: the last whole year, empty where something is known of it or later.
    """

    indicator: str
    area: str
    owner: str
    frequency: Literal["", "irregular", "once"]
    period: str = ""
    last: Measurement | None = None


class Cell(Verdict):
    """What became of the value of one period."""

    period: str
    state: CellState
    received: datetime.date | None = None
    """When it came in, where it came after the programme was seeded."""
    days_late: int = 0


class Coverage(Verdict):
    """The periods of one series in order, each with what became of its value."""

    indicator: str
    area: str
    owner: str
    cells: tuple[Cell, ...]

    @property
    def complete(self) -> float | None:
        """The part of the values owed so far that have come in; None where none was owed yet."""
        owed = [cell for cell in self.cells if cell.state in ("in", "in_late", "late", "hidden", "no_value")]
        there = [cell for cell in owed if cell.state in ("in", "in_late", "hidden")]
        return len(there) / len(owed) if owed else None

    @property
    def timeliness(self) -> float | None:
        """The part of the values whose day of arrival is known that came in time; None where it is known of none."""
        known = [cell for cell in self.cells if cell.received is not None]
        return sum(1 for cell in known if not cell.days_late) / len(known) if known else None


class Outlier(Verdict):
    """A stored value that lies far from those before it in its series."""

    measurement: Measurement
    before: Measurement
    value: float
    before_value: float
    """As printed, or as the counts give them where no value is printed; in the indicator's unit."""
    factor: int = 0
    """10, 100 or 1000 where a slip of the unit or of the decimal mark is likely."""
