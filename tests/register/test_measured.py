"""Counts as values of indicators, beside what was typed in."""

import pytest

from azory_monitor.model.measurement import Measurement
from azory_monitor.register import counts, with_counted
from tests.compare.drawn import measured
from tests.register.written import TODAY, drawn

EVENTS = """
id | date
a  | 2018-05-01
b  | 2018
c  | 2020-02
d  | undated
"""


def valued(plan, typed=()):
    """Period, value, qualifier, status and source of every row."""
    found = with_counted(plan, list(typed), counts(plan, TODAY), TODAY)
    return [(row.period, row.value, row.qualifier, row.status, row.source) for row in found]


def test_a_count_by_year_gives_each_year_its_value_and_the_running_one_is_provisional():
    assert valued(drawn(EVENTS, "indicator=followed")) == [
        ("2018", 2.0, "", "", "register"),
        ("2020", 1.0, "", "provisional", "register"),
        ("undated", 1.0, "", "", "register"),
    ]


def test_a_count_of_the_whole_grows_from_year_to_year_and_ends_with_everything():
    assert valued(drawn(EVENTS, "indicator=followed by=whole")) == [
        ("2018", 2.0, "at_least", "", "register"),
        ("2020", 4.0, "", "provisional", "register"),
    ]


def test_where_every_entry_is_dated_the_total_of_a_year_is_exact():
    dated = EVENTS.replace("d  | undated", "")
    assert [row[:3] for row in valued(drawn(dated, "indicator=followed by=whole"))] == [
        ("2018", 2.0, ""),
        ("2020", 3.0, ""),
    ]


def test_a_figure_knows_what_it_was_counted_for():
    plan = drawn(EVENTS, "indicator=followed")
    row = with_counted(plan, [], counts(plan, TODAY), TODAY)[0]
    assert (row.indicator, row.area, row.locator) == ("followed", "hill", "it")


TYPED = """
case                             | period  | value | qualifier | status   | stays
another value contradicts        | 2018    | 7     |           |          | conflicting
the same value gives way         | 2018    | 2     |           |          |
the same value about is another  | 2018    | 2     | about     |          | conflicting
a place without a value gives way | 2018   |       |           | missing  |
a place withheld gives way       | 2018    |       |           | hidden   |
a year without entries stays     | 2017    | 7     |           |          | final
"""


@pytest.mark.parametrize(
    ("period", "value", "qualifier", "status", "stays"),
    [[cell.strip() for cell in line.split("|")[1:]] for line in TYPED.strip().splitlines()[1:]],
)
def test_what_was_typed_in_stays_beside_the_count_only_where_it_says_something_else(
    period, value, qualifier, status, stays
):
    cells = {"value": float(value)} if value else {}
    row = Measurement(
        indicator="followed", area="hill", period=period, qualifier=qualifier, status=status, source="report", **cells
    )
    found = [told for told in valued(drawn(EVENTS, "indicator=followed"), [row]) if told[4] == "report"]
    assert found == (
        [(period, cells["value"], qualifier, "" if stays == "final" else stays, "report")] if stays else []
    )


def test_what_has_no_value_leaves_what_was_typed_in_alone():
    typed = measured("indicator | period | value | qualifier\nfollowed | undated | 400 | about")
    plan = drawn(EVENTS, "indicator=followed counts=attendances")
    assert valued(plan, typed) == [("undated", 400.0, "about", "", "")]


def test_two_counts_of_one_indicator_contradict_each_other():
    other = {"id": "other", "indicator": "followed", "kinds": "other", "least_organisers": 1}
    events = EVENTS.replace("id | date", "id | date | organisers").replace("01\n", "01 | city\n")
    events = "\n".join(line if line.count("|") == 2 else f"{line} |" for line in events.strip().splitlines())
    found = valued(drawn(events, "indicator=followed", other=other))
    assert [row[:4] for row in found if row[0] == "2018"] == [
        ("2018", 2.0, "", ""),
        ("2018", 1.0, "", "conflicting"),
    ]


def test_money_in_another_currency_is_no_value_of_the_indicator():
    told = "id | decided | amount | currency\na | 2018 | 10 | EUR\nb | 2019 | 10 | PLN"
    plan = drawn(funding=told, derivation="counts=money by=year indicator=costs")
    assert [row[:2] for row in valued(plan)] == [("2019", 10.0)]


def test_what_is_true_of_the_day_only_is_a_value_of_the_running_year():
    plan = drawn(EVENTS.replace("undated", "2019"), "counts=days_since by=whole indicator=followed")
    assert [row[:4] for row in valued(plan)] == [("2020", 122.0, "at_least", "provisional")]


def test_nothing_recorded_is_no_value_and_never_zero():
    assert valued(drawn(EVENTS, "indicator=followed kinds=feast")) == []


def test_a_share_of_the_whole_is_measured_year_by_year():
    whole = {"id": "whole", "by": "whole"}
    events = "id | date | kind\na | 2018 | feast\nb | 2018 | other\nc | 2019 | feast"
    plan = drawn(events, "by=whole kinds=feast share_of=whole indicator=followed", whole=whole)
    assert [(period, round(value, 2)) for period, value, *_ in valued(plan)] == [("2018", 50.0), ("2019", 66.67)]
