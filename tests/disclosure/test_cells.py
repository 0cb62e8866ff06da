"""Who came to an activity, a baseline and a target are hidden where they would give a hidden figure away."""

import datetime
import itertools

import numpy as np
import pytest

from azory_monitor import register
from azory_monitor.disclosure import NOTHING, Cell, disclose, published_cells, published_programme
from azory_monitor.model.derivation import Derivation
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Profile, Target
from azory_monitor.model.register import Activity
from azory_monitor.model.state import Programme

TODAY = datetime.date(2021, 6, 1)
ENOUGH = 3


def activity(id, participants, date="2020-03-01", **cells):
    return Activity(
        id=id, date=date, kind="assistance", title={"": id}, state="held", participants=participants, **cells
    )


def programme(*activities, targets=(), derivations=(), **aid):
    common = {"kind": "output", "measure": "count"}
    indicators = [
        Indicator(id="aid", name={"": "Aid"}, **(common | {"hide_below": 5, "unit_kind": "people"} | aid)),
        Indicator(id="guests", name={"": "Guests"}, **common),
    ]
    counting = [
        Derivation(id="aided", name={"": "Aided"}, indicator="aid", counts="attendances", by="year"),
        *derivations,
    ]
    return Programme(
        profile=Profile(id="plan", name={"": "Plan"}, language="en", areas=("hill",)),
        areas={"hill": Area(id="hill", name={"": "Hill"}, kind="estate")},
        indicators={one.id: one for one in indicators},
        derivations={one.id: one for one in counting},
        activities={one.id: one for one in activities},
        targets={f"{one.indicator} {one.area}": one for one in targets},
    )


ALL = Derivation(id="all", name={"": "All"}, indicator="guests", counts="attendances", by="whole")


def seen(plan, typed=(), known=NOTHING, today=TODAY):
    """One state as readers see it: the rows, the programme, what they know, what they are told of counts."""
    counted = register.with_counted(plan, typed, register.counts(plan, today), today)
    found = disclose(plan, counted, known, register.people(plan, today))
    return found, published_programme(plan, found), found.published(counted)


def participants(plan):
    return {one.id: one.participants for one in plan.activities.values()}


def values(rows):
    return {(row.indicator, row.period): row.value for row in rows if row.status != "hidden"}


def test_a_small_number_of_participants_is_hidden_and_one_more_with_it_where_the_total_is_told():
    found, shown, rows = seen(programme(activity("a", 3), activity("b", 20), activity("c", 40)))
    assert participants(shown) == {"a": None, "b": None, "c": 40}
    assert values(rows) == {("aid", "2020"): 63}
    assert found.cells == {
        Cell("activities", "a", "participants"): "small",
        Cell("activities", "b", "participants"): "linked",
    }
    assert shown.activities["a"].withholds("participants") and not shown.activities["a"].withholds("children")


def test_entries_that_make_up_a_hidden_total_are_not_all_shown():
    _, shown, rows = seen(programme(activity("a", 3)))
    assert (participants(shown), values(rows)) == ({"a": None}, {})


def test_the_same_event_entered_twice_is_hidden_twice():
    _, shown, _ = seen(programme(activity("a", 3), activity("b", 20), activity("again", 3, same_as="a")))
    assert participants(shown) == {"a": None, "b": None, "again": None}


def test_a_total_that_no_sensitive_indicator_is_counted_for_gives_nothing_away():
    plan = programme(activity("a", 3), activity("b", 20), activity("c", 40), derivations=[ALL])
    _, shown, rows = seen(plan)
    hidden = [id for id, one in participants(shown).items() if one is None]
    assert "a" in hidden and len(hidden) + (("guests", "2020") not in values(rows)) >= 2
    assert ("aid", "2020") in values(rows)


def test_children_are_hidden_by_themselves_and_bound_nothing_hidden_too_closely():
    _, shown, _ = seen(programme(activity("a", 30, children=2), activity("b", 4, children=4)))
    a, b = shown.activities.values()
    assert (a.participants, a.children, b.participants, b.children) == (None, None, None, None)


def test_without_a_sensitive_indicator_everything_is_shown_and_the_programme_is_the_same_one():
    plan = programme(activity("a", 3), hide_below=None)
    found = disclose(plan, [])
    assert found.cells == {} and published_programme(plan, found) is plan


