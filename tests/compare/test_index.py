"""The index of several indicators: which way it is made, what it leaves out, and how far it depends on choices."""

from datetime import date

import pytest

from azory_monitor.model.measurement import Measurement
from tests.compare.drawn_index import index_of, index_of_city, members, peers_of_city

FEW = """
indicator | area | period | value
poor      | hill | 2018   | 20
poor      | town | 2018   | 10
sick      | hill | 2018   | 5
sick      | town | 2018   | 10
happy     | hill | 2018   | 40
happy     | town | 2018   | 80
"""
STEPS = [float(step) for step in range(1, 13)]


def scores(found):
    return {entry.area: entry.score for entry in found.entries}


def refused(found):
    return {one.indicator: one.reason for one in found.left_out}


def test_few_areas_are_set_against_the_reference_and_above_one_is_good():
    found = index_of(FEW)
    assert found.method == "ratio"
    assert [term.score for term in found.own.terms] == [0.5, 2, 0.5]
    assert found.own.score == pytest.approx(0.5 ** (1 / 3))
    assert [term.reference_value for term in found.own.terms] == [10, 10, 80]
    assert (found.own.rank, found.own.best_rank, found.own.worst_rank) == (None, None, None)
    assert all(scenario.rank is None for scenario in found.scenarios)


def test_whatever_has_the_parts_stands_beside_the_area_and_the_reference_itself_does_not():
    found = index_of(FEW + "poor | alike | 2018 | 10\nsick | alike | 2018 | 10\npoor | lake | 2018 | 1")
    assert scores(found) == pytest.approx({"hill": 0.5 ** (1 / 3), "alike": 1})
    beside = found.entries[1]
    assert beside.missing == ("happy",)


@pytest.mark.parametrize("period", ["2017", "2018-Q4", "undated"])
def test_a_part_needs_both_values_of_one_period(period):
    found = index_of(FEW.replace("poor      | town | 2018 ", f"poor | town | {period}"))
    assert refused(found) == {"poor": "no_value"}
    assert len(found.own.terms) == 2


def test_undated_values_belong_together_only_if_one_source_gives_both():
    figures = """
        indicator | area | period  | value | source
        poor      | hill | undated | 20    | a
        poor      | town | undated | 10    | {}
    """
    parts = "indicator | direction\npoor | lower"
    assert index_of(figures.format("a"), parts).own.score == 0.5
    assert index_of(figures.format("b"), parts).reason == "too_few_parts"
    assert index_of(figures.format("").replace("| a\n", "|\n"), parts).reason == "too_few_parts"


def test_the_latest_occasion_that_both_have_is_taken_and_parts_may_differ_in_period():
    found = index_of(FEW + "poor | hill | 2019 | 99\nsick | hill | 2020 | 7\nsick | town | 2020 | 14")
    assert {term.indicator: term.period for term in found.own.terms} == {
        "poor": "2018",
        "sick": "2020",
        "happy": "2018",
    }
    assert found.periods == ("2018", "2020")


def test_a_period_that_has_not_begun_is_not_looked_at():
    found = index_of(FEW + "sick | hill | 2020 | 7\nsick | town | 2020 | 14", today=date(2019, 6, 1))
    assert found.periods == ("2018",)


@pytest.mark.parametrize("value", [0, -3])
def test_of_zero_or_less_there_is_no_ratio_and_it_is_told(value):
    found = index_of(FEW.replace("sick      | hill | 2018   | 5", f"sick | hill | 2018 | {value}"))
    assert (found.own.not_positive, found.own.missing) == (("sick",), ())
    assert found.own.score == pytest.approx(0.5)


@pytest.mark.parametrize("value", [0, -3])
def test_a_reference_of_zero_or_less_divides_nothing(value):
    found = index_of(FEW.replace("sick      | town | 2018   | 10", f"sick | town | 2018 | {value}"))
    assert refused(found) == {"sick": "reference_not_positive"}


def test_a_part_without_a_good_direction_is_refused():
    found = index_of(FEW, "indicator | direction\npoor | lower\nsick | lower\nhappy | neither")
    assert refused(found) == {"happy": "direction_neither"}
    assert found.own.score == pytest.approx(1)


def test_what_grows_with_the_area_and_what_has_no_weight_are_refused():
    parts = "indicator | direction | weight\npoor | lower | 1\nsick | lower | 1\nhappy | higher | 0\ncount | lower | 1"
    found = index_of(FEW, parts.replace("count | lower | 1\n", ""), "id | measure\npoor|\nsick|\nhappy|\ncount | count")
    assert refused(found) == {"happy": "no_weight", "count": "not_comparable"}


def test_less_than_two_thirds_of_the_parts_give_no_index():
    lines = FEW.replace("happy     | hill | 2018   | 40", "").replace("sick      | hill | 2018   | 5", "")
    found = index_of("\n".join(filter(str.strip, lines.splitlines())))
    assert (found.method, found.reason, found.entries, found.scenarios) == ("", "too_few_parts", (), ())


def test_without_any_value_of_the_reference_there_is_no_index():
    lines = [line for line in FEW.splitlines() if "town" not in line]
    assert index_of("\n".join(lines)).reason == "no_reference"


def test_hidden_and_rough_values_are_missing():
    figures = """
        indicator | area | period | value | status | qualifier
        poor      | hill | 2018   |       | hidden |
        poor      | town | 2018   | 10    |        |
        sick      | hill | 2018   | 5     |        | less_than
        sick      | town | 2018   | 10    |        |
        happy     | hill | 2018   | 40    |        | about
        happy     | town | 2018   | 80    |        |
    """
    found = index_of(figures)
    assert refused(found) == {"poor": "no_value", "sick": "no_value"}


