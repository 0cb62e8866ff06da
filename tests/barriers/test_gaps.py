"""Indicators that stand still with no barrier known, and actions that lack a unit, an outcome, an indicator."""

import pytest

from azory_monitor.barriers import action_gaps, stalled
from azory_monitor.model.verdicts import Progress
from tests.barriers.drawn import register

OUTCOMES = """
id  | actions
out | walk
"""


def progress(**statuses):
    return [Progress(indicator=id, area="hill", status=status) for id, status in statuses.items()]


@pytest.mark.parametrize(
    ("status", "told"),
    [("behind", True), ("moving_away", True), ("lost", True), ("no_data", True)]
    + [(status, False) for status in ("achieved", "on_course", "no_target", "not_started", "cannot_tell")],
)
def test_what_does_not_move_as_it_should_is_stalled(status, told):
    found = stalled(register(), progress(trees=status))
    assert [(one.indicator, one.status) for one in found] == ([("trees", status)] if told else [])


@pytest.mark.parametrize(
    ("barrier", "indicator", "told"),
    [
        ("id|indicators\nb|trees", "trees", False),
        ("id|actions\nb|walk", "walks", False),
        ("id|indicators\nb|talks", "visits", False),
        ("id|indicators|state\nb|trees|eased", "trees", False),
        ("id|indicators|state\nb|trees|closed", "trees", True),
        ("id|indicators\nb|walks", "trees", True),
    ],
)
def test_a_barrier_that_stands_explains_it_by_itself_by_its_action_or_by_a_shared_series(barrier, indicator, told):
    found = stalled(register(barrier), progress(**{indicator: "behind"}))
    assert bool(found) is told


def test_each_action_tells_what_it_lacks():
    found = {one.action: one for one in action_gaps(register("id|actions\nb|walk", outcomes=OUTCOMES))}
    assert set(found) == {"talk", "books"}
    assert found["talk"].responsible and found["talk"].outcome and found["talk"].barrier
    assert not found["talk"].indicator and found["books"].indicator


def test_without_outcomes_no_action_is_said_to_be_in_none():
    assert not any(one.outcome for one in action_gaps(register()))
