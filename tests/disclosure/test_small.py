"""Small counts of people are taken out before anything is judged."""

import pytest

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Profile
from azory_monitor.model.state import Programme
from tests.disclosure.published import published


def programme(**indicator):
    defaults = {"id": "families", "name": "Families", "kind": "context", "measure": "count", "hide_below": 5}
    return Programme(
        profile=Profile(id="plan", name="Plan", language="en", areas=("hill",)),
        areas={"hill": Area(id="hill", name="Hill", kind="estate")},
        indicators={"families": Indicator(**(defaults | indicator))},
    )


def measured(**cells):
    return Measurement(indicator="families", area="hill", period="2016", **cells)


@pytest.mark.parametrize(("count", "hidden"), [(0, False), (1, True), (4, True), (5, False), (None, False)])
def test_counts_from_one_to_below_the_limit_are_hidden_and_zero_is_not(count, hidden):
    (row,) = published(programme(), [measured(value=count)])
    assert (row.status == "hidden") is hidden
    assert row.value == (None if hidden else count)


@pytest.mark.parametrize(
    ("numerator", "denominator", "hidden"),
    [(3, 100, True), (97, 100, True), (50, 100, False), (0, 100, False), (0, 3, True), (100, 100, False)],
)
def test_a_share_is_hidden_with_its_small_count_its_small_rest_or_its_small_base(numerator, denominator, hidden):
    (row,) = published(
        programme(measure="proportion", per=100), [measured(numerator=numerator, denominator=denominator)]
    )
    assert (row.status == "hidden") is hidden
    assert (row.numerator is None) is hidden and (row.denominator is None) is hidden


def test_what_is_no_count_of_people_and_what_has_no_limit_is_shown():
    assert published(programme(measure="mean"), [measured(value=3.0)])[0].value == 3.0
    assert published(programme(hide_below=None), [measured(value=3.0)])[0].value == 3.0


@pytest.mark.parametrize(("share", "of", "hidden"), [(3.0, 100, True), (98.0, 100, True), (50.0, 100, False)])
def test_a_share_of_a_stated_number_is_hidden_where_it_gives_a_small_count_away(share, of, hidden):
    (row,) = published(programme(measure="proportion", per=100), [measured(value=share, denominator=of)])
    assert (row.status == "hidden") is hidden


@pytest.mark.parametrize(("people", "hidden"), [(4, True), (5, False)])
def test_a_mean_of_few_people_is_hidden_with_its_spread(people, hidden):
    (row,) = published(programme(measure="mean"), [measured(value=40.0, denominator=people, spread=7.0)])
    assert (row.status == "hidden") is hidden
    assert (row.spread is None) is hidden
