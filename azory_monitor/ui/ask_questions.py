"""What the monitor must ask before a file can be kept: nothing is guessed, and everything is asked at once."""

import streamlit as st

from azory_monitor.handed import Handed
from azory_monitor.model.batch import Asked
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import Incoming
from azory_monitor.ui.markup import plain
from azory_monitor.ui.offered import SIGNS, choice_in_words
from azory_monitor.words import sentences

FEW = 4
"""Up to so many choices are all shown at once; of more, one is searched for by its name."""


def ask_questions(page: Page, handed: Handed, came: Incoming) -> None:
    """Every open question; those that were answered are settled, the others stay."""
    with st.form("questions"):
        given = {asked.key: _ask(page, handed.reading.table, asked, came) for asked in handed.questions}
        if st.form_submit_button(page.say("questions.answer"), type="primary"):
            came.answer({key: choice for key, choice in given.items() if choice is not None})
            st.rerun()


def _ask(page: Page, table: str, asked: Asked, came: Incoming) -> str | None:
    question, key = plain(sentences.question_sentence(page.speaker, asked)), f"question-{came.id}-{asked.key}"
    if not asked.choices:
        return (st.text_input(question, value=asked.proposed, key=key) or "").strip() or None
    proposed = asked.choices.index(asked.proposed) if asked.proposed in asked.choices and asked.proposed else None
    offered = {choice: _offered(page, table, asked, choice) for choice in asked.choices}
    if len(offered) > FEW:
        placeholder = page.say("questions.choose")
        return st.selectbox(
            question, asked.choices, index=proposed, format_func=offered.get, key=key, placeholder=placeholder
        )
    return st.radio(question, asked.choices, index=proposed, format_func=lambda choice: plain(offered[choice]), key=key)


def _offered(page: Page, table: str, asked: Asked, choice: str) -> str:
    if asked.key == "decimal" and choice in SIGNS:
        return page.speaker.say(f"ask.choice.decimal.{SIGNS[choice]}")
    return asked.called.get(choice) or choice_in_words(page, table, asked.key, choice)
