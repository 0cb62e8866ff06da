"""The status that figures, baseline and target give: met first, then lost, then late, then the straight path."""

from dataclasses import dataclass
from datetime import date

from azory_monitor.compare.figure import Figure
from azory_monitor.compare.outlook.goal import Goal
from azory_monitor.model.verdicts import Status, StatusReason
from azory_monitor.period import Period

Judged = tuple[Status, StatusReason]

ROUNDING = 1e-9
"""How far a share may fall short of the expected one by the rounding of the arithmetic alone."""


@dataclass(frozen=True)
class Path:
    """An indicator with a target and at least one dated figure.

    ``goal`` is None where the target contradicts itself; ``start`` and ``due`` are None where baseline or target have
    no date.  ``earlier`` are the figures before the ``latest``, in order of time.
    """

    goal: Goal | None
    every_year: bool
    baseline: float | None
    start: Period | None
    due: Period | None
    latest: Figure
    earlier: tuple[Figure, ...]

    @property
    def is_consistent(self) -> bool:
        """Whether the target makes sense and lies after its baseline."""
        return self.goal is not None and is_ahead(self.start, self.due)

    @property
    def share(self) -> float | None:
        """The part of the way covered; None where there is no way, no start, or only a bound to judge by."""
        if self.goal is None or self.baseline is None or self.latest.value is None or not self.latest.is_exact:
            return None
        return self.goal.share(self.baseline, self.latest.value)

    @property
    def expected_share(self) -> float | None:
        """The part of the time from the end of the baseline's period to the end of the target's, at most 1."""
        if self.start is None or self.due is None or not self.is_consistent or self.every_year:
            return None
        passed = self.latest.period.year_fraction - self.start.year_fraction
        return min(max(passed / (self.due.year_fraction - self.start.year_fraction), 0.0), 1.0)

    @property
    def starts_met(self) -> bool:
        """Whether the baseline already meets the target."""
        return self.goal is not None and self.baseline is not None and self.goal.met(self.baseline)

    @property
    def was_met(self) -> bool:
        """Whether the target was met before the latest figure, but not before the baseline."""
        since = [figure for figure in self.earlier if self.start is None or figure.period >= self.start]
        return self.starts_met or any(self.goal is not None and self.goal.met_by(figure) is True for figure in since)

    @property
    def is_away(self) -> bool:
        """Whether the latest figure is surely further from the target than the baseline."""
        if self.goal is None or self.baseline is None:
            return False
        return all(self.goal.is_away(self.baseline, end) for end in (self.latest.least, self.latest.most))


def is_ahead(start: Period | None, due: Period | None) -> bool:
    """Whether a target lies after its baseline, as far as both are dated."""
    return start is None or due is None or start < due


def judge(path: Path, today: date) -> Judged:
    """The status on a day, and its reason where there is more to say than the shares do."""
    if path.goal is None or not path.is_consistent:
        return "cannot_tell", "target_inconsistent"
    if path.latest.value is None:
        return "cannot_tell", "hidden"
    met = path.goal.met_by(path.latest)
    if met is None:
        return "cannot_tell", "inexact"
    if met:
        return "achieved", "met_at_baseline" if path.starts_met else ""
    return ("behind", "") if path.every_year else _not_met(path, today)


def _not_met(path: Path, today: date) -> Judged:
    if path.was_met:
        return "lost", ""
    if path.start is not None and path.latest.period <= path.start:
        return "cannot_tell", "only_baseline"
    if path.due is not None and path.due.end is not None and path.due.end < today:
        return "behind", "date_passed"
    if path.baseline is None:
        return "cannot_tell", "no_baseline"
    if path.is_away:
        return "moving_away", ""
    return _on_the_way(path)


def _on_the_way(path: Path) -> Judged:
    if path.due is None:
        return "cannot_tell", "no_target_period"
    if path.expected_share is None:
        return "cannot_tell", "no_baseline"
    if not path.latest.is_exact:
        return "cannot_tell", "inexact"
    return "behind" if path.share is None or path.share < path.expected_share - ROUNDING else "on_course", ""
