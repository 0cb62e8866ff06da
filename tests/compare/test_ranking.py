"""The order of the areas of a group."""

from datetime import date

import pytest

from azory_monitor.compare import rankings
from tests.compare.drawn import measured, only, programme


def rank(figures, indicators="id\npoor", today=None):
    return rankings(programme(indicators), measured(figures), today)


def places(ranking):
    return " ".join(f"{entry.rank}{entry.area}" for entry in ranking.entries)


def test_equal_values_share_a_rank_and_the_next_is_skipped():
    figures = """
        indicator | area | period | value
        poor      | hill | 2018   | 4
        poor      | lake | 2018   | 7
        poor      | wood | 2018   | 4
        poor      | mill | 2018   | 1
    """
    found = only(rank(figures))
    assert (places(found), found.missing) == ("1lake 2hill 2wood 4mill", ())
    assert (found.indicator, found.group, found.period, found.source) == ("poor", "alike", "2018", "")


def test_values_that_differ_only_by_rounding_are_equal():
    figures = """
        indicator | area | period | value | x | n
        poor      | hill | 2018   | 14.285714285714286 | |
        poor      | lake | 2018   |       | 1 | 7
        poor      | wood | 2018   |       | 3 | 21
    """
    found = only(rank(figures))
    assert places(found) == "1hill 1lake 1wood"


@pytest.mark.parametrize("wood", ["poor | wood | 2018 | | hidden |", "poor | wood | 2018 | | missing |",
                                  "poor | wood | 2018 | 3 | conflicting |", "poor | wood | 2018 | 3 | | less_than",
                                  "poor | wood | 2017 | 3 | |"])  # fmt: skip
def test_a_member_without_a_sure_value_is_listed_as_missing(wood):
    figures = f"""
        indicator | area | period | value | status | qualifier
        poor      | hill | 2018   | 4     |        |
        poor      | lake | 2018   | 7     |        |
        poor      | mill | 2018   | 1     |        | about
        {wood}
    """
    found = only(rank(figures))
    assert (places(found), found.missing) == ("1lake 2hill 3mill", ("wood",))


def test_two_areas_are_not_ranked():
    assert rank("indicator | area | period | value\npoor | hill | 2018 | 4\npoor | lake | 2018 | 7") == []


def test_each_period_and_table_is_ranked_by_itself_the_latest_first_and_undated_last():
    lines = "\n".join(
        f"poor | {area} | {when} | 4 | {source}"
        for area in ("hill", "lake", "wood")
        for when, source in (("2016", "a"), ("undated", "a"), ("2018", "b"), ("2030", "a"))
    )
    drawn = f"indicator | area | period | value | source\n{lines}\npoor | mill | 2018 | 9 | a"
    found = rank(drawn, today=date(2019, 1, 1))
    assert [f"{it.period} {it.source}" for it in found] == ["2018 b", "2016 a", "undated a"]
    assert {it.missing for it in found} == {("mill",)}


def test_areas_are_not_ranked_by_what_depends_on_their_size():
    lines = "\n".join(f"poor | {area} | 2018 | 4" for area in ("hill", "lake", "wood"))
    assert rank(f"indicator | area | period | value\n{lines}", "id | measure\npoor | count") == []
