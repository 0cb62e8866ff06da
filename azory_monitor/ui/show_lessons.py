"""What came of the programme and what was learned from it."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.chronicle import Unplaced
from azory_monitor.model.register import Lesson, Outcome
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.named import action_name, origin
from azory_monitor.ui.show_text import show_empty


def told_outcomes(page: Page) -> str:
    """How many outcomes there are, and how many actions came to none."""
    if not page.programme.outcomes:
        return page.say("nothing")
    unplaced = len(page.answer("without_outcome"))
    outcomes = page.count("headline", len(page.programme.outcomes))
    return page.count("placed", unplaced, outcomes=outcomes) if unplaced else page.say("all_placed", outcomes=outcomes)


def show_outcomes(page: Page) -> None:
    """Each outcome with the actions and objectives it maps to."""
    st.html(_outcomes(page))


@finished
def _outcomes(page: Page) -> Markup:
    return listed([_outcome(page, row) for row in page.programme.outcomes.values()], class_="entries")


def show_unplaced(page: Page) -> None:
    """The actions that no outcome names."""
    st.html(listed([_unplaced(page, one) for one in page.answer("without_outcome")], class_="plain"))


def show_lessons(page: Page, kind: str) -> None:
    """Lessons, or hints, under their headings where they have one."""
    found = [row for row in page.programme.lessons.values() if row.kind == kind]
    if not found:
        show_empty(page, "no_lesson")
        return
    st.html(_lessons(page, found))


@finished
def _lessons(page: Page, found: list[Lesson]) -> Markup:
    headings = dict.fromkeys(page.speaker.text(row.heading) for row in found)
    return together(_under(page, heading, found) for heading in headings)


def _under(page: Page, heading: str, found: list[Lesson]) -> Markup:
    rows = [_lesson(page, row) for row in found if page.speaker.text(row.heading) == heading]
    head = element("h3", heading) if heading else ""
    return together([head, listed(rows, class_="plain")])


def _lesson(page: Page, row: Lesson) -> Markup:
    place = element("span", origin(page, "", row.locator), class_="origin") if row.locator else ""
    return together([page.speaker.text(row.name), " ", place])


def _outcome(page: Page, row: Outcome) -> Markup:
    programme, text = page.programme, page.speaker.text
    actions = [action_name(page, programme.actions[id]) for id in row.actions]
    objectives = [f"{programme.objectives[id].number}. {text(programme.objectives[id].short)}" for id in row.objectives]
    parts = [
        element("p", page.say("outcome", number=row.number, name=text(row.name)), class_="title"),
        element("p", text(row.note)) if row.note else "",
        facts(
            [
                (page.say("actions"), listed(actions, class_="plain") if actions else ""),
                (page.say("objectives"), "; ".join(objectives)),
            ]
        ),
        element("p", origin(page, "", row.locator), class_="origin") if row.locator else "",
    ]
    return together(parts)


def _unplaced(page: Page, one: Unplaced) -> str:
    actions = page.programme.actions
    name = action_name(page, actions[one.action])
    return page.say("twin", action=name, twin=actions[one.twin].code or one.twin) if one.twin else name
