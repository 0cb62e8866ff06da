"""What readers do not see, and why."""

from typing import Literal

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.verdicts import Verdict

Why = Literal["small", "linked", "earlier", "correction"]
"""*small*: too few people; *linked*: a hidden number could be worked out from it; *earlier*: it was hidden in an
earlier state and has not changed; *correction*: it differs from the number last shown by too few people."""


class Entered(Verdict):
    """A measurement as it was handed in; ``why`` says why readers do not see it."""

    row: Measurement
    why: Why


class EnteredCell(Verdict):
    """The same of a number in another table: who came to an activity, a baseline, a target."""

    table: str
    key: str
    column: str
    value: float
    why: Why
