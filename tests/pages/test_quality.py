"""The page on data quality: with the programme as it came, with agreed times, in an earlier state, after a fault."""

import pytest

from azory_monitor.access import Actor
from azory_monitor.errors import Refused
from azory_monitor.monitor import open_monitor
from azory_monitor.view import View
from azory_monitor.words.speaker import languages, speaker
from tests.pages.conftest import shown, visit

ANNA = Actor("Anna", "coordinator")


AGREED = (
    "id,name_en,kind,measure,unit_en,direction,frequency\n"
    "box-users,Exchange box,output,count,person|people,higher,yearly\n"
)
"""One indicator is counted every year from now on."""


def hand_in(text, table=""):
    monitor = open_monitor()
    handed = monitor.check("values.csv", text.encode(), table=table)
    assert not handed.faults and not handed.questions
    monitor.keep(handed, ANNA)


def said(name, *, of="quality", language="en", **values):
    return speaker(language).say(f"page.{of}.{name}", **values)


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("language", languages())
def test_the_page_answers_first_and_says_where_nothing_is_odd(language):
    app = visit("quality", lang=language)
    page = shown(app)
    assert not app.exception
    assert "30" in page.split('class="headline">')[1].split("<")[0]
    assert said("no_outliers", language=language) in page
    assert next(header.value for header in app.header) == said("owed", language=language)


@pytest.mark.usefixtures("seeded")
def test_what_is_told_here_is_not_told_on_the_page_on_method_again():
    assert "14,000" in shown(visit("quality", lang="en"))
    assert "14,000" not in shown(visit("method", lang="en"))


@pytest.mark.usefixtures("own_home")
def test_what_is_handed_in_changes_what_is_owed_and_odd_but_not_as_of_before():
    hand_in(AGREED, "indicators")
    hand_in("indicator,area,period,value\nbox-users,azory,2022,4\nbox-users,azory,2023,61\n")
    now, then = shown(visit("quality", lang="en")), shown(visit("quality", lang="en", as_of="1"))
    assert "61\N{NO-BREAK SPACE}people" in now and "61\N{NO-BREAK SPACE}people" not in then
    assert ">2024, 2025<" in now and ">2024, 2025<" not in then
    assert said("no_outliers") in then and said("no_outliers") not in now
    assert "after batch 1" in then


@pytest.mark.usefixtures("seeded")
def test_a_refusal_is_told_and_ends_the_page(monkeypatch):
    def refuse(view):
        raise Refused("error.name_empty")

    monkeypatch.setattr(View, "dues", lambda view, owner="": refuse(view))
    app = visit("quality", lang="en")
    assert not app.exception
    assert 'role="alert"' in shown(app)


@pytest.mark.usefixtures("own_home")
def test_the_overview_says_in_one_line_what_is_owed_and_leads_on():
    hand_in(AGREED, "indicators")
    hand_in("indicator,area,period,value\nbox-users,azory,2022,4\n")
    page = shown(visit("overview", lang="en"))
    assert "value is owed" in page or "values are owed" in page
