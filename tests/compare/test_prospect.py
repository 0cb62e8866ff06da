"""The chance of meeting a target: which points it rests on, what it comes to, and why there may be none."""

from datetime import date

import pytest
import scipy.stats
from hypothesis import assume, given
from hypothesis import strategies as st

from azory_monitor.compare import prospects
from azory_monitor.model.yardstick import Break
from tests.compare.drawn import cases, only, programme
from tests.compare.test_trend import rows

TODAY = date(2019, 6, 15)


def prospect(figures, target, direction="neither", measure="mean", today=TODAY, broken="", cells=""):
    """A target written as "<= 80 by 2021 from 120/2016 tentative", a part of it or nothing."""
    heads, values = zip(*(pair.split("=") for pair in cells.split()), strict=True) if cells else ((), ())
    drawn = f"id | direction | measure | {' | '.join(heads)}\nwork | {direction} | {measure} | {' | '.join(values)}"
    plan = programme(drawn, targets=_target(target))
    if broken:
        plan.breaks[f"work {broken}"] = Break(indicator="work", period=broken, why_en="Counted anew")
    return only(prospects(plan, rows(figures), "hill", today))


def _target(text):
    if not text:
        return ""
    words = text.split()
    told = {"state": words.pop() if words[-1] in ("tentative", "not_set") else "agreed"}
    if "from" in words:
        place = words.index("from")
        told["baseline_value"], _, told["baseline_period"] = words[place + 1].replace("?", "").partition("/")
        words = words[:place]
    if "by" in words:
        told["period"] = words[words.index("by") + 1]
        words = words[: words.index("by")]
    if "yearly" in words:
        told["every"] = "year"
        words.remove("yearly")
    told |= dict(zip(("operator", "value", "upper"), words, strict=False))
    return f"indicator | {' | '.join(told)}\nwork | {' | '.join(told.values())}"


REASONS = """
case                          | measure    | direction | target                    | figures                                | reason
no target                     | mean       | neither   |                           | 2016: 1, 2017: 3, 2018: 2              | target_not_set
a target not set              | mean       | neither   | >= 5 by 2020 not_set      | 2016: 1, 2017: 3, 2018: 2              | target_not_set
no date                       | mean       | neither   | >= 5                      | 2016: 1, 2017: 3, 2018: 2              | no_target_period
date passed                   | mean       | neither   | >= 5 by 2018              | 2016: 1, 2017: 3, 2018: 2              | date_passed
against what is good          | mean       | lower     | >= 5 by 2020              | 2016: 1, 2017: 3, 2018: 2              | target_inconsistent
before its own baseline       | mean       | neither   | >= 5 by 2020 from 1/2021  | 2016: 1, 2017: 3, 2018: 2              | target_inconsistent
a band that is crossed        | mean       | neither   | between 5 4 by 2020       | 2016: 1, 2017: 3, 2018: 2              | target_inconsistent
more than everybody           | proportion | neither   | > 100 by 2020             | 2016: 1, 2017: 3, 2018: 2              | target_inconsistent
less than nobody              | count      | neither   | < 0 by 2020               | 2016: 1, 2017: 3, 2018: 2              | target_inconsistent
no figure                     | mean       | neither   | >= 5 by 2020              |                                        | no_measurement
no dated figure               | mean       | neither   | >= 5 by 2020              | undated: 4                             | no_measurement
two figures                   | mean       | neither   | >= 5 by 2020              | 2017: 3, 2018: 2                       | too_few
two since the baseline        | mean       | neither   | >= 5 by 2020 from ?/2017  | 2016: 1, 2017: 3, 2018: 2              | too_few
of different lengths          | mean       | neither   | >= 5 by 2020              | 2016: 1, 2017: 3, 2018-Q1: 2, 2018-Q2: 2 | too_few
quarters for a year's count   | count      | neither   | >= 5 by 2020              | 2016-Q1: 1, 2017-Q1: 3, 2018-Q1: 2     | too_few
on a line                     | mean       | neither   | >= 5 by 2020              | 2016: 1, 2017: 2, 2018: 3              | no_scatter
all alike                     | mean       | neither   | >= 5 by 2020              | 2016: 2, 2017: 2, 2018: 2, 2019: 2     | no_scatter
the last hidden               | mean       | neither   | >= 5 by 2020              | 2016: 1, 2017: 3, 2018: hidden         | hidden
the last a bound              | mean       | neither   | >= 5 by 2020              | 2016: 1, 2017: 3, 2018: <5             | inexact
measured already              | mean       | neither   | >= 5 by 2019              | 2017: 1, 2018: 3, 2019: 2              | already_measured
no year left                  | count      | neither   | > 5 yearly by 2018        | 2016: 1, 2017: 3, 2018: 2              | date_passed
on a line, with counts        | proportion | neither   | >= 5 by 2020              | 2016: 10/100, 2017: 20/100, 2018: 30/100 |
nobody, with counts           | rate       | neither   | >= 5 by 2020              | 2016: 0/100, 2017: 0/100, 2018: 0/100  |
three                         | mean       | neither   | >= 5 by 2020              | 2016: 1, 2017: 3, 2018: 2              |
two and a stated baseline     | mean       | neither   | >= 5 by 2020 from 1/2016  | 2017: 3, 2018: 2                       |
met already                   | mean       | neither   | >= 1 by 2020              | 2016: 1, 2017: 3, 2018: 2              |
met and lost                  | mean       | neither   | >= 3 by 2020              | 2016: 1, 2017: 3, 2018: 2              |
for every year                | count      | neither   | > 5 yearly                | 2016: 1, 2017: 3, 2018: 2              |
tentative                     | mean       | neither   | >= 5 by 2020 tentative    | 2016: 1, 2017: 3, 2018: 2              |
"""  # noqa: E501


