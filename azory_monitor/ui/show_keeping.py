"""How the data are kept, where that needs a word: why nothing can be stored for now, and what was mended."""

import streamlit as st

from azory_monitor.access import may
from azory_monitor.access.rules import Someone
from azory_monitor.monitor import Monitor
from azory_monitor.ui.markup import element, together
from azory_monitor.ui.menu import MENU, address
from azory_monitor.words import sentences
from azory_monitor.words.speaker import Speaker

_WHERE_DATA_COME_IN = {address(name) for name in MENU["contribute"]}


def show_keeping(monitor: Monitor, speaker: Speaker, actor: Someone, page: str) -> None:
    """Told to whoever may store something, to others it makes no difference; what was mended where data come in."""
    if not may(actor, "keep"):
        return
    notices = monitor.notices if page in _WHERE_DATA_COME_IN else ()
    told = sentences.notice_sentences(speaker, notices, monitor.apart)
    if told:
        st.html(element("div", together([element("p", one) for one in told]), class_="told error", role="status"))
