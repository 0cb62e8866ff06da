"""Which areas are most like one of them, by what, and when that cannot be told."""

import math

import pytest

from azory_monitor.compare import peers
from azory_monitor.model.measurement import Measurement
from tests.compare.drawn import only, programme
from tests.compare.drawn_index import city, members, peers_of_city, values

STEPS = [float(step) for step in range(1, 13)]
SD = math.sqrt(13)
"""The standard deviation of 1 to 12, with n - 1."""


def order(found):
    return [entry.area for entry in found.entries]


def test_nearest_first_in_standard_deviations_over_all_areas():
    found = peers_of_city(poor=STEPS, sick=STEPS[::-1])
    assert order(found) == members()[1:]
    assert [entry.distance for entry in found.entries] == pytest.approx([step / SD for step in range(1, 12)])
    assert [one.spread for one in found.variables] == pytest.approx([SD, SD])


def test_the_five_nearest_are_chosen_and_who_is_as_near_as_the_fifth():
    assert [entry.chosen for entry in peers_of_city(poor=STEPS, sick=STEPS).entries] == [True] * 5 + [False] * 6
    tied = [1, 2, 3, 4, 5, 6, 6, 6, 9, 10, 11, 12]
    assert sum(entry.chosen for entry in peers_of_city(poor=tied, sick=tied).entries) == 7


def test_every_choice_is_explained_by_variable():
    found = peers_of_city(poor=STEPS, sick=STEPS[::-1])
    poor, sick = found.entries[0].parts
    assert (poor.indicator, poor.own_value, poor.value) == ("poor", 1, 2)
    assert (poor.apart, sick.apart) == pytest.approx((1 / SD, -1 / SD))
    assert [(one.indicator, one.period, one.areas, one.own_value) for one in found.variables] == [
        ("poor", "2018", 12, 1),
        ("sick", "2018", 12, 12),
    ]


@pytest.mark.parametrize(("n", "reason"), [(9, "too_few_areas"), (10, "")])
def test_it_takes_ten_areas(n, reason):
    found = peers_of_city(n, poor=STEPS[:n], sick=STEPS[:n])
    assert (found.reason, len(found.entries), found.areas) == (reason, 0 if reason else n - 1, n)


def test_a_variable_that_fewer_than_ten_have_or_all_alike_is_not_used():
    found = peers_of_city(poor=STEPS, sick=[*STEPS[:9], None, None, None])
    assert [one.indicator for one in found.variables] == ["poor"]
    found = peers_of_city(poor=STEPS, sick=[3] * 12)
    assert [one.indicator for one in found.variables] == ["poor"]
    assert peers_of_city(poor=[3] * 12, sick=[3] * 12).reason == "no_variable"


def test_an_area_without_values_has_no_peers():
    assert peers_of_city(poor=[None, *STEPS[1:]], sick=[None, *STEPS[1:]]).reason == "area_without_values"


def test_an_area_with_too_few_of_the_variables_is_named_and_one_value_less_brings_no_area_nearer():
    three = "id\npoor\nsick\nold"
    found = peers_of_city(indicators=three, poor=STEPS, sick=[*STEPS[:11], None], old=[*STEPS[:10], None, None])
    assert found.missing == ("e12",)
    assert order(found)[-1] == "e11"
    assert len(found.entries[-1].parts) == 2


def test_what_depends_on_the_size_of_an_area_likens_nothing():
    found = peers_of_city(indicators="id | measure\npoor |\nsick | count", poor=STEPS, sick=STEPS)
    assert [one.indicator for one in found.variables] == ["poor"]


def test_a_series_that_two_indicators_share_counts_once():
    found = peers_of_city(indicators="id | same_as\npoor |\nsick | poor", poor=STEPS, sick=[None] * 12)
    assert [one.indicator for one in found.variables] == ["poor"]


def test_a_city_a_group_and_what_others_lie_in_are_no_units():
    areas = city(11) + "\ndistrict | district | town | alike\nother | city | | alike\ninner | estate | district | alike"
    more = [Measurement(indicator="poor", area=area, period="2018", value=1) for area in ("district", "other", "inner")]
    found = peers_of_city(11, areas=areas, poor=STEPS[:11], sick=STEPS[:11], more=more)
    assert found.areas == 12
    assert not {"district", "other"} & set(order(found))


def test_rough_and_hidden_values_liken_nothing():
    rough = values(12, poor=STEPS)
    rough[1] = rough[1].model_copy(update={"qualifier": "less_than"})
    rough[2] = rough[2].model_copy(update={"value": None, "status": "hidden"})
    found = only(peers(programme("id\npoor", city()), rough, "hill"))
    assert found.missing == ("e2", "e3")
    assert found.variables[0].areas == 10


def test_the_latest_period_that_enough_areas_have_is_taken_one_with_the_area_before_others():
    def at(period, *areas):
        return [
            Measurement(indicator="poor", area=area, period=period, value=n) for n, area in enumerate(areas, start=1)
        ]

    plan, every = programme("id\npoor", city()), members()
    rows = at("2016", *every) + at("2017", *every[1:]) + at("2019", *every[:5])
    assert only(peers(plan, rows, "hill")).variables[0].period == "2016"


def test_undated_values_of_different_sources_are_not_put_together():
    rows = [
        one.model_copy(update={"period": "undated", "source": "a" if place < 6 else "b"})
        for place, one in enumerate(values(12, poor=STEPS))
    ]
    plan = programme("id\npoor", city())
    assert only(peers(plan, rows, "hill")).reason == "no_variable"
    named = [one.model_copy(update={"source": "a"}) for one in rows]
    assert only(peers(plan, named, "hill")).sources == ("a",)
    unnamed = [one.model_copy(update={"source": ""}) for one in rows]
    assert only(peers(plan, unnamed, "hill")).reason == "no_variable"


def test_an_area_in_no_group_is_likened_to_nobody():
    assert peers(programme("id\npoor", "id | kind\nhill | estate"), [], "hill") == []
