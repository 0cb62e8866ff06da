"""Whether a change is real: one drawn table for every rule and for every reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.compare import trends
from azory_monitor.model.yardstick import Break
from tests.compare.drawn import cases, measured, only, programme

TODAY = date(2020, 6, 15)


def rows(drawn):
    """Figures written as "2016: 120/1000, 2017: 13.5, 2018: hidden, 2019: <6"."""
    lines = ["indicator | period | value | x | n | qualifier | status | spread"]
    for pair in filter(None, (pair.strip() for pair in drawn.split(","))):
        when, what = (part.strip() for part in pair.split(":"))
        what, _, spread = what.partition(" sd ")
        x, _, n = what.partition("/")
        value = "" if n or what in ("hidden", "missing") else what.lstrip("<")
        lines.append(
            f"work | {when} | {value} | {x if n else ''} | {n} | {'less_than' if '<' in what else ''} | "
            f"{what if what in ('hidden', 'missing') else ''} | {spread}"
        )
    return measured("\n".join(lines))


def change(figures, measure="proportion", direction="lower", today=TODAY, broken=""):
    plan = programme(f"id | direction | measure\nwork | {direction} | {measure}")
    if broken:
        plan.breaks[f"work {broken}"] = Break(indicator="work", period=broken, why_en="Counted anew")
    return only(trends(plan, rows(figures), ["hill"], today))


def yearly(values, first=2010):
    return ", ".join(f"{first + place}: {value}" for place, value in enumerate(values.split()))


RULES = """
case                          | measure    | direction | figures                                        | method            | verdict
shares falling for good       | proportion | lower     | 200/1000 180/1000 160/1000 140/1000 120/1000   | chi_squared_trend | improving clear
shares rising for good        | proportion | lower     | 120/1000 140/1000 160/1000 180/1000 200/1000   | chi_squared_trend | worsening clear
more of it is better          | proportion | higher    | 120/1000 140/1000 160/1000 180/1000 200/1000   | chi_squared_trend | improving clear
neither is better, up         | proportion | neither   | 120/1000 140/1000 160/1000 180/1000 200/1000   | chi_squared_trend | rising clear
neither is better, down       | proportion | neither   | 200/1000 180/1000 160/1000 140/1000 120/1000   | chi_squared_trend | falling clear
95 % would do, 99.8 not       | proportion | lower     | 160/1000 155/1000 145/1000 140/1000 130/1000   | chi_squared_trend | within_noise
all by one point              | proportion | lower     | 150/1000 145/1000 140/1000 138/1000 250/1000   | chi_squared_trend | within_noise
nobody ever                   | proportion | lower     | 0/100 0/100 0/100 0/100 0/100                  | chi_squared_trend | within_noise
everybody, once               | proportion | lower     | 90/90 60/90 50/90 40/90 30/90                  | mann_kendall      | improving
everybody, every time         | proportion | lower     | 90/90 90/90 90/90 90/90 90/90                  | mann_kendall      | within_noise
events falling for good       | rate       | lower     | 200/1000 180/1000 160/1000 140/1000 120/1000   | poisson_trend     | improving clear
events, more than people      | rate       | lower     | 2000/1000 1900/1000 1800/1000 1700/1000 1600/1000 | poisson_trend  | improving clear
events that wander            | rate       | lower     | 200/1000 150/1000 210/1000 160/1000 205/1000   | poisson_trend     | within_noise
no event ever                 | rate       | lower     | 0/100 0/100 0/100 0/100 0/100                  | poisson_trend     | within_noise
five in order, no counts      | proportion | lower     | 20 18 17 15 12                                 | mann_kendall      | improving
one without counts            | proportion | lower     | 200/1000 180/1000 16 140/1000 120/1000         | mann_kendall      | improving
five, one out of order        | rate       | lower     | 20 18 19 15 12                                 | mann_kendall      | within_noise
five, two alike               | mean       | neither   | 1 2 2 3 4                                      | mann_kendall      | rising
five, all alike               | mean       | neither   | 3 3 3 3 3                                      | mann_kendall      | within_noise
ten in order                  | count      | higher    | 1 2 3 4 5 6 7 8 9 10                           | mann_kendall      | improving clear
counts of people are no dice  | count      | higher    | 10 1000                                        |                   | too_few
two shares that differ        | proportion | lower     | 200/1000 160/1000                              | two_periods       | improving
two shares that clearly do    | proportion | lower     | 200/1000 120/1000                              | two_periods       | improving clear
two shares that do not        | proportion | lower     | 200/1000 190/1000                              | two_periods       | within_noise
four: the last and the first  | proportion | lower     | 200/1000 1/1000 999/1000 160/1000              | two_periods       | improving
between them no counts        | proportion | lower     | 200/1000 19 160/1000                           | two_periods       | improving
two rates that differ         | rate       | neither   | 100/1000 140/1000                              | two_periods       | rising
two rates, none at first      | rate       | neither   | 0/1000 140/1000                                | two_periods       | rising clear
one                           | proportion | lower     | 200/1000                                       |                   | too_few
two, no counts                | proportion | lower     | 20 12                                          |                   | too_few counts_not_given
four, no counts               | rate       | lower     | 20 18 16 12                                    |                   | too_few counts_not_given
counts not at the end         | proportion | lower     | 200/1000 12                                    |                   | too_few counts_not_given
four means                    | mean       | lower     | 20 18 16 12                                    |                   | too_few spread_not_given
four means with scatter       | mean       | lower     | 20 sd 1, 2015: 18 sd 1                         |                   | too_few
sums of money                 | money      | lower     | 20 18 16 12                                    |                   | too_few
grades                        | score      | higher    | 1 2 3 4 5                                      | mann_kendall      | improving
facts are no series           | fact       | neither   | 1 2 3 4 5                                      |                   | cannot_tell no_test
"""  # noqa: E501


@pytest.mark.parametrize("case", **cases(RULES))
def test_a_change_is_judged_by_the_first_rule_that_its_figures_allow(case):
    figures = yearly(case.figures) if " sd " not in case.figures else f"2014: {case.figures}"
    found = change(figures, case.measure, case.direction)
    assert " ".join(filter(None, (found.movement, found.reason or ("clear" if found.clear else "")))) == case.verdict
    assert found.method == case.method


POINTS = """
case                            | measure    | figures                                                     | used                       | verdict
nothing                         | proportion |                                                             |                            | cannot_tell no_measurement
no date                         | proportion | undated: 20/100                                             |                            | cannot_tell undated_only
no date beside dates            | proportion | undated: 9/10, 2017: 50/100, 2018: 50/100                   | 2017 2018                  | within_noise
yet to come                     | proportion | 2017: 50/100, 2018: 50/100, 2021: 1/100                     | 2017 2018                  | within_noise
a year that is not over         | rate       | 2018: 50/100, 2019: 50/100, 2020: 1/100                     | 2018 2019                  | within_noise
a share of a running year       | proportion | 2019: 500/1000, 2020: 100/1000                              | 2019 2020                  | improving
years before quarters           | proportion | 2017: 50/100, 2018: 50/100, 2018-Q1: 1/100, 2018-Q2: 1/100, 2018-Q3: 1/100 | 2017 2018   | within_noise
one year, more quarters         | proportion | 2018: 9/10, 2017-Q2: 50/100, 2018-Q2: 50/100                | 2017-Q2 2018-Q2            | within_noise
quarters of different seasons   | proportion | 2018-Q1: 50/100, 2018-Q2: 1/100, 2018-Q3: 1/100             | 2018-Q3                    | too_few other_season
like quarters                   | proportion | 2018-Q1: 1/100, 2018-Q2: 50/100, 2019-Q2: 50/100            | 2018-Q2 2019-Q2            | within_noise
like months, the latest of same | rate       | 2018-03: 5/9, 2018-05: 7/9, 2019-03: 5/9, 2019-05: 7/9      | 2018-05 2019-05            | within_noise
like days                       | proportion | 2018-05-03: 5/9, 2018-09-07: 1/9, 2019-05-09: 5/9           | 2018-05-03 2019-05-09      | within_noise
school years and years          | proportion | 2016/2017: 5/9, 2017/2018: 5/9, 2018/2019: 5/9, 2018: 1/9, 2019: 1/9 | 2016/2017 2018/2019 | within_noise
the last one hidden             | proportion | 2017: 50/100, 2018: 50/100, 2019: hidden                    |                            | cannot_tell hidden
one before hidden               | proportion | 2017: 50/100, 2018: hidden, 2019: 50/100                    | 2017 2019                  | within_noise
the last one a bound            | proportion | 2017: 50/100, 2018: 50/100, 2019: <6                        |                            | cannot_tell inexact
one before a bound              | proportion | 2017: 50/100, 2018: <6, 2019: 50/100                        | 2017 2019                  | within_noise
missing                         | proportion | 2017: 50/100, 2018: 50/100, 2019: missing                   | 2017 2018                  | within_noise
"""  # noqa: E501


@pytest.mark.parametrize("case", **cases(POINTS))
def test_only_figures_that_belong_on_one_line_are_judged(case):
    found = change(case.figures, case.measure)
    assert " ".join(filter(None, (found.movement, found.reason))) == case.verdict
    assert sorted({row.period for row in found.measurements}) == sorted(case.used.split())
    assert found.points == len(found.measurements)


def test_five_latest_of_more_with_counts_are_judged():
    found = change(yearly("900/1000 800/1000 500/1000 500/1000 500/1000 500/1000 500/1000", 2012))
    assert (found.movement, found.first_period, found.last_period, found.points) == ("within_noise", "2014", "2018", 5)


def test_all_without_counts_are_judged():
    assert change(yearly("9 8 7 6 5 4 3", 2012)).points == 7


BREAKS = """
case                  | broken  | today      | used           | told
none                  |         | 2020-06-15 | 2015 2019      |
before the first      | 2014    | 2020-06-15 | 2015 2019      |
in the middle         | 2017    | 2020-06-15 | 2017 2019      | 2017
within a year         | 2016-Q2 | 2020-06-15 | 2017 2019      | 2016-Q2
after the last        | 2020    | 2020-06-15 |                | 2020
yet to come           | 2021    | 2020-06-15 | 2015 2019      |
without a date        | undated | 2020-06-15 | 2015 2019      |
"""


@pytest.mark.parametrize("case", **cases(BREAKS))
def test_no_change_is_told_across_a_break(case):
    found = change(yearly("5/9 5/9 5/9 5/9 5/9", 2015), "rate", broken=case.broken)
    used = [row.period for row in found.measurements]
    assert [used[0], used[-1]] == case.used.split() if used else not case.used
    assert found.broken_at == case.told
    assert found.broken_why == ({"en": "Counted anew"} if case.told else {})
    assert found.movement == ("within_noise" if used else "too_few")


def test_a_break_and_the_figures_belong_to_every_indicator_of_the_series():
    plan = programme("id | same_as\nwork |\ntwin | work")
    plan.breaks["twin 2016"] = Break(indicator="twin", period="2016", why_en="New")
    found = trends(plan, rows("2015: 9/10, 2016: 50/100, 2017: 50/100"), ["hill"], TODAY)
    assert [(one.indicator, one.broken_at, one.points) for one in found] == [("work", "2016", 2), ("twin", "2016", 2)]


def test_other_areas_are_judged_where_they_have_figures_and_ours_always():
    plan = programme("id\nwork\nplay")
    figures = measured("indicator | area | period | x | n\nwork | town | 2018 | 1 | 9\nwork | town | 2019 | 1 | 9")
    found = trends(plan, figures, ["hill", "town"], TODAY)
    assert [(one.indicator, one.area) for one in found] == [("work", "hill"), ("work", "town"), ("play", "hill")]


def test_the_change_is_in_the_unit_of_the_indicator_with_its_interval():
    found = change("2017: 200/1000, 2019: 160/1000")
    assert (found.first_value, found.last_value) == (20, 16)
    assert found.change == pytest.approx(-4)
    assert found.slope == pytest.approx(-2)
    assert found.change_lower < -4 < found.change_upper < 0
    assert found.p is None


def test_the_change_of_a_line_is_its_slope_over_all_the_years():
    found = change(yearly("200/1000 180/1000 160/1000 140/1000 120/1000"))
    assert (found.slope, found.change) == pytest.approx((-2, -8), rel=1e-3)
    assert found.change_lower < found.change < found.change_upper < 0
    assert found.p < 0.002


def test_the_slope_without_counts_is_by_true_years():
    found = change("2005: 10, 2006: 9, 2010: 5, 2012: 3, 2015: 0", "mean")
    assert (found.slope, found.change) == pytest.approx((-1, -10), rel=1e-3)
    assert (found.change_lower, found.change_upper) == pytest.approx((-10, -10), rel=1e-2)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=8), st.sampled_from(["proportion", "rate"]))
def test_no_counts_upset_the_verdict_and_upside_down_the_words_turn(counts, measure):
    drawn = ", ".join(f"{2010 + place}: {x}/{n}" for place, (x, n) in enumerate(counts))
    one, other = change(drawn, measure, "lower"), change(drawn, measure, "higher")
    turned = {"improving": "worsening", "worsening": "improving"}
    assert other.movement == turned.get(one.movement, one.movement)
    assert (one.change, one.method, one.clear) == (other.change, other.method, other.clear)
