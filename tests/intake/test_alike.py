"""An entry that looks like one in the register is told before it is kept, with the entry it looks like."""

import dataclasses

import pytest

from azory_monitor import intake
from azory_monitor.model.partners import Funding, Institution
from azory_monitor.model.programme import Theme
from azory_monitor.model.register import Activity, Barrier
from tests.compare.drawn import cases, rows
from tests.intake.estate import PROGRAMME, TODAY, by_id, told

ACTIVITIES = """
id      | date       | kind          | organisers
ulg-7   | 2019-05-14 | group_meeting | group
feast   | 2019-06    | feast         | club school
someday | 2018       | training      | school
never   | undated    | campaign      | club
"""
REGISTER = dataclasses.replace(
    PROGRAMME,
    institutions=by_id(*(Institution(id=id, name_en=id.title(), kind="ngo") for id in ("group", "club", "school"))),
    themes=by_id(Theme(id="rooms", name_en="Rooms")),
    activities=by_id(*(Activity(title_en=cells["id"], state="held", **cells) for cells in rows(ACTIVITIES))),
    barriers=by_id(
        Barrier(
            id="no-rooms",
            title={"pl": "Brak lokalu na spotkania", "en": "No rooms for meetings"},
            kind="barrier",
            theme="rooms",
        )
    ),
    funding=by_id(
        Funding(id="board", name_en="Box", origin_en="Participatory budget", kind="state", state="idea", sent="2018"),
        Funding(id="later", name_en="Later", origin_en="Another fund", kind="state", state="idea"),
    ),
)  # fmt: skip
KNOWN = intake.known_of(REGISTER)


def alike(table, *lines):
    """The rules told of a file, and the entries named."""
    content = "\n".join(lines).encode("utf-8")
    checked = intake.check(intake.read("file.csv", content, table, {}, KNOWN), KNOWN, TODAY)
    assert told(checked) == []
    return [
        (problem.rule, problem.values["other"], problem.warning)
        for problem in intake.check_alike(table, checked, REGISTER)
    ]


@pytest.mark.parametrize(
    "case",
    **cases("""
    what                                     | date       | kind          | organisers | rule                    | other
    the same kind on the same day            | 2019-05-14 | group_meeting |            | same_kind_and_time      | ulg-7
    the same kind on the next day            | 2019-05-15 | group_meeting | group      |                         |
    one of its organisers on the same day    | 2019-05-14 | training      | club group | same_organiser_and_time | ulg-7
    another kind and organiser that day      | 2019-05-14 | training      | school     |                         |
    a day in the month of an entry by month  | 2019-06-08 | feast         |            | same_kind_and_time      | feast
    a month in which there is a dated entry  | 2019-05    | training      | group      | same_organiser_and_time | ulg-7
    another month                            | 2019-07    | feast         | club       |                         |
    a year says too little                   | 2018       | training      | school     |                         |
    no date says nothing                     | undated    | campaign      | club       |                         |
    """),
)
def test_an_activity_is_alike_by_time_and_by_kind_or_organiser(case):
    found = alike(
        "activities",
        "id,title_en,date,kind,state,organisers",
        f"new,New,{case.date},{case.kind},held,{case.organisers}",
    )
    assert found == ([(case.rule, case.other, True)] if case.rule else [])


def test_the_entry_itself_is_not_like_itself():
    assert alike("activities", "id,title_en,date,kind,state", "ulg-7,Changed,2019-05-14,group_meeting,held") == []


def test_an_entry_that_says_what_it_repeats_is_not_told_again():
    line = "new,New,2019-05-14,group_meeting,held,ulg-7"
    assert alike("activities", "id,title_en,date,kind,state,same_as", line) == []


@pytest.mark.parametrize(
    "case",
    **cases("""
    title                          | language | other
    Brak lokalu na spotkania       | pl       | no-rooms
    brak lokali na spotkanía!      | pl       | no-rooms
    Brak pieniędzy                 | pl       |
    No room for meetings           | en       | no-rooms
    Brak lokalu na spotkania       | en       |
    """),
)
def test_a_barrier_is_alike_by_its_title_without_accents_in_one_language(case):
    found = alike("barriers", f"id,title_{case.language},kind,theme", f"new,{case.title},barrier,rooms")
    assert [other for _, other, _ in found] == ([case.other] if case.other else [])


@pytest.mark.parametrize(
    "case",
    **cases("""
    origin                | sent       | other
    participatory budget  | 2018-11-02 | board
    Participatory budget  | 2019       |
    Participatory budget  |            |
    Another fund          |            |
    Municipal grant       | 2018       |
    """),
)
def test_funding_is_alike_by_origin_and_year(case):
    found = alike("funding", "id,name_en,origin_en,kind,state,sent", f"new,N,{case.origin},state,sent,{case.sent}")
    assert [other for _, other, _ in found] == ([case.other] if case.other else [])


def test_a_table_that_has_no_such_rule_is_left_alone():
    assert alike("themes", "id,name_en", "new,Rooms") == []
