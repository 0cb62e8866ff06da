"""Two states side by side: what came in between them, what was corrected, which verdicts turned."""

import streamlit as st

from azory_monitor.changes import changes
from azory_monitor.errors import MonitorError
from azory_monitor.model.presented import Section
from azory_monitor.ui.ask_choice import ask_choice
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import listed, plain
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_empty, show_paragraph
from azory_monitor.view import View
from azory_monitor.words import sentences, tables

NOW = "now"
"""Names the present state in a link, as on the command line."""

_FOLDED = 15
"""A table of more rows is opened on request."""


def show_between(page: Page) -> None:
    """The choice of two states, what they differ in as one sentence, then kind by kind."""
    names = [snapshot.name for snapshot in reversed(page.monitor.snapshots())]
    if not names:
        show_empty(page, "nothing_to_compare")
        return
    choices = [*dict.fromkeys((NOW, *names))]
    with st.container(horizontal=True):
        called = {NOW: page.say("present")}
        start, end = (
            ask_choice(page.say(key), key, choices, lambda one: called.get(one, one), default)
            for key, default in (("from", names[0]), ("to", NOW))
        )
    if start == end:
        show_paragraph(page, page.say("same"))
        return
    before, after = (_state(page, one) for one in (start, end))
    try:
        found = changes(before, after)
    except MonitorError as error:
        show_error(page.speaker, error)
        return
    show_paragraph(page, sentences.changes_headline(page.speaker, found))
    for section in tables.changes_sections(page.speaker, (before.programme, after.programme), found):
        _show(page, section)


def _state(page: Page, name: str) -> View:
    return page.monitor.view(snapshot="" if name == NOW else name)


def _show(page: Page, section: Section) -> None:
    st.subheader(plain(section.title), anchor=False)
    if len(section.sentences) == 1:
        show_paragraph(page, section.sentences[0])
    elif section.sentences:
        st.html(listed(section.sentences, class_="plain"))
    for number, table in enumerate(section.tables, start=1):
        name = f"{page.name}-{section.title}-{number}"
        if len(table.rows) > _FOLDED:
            with st.expander(f"{plain(table.caption)} – {page.count('whole', len(table.rows))}"):
                show_table(page, table, name, caption=False)
        else:
            show_table(page, table, name, caption=len(section.tables) > 1)