def test_weights_weigh_and_are_shared_where_one_part_is_missing():
    parts = "indicator | direction | weight\npoor | lower | 3\nsick | lower | 1\nhappy | higher | 1"
    assert index_of(FEW, parts).own.score == pytest.approx((0.5**3 * 2 * 0.5) ** (1 / 5))
    without = FEW.replace("happy     | hill | 2018   | 40\n", "")
    assert index_of(without, parts).own.score == pytest.approx((0.5**3 * 2) ** (1 / 4))


def test_every_way_is_told_and_the_range_holds_them_all():
    found = index_of(FEW)
    names = [scenario.name for scenario in found.scenarios]
    assert names == ["base", *["without"] * 3, *["half"] * 3, *["half_more"] * 3, "arithmetic", "harmonic", "median"]
    given = [scenario.score for scenario in found.scenarios]
    assert (found.own.lowest, found.own.highest) == (min(given), max(given)) == (0.5, 1)
    assert given[names.index("arithmetic")] == 1
    assert given[names.index("harmonic")] == pytest.approx(3 / 4.5)


def test_unequal_weights_are_also_tried_equal():
    parts = "indicator | direction | weight\npoor | lower | 3\nsick | lower | 1\nhappy | higher | 1"
    found = index_of(FEW, parts)
    equal = next(scenario for scenario in found.scenarios if scenario.name == "equal")
    assert equal.score == pytest.approx(0.5 ** (1 / 3))


def test_it_depends_where_one_way_lies_on_the_other_side_of_the_reference():
    assert index_of(FEW).scenarios[0].side == "worse"
    assert index_of(FEW).depends
    assert not index_of(FEW.replace("sick      | hill | 2018   | 5", "sick | hill | 2018 | 20")).depends


def test_one_part_alone_has_no_other_way():
    found = index_of(FEW, "indicator | direction\npoor | lower")
    assert [scenario.name for scenario in found.scenarios] == ["base"]
    assert not found.depends


def test_ten_areas_are_standardised_and_nine_are_not():
    town = [Measurement(indicator=one, area="town", period="2018", value=3) for one in ("poor", "sick", "happy")]
    assert index_of_city(10, poor=STEPS[:10], sick=STEPS[:10], happy=STEPS[:10], more=town).method == "standardised"
    nine = index_of_city(9, poor=STEPS[:9], sick=STEPS[:9], happy=STEPS[:9], more=town)
    assert nine.method == "ratio"
    assert {entry.rank for entry in nine.entries} == {None}


def test_over_many_areas_up_is_good_and_the_reference_is_no_unit():
    town = [Measurement(indicator="poor", area="town", period="2018", value=500)]
    found = index_of_city(poor=STEPS, sick=STEPS, happy=STEPS[::-1], more=town)
    assert [entry.area for entry in found.entries] == members(12)
    assert [entry.rank for entry in found.entries] == list(range(1, 13))
    assert found.own.score == pytest.approx(5.5 / (13**0.5))
    assert sum(scores(found).values()) == pytest.approx(0)


def test_equal_areas_share_a_rank():
    found = index_of_city(poor=[1, 1, *STEPS[2:]], sick=[1, 1, *STEPS[2:]], happy=[9, 9, *STEPS[2:]])
    ranks = {entry.area: entry.rank for entry in found.entries}
    assert (ranks["hill"], ranks["e2"]) == (1, 1)
    assert 2 not in ranks.values()


def test_a_part_that_is_the_same_everywhere_is_left_out_and_told():
    found = index_of_city(poor=STEPS, sick=[4] * 12, happy=STEPS)
    assert refused(found) == {"sick": "no_spread"}
    assert found.own.missing == ()
    assert len(found.own.terms) == 2


def test_too_many_parts_alike_leave_no_index_over_areas():
    assert index_of_city(poor=STEPS, sick=[4] * 12, happy=[4] * 12).method == ""


def test_an_area_with_two_thirds_of_the_parts_counts_and_one_with_fewer_does_not():
    found = index_of_city(poor=STEPS, sick=[*STEPS[:10], None, None], happy=[*STEPS[:11], None])
    assert {entry.area: entry.missing for entry in found.entries if entry.missing} == {"e11": ("sick",)}
    assert "e12" not in scores(found)
    assert len(found.entries) == 11


def test_the_programmes_area_may_be_the_one_that_lacks_values():
    found = index_of_city(poor=[None, *STEPS[1:]], sick=[None, *STEPS[1:]], happy=STEPS)
    assert (found.method, found.own, found.scenarios) == ("standardised", None, ())
    assert not found.depends


def test_ranks_have_a_range_over_all_ways_and_scores_over_those_of_one_scale():
    found = index_of_city(poor=STEPS, sick=STEPS[::-1], happy=[5, 1, 9, 2, 8, 3, 7, 4, 6, 11, 10, 12])
    alike = [scenario.score for scenario in found.scenarios if not scenario.own_scale]
    assert {scenario.name for scenario in found.scenarios if scenario.own_scale} == {"min_max", "ranks"}
    assert (found.own.lowest, found.own.highest) == (min(alike), max(alike))
    ranks = [scenario.rank for scenario in found.scenarios]
    assert (found.own.best_rank, found.own.worst_rank) == (min(ranks), max(ranks))
    assert found.depends


@pytest.mark.parametrize("value", [1e308, 1e101, 1e-320])
def test_numbers_beyond_all_counting_are_no_values_and_no_crash(value):
    assert index_of(FEW.replace("sick      | hill | 2018   | 5", f"sick | hill | 2018 | {value}")).method == "ratio"
    huge = [value] * 3 + STEPS[3:]
    assert index_of_city(poor=huge, sick=huge, happy=STEPS).method in ("", "standardised")
    assert peers_of_city(poor=huge, sick=STEPS).entries
