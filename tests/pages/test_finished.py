"""What a page shows is made once for everybody who is shown the same."""

import pytest

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import open_monitor
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page, Visit, Window
from azory_monitor.words.speaker import speaker

ANNA, JAN = Actor("Anna", "coordinator"), Actor("Jan", "reader")


@pytest.fixture(scope="module")
def monitor(seeded):
    return open_monitor(Home(seeded))


@pytest.fixture
def part():
    """A part of a page that notes each time that it is made."""
    made = []

    @finished
    def part(page, *given):
        made.append(given)
        return f"{page.name} {page.speaker.language} {page.visit.actor.role} {page.link('glossary')} {len(made)}"

    part.made = made
    return part


def page(monitor, name="overview", language="en", actor=JAN, view=None, carried=()):
    visit = Visit(monitor, view or monitor.view(), speaker(language), "light", actor, past=False, carried=carried)
    return Page(name, Window(visit))


def test_a_part_is_made_once_for_all_who_are_shown_the_same(monitor, part):
    results = monitor.view().progress()
    told = {part(page(monitor, actor=actor), list(results), "area") for actor in (JAN, ANNA, JAN)}
    assert told == {"overview en reader ./show-glossary? 1"}


def test_what_all_are_shown_is_made_as_somebody_sees_it_who_may_only_read(monitor, part):
    assert "coordinator" not in part(page(monitor, actor=ANNA))


def test_another_language_page_state_link_or_result_is_another_part(monitor, part):
    few, many = monitor.view().progress()[:2], monitor.view().progress()
    earlier = monitor.view(as_of=1, today=monitor.view().today.replace(year=2019))
    asked = [
        (page(monitor), few),
        (page(monitor), many),
        (page(monitor), few, "area"),
        (page(monitor, language="pl"), few),
        (page(monitor, name="quality"), few),
        (page(monitor, view=earlier), few),
        (page(monitor, carried=(("lang", "en"),)), few),
    ]
    told = [part(*one) for one in asked]
    assert len(part.made) == len({*told}) == len(asked)
    assert [part(*one) for one in asked] == told


def test_a_part_that_could_not_be_made_is_tried_again(monitor):
    tried = []

    @finished
    def part(page):
        tried.append(page)
        if len(tried) == 1:
            raise ValueError
        return "made"

    with pytest.raises(ValueError):
        part(page(monitor))
    assert part(page(monitor)) == "made"
