"""What follows from the register: counts of its entries, and which entries stand behind each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from azory_monitor.model.verdicts import Verdict

REGISTER = "register"
"""The source of a figure that was counted from the register; its locator is the id of the derivation."""

CountReason = Literal[
    "", "nothing_recorded", "no_numbers", "undated_only", "nothing_of_whole", "currencies_differ", "hidden"
]


class Tally(Verdict):
    """What was counted for one period; ``value`` None where nothing is recorded, which is not zero.

    ``entries`` are the ids that were counted, of activities, institutions or funding, whichever the derivation counts.
    """

    period: str
    """Empty for everything up to the day, ``undated`` for entries without a date."""
    value: float | None = None
    qualifier: str = ""
    """``about`` where an entry's own number is rough, ``at_least`` where an entry has no number."""
    entries: tuple[str, ...] = ()
    amounts: dict[str, float] = {}
    """Money by currency; empty for everything else that is counted."""
    reason: CountReason = ""


class Count(Verdict):
    """One figure of the register with everything behind it; ``tallies`` are in order of time, undated last.

    Each entry stands in one tally: that of the year in which it began, or the undated one.
    Reason *nothing_recorded*: no entry meets the conditions; *no_numbers*: some do, but none says how many or how
    much; *undated_only*: the time since entries that have no date; *nothing_of_whole*: a share of nothing;
    *currencies_differ*: ``amounts`` that cannot be added; *hidden*: too small a number of people to be shown.
    """

    derivation: str
    indicator: str = ""
    table: Literal["activities", "institutions", "funding", "indicators"]
    value: float | None = None
    qualifier: str = ""
    period: str = ""
    """The period that ``value`` is of; empty for everything up to the day."""
    entries: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    amounts: dict[str, float] = {}
    reason: CountReason = ""


OF_PEOPLE = {"attendances": "participants", "children": "children"}
"""What is counted of people, and the column of an activity that it adds up."""


class Added(NamedTuple):
    """A number of people that is the sum of those of some entries.

    ``so_far``: of everything up to the end of ``period``, which is empty for everything there is; else of the period
    alone.  ``whole`` is the derivation whose number, ``of``, it is told as a share of.
    """

    derivation: str
    period: str
    so_far: bool
    amount: float
    entries: tuple[str, ...]
    whole: str = ""
    of: float | None = None


@dataclass(frozen=True)
class People:
    """Everything that is counted of people: each sum, and which entries a derivation would count on any day.

    ``event`` names for each activity the one entry that its event is counted by.
    """

    sums: tuple[Added, ...]
    meant: Mapping[str, frozenset[str]]
    event: Mapping[str, str]