@pytest.mark.parametrize("case", **cases(REASONS))
def test_there_is_a_chance_or_the_reason_why_there_is_none(case):
    found = prospect(case.figures, case.target, case.direction, case.measure)
    assert found.reason == case.reason
    nothing = {found.chance, found.expected, found.lower, found.upper} == {None} and found.path == ()
    assert nothing == bool(case.reason)
    assert found.chance is None or 0 < found.chance < 1


AHEAD = """
case               | measure    | target                 | figures                                   | chance
more, far off      | mean       | >= 100 by 2020         | 2015: 1, 2016: 3, 2017: 2, 2018: 4        | low
more, behind us    | mean       | >= -50 by 2020         | 2015: 1, 2016: 3, 2017: 2, 2018: 4        | high
more, on the line  | mean       | >= 5.9 by 2020         | 2015: 1, 2016: 2.2, 2017: 2.8, 2018: 4    | even
less, falling      | mean       | <= 100 by 2020         | 2015: 9, 2016: 7, 2017: 6, 2018: 4        | high
less, rising       | mean       | <= 0 by 2020           | 2015: 1, 2016: 3, 2017: 5, 2018: 6        | low
down to zero       | count      | <= 0 by 2020           | 2015: 9, 2016: 6, 2017: 4, 2018: 1        | high
below zero         | mean       | <= -3.6 by 2020        | 2015: 3, 2016: 2, 2017: 0.5, 2018: -1     | even
a band, inside     | mean       | between -90 90 by 2020 | 2015: 1, 2016: 3, 2017: 2, 2018: 4        | high
a band, passed     | mean       | between 1 2 by 2020    | 2015: 1, 2016: 3, 2017: 6, 2018: 8        | low
a band, narrow     | mean       | between 4 6 by 2020    | 2015: 1, 2016: 2, 2017: 3, 2018: 3.5      | mostly
met and kept       | mean       | >= 5 by 2020           | 2015: 6, 2016: 7, 2017: 6.5, 2018: 7.5    | mostly
"""


@pytest.mark.parametrize("case", **cases(AHEAD))
def test_the_chance_follows_the_line(case):
    chance = prospect(case.figures, case.target, measure=case.measure).chance
    ends = {"low": (0, 0.05), "even": (0.35, 0.65), "mostly": (0.65, 0.97), "high": (0.9, 1)}[case.chance]
    assert ends[0] < chance < ends[1]


