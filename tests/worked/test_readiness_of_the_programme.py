"""The document's own indicator (L372): how many of its indicators are ready to be followed and read; read off by hand.

Of four result indicators, eighteen outputs and eight that the challenges name, none has a baseline value: the only
base year (2017, L342) has none beside it.  Five targets have a number: "> 5 each year?" and four outputs that name
their own single place or project.  Only the joint actions say how often they are counted ("each year").  No figure
that is handed in has two dated values; the meetings, the joint projects and the engaged institutions, counted from
the register, have one of a dated year and one of all that is recorded by now.  All but "involvement" say what is
counted.  Nine have an institution that supplies them (1.c, 2.b, 3.a, 3.b, 3.c, 4.a, 4.b, 4.d, 4.e), four more a
figure in the plan's own tables (1.a, 1.b, 1.d, 2.d), and four are counted from the register: joint actions, joint
projects, engaged institutions and the number of ready indicators itself.
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
        "source": 17,
        "target": 5,
        "frequency": 1,
        "two_measurements": 3,
    }


def test_the_readiest_indicator_is_the_one_with_a_rhythm_and_a_number(view):
    (one,) = view.readiness("joint-actions")
    assert one.has == ("definition", "unit", "direction", "source", "frequency", "target")
    assert one.lacks == ("baseline", "two_measurements")


def test_the_indicators_of_one_objective(view):
    assert [len(view.readiness(objective=id)) for id in view.programme.objectives] == [6, 5, 4, 7]


def test_nothing_is_owed_on_a_day_for_nobody_agreed_one(view):
    counted, twins = 12, 2
    assert view.dues() == []
    assert len({one.indicator for one in view.unscheduled}) == 75 - twins - counted


def test_nothing_that_the_document_prints_twice_lies_far_apart(view):
    assert view.outliers == []


def test_without_an_agreed_rhythm_no_period_can_be_complete(view):
    assert view.coverage() == []
