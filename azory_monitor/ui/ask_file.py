"""A file from the coordinator: which file, which table, and what the monitor must ask before it can read it."""

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.handed import Handed
from azory_monitor.model.batch import Asked
from azory_monitor.model.row import headers
from azory_monitor.model.tables import TABLES
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.show_error import show_error
from azory_monitor.words import sentences
from azory_monitor.words.speaker import languages

_HANDED, _ROUND = "handed", "upload-round"
FEW = 4
"""Up to so many choices are all shown at once."""


def ask_file(page: Page) -> Handed | None:
    """The file as read and checked against the state now; None while there is none, or it cannot be read.

    What was checked is kept until file, table or answers change, so that exactly what the person saw is stored.
    """
    round_ = st.session_state.setdefault(_ROUND, 0)
    st.html(_in_our_words(page))
    file = st.file_uploader(page.say("file"), type=["csv", "txt", "tsv", "xlsx"], key=f"file-{round_}")
    table = _ask_table(page)
    if file is None:
        st.session_state.pop(_HANDED, None)
        return None
    answers = st.session_state.setdefault(f"answers-{file.file_id}", {})
    asked = (file.file_id, table, tuple(sorted(answers.items())))
    if st.session_state.get(_HANDED, (None,))[0] != asked:
        try:
            st.session_state[_HANDED] = (
                asked,
                page.monitor.check(file.name, file.getvalue(), table=table, answers=answers),
            )
        except MonitorError as error:
            st.session_state.pop(_HANDED, None)
            show_error(page.speaker, error)
            return None
    return st.session_state[_HANDED][1]


def _in_our_words(page: Page) -> str:
    """Streamlit's uploader speaks English only; its button gets our word by style, which the style sheet puts there."""
    word = page.say("choose").replace("\\", "").replace('"', "").replace("<", "")
    return f'<style>:root{{--choose-file:"{word}"}}</style>'


def forget_file() -> None:
    """Empty the uploader for the next file."""
    st.session_state.pop(_HANDED, None)
    st.session_state[_ROUND] += 1


def check_again() -> None:
    """Have the same file checked against the state now."""
    st.session_state.pop(_HANDED, None)


def _ask_table(page: Page) -> str:
    """Which table the file holds, where the person knows better than its headings; with an empty file to fill in."""
    with st.expander(page.say("table.title")):
        table = st.selectbox(
            page.say("table.label"),
            list(TABLES),
            index=None,
            format_func=lambda name: page.speaker.say(f"table.{name}"),
            placeholder=page.say("table.automatic"),
            key="upload-table",
        )
        wanted = table or next(reversed(TABLES))
        st.download_button(
            page.say("template", table=page.speaker.say(f"table.{wanted}")),
            data="\ufeff" + ",".join(headers(TABLES[wanted], languages())) + "\r\n",
            file_name=f"{wanted}.csv",
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
        )
    return table or ""


def ask_questions(page: Page, handed: Handed) -> None:
    """What must be answered before the file can be kept; nothing is guessed."""
    file_id = st.session_state[_HANDED][0][0]
    with st.form("questions"):
        given = {asked.key: _ask(page, asked) for asked in handed.questions}
        if st.form_submit_button(page.say("questions.answer")) and all(given.values()):
            st.session_state[f"answers-{file_id}"] |= given
            st.rerun()


def _ask(page: Page, asked: Asked) -> str | None:
    question, key = plain(sentences.question_sentence(page.speaker, asked)), f"question-{asked.key}"
    offered = {choice: _offered(page, asked, choice) for choice in asked.choices}
    if len(offered) > FEW:
        return st.selectbox(question, asked.choices, index=None, format_func=offered.get, key=key)
    return st.radio(question, asked.choices, index=None, format_func=lambda choice: plain(offered[choice]), key=key)


_SIGNS = {".": "point", ",": "comma"}


def _offered(page: Page, asked: Asked, choice: str) -> str:
    """A choice in words: a sign by what it does, an indicator or area by its name, anything else as the file has it."""
    if choice in _SIGNS:
        return page.speaker.say(f"ask.choice.{asked.key}.{_SIGNS[choice]}")
    known = page.programme.indicators.get(choice) or page.programme.areas.get(choice)
    return page.speaker.text(known.name) if known else choice
