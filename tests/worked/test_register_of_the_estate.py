"""The estate's own register, as its document of June 2019 leaves it, counted by hand."""

import datetime

import pytest

from azory_monitor.register import counts, with_counted
from tests.register.written import by_period, estate, typed

TODAY = datetime.date(2019, 6, 30)

# L333 lists six meetings of the group: 8 December 2017; 7 February, 6 and 19 April 2018; two without a date.
# Two institutions are named with the garden's feasts (L212), the garden (L295), the leaflets on work (L347) and those
# on help in a crisis (L348): four joint actions, none with a date.  Projects are these and the budget project of 2018
# (L326), the referrals to the labour office (L347) and those in a crisis (L348).  Institutions, without the group, the
# network, the residents and their seniors: in 2018 the welfare centre, the funds bureau, the initiatives office,
# Momi Club (L432), the city departments (L326), the streetworkers (L442); undated the activity point, the welfare
# centre, police, fire service, streetworkers, labour office, crisis centre: eleven in all.
# 19 April 2018 to 30 June 2019 is 437 days.
WORKED = {
    "group-meetings": (6, "", {"2017": (1, ""), "2018": (3, ""), "undated": (2, "")}),
    "joint-actions-a-year": (4, "", {"undated": (4, "")}),
    "joint-projects-so-far": (7, "", {"2018": (1, ""), "undated": (6, "")}),
    "institutions-so-far": (11, "", {"2018": (6, ""), "undated": (7, "")}),
    "crisis-campaigns": (1, "", {"undated": (1, "")}),
    "since-last-meeting": (437, "at_most", {}),
}
NOTHING = {
    "addiction-prevention-campaigns": "nothing_recorded",  # 3.c was not started
    "attendance": "no_numbers",  # "around 400" is of several events together
    "bottom-up": "nothing_recorded",
    "bottom-up-share": "nothing_recorded",
    "new-sources": "nothing_recorded",
    "money-from-new-sources": "nothing_recorded",
}


@pytest.fixture(scope="module")
def found():
    return {count.derivation: count for count in counts(estate(), TODAY)}


@pytest.mark.parametrize("derivation", WORKED)
def test_what_the_document_lists_is_counted(found, derivation):
    value, qualifier, years = WORKED[derivation]
    assert (found[derivation].value, found[derivation].qualifier) == (value, qualifier)
    assert by_period(found[derivation]) == years


@pytest.mark.parametrize("derivation", NOTHING)
def test_what_the_document_does_not_say_is_no_value_and_not_zero(found, derivation):
    assert (found[derivation].value, found[derivation].reason) == (None, NOTHING[derivation])


def test_the_six_meetings_that_were_typed_in_give_way_and_the_four_hundred_people_stay(found):
    rows = with_counted(estate(), typed(), found.values(), TODAY)
    meetings = [row for row in rows if row.indicator == "local-group-meetings"]
    assert [(row.period, row.value, row.source) for row in meetings] == [
        ("2017", 1, "register"),
        ("2018", 4, "register"),
        ("2019", 6, "register"),
    ]
    people = [row for row in rows if row.indicator == "event-participants"]
    assert [(row.period, row.value, row.qualifier, row.status) for row in people] == [("undated", 400, "about", "")]
