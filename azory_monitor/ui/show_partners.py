"""Partners: who works with whom, what each institution does, and what it owes."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.partners import Institution
from azory_monitor.model.partnership import Attendance, Pair
from azory_monitor.ui.finished import finished, told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.led import attendance_led, cooperation_led
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_headline, show_paragraph, show_section
from azory_monitor.words import sentences, tables

AT_MOST = 8
"""So many institutions are listed before the rest is asked for."""


def show_cooperation(page: Page) -> None:
    """The answer, how much it rests on, and the picture."""
    found = page.answer("cooperation")
    note = sentences.cooperation_note(page.speaker, found) if found.took_place else ""
    show_headline(page, told(page, sentences.cooperation_headline, found), note)
    if found.pairs:
        show_chart(page, "cooperation", found, title=False, lead=cooperation_led)
        _show_ties(page, [pair for pair in found.pairs if pair.tie])
    else:
        show_empty(page, "no_pairs")
        page.show_link("upload", page.say("hand_in"))


def _show_ties(page: Page, tied: Sequence[Pair]) -> None:
    if tied:
        show_section(page, "ties")
        st.html(_ties(page, tied))


@finished
def _ties(page: Page, tied: Sequence[Pair]) -> Markup:
    return listed([sentences.tie_sentence(page.speaker, page.programme, pair) for pair in tied], class_="plain")


def show_attendance(page: Page) -> None:
    """Of which meetings it is known who came, and the table of who took part in what."""
    found = page.answer("participation")
    show_paragraph(page, sentences.participation_note(page.speaker, found))
    if any(one.took_part or one.listed for one in found.entries):
        with st.expander(page.say("attendance_table")):
            name = f"{page.name}-attendance"
            show_state_table(page, tables.attendance_table, found, name=name, lead=attendance_led)
            page.show_link("journey", page.say("to_journey"))


def show_institutions(page: Page) -> None:
    """Every institution; first those that decide, belong to the local group or were seen."""
    many = len(page.programme.institutions)
    if not many:
        show_empty(page, "no_institutions")
        return
    slot = st.container()
    everybody = many > AT_MOST and st.toggle(page.count("show_all", many), key="all-institutions", bind="query-params")
    slot.html(_institutions(page, many if everybody else AT_MOST))


@finished
def _institutions(page: Page, at_most: int) -> Markup:
    attended = {one.institution: one for one in page.answer("participation").entries}
    found = sorted(page.programme.institutions.values(), key=lambda row: _rank(row, attended[row.id]))[:at_most]
    awaited = _awaited(page)
    degrees = {one.institution: one.degree for one in page.answer("cooperation").partners}
    items = [_institution(page, row, attended[row.id], degrees.get(row.id, 0), awaited[row.id]) for row in found]
    return listed(items, class_="entries")


def _rank(row: Institution, attended: Attendance) -> tuple[bool, bool, int]:
    return not row.decides, row.group_member != "member", -attended.took_part


def _awaited(page: Page) -> Counter[str]:
    """How many values are awaited of each institution: those that are owed, and those that no day was agreed for."""
    owed = [due.owner for due in page.answer("dues") if due.state != "coming"]
    return Counter([*owed, *(series.owner for series in page.answer("unscheduled"))])


def _institution(page: Page, row: Institution, attended: Attendance, degree: int, owed: int) -> Markup:
    speaker = page.speaker
    seen = sentences.attendance_sentence(speaker, attended)
    parts = [
        element("p", speaker.text(row.name), class_="title"),
        element("p", " · ".join(_standing(page, row)), class_="meta"),
        element("p", speaker.text(row.role)) if row.role else "",
        element("p", " ".join(filter(None, (seen, page.count("degree", degree) if degree else "")))),
        element("p", page.say("supplies", what=speaker.text(row.supplies))) if row.supplies else "",
        _owing(page, owed),
    ]
    return together(parts)


def _standing(page: Page, row: Institution) -> Sequence[str]:
    """What it is, its place in the group, since when, and whether the programme waits for its decisions."""
    speaker = page.speaker
    said = [
        speaker.label("choice.kind", row.kind),
        page.say(f"group.{row.group_member}") if row.group_member else "",
        speaker.period_since(row.joined) if row.joined else "",
        speaker.period_end(row.left) if row.left else "",
        page.say("decides") if row.decides else "",
    ]
    return [words for words in said if words]


def _owing(page: Page, owed: int) -> Markup | str:
    if not owed:
        return ""
    return element("p", element("a", page.count("owed", owed), href=page.link("quality"), target="_self"))
