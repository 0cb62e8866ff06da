"""The index of the seed: six features of Table 3, the estate and similar estates against the city, by hand."""

import pytest

from azory_monitor.home import seed_folder
from azory_monitor.monitor import open_monitor
from tests.compare.drawn import cases, only

# Less is better in all six, so each ratio is the city's value divided by the estate's, worked on paper.
WORKED = """
indicator                  | period | azory   | krakow | ratio
post-working-age-share     | 2016   | 27.94   | 24.19  | 0.8658
long-term-unemployed-share | 2015   | 2.88    | 2.13   | 0.7396
housing-benefits-rate      | 2015   | 27.5444 | 13.25  | 0.4810
evictions-rate             | 2014   | 7       | 2.31   | 0.3300
welfare-aid-rate           | 2015   | 72.67   | 46.58  | 0.6410
offences-rate              | 2015   | 5.6243  | 10.47  | 1.8616
"""


@pytest.fixture(scope="module")
def found():
    assert seed_folder().name == "data"
    return only(open_monitor().view().indices)


@pytest.mark.parametrize("case", **cases(WORKED))
def test_each_part_is_the_citys_value_by_the_estates(found, case):
    term = next(term for term in found.own.terms if term.indicator == case.indicator)
    assert (term.period, term.value, term.reference_value) == (case.period, float(case.azory), float(case.krakow))
    assert term.score == pytest.approx(float(case.ratio), abs=5e-5)
    assert (term.weight, term.direction) == (1, "lower")


def test_the_index_is_their_geometric_mean_and_no_way_of_making_it_reaches_one(found):
    assert (found.method, found.reference, found.parts) == ("ratio", "krakow", 6)
    assert found.own.score == pytest.approx(0.7036, abs=5e-5)
    assert found.own.lowest == pytest.approx(0.5791, abs=5e-5)
    assert found.own.highest == pytest.approx(0.8198, abs=5e-5)
    assert not found.depends
    assert len(found.scenarios) == 1 + 3 * 6 + 3


@pytest.mark.parametrize(
    ("name", "part", "score"),
    [
        ("without", "offences-rate", 0.5791),
        ("without", "evictions-rate", 0.8186),
        ("arithmetic", "", 0.8198),
        ("harmonic", "", 0.6177),
        ("median", "", 0.6903),
    ],
)
def test_other_ways_worked_by_hand(found, name, part, score):
    scenario = next(one for one in found.scenarios if (one.name, one.indicator) == (name, part))
    assert scenario.score == pytest.approx(score, abs=5e-5)
    assert (scenario.side, scenario.rank) == ("worse", None)


def test_similar_estates_stand_beside_the_estate_with_their_printed_average(found):
    beside = found.entries[1]
    assert (beside.area, beside.rank) == ("similar-estates", None)
    assert beside.score == pytest.approx(1.0868, abs=5e-5)
    assert beside.lowest < 1 < beside.highest


def test_the_parts_come_from_one_table_of_three_years(found):
    assert (found.periods, found.sources) == (("2014", "2015", "2016"), ("oif-table-3",))


def test_the_sixteen_estates_are_likened_by_age_alone_and_the_printed_average_by_nothing():
    average, blocks = open_monitor().view().peers
    assert (average.group, average.reason) == ("similar-estates", "too_few_areas")
    assert [one.indicator for one in blocks.variables] == ["mean-age", "pre-working-age-share"]
    assert [entry.area for entry in blocks.entries if entry.chosen] == [
        "wzgorza-krzeslawickie",
        "kazimierzowskie",
        "jagiellonskie",
        "na-kozlowce",
        "olsza-2",
    ]
    # sd 4.29726 and 4.15650 over the sixteen: ((0.32 / 4.29726)² + (0.29 / 4.15650)²) / 2, square root
    assert blocks.entries[0].distance == pytest.approx(0.0722, abs=5e-5)
