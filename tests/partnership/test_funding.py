import pytest

from azory_monitor.partnership import funding
from tests.compare.drawn import cases
from tests.partnership.drawn import TODAY, partners


def of(drawn, activities="", **profile):
    return funding(partners(activities, funding=drawn, **profile), TODAY)


def stages(found):
    return {id: one.stage for one in found.staged for id in one.entries}


@pytest.mark.parametrize(
    "case",
    **cases("""
    again    | first
    idea     | not_funded
    prepared | not_funded
    sent     | resubmitted
    funded   | resubmitted
    """),
)
def test_a_refused_application_is_put_in_again_when_the_next_one_has_gone_out(case):
    found = of(f"id | state | resubmits\nold | not_funded |\nnew | {case.again} | old")
    assert stages(found) == {"old": case.first, "new": case.again}
    (chain,) = found.chains
    assert (chain.entries, chain.stage) == (("old", "new"), case.again)


def test_a_chain_of_three_is_told_once_and_a_circle_breaks_nothing():
    found = of("id | state | resubmits\na | not_funded |\nb | not_funded | a\nc | sent | b")
    assert [chain.entries for chain in found.chains] == [("a", "b", "c")]
    circle = of("id | state | resubmits\na | sent | b\nb | sent | a\nc | not_funded | c\nd | sent | lost")
    assert circle.chains == ()
    assert stages(circle) == {"a": "sent", "b": "sent", "c": "not_funded", "d": "sent"}


def test_an_application_that_goes_out_only_later_is_not_told_yet():
    assert stages(of("id | sent | state\nold | 2019 | sent\nlater | 2021 | sent")) == {"old": "sent"}


def years(found):
    return {one.year: (one.state, *one.entries) for one in found.years}


def test_years_that_nothing_pays_for_are_told_as_such():
    drawn = "id | covers_from | covers_to | state\none | 2017 | 2018-06 | ended\ntwo | 2018 | | funded"
    activities = "id | date\nfeast | 2020-05"
    assert years(of(drawn, activities, started="2016")) == {
        2016: ("uncovered",),
        2017: ("covered", "one"),
        2018: ("covered", "one", "two"),
        2019: ("uncovered",),
        2020: ("uncovered",),
    }


def test_years_after_the_last_entry_are_unknown_and_not_unpaid():
    found = of("", "id | date\nfeast | 2018-05", started="2018")
    assert years(found) == {2018: ("uncovered",), 2019: ("unknown",), 2020: ("unknown",)}
    assert found.uncovered == (2018,)


def test_a_grant_that_runs_on_covers_years_in_which_nothing_else_is_recorded():
    found = of("id | covers_from | covers_to\none | 2018 | 2022", started="2018")
    assert years(found) == {year: ("covered", "one") for year in (2018, 2019, 2020)}


def test_a_programme_that_has_ended_has_no_years_after():
    assert list(years(of("", "id | date\nfeast | 2019", started="2017", ended="2018"))) == [2017, 2018]


def test_without_a_start_the_years_begin_with_the_first_entry_and_without_entries_there_are_none():
    assert list(years(of("", "id | date\nfeast | 2019-05"))) == [2019, 2020]
    assert of("").years == ()


def test_only_money_that_was_granted_pays():
    drawn = "id | covers_from | state\none | 2019 | sent\ntwo | 2019 | not_funded\nthree | 2019 | idea"
    found = of(drawn, started="2019")
    assert found.uncovered == (2019,)
    assert found.secured == ()


def test_a_secured_source_without_years_or_sum_says_so():
    found = of("id | covers_from | amount\none | | 5\ntwo | 2019 |")
    assert (found.secured, found.yearless, found.unpriced) == (("one", "two"), ("one",), ("two",))


def test_a_cover_that_ends_before_it_begins_covers_nothing():
    assert of("id | covers_from | covers_to\none | 2019 | 2018", started="2019").uncovered == (2019,)


@pytest.mark.parametrize(
    "case",
    **cases("""
    what        | state      | covers_from | covers_to | reason
    idea        | idea       |             |           | not_secured
    sent        | sent       | 2020        |           | not_secured
    refused     | not_funded |             |           | refused
    over        | funded     | 2018        | 2019      | ran_out
    ended       | ended      | 2018        |           | ran_out
    to come     | funded     | 2021        |           | to_come
    paying      | funded     | 2019        | 2020      |
    endless     | funded     |             |           |
    """),
)
def test_a_running_cost_is_open_unless_money_pays_today(case):
    found = of(f"id|cost|state|covers_from|covers_to\none|running|{case.state}|{case.covers_from}|{case.covers_to}")
    assert [one.reason for one in found.open_costs] == ([case.reason] if case.reason else [])


def test_what_is_paid_once_leaves_no_running_cost():
    assert of("id | cost | state\none | one_off | idea\ntwo | | idea").open_costs == ()


def test_a_running_cost_is_not_open_where_a_later_entry_pays_for_the_same_action():
    drawn = """
    id  | cost    | state  | covers_from | covers_to | actions
    old | running | funded | 2018        | 2018      | a b
    new | running | funded | 2020        | 2020      | b
    """
    assert of(drawn).open_costs == ()


def test_a_refused_running_cost_that_is_put_in_again_is_told_once():
    found = of("id | cost | state | resubmits\na | running | not_funded |\nb | running | sent | a")
    assert [(one.entry, one.reason) for one in found.open_costs] == [("b", "not_secured")]


def test_sums_of_different_currencies_are_never_added():
    drawn = """
    id    | amount | currency | state
    one   | 100    | PLN      | funded
    two   | 50     | EUR      | ended
    three | 25     | PLN      | ended
    four  | 1000   | PLN      | sent
    five  | 7      |          | funded
    """
    assert {one.currency: one.amount for one in of(drawn).money} == {"PLN": 125, "EUR": 50, "": 7}


def test_a_new_source_counts_once_and_only_when_it_has_paid():
    drawn = """
    id    | origin_en | novelty     | state
    one   | Fund      | new         | funded
    two   | Fund      | new         | ended
    three | Budget    | traditional | funded
    four  | Sponsor   | new         | idea
    five  |           | new         | funded
    """
    assert of(drawn).new_sources == ("one", "five")