def test_an_entry_that_was_shown_alone_takes_the_new_total_along():
    first = programme(activity("b", 20))
    second = programme(activity("b", 20), activity("a", 3))
    before, shown, rows = seen(first)
    assert participants(shown) == {"b": 20} and values(rows) == {("aid", "2020"): 20}
    _, shown, rows = seen(second, known=before.known)
    assert participants(shown) == {"b": 20, "a": None} and values(rows) == {}


def test_a_former_version_that_was_hidden_stays_so_and_one_that_was_shown_is_told():
    known = seen(programme(activity("a", 3), activity("b", 20), activity("c", 40)))[0].known
    now = seen(programme(activity("a", 30), activity("b", 20), activity("c", 41)), known=known)[0].known
    assert published_cells("activities", "a", {"id": "a", "participants": 3.0}, now) == {
        "id": "a",
        "hidden": "participants",
    }
    assert published_cells("activities", "c", {"participants": 40.0}, now) == {"participants": 40.0}


def target(**cells):
    return Target(indicator="aid", area="hill", state="agreed", **cells)


def measured(value, period="2019", **cells):
    return Measurement(indicator="aid", area="hill", period=period, value=value, **cells)


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"value": 3, "baseline_value": 40}, "value"),
        ({"value": 0, "baseline_value": 4, "baseline_period": "2019"}, "baseline_value"),
        ({"value": 50, "baseline_value": 40}, ""),
        ({"operator": "between", "value": 3, "upper": 9}, "upper value"),
    ],
)
def test_a_target_or_baseline_of_few_people_is_hidden(cells, hidden):
    _, shown, _ = seen(programme(targets=[target(**cells)]), [measured(40)])
    assert shown.targets["aid hill"].hidden == hidden


def test_what_repeats_a_hidden_number_is_hidden_with_it_and_what_repeats_a_shown_one_is_not():
    plan = programme(targets=[target(value=30, baseline_value=73)])
    known = disclose(plan, [measured(70)]).known
    _, shown, rows = seen(plan, [measured(73)], known)
    assert values(rows) == {}
    assert shown.targets["aid hill"].hidden == "baseline_value"
    dated = programme(targets=[target(baseline_value=73, baseline_period="2019")])
    assert seen(dated, [measured(73)])[1].targets["aid hill"].baseline_value == 73


def test_a_baseline_that_is_a_share_is_hidden_where_it_gives_a_small_count_away():
    plan = programme(measure="proportion", per=100, targets=[target(value=40, baseline_value=3)])
    _, shown, _ = seen(plan, [measured(None, numerator=3, denominator=100)])
    assert shown.targets["aid hill"].hidden == "baseline_value"
    assert shown.targets["aid hill"].value == 40


def test_trying_every_number_of_participants_leaves_each_hidden_one_three_values():
    random = np.random.default_rng(20261123)
    for _ in range(40):
        numbers = [int(one) for one in random.choice([1, 2, 3, 4, 6, 9], size=random.integers(1, 5))]
        years = [f"{2019 + int(one)}-02-01" for one in random.integers(0, 2, len(numbers))]
        plan = programme(*(activity(f"e{at}", one, years[at]) for at, one in enumerate(numbers)), derivations=[ALL])
        _, shown, rows = seen(plan)
        assert narrowest(plan, participants(shown), values(rows)) >= ENOUGH, (numbers, years)


def narrowest(plan, shown, told):
    """The fewest values that any hidden entry might have: every combination that gives all that is told is tried."""
    unknown = [id for id, one in shown.items() if one is None]
    years = {id: one.date[:4] for id, one in plan.activities.items()}
    possible = {id: set() for id in unknown}
    for guess in itertools.product(range(1, 14), repeat=len(unknown)):
        guessed = shown | dict(zip(unknown, guess, strict=True))
        if all(total == summed(guessed, years, *asked) for asked, total in told.items()):
            for id, one in zip(unknown, guess, strict=True):
                possible[id].add(one)
    return min(map(len, possible.values()), default=ENOUGH)


def summed(numbers, years, indicator, year):
    """Aid is counted by year, guests are counted up to its end."""
    return sum(n for id, n in numbers.items() if years[id] == year or (indicator == "guests" and years[id] < year))
