"""A stored value is odd where the same value handed in would be warned of."""

import dataclasses

import pytest

from azory_monitor.model.yardstick import Break
from azory_monitor.quality import outliers
from tests.compare.drawn import cases, measured, only, programme

PLAN = programme(
    """
    id     | measure    | per  | decimals | same_as
    trees  | count      |      | 0        |
    seeds  | count      |      | 0        | trees
    poor   | proportion | 100  | 1        |
    """
)


def yearly(values, indicator="trees", first=2015):
    lines = [f"{indicator} | {first + at} | {value}" for at, value in enumerate(values.split())]
    return measured("\n".join(["indicator | period | value", *lines]))


def told(found):
    return [(one.measurement.period, one.before.period, one.factor) for one in found]


LEAPS = """
what                                                | values                      | period | before | factor
a steady series                                     | 100 104 98 101 99 103       |        |        |
one among few, ten times as much                    | 100 1000                    | 2016   | 2015   | 10
one among few, a thousandth                         | 52000 52                    | 2016   | 2015   | 1000
one among few, five times as much                   | 100 500                     | 2016   | 2015   | 0
one among few, twice as much                        | 100 200                     |        |        |
one among many, far from their spread               | 100 104 98 101 99 103 160   | 2021   | 2020   | 0
it is told once, not again at its neighbour         | 100 104 98 101 99 1000 103  | 2020   | 2019   | 10
a small difference of small numbers                 | 1 4 2                       |        |        |
one value alone                                     | 7000                        |        |        |
"""


@pytest.mark.parametrize("case", **cases(LEAPS))
def test_a_value_far_from_those_before_it_is_told(case):
    expected = [(case.period, case.before, int(case.factor))] if case.period else []
    assert told(outliers(PLAN, yearly(case.values))) == expected


def test_a_value_is_told_with_both_figures():
    one = only(outliers(PLAN, yearly("100 1000")))
    assert (one.value, one.before_value) == (1000, 100)


def test_where_no_value_is_printed_its_counts_are_looked_at():
    drawn = "indicator | period | value | x | n\npoor | 2015 | 4.5 | |\npoor | 2016 | | 450 | 1000"
    assert only(outliers(PLAN, measured(drawn))).value == 45


APART = """
what                       | lines
another grain              | trees 2015 100, trees 2016-Q1 1000
another area               | trees 2015 100, trees@lake 2016 1000
no date                    | trees undated 100, trees 2016 1000
a figure that contradicts  | trees 2015 100, trees 2015 1000 conflicting
a hidden value             | trees 2015 100, trees 2016 - hidden
a missing value            | trees 2015 100, trees 2016 - missing
"""


@pytest.mark.parametrize("case", **cases(APART))
def test_what_does_not_belong_to_one_run_is_not_set_side_by_side(case):
    drawn = ["indicator | area | period | value | status"]
    for line in case.lines.split(", "):
        name, when, value, status = (*line.split(), "")[:4]
        indicator, area = (*name.split("@"), "hill")[:2]
        drawn.append(f"{indicator} | {area} | {when} | {value.strip('-')} | {status}")
    assert outliers(PLAN, measured("\n".join(drawn))) == []


def test_values_of_two_definitions_are_not_set_side_by_side():
    broken = dataclasses.replace(PLAN, breaks={"trees 2016": Break(indicator="trees", period="2016", why_en="Anew")})
    assert outliers(broken, yearly("100 1000")) == []
    assert told(outliers(broken, yearly("100 1000 100"))) == [("2017", "2016", 10)]


def test_a_shared_series_is_looked_at_as_one():
    assert told(outliers(PLAN, yearly("100") + yearly("1000", "seeds", 2016))) == [("2016", "2015", 10)]


def test_no_values_have_no_odd_one():
    assert outliers(PLAN, []) == []
