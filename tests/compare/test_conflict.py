"""Figures that disagree with each other or with their own counts."""

import pytest

from azory_monitor.compare import conflicts, misfits
from tests.compare.drawn import cases, measured, only, programme

PEOPLE = "id | measure | per\npeople | count |\npoor | proportion | 100\naged | proportion | 100"


def conflicting(figures):
    return conflicts(programme(PEOPLE), measured(figures))


def test_both_figures_are_kept_and_the_preferred_one_comes_first():
    figures = """
        indicator | period | value | status      | source
        people    | 2016   | 14000 | conflicting | prose
        people    | 2016   | 13109 |             | table1
        people    | 2016   | 13500 | conflicting | figure
        people    | 2017   | 13000 |             | table9
    """
    found = only(conflicting(figures))
    assert (found.indicator, found.area) == ("people", "hill")
    assert [row.value for row in found.figures] == [13109, 14000, 13500]


def test_an_undated_figure_contradicts_the_first_dated_one_and_no_later_year():
    figures = """
        indicator | period  | value | status      | source
        people    | 2017    | 13000 |             | table9
        people    | 2016    | 13109 |             | table1
        people    | undated | 14000 | conflicting | prose
    """
    found = only(conflicting(figures))
    assert [row.value for row in found.figures] == [13109, 14000]


def test_a_dated_figure_may_contradict_an_undated_one():
    figures = """
        indicator | period  | value | status      | source
        people    | undated | 13109 |             | table1
        people    | 2016    | 14000 | conflicting | prose
    """
    found = only(conflicting(figures))
    assert [row.value for row in found.figures] == [13109, 14000]


@pytest.mark.parametrize(
    "figures",
    [
        "people | hill | 2016 | 14000 | conflicting",
        "people | hill | 2016 | 14000 | conflicting\npeople | town | 2016 | 762448 |",
        "people | hill | 2016 | 14000 | conflicting\npeople | hill | 2017 | 13109 |",
        "people | hill | 2016 | 14000 |\npeople | hill | 2017 | 13109 |",
    ],
)
def test_figures_of_other_areas_and_periods_do_not_contradict(figures):
    assert conflicting(f"indicator | area | period | value | status\n{figures}") == []


def test_conflicts_come_in_the_order_of_the_indicators():
    figures = """
        indicator | area | period | value | status
        aged      | hill | 2016   | 27.94 |
        aged      | hill | 2016   | 27.9  | conflicting
        people    | town | 2016   | 5     |
        people    | town | 2016   | 6     | conflicting
    """
    found = conflicting(figures)
    assert [it.indicator for it in found] == ["people", "aged"]


PRINTED = """
value  | x     | n      | fits
2.05   | 1377  | 67141  | yes
2.0    | 1341  | 67141  | yes
1.47   | 989   | 67141  | yes
1.65   | 12649 | 766739 | yes
1.37   | 10521 | 766739 | yes
1.26   | 9632  | 766739 | yes
1.27   | 9632  | 766739 | no
2.06   | 1377  | 67141  | no
2.1    | 1377  | 67141  | yes
2      | 1377  | 67141  | yes
3      | 1377  | 67141  | no
0.125  | 1     | 800    | yes
0.12   | 1     | 800    | yes
0.13   | 1     | 800    | yes
0      | 0     | 800    | yes
0.1    | 0     | 800    | no
0.0001 | 1     | 1000000| yes
"""


@pytest.mark.parametrize("case", **cases(PRINTED))
def test_a_printed_value_must_follow_from_its_counts_as_far_as_it_is_printed(case):
    drawn = f"indicator | period | value | x | n\npoor | 2016 | {case.value} | {case.x} | {case.n}"
    recomputed = [it.recomputed for it in misfits(programme(PEOPLE), measured(drawn))]
    assert recomputed == ([] if case.fits == "yes" else [100 * float(case.x) / float(case.n)])


@pytest.mark.parametrize(
    "cells", ["9 | | 100 |", "9 | 1 | |", "| 1 | 100 |", "9 | 1 | 0 |", "9 | 1 | 100 | about", "9 | 101 | 100 |"]
)
def test_without_both_counts_and_an_exact_value_there_is_nothing_to_check(cells):
    assert (
        misfits(programme(PEOPLE), measured(f"indicator | period | value | x | n | qualifier\npoor | 2016 | {cells}"))
        == []
    )


def test_a_conflicting_figure_is_checked_too_and_shown_with_its_row():
    drawn = "indicator | period | value | x | n | status | source\npoor | 2016 | 9 | 1 | 100 | conflicting | prose"
    found = only(misfits(programme(PEOPLE), measured(drawn)))
    assert (found.measurement.source, found.recomputed) == ("prose", 1.0)
