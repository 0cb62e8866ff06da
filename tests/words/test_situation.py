"""What is said of an index and of areas that are alike: never more than the result holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.compare import indices, peers
from azory_monitor.words import sentences, tables
from tests import city
from tests.compare.drawn import only
from tests.words.drawn import EN, PL, spaced

FEW = {
    ("poor", "maple"): 8.0,
    ("poor", "town"): 4.0,
    ("jobless", "maple"): 3.0,
    ("jobless", "town"): 6.0,
    ("evicted", "maple"): 5.0,
    ("evicted", "town"): 2.5,
    ("crime", "maple"): 28.0,
    ("crime", "town"): 14.0,
}


def index(values, weights=None):
    plan = city.programme(weights)
    return plan, only(indices(plan, city.measured(values)))


def test_few_areas_are_told_against_the_reference_with_the_range_of_all_ways():
    plan, found = index(FEW | {("jobless", "maple"): 1.5})
    assert spaced(sentences.index_sentence(EN, plan, found)) == (
        "Taking four features together, the situation on the Maple estate is worse than in the Town, but that depends "
        "on how the index is made. The index is 0.84, where 1 is the same as in the Town and more is better. "
        "Over 16 ways of making it the index is 0.50 to 1.38. Not counted in: Finished school; Voters."
    )
    assert spaced(sentences.index_sentence(PL, plan, found)) == (
        "Według czterech cech łącznie sytuacja na osiedlu Maple jest gorsza niż w Mieście, ale zależy to od sposobu "
        "liczenia. Wskaźnik złożony wynosi 0,84, gdzie 1 znaczy tyle co w Mieście, a im więcej, tym lepiej. "
        "W 16 wariantach obliczeń wskaźnik wynosi od 0,50 do 1,38. Nie wliczono: Finished school; Voters."
    )


def test_a_side_that_no_choice_changes_is_told_as_such():
    plan, found = index(FEW | {("jobless", "maple"): 7.0})
    assert "depends" not in sentences.index_sentence(EN, plan, found)
    assert "and the situation is worse in every one of them." in sentences.index_sentence(EN, plan, found)
    assert "a sytuacja w każdym z nich jest gorsza." in sentences.index_sentence(PL, plan, found)


def test_many_areas_are_told_with_their_place_and_its_range():
    plan, found = index(city.values())
    said = spaced(sentences.index_sentence(EN, plan, found))
    assert f"That is place {found.own.rank} of 18, the best first." in said
    assert f"the place between {found.own.best_rank} and {found.own.worst_rank}" in said
    polish = spaced(sentences.index_sentence(PL, plan, found))
    assert f"To {found.own.rank}. miejsce na 18, licząc od najlepszego." in polish


@pytest.mark.parametrize("speaker", [EN, PL])
def test_an_index_that_cannot_be_made_says_why(speaker):
    few = {key: value for key, value in FEW.items() if key[0] in ("poor", "jobless")}
    nothing = {key: value for key, value in FEW.items() if key[1] != "town"}
    for values, reason in ((few, "too_few_parts"), (nothing, "no_reference")):
        plan, found = index(values)
        assert found.reason == reason
        assert sentences.index_headline(speaker, plan, found).endswith(".")
        assert sentences.index_detail(speaker, plan, found) == ""
        assert sentences.index_rules(speaker, plan, found) == []
    whole = {key: value for key, value in city.values().items() if key[1] != city.OURS or key[0] == "poor"}
    plan, found = index(whole)
    assert found.method == "standardised"
    said = speaker.sentence(
        "index.reason.area_missing",
        name=speaker.text(plan.indices["situation"].name),
        where=speaker.text(plan.area.where),
    )
    assert sentences.index_sentence(speaker, plan, found) == said


@given(some.fixed_dictionaries({key: some.integers(1, 500).map(float) for key in FEW}))
def test_no_number_is_told_that_the_result_does_not_hold(values):
    plan, found = index(values)
    told = re.findall(r"\d+(?:\.\d+)?", sentences.index_sentence(EN, plan, found))
    held = {f"{x:.2f}" for x in (found.own.score, found.own.lowest, found.own.highest)}
    held |= {"1", str(len(found.scenarios))}
    close = {number for number in told if number not in held}
    known = (found.own.score, found.own.lowest, found.own.highest)
    assert all(any(abs(float(number) - x) < 0.006 for x in known) for number in close)
    sides = {scenario.side for scenario in found.scenarios}
    assert ("depends" in sentences.index_sentence(EN, plan, found)) is (len(sides) > 1)


@pytest.mark.parametrize("speaker", [EN, PL])
def test_direction_scale_weights_gaps_years_and_limits_are_explained(speaker):
    for values in (FEW, city.values()):
        plan, found = index(values)
        told = sentences.index_rules(speaker, plan, found)
        assert len(told) == 7
        assert all(title and text.endswith(".") for title, text in told)


def test_set_weights_are_told_and_equal_ones_called_equal():
    plan, found = index(city.values(), {"poor": 3})
    assert "Poverty 3; Unemployment 1" in dict(sentences.index_rules(EN, plan, found))["Weights"]
    plan, found = index(city.values())
    assert "weigh the same" in dict(sentences.index_rules(EN, plan, found))["Weights"]


def test_the_parts_stand_with_both_values_ratio_weight_and_direction_and_what_is_missing_with_its_reason():
    plan, found = index(FEW)
    table = tables.index_parts_table(EN, plan, found)
    assert table.columns == (
        "Indicator", "Period", "Maple", "Town", "Ratio", "Weight", "Which way is good", "Why not used"
    )  # fmt: skip
    assert table.rows[0] == ("Poverty (%)", "2018", "8.0", "4.0", "0.50", "1", "the less, the better", "–")
    assert table.rows[-1][0] == "Voters (%)"
    assert table.rows[-1][1:-1] == ("–",) * 6
    assert table.rows[-1][-1] == "no value to set it against"


def test_every_way_has_a_line_and_a_scale_of_its_own_is_not_mixed_with_others():
    plan, found = index(city.values())
    table = tables.scenario_table(EN, plan, found)
    assert len(table.rows) == len(found.scenarios)
    assert [row[1] for row in table.rows[-2:]] == ["own scale"] * 2
    assert tables.scenario_table(EN, *index(FEW)).columns == ("Way of making it", "Index", "Side")


def test_ranges_stand_beside_every_index():
    plan, found = index(city.values())
    table = tables.index_table(PL, plan, found)
    assert len(table.rows) == 18
    assert table.columns == ("Obszar", "Wskaźnik złożony", "Zakres w wariantach", "Miejsce", "Zakres miejsc")


def likened(values):
    plan = city.programme()
    return plan, only(peers(plan, city.measured(values), city.OURS))


def test_the_nearest_are_named_with_what_they_are_likened_by():
    plan, found = likened({key: value for key, value in city.values().items() if key[0] in ("poor", "crime")})
    names = [plan.areas[entry.area].name[""] for entry in found.entries if entry.chosen]
    said = sentences.peers_sentence(EN, plan, found)
    assert said.startswith("By the two features that enough areas have (Poverty; Offences), the areas most like Maple")
    assert all(name in said for name in names)
    assert "do osiedla Maple najbardziej podobne są: " in sentences.peers_sentence(PL, plan, found)


def test_the_explanation_says_by_how_much_each_feature_sets_two_areas_apart():
    plan, found = likened(city.values())
    table = tables.peers_table(EN, plan, found)
    assert table.rows[0][:2] == ("Maple", "–")
    nearest = found.entries[0]
    assert table.rows[1][1] == f"{nearest.distance:.2f}"
    part = nearest.parts[0]
    second = f"{nearest.parts[1].apart:+.2f}".replace("-", "−")
    assert (part.value, table.rows[1][2]) == (1.9, "1.9 (0.00)")
    assert table.rows[1][3] == f"{nearest.parts[1].value:.1f} ({second})"
    told = dict(sentences.peers_rules(EN, plan, found))
    assert "for no other reason" in told["By what"]
    assert "percentage points" in told["By what"] or "pp" in told["By what"]


@pytest.mark.parametrize("speaker", [EN, PL])
@pytest.mark.parametrize("n", [1, 3, 9])
def test_too_few_areas_are_told_in_plain_words(speaker, n):
    plan, found = likened(city.values())
    few = found.model_copy(update={"entries": (), "reason": "too_few_areas", "areas": n})
    said = sentences.peers_sentence(speaker, plan, few)
    assert str(n) in said
    assert "10" in said
    assert sentences.peers_rules(speaker, plan, few) == []