def test_chance_and_band_are_those_of_a_line_with_students_scatter():
    found = prospect("2014: 40, 2015: 44, 2016: 43, 2017: 49, 2018: 50", ">= 55 by 2021 from ?/2014")
    line = scipy.stats.linregress([0, 1, 2, 3, 4], [40, 44, 43, 49, 50])
    rest = sum((v - line.intercept - line.slope * t) ** 2 for t, v in enumerate([40, 44, 43, 49, 50])) / 3
    error = (rest * (1 + 1 / 5 + (7 - 2) ** 2 / 10)) ** 0.5
    law = scipy.stats.t(3, line.intercept + 7 * line.slope, error)
    assert found.chance == pytest.approx(law.sf(55), rel=1e-9)
    assert (found.expected, found.lower, found.upper) == pytest.approx((law.mean(), law.ppf(0.1), law.ppf(0.9)))


def test_the_path_leads_from_the_last_point_to_the_targets_date():
    found = prospect("2014: 40, 2015: 44, 2016: 43, 2018: 50", ">= 55 by 2021")
    assert len(found.path) == 7
    assert (found.path[0].at, found.path[-1].at) == (2018.5, 2021.5)
    widths = [moment.upper - moment.lower for moment in found.path]
    assert widths == sorted(widths)
    assert (found.path[-1].expected, found.path[-1].lower) == (found.expected, found.lower)


def test_a_target_by_a_day_is_met_by_the_year_that_ends_then():
    by_year = prospect("2014: 40, 2015: 44, 2018: 50", ">= 55 by 2021")
    assert prospect("2014: 40, 2015: 44, 2018: 50", ">= 55 by 2021-12-31").chance == pytest.approx(by_year.chance)


POINTS = """
case                      | measure    | target                     | figures                                                   | broken | used
all, no baseline          | mean       | >= 5 by 2022               | 2015: 1, 2016: 3, 2017: 2, 2018: 4                        |        | 4 2015 2018
since the baseline        | mean       | >= 5 by 2022 from ?/2016   | 2015: 1, 2016: 3, 2017: 2, 2018: 4                        |        | 3 2016 2018
the measured baseline     | mean       | >= 5 by 2022 from 9/2016   | 2015: 1, 2016: 3, 2017: 2, 2018: 4                        |        | 3 2016 2018
the stated baseline       | mean       | >= 5 by 2022 from 9/2016   | 2017: 3, 2018: 2, 2019: 4                                 |        | 4 2016 2019
a stated one, longer      | mean       | >= 5 by 2022 from 9/2016   | 2017-Q2: 3, 2018-Q2: 2, 2019-Q2: 4                        |        | 3 2017-Q2 2019-Q2
since the break           | mean       | >= 5 by 2022 from ?/2014   | 2014: 1, 2015: 1, 2016: 3, 2017: 2, 2018: 4               | 2016   | 3 2016 2018
a stated one before it    | mean       | >= 5 by 2022 from 9/2014   | 2016: 3, 2017: 2, 2018: 4                                 | 2016   | 3 2016 2018
quarters like the target  | count      | >= 5 by 2022-Q2            | 2016-Q2: 1, 2016-Q3: 9, 2017-Q2: 3, 2017-Q3: 9, 2018-Q2: 2, 2018-Q3: 9, 2017: 99 | | 3 2016-Q2 2018-Q2
years like the target     | count      | >= 5 by 2022               | 2016: 1, 2017: 3, 2018: 2, 2018-Q4: 9, 2019: 1            |        | 3 2016 2018
full years                | count      | > 5 yearly                 | 2016: 1, 2017: 3, 2018: 2, 2019: 1                        |        | 3 2016 2018
hidden in between         | mean       | >= 5 by 2022               | 2015: 1, 2016: hidden, 2017: 2, 2018: 4                   |        | 3 2015 2018
"""  # noqa: E501


@pytest.mark.parametrize("case", **cases(POINTS))
def test_the_line_runs_through_what_can_be_compared_since_the_baseline(case):
    found = prospect(case.figures, case.target, measure=case.measure, broken=case.broken)
    assert f"{found.points} {found.first_period} {found.last_period}" == case.used
    assert found.chance is not None


NEXT = """
figures                                            | today      | due
2016: 1, 2017: 3, 2018: 2                          | 2019-06-15 | 2019
2014: 1, 2015: 3, 2016: 2                          | 2019-06-15 | 2019
2016: 1, 2017: 3, 2018: 2                          | 2018-12-31 | 2019
2016: 1, 2017: 3, 2018: 2                          | 2019-01-01 | 2019
2015/2016: 1, 2016/2017: 3, 2017/2018: 2           | 2019-06-15 | 2018/2019
2015/2016: 1, 2016/2017: 3, 2017/2018: 2           | 2018-12-15 | 2018/2019
"""


