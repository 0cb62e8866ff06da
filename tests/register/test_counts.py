"""What is counted, what is not, and what is said of a number that is not whole."""

import pytest

from tests.compare.drawn import cases
from tests.register.written import TODAY, by_period, counted, drawn, shown

EVENTS = """
id       | date       | kind    | state     | organisers | partners | present | initiator | actions
feast-1  | 2018-05-01 | feast   | held      | city       | club     |         | resident  | a
feast-2  | 2018       | feast   | held      | club       |          | city    | ngo       |
walk     | 2019-02    | patrol  | under_way | city park  |          |         |           |
mending  | undated    | other   | under_way |            |          |         |           | a
talks    | undated    | meeting | held      | park       |          | club    | resident  |
planned  | 2019-03    | feast   | planned   | city       |          |         |           |
unsure   | 2019-03    | feast   | unknown   | city       |          |         |           |
tomorrow | 2020-07-01 | feast   | held      | city       |          |         |           |
"""


def test_what_was_held_or_is_under_way_counts_and_nothing_planned_unsure_or_still_to_come():
    found = counted(drawn(EVENTS, "by=whole"))
    assert found.entries == ("feast-1", "feast-2", "walk", "mending", "talks")
    assert (found.value, found.period, found.table) == (5.0, "", "activities")


def test_a_year_counts_what_began_in_it_and_undated_entries_stand_by_themselves():
    found = counted(drawn(EVENTS))
    assert by_period(found) == {"2018": (2.0, ""), "2019": (1.0, ""), "undated": (2.0, "")}
    assert (found.value, found.period, found.entries) == (1.0, "2019", ("walk",))


def test_an_event_of_tomorrow_counts_tomorrow():
    assert counted(drawn(EVENTS), TODAY.replace(month=7, day=1)).period == "2020"


def test_a_school_year_counts_where_it_starts():
    assert by_period(counted(drawn("id | date\nclub | 2018/2019"))) == {"2018": (1.0, "")}


CONDITIONS = """
condition                       | met by
kinds=feast                     | feast-1 feast-2
kinds=feast+patrol              | feast-1 feast-2 walk
organised_by=club               | feast-1 feast-2
organised_by=park+club          | feast-1 feast-2 walk talks
actions=a                       | feast-1 mending
initiators=resident+ngo         | feast-1 feast-2 talks
least_organisers=1              | feast-1 feast-2 walk talks
least_organisers=2              | feast-1 walk
kinds=feast least_organisers=2  | feast-1
organised_by=city kinds=meeting |
"""


@pytest.mark.parametrize("case", **cases(CONDITIONS))
def test_an_entry_must_meet_every_condition_that_is_filled(case):
    found = counted(drawn(EVENTS, f"by=whole {' '.join(case.condition.split())}"))
    assert found.entries == tuple(vars(case)["met by"].split())
    assert found.value == (len(found.entries) or None)
    assert found.reason == ("" if found.entries else "nothing_recorded")


SAME = """
entries               | counted
a- b-                 | a b
a- b>a                | a
a>b b-                | b
a>b b>c c-            | c
a>b b>a               | a
b>a a>b               | a
c>a a>b b>a           | a
a>a                   | a
a>b b>c c>d d>b       | b
"""


@pytest.mark.parametrize("case", **cases(SAME))
def test_entries_of_one_event_count_once_however_they_point_at_each_other(case):
    told = [(one[0], one[2:]) for one in case.entries.split()]
    events = "id | date | same_as\n" + "\n".join(f"{id} | 2018 | {same}" for id, same in told)
    assert counted(drawn(events)).entries == tuple(case.counted.split())


def test_an_event_counts_where_the_entry_that_the_others_point_at_was_only_planned():
    events = (
        "id | date | state | same_as\nplan | 2018 | planned |\nreal | 2018 | held | plan\nagain | 2018 | held | plan"
    )
    assert counted(drawn(events)).entries == ("real",)


