"""What two states differ in: values, other entries, verdicts, targets, barriers and counts of the register."""

import datetime
from collections import Counter
from typing import Literal

from azory_monitor.model.counted import Count
from azory_monitor.model.hindrance import Change
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Trend
from azory_monitor.model.programme import Target
from azory_monitor.model.row import Cell
from azory_monitor.model.verdicts import Comparison, Progress, Verdict

ValueChange = Literal["new", "corrected", "filled", "emptied", "hidden", "shown", "described", "gone"]
"""*new*: a period that had no entry; *corrected*: another figure for the same; *filled*, *emptied*: a place that was
kept without a value now has one, and the other way round; *hidden*, *shown*: what may be shown has changed;
*described*: the same figure with another source, place or note."""

RowChange = Literal["new", "changed", "gone"]
TargetEffect = Literal["set", "dropped", "easier", "harder", "other"]
Subject = Literal["standing", "progress", "trend"]


class State(Verdict):
    """One of the two states: after which batch, taken when, judged on which day, frozen under which name."""

    batch: int
    day: datetime.date
    snapshot: str = ""


class MeasuredChange(Verdict):
    """One measurement that differs; the side on which it does not exist is None."""

    what: ValueChange
    before: Measurement | None = None
    after: Measurement | None = None

    @property
    def row(self) -> Measurement:
        """The measurement as it is in the later of the two states that has it."""
        row = self.after or self.before
        assert row is not None
        return row


class EntryChange(Verdict):
    """One row of another table that differs; ``cells`` are the changed ones by heading, old and new."""

    table: str
    key: str
    what: RowChange
    cells: dict[str, tuple[Cell | None, Cell | None]] = {}


class Turn(Verdict):
    """A verdict that is another one; None where there is none in that state.

    ``same_figures``: it rests on the same measurements before and after, so that a day, a target or a rule turned it.
    """

    subject: Subject
    indicator: str
    area: str
    before: Comparison | Progress | Trend | None = None
    after: Comparison | Progress | Trend | None = None
    same_figures: bool = False


class TargetTurn(Verdict):
    """A target that asks for something else; a target that is not set is None."""

    indicator: str
    area: str
    effect: TargetEffect
    before: Target | None = None
    after: Target | None = None


class BarrierTurn(Verdict):
    """A barrier that came, went or is in another state; an empty state is that of one not in the register."""

    barrier: str
    what: Change
    before: str = ""
    after: str = ""


class CountTurn(Verdict):
    """A figure counted from the register that is another one; None where it was not counted."""

    derivation: str
    before: Count | None = None
    after: Count | None = None


class Changes(Verdict):
    """Everything that differs between two states, from ``before`` to ``after``."""

    before: State
    after: State
    measurements: tuple[MeasuredChange, ...] = ()
    entries: tuple[EntryChange, ...] = ()
    """Of every other table, those that ``targets`` and ``barriers`` tell more about as well."""
    turns: tuple[Turn, ...] = ()
    targets: tuple[TargetTurn, ...] = ()
    barriers: tuple[BarrierTurn, ...] = ()
    counts: tuple[CountTurn, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the two states say the same."""
        found = (self.measurements, self.entries, self.turns, self.targets, self.barriers, self.counts)
        return not any(found)

    @property
    def others(self) -> tuple[EntryChange, ...]:
        """The entries that neither ``targets`` nor ``barriers`` tell of."""
        told = {("targets", f"{one.indicator} {one.area}") for one in self.targets}
        told |= {("barriers", one.barrier) for one in self.barriers}
        return tuple(one for one in self.entries if (one.table, one.key) not in told)

    @property
    def by_table(self) -> dict[str, Counter[str]]:
        """How many rows of each table are new, changed, gone; of measurements by what happened to them."""
        counted: dict[str, Counter[str]] = {}
        for one in self.measurements:
            counted.setdefault(Measurement.table, Counter())[one.what] += 1
        for entry in self.entries:
            counted.setdefault(entry.table, Counter())[entry.what] += 1
        return counted

    @property
    def by_indicator(self) -> dict[str, Counter[str]]:
        """How many values of each indicator were touched, by what happened to them."""
        counted: dict[str, Counter[str]] = {}
        for one in self.measurements:
            counted.setdefault(one.row.indicator, Counter())[one.what] += 1
        return counted
