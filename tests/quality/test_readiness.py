"""An indicator is ready when nothing that it needs is lacking."""

import dataclasses

import pytest

from azory_monitor.model.yardstick import Break, Grade
from azory_monitor.quality import readiness
from tests.compare.drawn import cases, measured, only, programme

ALL = ["definition", "unit", "direction", "source", "frequency", "baseline", "target", "two_measurements"]
WHOLE = {"id": "help", "definition_en": "People helped", "unit_en": "people", "owner": "club", "frequency": "yearly"}


def drawn(cells):
    return f"{' | '.join(cells)}\n{' | '.join(cells.values())}"


def judged(cells, targets="", values="", **more):
    plan = dataclasses.replace(programme(drawn(WHOLE | {"measure": "count"} | cells), targets=targets), **more)
    return only(readiness(plan, measured(values)))


TARGET = """
indicator | operator | value | period | baseline_value | baseline_period
help      | <=       | 40    | 2020   | 60             | 2016
"""
VALUES = """
indicator | period | value | source
help      | 2017   | 55    | report
help      | 2018   | 50    | report
"""


def test_an_indicator_that_has_everything_is_ready():
    one = judged({}, TARGET, VALUES)
    assert one.ready
    assert (list(one.has), one.lacks) == (ALL, ())


def test_an_indicator_that_is_only_named_lacks_everything():
    bare = {"definition_en": "", "unit_en": "", "owner": "", "frequency": "", "direction": "neither"}
    one = judged(bare)
    assert (one.has, list(one.lacks)) == ((), ALL)


DEFINED = """
what                                      | need       | there | measure | unit_en | direction | kind    | owner
a count has a unit in words               | unit       | yes   | count   | people  | lower     | output  | club
a count without a unit lacks it           | unit       | no    | count   |         | lower     | output  | club
a fact needs no unit                      | unit       | yes   | fact    |         | lower     | output  | club
a score without described grades lacks it | unit       | no    | score   | points  | lower     | output  | club
neither way is good, of a result          | direction  | no    | count   | people  | neither   | result  | club
neither way is good, of the context       | direction  | yes   | count   | people  | neither   | context | club
somebody supplies the values              | source     | yes   | count   | people  | lower     | output  | club
nobody does and nothing was measured      | source     | no    | count   | people  | lower     | output  |
"""


@pytest.mark.parametrize("case", **cases(DEFINED))
def test_what_counts_as_defined(case):
    cells = {name: getattr(case, name) for name in ("measure", "unit_en", "direction", "kind", "owner")}
    assert (case.need in judged(cells).has) == (case.there == "yes")


def test_the_described_grades_of_a_score_are_its_unit():
    grade = Grade(indicator="help", value=1, name_en="poor")
    assert "unit" in judged({"measure": "score", "unit_en": ""}, grades={"help 1": grade}).has


def test_a_source_anywhere_is_a_source():
    elsewhere = "indicator | area | period | value | source\nhelp | town | 2016 | 5 | report"
    assert "source" in judged({"owner": ""}, values=elsewhere).has
    assert "source" in judged({"owner": ""}, values=elsewhere.replace("report", "")).lacks


TARGETS = """
what                                         | has       | state     | value | from | since   | measured
a number is a target                         | target    | agreed    | 40    |      |         |
a tentative number is one too                | target    | tentative | 40    |      |         |
nobody set it                                | -target   | not_set   |       |      |         |
an agreed one without a number               | -target   | agreed    |       |      |         |
a baseline is what the target states         | baseline  | not_set   |       | 60   | 2016    |
or what was measured in the period it names  | baseline  | agreed    | 40    |      | 2016    | 2016
not what was measured in another one         | -baseline | agreed    | 40    |      | 2016    | 2017
nor an undated value                         | -baseline | agreed    | 40    |      | undated | undated
nor the period alone                         | -baseline | agreed    | 40    |      | 2016    |
"""


