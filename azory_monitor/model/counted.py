"""What follows from the register: counts of its entries, and which entries stand behind each."""

from typing import Literal

from azory_monitor.model.verdicts import Verdict


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


class Count(Verdict):
    """One figure of the register with everything behind it; ``tallies`` are in order of time, undated last.

    Reason *nothing_recorded*: no entry meets the conditions; *nothing_of_whole*: a share of nothing.
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
    reason: Literal["", "nothing_recorded", "nothing_of_whole", "currencies_differ"] = ""
