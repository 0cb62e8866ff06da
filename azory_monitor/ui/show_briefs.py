"""One topic on one page, to be taken along."""

from functools import partial

import streamlit as st

from azory_monitor.report import topic_name, topics
from azory_monitor.ui.ask_choice import ask_choice
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.show_text import show_empty, show_paragraph


def show_briefs(page: Page) -> None:
    """The choice of a theme or an objective, and its page as a file."""
    found = topics(page.view)
    if not found:
        show_empty(page, "no_topics")
        return
    show_paragraph(page, page.say("briefs_lead"))
    names = {topic: topic_name(page.view, page.speaker, topic) for topic in found}
    topic = ask_choice(page.say("topic"), "topic", found, lambda one: names[one])
    st.download_button(
        plain(page.say("save_brief", topic=names[topic])),
        data=partial(_brief, page, topic),
        file_name=f"{topic.replace(':', '-')}-{page.speaker.language}.html",
        mime="text/html",
        key="save-brief",
        on_click="ignore",
    )


def _brief(page: Page, topic: str) -> bytes:
    """Text alone: made at a click, in milliseconds."""
    from azory_monitor.exporting import brief_page  # the office libraries are loaded when a file is wanted

    snapshot = page.view.batch.name if page.view.batch.what == "snapshot" else ""
    return brief_page(page.view, topic, page.speaker.language, snapshot)