PEOPLE = """
case                                   | first          | second        | third         | value | qualifier | reason
three numbers add up                   | 2018 10        | 2018 20       | 2018-05 12    | 42    |           |
zero is a number                       | 2018 0         |               |               | 0     |           |
no number anywhere is no data          | 2018           | 2018          |               |       |           | no_numbers
a missing number makes it at least     | 2018 10        | 2018          |               | 10    | at_least  |
a rough number makes the sum rough     | 2018 10        | 2018 20 about |               | 30    | about     |
missing outweighs rough                | 2018 10        | 2018 20 about | 2018          | 30    | at_least  |
a bound bounds the sum                 | 2018 10        | 2018 20 more_than |           | 30    | more_than |
bounds on both sides are only about    | 2018 10 at_most | 2018 20 at_least |           | 30    | about     |
persons over a year are not added      | 2018 90 people | 2018-05 40    | 2018-06 30    | 90    | at_least  |
visits win where they are more         | 2018 60 people | 2018-05 40    | 2018-06 30    | 70    | at_least  |
persons of two times that do not touch | 2018-H1 30 people | 2018-H2 20 people |        | 50    |           |
persons of times that overlap          | 2018-H1 30 people | 2018-Q2 20 people |        | 30    | at_least  |
persons alone are exact                | 2018 30 people |               |               | 30    |           |
visits over a time may be added        | 2018 30 visits | 2018-05 20    |               | 50    |           |
undated may be any time                | undated 30 people | 2018-05 20 |               | 30    | at_least  |
"""


@pytest.mark.parametrize("counts", ["attendances", "children"])
@pytest.mark.parametrize("case", **cases(PEOPLE))
def test_people_at_events_add_up_as_far_as_they_are_known(case, counts):
    number = "participants" if counts == "attendances" else counts
    events = f"id | date | {number} | counted | qualifier\n"
    for id, told in zip("abc", (case.first, case.second, case.third), strict=True):
        if told:
            when, many, *marks = [*told.split(), ""]
            of = next((mark for mark in marks if mark in ("people", "visits")), "")
            rough = next((mark for mark in marks if mark not in ("", of)), "")
            events += f"{id} | {when} | {many} | {of} | {rough}\n"
    value = float(case.value) if case.value else None
    assert shown(counted(drawn(events, f"by=whole counts={counts}"))) == (value, case.qualifier, case.reason)


def test_the_figure_of_a_year_is_the_last_one_that_has_a_number():
    events = "id | date | participants\na | 2018 | 5\nb | 2019 |"
    found = counted(drawn(events, "counts=attendances"))
    assert (found.value, found.period) == (5.0, "2018")
    assert by_period(found) == {"2018": (5.0, ""), "2019": (None, "")}


def test_institutions_count_once_whether_they_organise_help_or_come_and_a_part_is_one_of_its_own():
    found = counted(drawn(EVENTS, "counts=institutions by=whole"))
    assert (found.entries, found.value, found.table) == (("city", "club", "park"), 3.0, "institutions")
    assert by_period(found) == {"2018": (2.0, ""), "2019": (2.0, ""), "undated": (2.0, "")}
    assert counted(drawn(EVENTS, "counts=institutions by=whole institution_kinds=ngo")).entries == ("club",)
    nobody = counted(drawn(EVENTS, "counts=institutions by=whole institution_kinds=private"))
    assert shown(nobody) == (None, "", "nothing_recorded")


MONEY = """
id     | origin_en        | origin_pl | funder | novelty | state      | decided | amount | currency
one    | Citizens' budget | Budżet    |        | new     | funded     | 2018-03 | 100    | PLN
two    | CITIZENS'  budget |          |        | new     | ended      | 2019    | 50     | pln
three  |                  | budżet    |        | new     | funded     | 2019    | 25     | PLN
four   |                  |           | club   | new     | funded     | 2019    |        |
five   | City             |           | club   | traditional | funded | 2019    | 999    | PLN
six    | Union            |           |        | new     | sent       |         | 999    | EUR
seven  | State            |           |        | new     | not_funded | 2018    | 999    | PLN
later  | State            |           |        | new     | funded     | 2021    | 999    | PLN
"""


def test_funding_counts_what_was_granted_its_sources_each_once_and_its_money():
    new = "by=whole novelty=new"
    assert shown(counted(drawn(funding=MONEY, derivation=f"counts=fundings {new}"))) == (4.0, "", "")
    assert shown(counted(drawn(funding=MONEY, derivation=f"counts=sources {new}"))) == (2.0, "", "")
    money = counted(drawn(funding=MONEY, derivation=f"counts=money {new}"))
    assert (shown(money), money.amounts) == ((175.0, "at_least", ""), {"PLN": 175.0})


def test_funding_of_other_states_counts_where_a_derivation_names_them():
    found = counted(drawn(funding=MONEY, derivation="counts=fundings by=whole states=sent+not_funded"))
    assert found.entries == ("six", "seven")


def test_different_currencies_are_not_added_up():
    found = counted(drawn(funding=MONEY, derivation="counts=money by=whole states=sent+ended"))
    assert (shown(found), found.amounts) == ((None, "", "currencies_differ"), {"EUR": 999.0, "PLN": 50.0})


