"""The document's own indicator (L372): how many of its indicators are ready to be followed and read; read off by hand.

Of four result indicators, eighteen outputs and eight that the challenges name, none has a baseline value: the only
base year (2017, L342) has none beside it.  Five targets have a number: "> 5 each year?" and four outputs that name
their own single place or project.  Only the joint actions say how often they are counted ("each year").  No series
has two dated values.  All but "involvement" say what is counted.  Nine have an institution that supplies them (1.c,
2.b, 3.a, 3.b, 3.c, 4.a, 4.b, 4.d, 4.e), four more a figure in the plan's own tables (1.a, 1.b, 1.d, 2.d).
"""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from azory_monitor.home import Home
from azory_monitor.monitor import Monitor

DATA = Path(__file__).parents[2] / "data"
TODAY = datetime.datetime(2026, 11, 23)


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    monitor = Monitor(Home(tmp_path_factory.mktemp("seed")), lambda: TODAY)
    monitor.seed(monitor.check_package(DATA))
    yield monitor.view()
    monitor.close()


def own(view):
    return [one for one in view.readiness() if view.programme.indicators[one.indicator].kind != "context"]


def test_none_of_the_thirty_indicators_is_ready(view):
    assert (len(own(view)), sum(one.ready for one in own(view))) == (30, 0)


def test_what_the_thirty_have(view):
    assert Counter(need for one in own(view) for need in one.has) == {
        "unit": 30,
        "direction": 30,
        "definition": 29,
        "source": 13,
        "target": 5,
        "frequency": 1,
    }


def test_the_readiest_indicator_is_the_one_with_a_rhythm_and_a_number(view):
    (one,) = view.readiness("joint-actions")
    assert one.has == ("definition", "unit", "direction", "frequency", "target")
    assert one.lacks == ("source", "baseline", "two_measurements")


def test_the_indicators_of_one_objective(view):
    assert [len(view.readiness(objective=id)) for id in view.programme.objectives] == [6, 5, 4, 7]


def test_one_value_is_owed_and_the_rest_has_no_day(view):
    assert [(due.indicator, due.period, due.state) for due in view.dues()] == [
        ("joint-actions", "2025", "late"),
        ("joint-actions", "2026", "coming"),
    ]
    assert view.dues("mops") == []
    assert len({one.indicator for one in view.unscheduled}) == 75 - 2 - 1


def test_nothing_that_the_document_prints_twice_lies_far_apart(view):
    assert view.outliers == []


def test_of_what_came_with_the_seed_nobody_knows_when(view):
    assert {cell.received for one in view.coverage() for cell in one.cells} == {None}
