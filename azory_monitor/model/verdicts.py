"""What the monitor concludes, as frozen results that page, sentence, chart, export and command line all read."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Operator

Standing = Literal["better", "worse", "higher", "lower", "no_clear_difference", "cannot_tell"]
Side = Literal["", "better", "worse"]
Method = Literal[
    "",
    "newcombe_rest",
    "newcombe",
    "exact_conditional_rest",
    "exact_conditional",
    "welch",
    "own_interval",
    "rates_only",
]
Reason = Literal[
    "",
    "counts_not_given",
    "no_value",
    "no_benchmark_value",
    "other_period",
    "undated_elsewhere",
    "other_definition",
    "hidden",
    "too_few",
    "inexact",
    "no_test",
    "spread_not_given",
]
Status = Literal[
    "achieved", "on_course", "behind", "moving_away", "lost", "no_target", "no_data", "not_started", "cannot_tell"
]
StatusReason = Literal[
    "",
    "target_not_set",
    "target_tentative",
    "no_measurement",
    "undated_only",
    "action_not_started",
    "no_baseline",
    "no_target_period",
    "met_at_baseline",
    "date_passed",
    "target_inconsistent",
    "by_hand",
    "hidden",
    "inexact",
    "no_full_year",
    "only_baseline",
]


Withheld = Literal["baseline", "target"]


class Verdict(BaseModel):
    """Base of all results."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Comparison(Verdict):
    """Where an area stands against one benchmark.

    ``value`` and ``benchmark_value`` are in the indicator's unit, computed from counts where counts are given.
    ``difference`` is area minus what it was tested against: the *rest* of the benchmark where the area is part of
    it (``rest_value``, ``tested_against``), else the benchmark itself; its limits are the 95 % interval.
    ``ratio`` and ``published_difference`` set the area against the benchmark as published.
    ``side`` says whether the difference lies in the good or the bad direction, whatever is known of chance.
    Reason *inexact*: a figure is only a bound ("less than 6 %") that does not decide; *no_test*: there is no test for
    this kind of measure; *too_few*: an average would rest on fewer than two other areas; *spread_not_given*: a mean
    without its standard deviation.
    """

    indicator: str
    area: str
    period: str
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    qualifier: str = ""
    benchmark: str
    against: Literal["area", "earlier", "standard"] = "area"
    """What ``benchmark`` is the id of: another area or a group, the same area earlier, a fixed standard."""
    benchmark_period: str = ""
    """The period of the benchmark's figure where it is another one than ``period``."""
    benchmark_value: float | None = None
    benchmark_lower: float | None = None
    benchmark_upper: float | None = None
    benchmark_numerator: float | None = None
    benchmark_denominator: float | None = None
    members: tuple[str, ...] = ()
    """The areas whose plain mean the benchmark is, where it is one."""
    tested_against: Literal["", "rest", "benchmark"] = ""
    rest_value: float | None = None
    difference: float | None = None
    difference_lower: float | None = None
    difference_upper: float | None = None
    published_difference: float | None = None
    ratio: float | None = None
    ratio_lower: float | None = None
    ratio_upper: float | None = None
    """Limits of the ratio to what was tested against, where a method gives them."""
    method: Method = ""
    standing: Standing = "cannot_tell"
    side: Side = ""
    clear: bool = False
    reason: Reason = ""
    worked_out: bool = False
    """A numerator is no count of the source's: it was worked out from a survey's share and the number asked."""
    sources: tuple[str, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    """What the verdict rests on, the area's own first."""

    @property
    def is_tested(self) -> bool:
        """Whether a test stands behind it, so that chance alone may have flagged it."""
        return self.tested_against != "" and self.standing != "cannot_tell"


class Flags(Verdict):
    """How many of some comparisons were tested, and how many would be flagged by chance if nothing differed."""

    tested: int
    expected: float
    expected_clear: float

    @classmethod
    def of(cls, comparisons: Iterable[Comparison]) -> "Flags":
        """One in twenty of the tested ones is outside a 95 % interval, one in five hundred outside a 99.8 % one."""
        tested = sum(one.is_tested for one in comparisons)
        return cls(tested=tested, expected=0.05 * tested, expected_clear=0.002 * tested)


class Wave(Verdict):
    """What one wave of a survey found: how many were asked, which share answered so, and its 95 % interval.

    ``lower`` and ``upper`` are None where the number asked is not given; everything is None where it is hidden.
    """

    indicator: str
    area: str
    period: str
    source: str = ""
    asked: float | None = None
    share: float | None = None
    lower: float | None = None
    upper: float | None = None
    worked_out: bool = False
    hidden: bool = False
    measurement: Measurement


class Point(Verdict):
    """One value of a series, from its counts where they are given, with its own 95 % interval where it has one.

    ``value`` is None where the place is kept but no value is known or may be shown; ``status`` says which.
    """

    indicator: str
    area: str
    period: str
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    qualifier: str = ""
    status: str = ""
    source: str = ""


class Progress(Verdict):
    """How far an indicator has come from its baseline to its target.

    ``share`` is the part of the way from baseline to target, ``expected_share`` the part of the time.
    Reason *inexact*: the latest figure is only a bound that does not decide; *no_full_year*: a target for every year
    has no figure of a year that is over; *only_baseline*: nothing has been measured since the baseline.
    """

    indicator: str
    area: str
    state: Literal["agreed", "tentative", "not_set"] = "not_set"
    baseline: float | None = None
    baseline_period: str = ""
    target: float | None = None
    target_upper: float | None = None
    operator: Operator = ""
    target_period: str = ""
    every: Literal["", "year"] = ""
    latest: float | None = None
    latest_period: str = ""
    qualifier: str = ""
    share: float | None = None
    expected_share: float | None = None
    status: Status
    reason: StatusReason = ""
    computed_status: Status | None = None
    """What the figures alone say, where a person set the status by hand."""
    author: str = ""
    why: dict[str, str] = {}
    withheld: tuple[Withheld, ...] = ()
    """The ends of the way that were set and are hidden."""
    measurements: tuple[Measurement, ...] = ()


class Ranked(Verdict):
    """One area's place in a ranking; ``rank`` 1 has the highest value, equal values share a rank."""

    area: str
    value: float
    rank: int
    lower: float | None = None
    upper: float | None = None
    """The 95 % interval of the value, where its counts are given."""


class Ranking(Verdict):
    """The order of areas of one group by one indicator in one period."""

    indicator: str
    group: str
    period: str
    source: str = ""
    entries: tuple[Ranked, ...]
    missing: tuple[str, ...] = ()
    """Members of the group without a value."""


class Conflict(Verdict):
    """Two or more figures that sources give for the same thing; the first is the preferred one."""

    indicator: str
    area: str
    figures: tuple[Measurement, ...]


class Misfit(Verdict):
    """A printed figure that does not follow from its own counts."""

    measurement: Measurement
    recomputed: float
    """In the indicator's unit."""