def test_an_amount_without_a_currency_and_one_in_another_spelling_are_in_that_of_the_indicator():
    told = "id | decided | amount | currency\na | 2018 | 10 | zł\nb | 2018 | 5 | PLN\nc | 2018 | 1 |"
    found = counted(drawn(funding=told, derivation="counts=money by=whole indicator=costs"))
    assert (found.value, found.amounts) == (16.0, {"PLN": 16.0})


def test_a_grant_of_unknown_origin_may_be_one_that_is_counted_already():
    told = "id | decided | origin_en\na | 2018 | Fund\nb | 2018 |"
    assert shown(counted(drawn(funding=told, derivation="counts=sources by=whole"))) == (1.0, "at_least", "")
    unknown = counted(drawn(funding="id | decided\nb | 2018", derivation="counts=sources by=whole"))
    assert shown(unknown) == (1.0, "at_least", "")


SINCE = """
case                          | dates                 | days | qualifier | reason           | entries
the last day counts           | 2020-06-01 2020-06-20 | 10   |           |                  | b
today is no day ago           | 2020-06-30            | 0    |           |                  | a
a month may have been its end | 2020-05               | 30   | at_least  |                  | a
a day within the last month   | 2020-05 2020-05-31    | 30   |           |                  | a b
a day before the last month   | 2020-05 2020-04-30    | 30   | at_least  |                  | a
the running year may be today | 2020                  | 0    | at_least  |                  | a
undated may have been later   | 2020-06-20 undated    | 10   | at_most   |                  | a b
only undated is not known     | undated               |      |           | undated_only     | a
nothing is not known          |                       |      |           | nothing_recorded |
"""


@pytest.mark.parametrize("case", **cases(SINCE))
def test_days_since_the_last_event_are_exact_only_where_its_day_is_known(case):
    lines = [f"{id} | {date}" for id, date in zip("abc", case.dates.split(), strict=False)]
    found = counted(drawn("\n".join(["id | date", *lines]) if lines else "", "counts=days_since by=whole"))
    assert shown(found) == (float(case.days) if case.days else None, case.qualifier, case.reason)
    assert (found.entries, found.tallies) == (tuple(case.entries.split()), ())


def test_what_is_under_way_is_not_over_so_nothing_is_counted_since_it():
    found = counted(drawn("id | date | state\na | 2020-05-01 | under_way", "counts=days_since by=whole"))
    assert shown(found) == (None, "", "nothing_recorded")


SHARE = {"whole": {"id": "whole", "by": "whole"}, "share": {"id": "share", "by": "whole", "share_of": "whole"}}


def test_a_share_is_given_in_percent_of_the_other_count_with_its_own_entries():
    plan = drawn(EVENTS, whole=SHARE["whole"], share=SHARE["share"] | {"initiators": "resident"})
    found = counted(plan, derivation="share")
    assert (shown(found), found.entries) == ((40.0, "", ""), ("feast-1", "talks"))
    assert by_period(found) == {"2018": (50.0, ""), "undated": (50.0, "")}


def test_a_share_of_nothing_and_a_share_that_nothing_is_recorded_of_have_no_value():
    none = SHARE["share"] | {"kinds": "training"}
    assert shown(counted(drawn(EVENTS, **SHARE | {"share": none}), derivation="share")) == (
        None,
        "",
        "nothing_recorded",
    )
    empty = SHARE["whole"] | {"kinds": "training"}
    assert shown(counted(drawn(EVENTS, **SHARE | {"whole": empty}), derivation="share"))[2] == "nothing_of_whole"


def test_shares_of_each_other_and_of_themselves_come_to_an_end():
    plan = drawn(EVENTS, "by=whole share_of=it")
    assert counted(plan).value == 100.0


@pytest.mark.parametrize(("part", "whole", "said"), [("at_least", "", "at_least"), ("", "at_least", "at_most")])
def test_a_bound_below_the_line_bounds_a_share_the_other_way(part, whole, said):
    events = (
        f"id | date | kind | participants | qualifier\na | 2018 | feast | 10 | {part}\nb | 2018 | other | 30 | {whole}"
    )
    of = {"id": "of", "by": "whole", "counts": "attendances", "kinds": "other"}
    found = counted(drawn(events, "counts=attendances by=whole kinds=feast share_of=of", of=of))
    assert (round(found.value, 2), found.qualifier) == (33.33, said)


def test_the_indicators_that_can_be_followed_are_counted_elsewhere():
    plan = drawn(derivation="counts=ready by=whole")
    assert shown(counted(plan)) == (None, "", "nothing_recorded")
    assert shown(counted(plan, ready=0)) == (0.0, "", "")
    assert counted(plan, ready=7).table == "indicators"
