"""However a table is written down, no figure of it is ever read as another one.

``AZORY_EXAMPLES`` files are made for each test.
"""

import math
import os

from hypothesis import HealthCheck, Phase, given, settings

from tests.intake.field import Outcome, outcome_of
from tests.intake.generated import Written, files

EXAMPLES = int(os.environ.get("AZORY_EXAMPLES", "120"))
PHASES = [phase for phase in Phase if phase is not Phase.explain]
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)


@many
@given(files())
def test_every_accepted_value_is_the_one_that_was_written(written: Written):
    for answers in ({}, written.lacks):
        outcome = outcome_of("file.csv", written.content, answers)
        assert wrong(written, outcome) == []
        assert outcome.told or len(outcome.accepted) == len(written.measured)


@many
@given(files())
def test_with_what_is_asked_answered_every_value_is_accepted(written: Written):
    answers: dict[str, str] = {}
    outcome = outcome_of("file.csv", written.content, answers)
    while set(outcome.asked) - set(answers):
        answers |= {key: written.answer(key) for key in outcome.asked}
        outcome = outcome_of("file.csv", written.content, answers)
    assert (outcome.refused, outcome.asked, wrong(written, outcome)) == ("", (), [])
    assert len(outcome.accepted) == len(written.measured), outcome.checked.problems


def wrong(written: Written, outcome: Outcome) -> list[tuple]:
    """Accepted values that are not those of the file."""
    return [(key, cell.value) for key, cell in outcome.accepted if not _is_right(written.measured.get(key), cell.value)]


def _is_right(meant: float | None, value: float) -> bool:
    return meant is not None and (value == meant or (math.isnan(value) and math.isnan(meant)))
