"""How often a change is called real where nothing changes, and whether chances come true as often as they are told.

The full numbers are those of ``benchmarks.calibration``, kept in a file that the page of methods draws; here some
series of each kind are judged anew, and the file is held to what it has to show.
"""

import json
import math

import pytest

from azory_monitor.charts.calibration import OUTCOME
from benchmarks.calibration import LENGTHS, MOVING, SEED, STILL, binned, false_alarms, told
from tests.source import PACKAGE

FOUND = json.loads((PACKAGE / "charts" / OUTCOME).read_text(encoding="utf-8"))
TIMES = 250


@pytest.mark.parametrize("kind", STILL)
def test_a_change_that_is_none_is_called_real_in_one_of_twenty_series_at_most(kind):
    found = {length: false_alarms(kind, length, TIMES, seed=7) for length in LENGTHS}
    slack = 3 * math.sqrt(0.05 * 0.95 / TIMES)
    assert max(found.values()) < 0.05 + slack
    assert sum(found.values()) / len(found) < 0.05


@pytest.mark.parametrize("kind", MOVING)
def test_chances_come_true_about_as_often_as_they_are_told(kind):
    pairs = [pair for length in LENGTHS if length > 3 for pair in told(kind, length, TIMES, seed=7)]
    for one in binned(iter(pairs)):
        slack = 3.5 * math.sqrt(0.25 / one["cases"])
        assert abs(one["told"] - one["came"]) < 0.07 + slack


def test_the_full_run_called_no_more_than_one_in_twenty_real_of_any_kind_and_length():
    assert FOUND["still_series"] >= 10_000
    assert {(one["kind"], one["points"]) for one in FOUND["false_alarms"]} == {(k, n) for k in STILL for n in LENGTHS}
    assert max(one["share"] for one in FOUND["false_alarms"]) <= 0.05


def test_the_full_run_found_chances_true_within_what_is_told_of_them():
    assert FOUND["moving_series"] >= 10_000
    worst = {(one["kind"], one["points"]): 0.0 for one in FOUND["chances"]}
    for one in FOUND["chances"]:
        key = one["kind"], one["points"]
        worst[key] = max(worst[key], abs(one["told"] - one["came"]))
    assert max(gap for (_, points), gap in worst.items() if points > 3) <= 0.075
    assert max(gap for (_, points), gap in worst.items() if points == 3) <= 0.19


def test_the_kept_outcome_is_that_of_the_benchmark():
    (kept,) = [one for one in FOUND["false_alarms"] if (one["kind"], one["points"]) == ("values", 5)]
    assert FOUND["seed"] == SEED
    assert false_alarms("values", 5, FOUND["still_series"]) == pytest.approx(kept["share"], abs=1e-4)
