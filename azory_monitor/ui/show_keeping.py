"""How the data are kept, where that needs a word: what was mended, and why nothing can be stored for now."""

import streamlit as st

from azory_monitor.access import may
from azory_monitor.access.rules import Someone
from azory_monitor.monitor import Monitor
from azory_monitor.ui.markup import element, together
from azory_monitor.words import sentences
from azory_monitor.words.speaker import Speaker


def show_keeping(monitor: Monitor, speaker: Speaker, actor: Someone) -> None:
    """Told to whoever may store something, above every page; to all others it makes no difference."""
    told = sentences.notice_sentences(speaker, monitor.notices, monitor.apart)
    if told and may(actor, "keep"):
        st.html(element("div", together([element("p", one) for one in told]), class_="told error", role="status"))
