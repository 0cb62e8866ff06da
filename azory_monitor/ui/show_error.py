"""What went wrong, in a sentence, without a traceback."""

import logging
import traceback

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.ui.markup import element, together
from azory_monitor.words import sentences
from azory_monitor.words.speaker import Speaker, languages, speaker

_STREAMLITS_OWN = "Uncaught app execution"
_ABOUT_THE_PROGRAM = (AttributeError, ImportError, IndexError, NameError, RecursionError, TypeError)
"""Faults whose sentences name what stands in the program; those of others repeat values."""

# Streamlit would write a fault down once more, with the values that its sentence repeats.
logging.getLogger("streamlit.error_util").addFilter(lambda record: record.msg != _STREAMLITS_OWN)


def places_of(fault: BaseException) -> str:
    """Where in the program a fault happened, what kind it is and what it came from, without any value."""
    earlier = fault.__cause__ or fault.__context__
    said = f": {fault}" if isinstance(fault, _ABOUT_THE_PROGRAM) else ""
    said = f": {fault.key}" if isinstance(fault, MonitorError) else said
    lines = [places_of(earlier), "which led to"] if earlier else []
    return "\n".join([*lines, *map(str.rstrip, traceback.format_tb(fault.__traceback__)), type(fault).__name__ + said])


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
    """A fault of ours: by its places in the log, in words on the page (True: nothing else is shown there)."""
    logging.getLogger("azory_monitor").error("A page failed\n%s", places_of(fault))
    chosen = st.session_state.get("lang")
    speaking = speaker(chosen if chosen in languages() else languages()[0])
    st.html(element("p", speaking.say("show.error.fault"), class_="told error", role="alert"))
    return True
