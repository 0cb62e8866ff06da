"""What the person has said of a file, each with a way to take it back."""

import streamlit as st

from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import Incoming
from azory_monitor.ui.markup import element, plain
from azory_monitor.ui.offered import answer_in_words

_MOST = 8
"""More answers than this stand in a frame of their own that scrolls."""


def show_answers(page: Page, came: Incoming, table: str = "") -> None:
    """Every answer but the mended cells, which are listed with the problems."""
    given = {key: choice for key, choice in came.answers.items() if key not in came.mends}
    if not given:
        return
    with st.expander(page.count("answers.title", len(given))):
        if st.button(page.say("answers.take_all_back"), key="answers-all", type="tertiary"):
            came.take_back(list(given))
            st.rerun()
        with st.container(height=360 if len(given) > _MOST else "content", border=False, key="answers"):
            for key, choice in given.items():
                _show(page, came, table, key, choice)


def _show(page: Page, came: Incoming, table: str, key: str, choice: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        said = answer_in_words(page, table, key, choice)
        st.html(element("p", said, class_="text"), width="stretch")
        if st.button(page.say("answers.change"), key=f"answer-{key}", type="tertiary", help=plain(said)):
            came.take_back([key])
            st.rerun()
