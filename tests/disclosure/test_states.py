"""What was hidden in one state cannot be worked out from another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from azory_monitor.disclosure import NOTHING, disclose, linked
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Profile, Theme
from azory_monitor.model.state import Programme

ESTATES = ("hill", "lake", "mill", "moor")
TOWN = "town"


def programme(**aid):
    areas = [Area(id=TOWN, name={"": "Town"}, kind="city")]
    areas += [Area(id=one, name={"": one}, kind="estate", parent=TOWN) for one in ESTATES]
    common = {"kind": "context", "measure": "count"}
    indicators = [
        Indicator(id="aid", name={"": "Aid"}, **(common | {"hide_below": 5} | aid)),
        Indicator(id="trees", name={"": "Trees"}, **common),
    ]
    return Programme(
        profile=Profile(id="plan", name={"": "Plan"}, language="en", areas=("hill",)),
        themes={"want": Theme(id="want", name={"": "Want"}, sensitive=True)},
        areas={one.id: one for one in areas},
        indicators={one.id: one for one in indicators},
    )


def state(hill=0, lake=0, mill=0, moor=0, indicator="aid", town=None):
    values = {"hill": hill, "lake": lake, "mill": mill, "moor": moor}
    values[TOWN] = sum(values.values()) if town is None else town
    return [Measurement(indicator=indicator, area=area, period="2020", value=value) for area, value in values.items()]


def through(*states, plan=None):
    """What readers see of each of some states, by area."""
    known, seen = NOTHING, []
    for rows in states:
        found = disclose(plan or programme(), rows, known)
        known = found.known
        seen.append({row.area: row.value for row in found.published(rows) if row.status != "hidden"})
    return seen


def test_a_total_beside_the_other_parts_takes_one_of_them_along():
    (seen,) = through(state(3, 40, 30, 20))
    assert seen == {"lake": 40, "mill": 30, TOWN: 93}


def test_parts_that_do_not_make_up_the_whole_still_bound_what_is_hidden():
    (seen,) = through(state(3, 40, 30, 20, town=94))
    assert "hill" not in seen and len(seen) == 4
    (seen,) = through(state(1, 40, 30, 20, town=92))
    assert len(seen) == 3


def test_what_was_hidden_stays_hidden_until_it_changes():
    first, second = through(state(3, 40, 30, 20), state(30, 40, 30, 20))
    assert "moor" not in first and "moor" not in second
    third = through(state(3, 40, 30, 20), state(30, 40, 30, 20), state(30, 40, 30, 60))[2]
    assert (third.get("lake"), third.get("mill")) == (40, 30)
    assert third.get(TOWN, 0) - third.get("moor", 0) - 70 != 3


def test_a_small_correction_is_not_shown_and_a_great_one_is():
    first, second, third = through(state(40, 50, 60, 70), state(42, 50, 60, 70), state(46, 50, 60, 70))
    assert first["hill"] == 40 and "hill" not in second and third["hill"] == 46
    assert TOWN not in second


def test_a_figure_that_is_put_back_is_shown_again():
    first, _, third = through(state(40, 50, 60, 70), state(42, 50, 60, 70), state(40, 50, 60, 70))
    assert first == third


def test_a_limit_that_is_lowered_shows_what_it_allows():
    rows = state(4, 4, 30, 20)
    before = disclose(programme(), rows)
    now = disclose(programme(hide_below=3), rows, before.known)
    assert "hill" not in {row.area for row in before.published(rows) if row.status != "hidden"}
    assert {row.area for row in now.published(rows) if row.status != "hidden"} >= {"hill", "lake"}


@pytest.mark.parametrize(
    ("aid", "sensitive"),
    [
        ({"theme": "want", "unit_kind": "people"}, True),
        ({"theme": "want", "unit_kind": "households"}, True),
        ({"theme": "want", "unit_kind": "other"}, False),
        ({"theme": "want"}, False),
        ({"theme": "want", "measure": "proportion"}, True),
        ({"unit_kind": "people"}, False),
        ({"theme": "want", "unit_kind": "other", "hide_below": 4}, True),
    ],
)
def test_a_sensitive_theme_makes_counts_of_people_sensitive(aid, sensitive):
    assert ("aid" in linked(programme(**({"hide_below": None} | aid)))) is sensitive


COUNTS = some.lists(some.integers(0, 60), min_size=4, max_size=4)


@settings(max_examples=60)
@given(COUNTS, COUNTS, some.randoms(use_true_random=False))
def test_hiding_is_the_same_in_any_order_and_touches_nothing_that_is_not_sensitive(one, other, random):
    plan, first = programme(), disclose(programme(), state(*one))
    rows = [*state(*other), *state(*one, indicator="trees")]
    mixed = list(rows)
    random.shuffle(mixed)
    found, again = (disclose(plan, some_rows, first.known) for some_rows in (rows, mixed))
    assert found.hidden == again.hidden and found.known == again.known
    assert {name.indicator for name in found.hidden} <= {"aid"}
    assert disclose(plan, rows, found.known).hidden.keys() >= found.hidden.keys()