@pytest.mark.parametrize("case", **cases(NEXT))
def test_a_target_for_every_year_is_next_to_be_met_in_the_year_that_is_not_over(case):
    found = prospect(case.figures, "> 5 yearly", measure="count", today=date.fromisoformat(case.today))
    assert (found.target_period, found.every) == (case.due, "year")
    assert found.chance is not None


def test_a_count_moves_in_whole_numbers():
    figures = "2015: 1, 2016: 3, 2017: 2, 2018: 4"
    more, least = (prospect(figures, f"{target} by 2020", measure="count") for target in ("> 5", ">= 6"))
    assert more.chance == least.chance > prospect(figures, ">= 6 by 2020").chance


def test_a_target_of_exactly_so_much_is_met_by_what_rounds_to_it():
    figures = "2015: 1, 2016: 3, 2017: 2, 2018: 4"
    exactly = prospect(figures, "= 5 by 2020", cells="decimals=0")
    assert exactly.chance == pytest.approx(prospect(figures, "between 4.5 5.5 by 2020").chance)
    assert prospect(figures, "= 5 by 2020", cells="decimals=2").chance < exactly.chance
    assert prospect(figures, "= 5.25 by 2020").chance > 0


def test_nothing_is_expected_beyond_what_there_can_be():
    rising = prospect("2015: 80/100, 2016: 95/100, 2017: 85/100, 2018: 99/100", ">= 100 by 2020", measure="proportion")
    assert (rising.expected, rising.upper) == (100, 100)
    assert rising.lower < 100
    falling = prospect("2015: 9, 2016: 6, 2017: 4, 2018: 1", "<= 3 by 2023", measure="count")
    assert (falling.expected, falling.lower) == (0, 0)
    told = prospect("2015: 9, 2016: 6, 2017: 4, 2018: 1", "<= 3 by 2023", cells="minimum=-2 maximum=9.5")
    assert (told.expected, told.lower) == (-2, -2)


def test_a_target_at_the_end_of_the_scale_is_met_by_all_that_the_line_says_beyond():
    found = prospect("2015: 9, 2016: 6, 2017: 4, 2018: 1", "between 0 3 by 2023", measure="count")
    assert found.chance > 0.95


def test_counts_keep_a_lucky_line_from_being_sure():
    figures = "2016: 10/100, 2017: 20/100, 2018: 30/100"
    found = prospect(figures, ">= 49 by 2020", measure="proportion")
    assert 0.5 < found.chance < 0.7
    many = prospect(figures.replace("0/100", "00000/1000000"), ">= 49 by 2020", measure="proportion")
    assert many.chance > 0.9


def test_target_and_state_are_passed_on():
    found = prospect("2016: 1, 2017: 3, 2018: 2", "between 4 6 by 2020 tentative")
    assert (found.operator, found.target, found.target_upper, found.target_period) == ("between", 4, 6, "2020")
    assert found.state == "tentative"


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=9),
    st.floats(-1e6, 1e6),
    st.sampled_from([">=", "<=", ">", "<", "="]),
    st.sampled_from(["mean", "count", "proportion", "rate", "money", "density", "score"]),
)
def test_no_values_make_a_chance_certain_or_upset_the_line(values, aim, operator, measure):
    figures = ", ".join(f"{2005 + place}: {value!r}" for place, value in enumerate(values))
    found = prospect(figures, f"{operator} {aim!r} by 2030", measure=measure)
    assert found.chance is None or 0 < found.chance < 1
    assume(found.chance is not None)
    assert found.lower <= found.expected <= found.upper


@given(st.lists(st.integers(0, 100), min_size=3, max_size=8), st.integers(1, 99))
def test_at_least_and_less_than_share_all_that_can_happen(values, aim):
    figures = ", ".join(f"{2010 + place}: {value}" for place, value in enumerate(values))
    more, less = (prospect(figures, f"{sign} {aim} by 2022") for sign in (">=", "<="))
    assume(more.chance is not None)
    assert more.chance + less.chance == pytest.approx(1)
