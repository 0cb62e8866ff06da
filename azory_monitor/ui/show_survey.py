"""What people say beside what is recorded, the scale that something is judged by, the steps that are to be reached."""

import streamlit as st

from azory_monitor.model.programme import Indicator
from azory_monitor.model.yardstick import Milestone
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.named import indicator_name
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_paragraph, show_section, told_comparisons
from azory_monitor.words import tables


def show_survey(page: Page, indicator: Indicator, area: str) -> None:
    """The waves of a survey indicator with its question; nothing for an indicator that comes from no survey."""
    if not indicator.question:
        return
    show_section(page, "survey")
    show_paragraph(page, page.say("question", question=page.speaker.text(indicator.question)))
    waves = page.answer("waves", indicator=indicator.id, area=area)
    if waves:
        show_state_table(page, tables.waves_table, waves, name="waves")
    else:
        show_empty(page, "no_wave")


def show_beside(page: Page, indicator: Indicator, area: str) -> None:
    """The indicator to be read beside this one: what is recorded beside what people say."""
    other = page.answer("beside", indicator=indicator.id)
    if not other:
        return
    show_section(page, "beside")
    compared = page.answer("comparisons", indicator=other, area=area, comparable=True, against="area")
    told = told_comparisons(page, compared[-1:])
    show_paragraph(page, told or page.say("beside_nothing", name=indicator_name(page, other)))
    page.show_link("indicator", indicator_name(page, other), indicator=other)


def show_scale(page: Page, indicator: Indicator) -> None:
    """The described grades of an indicator that is judged, lowest first."""
    grades = [row for row in page.programme.grades.values() if row.indicator == indicator.id]
    named = [
        (f"{page.speaker.number(row.value)} – {page.speaker.text(row.name)}", page.speaker.text(row.meaning) or "–")
        for row in sorted(grades, key=lambda row: row.value or 0)
    ]
    if named:
        show_section(page, "scale")
        st.html(facts(named, class_="facts wide"))


def show_milestones(page: Page, indicator: Indicator) -> None:
    """The steps that mark an indicator's way, each with when it was planned and when it was reached."""
    steps = [row for row in page.programme.milestones.values() if row.indicator == indicator.id]
    if steps:
        show_section(page, "milestones")
        st.html(listed([_step(page, row) for row in steps], class_="entries small"))


def _step(page: Page, row: Milestone) -> object:
    speaker = page.speaker
    planned = page.say("planned", when=speaker.period(row.planned)) if row.planned else ""
    reached = page.say("reached", when=speaker.period(row.reached)) if row.reached else page.say("not_reached")
    return together(
        [
            element("p", speaker.text(row.name), class_="title"),
            element("p", " · ".join(filter(None, (reached, planned))), class_="meta"),
        ]
    )
