"""What went wrong, in a sentence, without a traceback."""

import logging

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.ui.markup import element, together
from azory_monitor.words import sentences
from azory_monitor.words.speaker import Speaker, languages, speaker


def show_error(speaker: Speaker, error: MonitorError, about: str = "") -> None:
    """A refusal or a damage that we know, with its reason, and what it is ``about`` where that is not plain."""
    st.html(
        element(
            "div",
            together(
                [
                    element("p", about or speaker.say("show.error.title"), class_="label"),
                    element("p", sentences.error_sentence(speaker, error)),
                ]
            ),
            class_="told error",
            role="alert",
        )
    )


def show_fault(fault: Exception) -> bool:
    """A fault of ours: in full in the log, in words on the page (True: nothing else is shown there)."""
    logging.getLogger("azory_monitor").error("A page failed", exc_info=fault)
    chosen = st.session_state.get("lang")
    speaking = speaker(chosen if chosen in languages() else languages()[0])
    st.html(element("p", speaking.say("show.error.fault"), class_="told error", role="alert"))
    return True
