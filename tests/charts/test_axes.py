"""Where things lie: round numbers, moments in time, marks that make room for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.charts.stacks import NARROWEST, stacks
from azory_monitor.charts.ticks import ticks
from azory_monitor.period import middle


@pytest.mark.parametrize(
    ("low", "high", "about", "expected"),
    [
        (0, 9.4, 5, [0, 2, 4, 6, 8]),
        (0, 0.93, 3, [0, 0.5]),
        (-3, 3, 3, [-2, 0, 2]),
        (24, 28, 4, [24, 25, 26, 27, 28]),
        (5, 5, 4, [5]),
    ],
)
def test_ticks_are_round_numbers_inside_the_axis(low, high, about, expected):
    assert ticks(low, high, about) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2016", 2016.5),
        ("2018-04", 2018.29),
        ("2018-04-06", 2018.26),
        ("2018-Q2", 2018.375),
        ("2018-H1", 2018.25),
        ("2001/2002", 2002.17),
    ],
)
def test_a_period_stands_at_its_middle(period, expected):
    assert middle(period) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("period", ["undated", ""])
def test_what_has_no_date_has_no_place_in_time(period):
    assert middle(period) is None


@given(st.lists(st.floats(min_value=0, max_value=100), min_size=1, max_size=30), st.data())
def test_no_two_marks_of_one_level_touch_and_nothing_lies_above_the_followed_one(places, data):
    followed = data.draw(st.integers(min_value=0, max_value=len(places) - 1))
    levels = stacks(places, 0, 100, 16, [followed])
    apart = 100 * 16 / NARROWEST
    for one, place in enumerate(places):
        for other in range(one):
            if levels[one] == levels[other]:
                assert abs(place - places[other]) >= apart
        if one != followed and abs(place - places[followed]) < apart:
            assert levels[one] < levels[followed]
