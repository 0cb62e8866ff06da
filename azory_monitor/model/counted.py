"""What follows from the register: counts of its entries, and which entries stand behind each."""

from typing import Literal

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
