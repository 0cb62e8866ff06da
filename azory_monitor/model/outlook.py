"""What the monitor concludes of time: whether a change is real, and whether a target will be met."""

import datetime
from typing import Literal

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Operator, Target
from azory_monitor.model.verdicts import Verdict

Movement = Literal["improving", "worsening", "rising", "falling", "within_noise", "too_few", "cannot_tell"]
TrendMethod = Literal["", "chi_squared_trend", "poisson_trend", "mann_kendall", "two_periods"]
TrendReason = Literal[
    "",
    "no_measurement",
    "undated_only",
    "counts_not_given",
    "spread_not_given",
    "hidden",
    "inexact",
    "no_test",
    "other_season",
]
ProspectReason = Literal[
    "",
    "target_not_set",
    "no_target_period",
    "date_passed",
    "target_inconsistent",
    "no_measurement",
    "already_measured",
    "too_few",
    "no_scatter",
    "hidden",
    "inexact",
]


class Trend(Verdict):
    """Whether an indicator of an area has really changed over its points since the last break.

    ``change`` is what the method says of the change from ``first_period`` to ``last_period`` in the indicator's unit,
    with its 95 % interval where the method gives one; ``slope`` the same by year.  ``clear`` says that it is outside
    what chance brings at 99.8 %, not only at 95 %.  ``points`` counts what the verdict rests on.
    Reason *counts_not_given*, *spread_not_given*: with them, fewer than five points could be judged; *no_test*: there
    is no test for this kind of measure; *other_season*: only one figure is of its part of the year.
    """

    indicator: str
    area: str
    movement: Movement
    reason: TrendReason = ""
    method: TrendMethod = ""
    points: int = 0
    first_period: str = ""
    last_period: str = ""
    first_value: float | None = None
    last_value: float | None = None
    change: float | None = None
    change_lower: float | None = None
    change_upper: float | None = None
    slope: float | None = None
    p: float | None = None
    """Two-sided, under no change."""
    clear: bool = False
    broken_at: str = ""
    """The first period of the definition that the points belong to, where an earlier one was left out."""
    broken_why: dict[str, str] = {}
    measurements: tuple[Measurement, ...] = ()


class Moment(Verdict):
    """Where the line through the points passes at a moment, with the band that holds four values in five."""

    at: float
    """Years of the calendar: 2018.5 is the middle of 2018."""
    expected: float
    lower: float
    upper: float


class Prospect(Verdict):
    """How likely an indicator meets its target at the target's date, if it goes on as since the baseline.

    ``chance`` lies between 0 and 1; ``expected`` is the value at that date with the band that holds four values in
    five.  Without a chance, ``reason`` says why.  ``target_period`` of a target for every year is the next year.
    Reason *already_measured*: the figure of the target's date is there; *no_scatter*: the points lie on a line, so
    that nothing is known of how far a value may lie from it.
    """

    indicator: str
    area: str
    chance: float | None = None
    expected: float | None = None
    lower: float | None = None
    upper: float | None = None
    operator: Operator = ""
    target: float | None = None
    target_upper: float | None = None
    every: Literal["", "year"] = ""
    target_period: str = ""
    state: Literal["agreed", "tentative", "not_set"] = "not_set"
    points: int = 0
    first_period: str = ""
    last_period: str = ""
    reason: ProspectReason = ""
    path: tuple[Moment, ...] = ()
    measurements: tuple[Measurement, ...] = ()


class TargetChange(Verdict):
    """One change of a target, as the batches tell it; ``effect`` says whether it became easier to meet."""

    indicator: str
    area: str
    changed: datetime.date
    by: str
    effect: Literal["set", "dropped", "easier", "harder", "other"]
    before: str
    """The former target in full: operator, value, upper, period, joined with spaces; empty where there was none."""
    after: str
    former: Target | None = None
    current: Target | None = None
    why: dict[str, str] = {}