@pytest.mark.parametrize("case", **cases(TARGETS))
def test_what_counts_as_target_and_baseline(case):
    names = {"state": "state", "value": "value", "baseline_value": "from", "baseline_period": "since"}
    target = drawn({"indicator": "help"} | {name: getattr(case, head) for name, head in names.items()})
    values = f"indicator | period | value\nhelp | {case.measured} | 7" if case.measured else ""
    one = judged({}, target, values)
    assert case.has.lstrip("-") in (one.lacks if case.has.startswith("-") else one.has)


TWO = """
what                                                | enough | periods           | statuses       | baseline
two years                                           | yes    | 2016 2017         |                |
one year                                            | no     | 2016              |                |
nothing at all                                      | no     |                   |                |
one dated and one undated                           | no     | undated 2016      |                |
a year and a quarter inside it                      | no     | 2016 2016-Q2      |                |
a year and a quarter after it                       | yes    | 2016 2017-Q1      |                |
two months across a leap day                        | yes    | 2016-02 2016-03   |                |
two school years                                    | yes    | 2016/2017 2017/18 |                |
a school year and the calendar year it ends in      | no     | 2016/2017 2017    |                |
the second is only said to be missing               | no     | 2016 2017         | final missing  |
the second is hidden                                | yes    | 2016 2017         | final hidden   |
the second only contradicts a first one             | no     | 2016 2017         | final conflicting |
one after the baseline that the target states       | yes    | 2017              |                | 2016
one in the period of the stated baseline            | no     | 2016              |                | 2016
the stated baseline alone                           | no     |                   |                | 2016
"""


@pytest.mark.parametrize("case", **cases(TWO))
def test_which_values_are_two_measurements(case):
    statuses = case.statuses.split() or ["final"] * 9
    lines = [f"help | {when} | {'' if status == 'hidden' else 7} | {status}" for when, status in
             zip(case.periods.split(), statuses, strict=False)]  # fmt: skip
    values = "\n".join(["indicator | period | value | status", *lines]) if lines else ""
    target = f"indicator | baseline_value | baseline_period\nhelp | 5 | {case.baseline}" if case.baseline else ""
    assert ("two_measurements" in judged({}, target, values).has) == (case.enough == "yes")


def test_values_of_two_definitions_are_not_two_measurements():
    broken = {"help 2018": Break(indicator="help", period="2018", why_en="Counted anew")}
    assert "two_measurements" in judged({}, "", VALUES).has
    assert "two_measurements" in judged({}, "", VALUES, breaks=broken).lacks
    later = {"help 2019": Break(indicator="help", period="2019", why_en="To be counted anew")}
    assert "two_measurements" in judged({}, "", VALUES, breaks=later).has


def test_of_what_is_measured_once_one_dated_value_is_enough():
    once = "indicator | period | value\nhelp | 2016 | 7"
    assert "two_measurements" in judged({"frequency": "once"}, "", once).has
    assert "two_measurements" in judged({"frequency": "once"}, "", once.replace("2016", "undated")).lacks


def test_the_context_needs_no_baseline_and_no_target():
    one = judged({"kind": "context"}, "", VALUES)
    assert one.ready
    assert set(ALL) - set(one.has) == {"baseline", "target"}


def test_a_shared_series_shares_measurements_source_frequency_and_target():
    plan = programme(
        """
        id   | same_as | measure | unit_en | definition_en | owner | frequency
        help |         | count   | people  | People helped | club  | yearly
        also | help    | count   | people  | The same      |       |
        """,
        targets=TARGET,
    )
    assert [one.ready for one in readiness(plan, measured(VALUES))] == [True, True]


def test_a_shared_series_keeps_a_target_of_its_own():
    plan = programme(
        "id | same_as\nhelp |\nalso | help", targets="indicator | value | state\nhelp | 5 | agreed\nalso | | not_set"
    )
    assert [("target" in one.has) for one in readiness(plan, [])] == [True, False]


def test_every_indicator_is_judged_in_the_order_of_the_table():
    plan = programme("id | kind\nb | context\na | output\nc | process")
    assert [(one.indicator, one.area) for one in readiness(plan, [])] == [("b", "hill"), ("a", "hill"), ("c", "hill")]
