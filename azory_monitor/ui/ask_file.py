"""Which file, and which table it holds where the person knows better than its headings."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.tables import TABLES
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import Incoming, bring, incoming
from azory_monitor.ui.markup import element, plain, together, word_in_style
from azory_monitor.ui.show_text import show_note
from azory_monitor.ui.uploads import drop_upload

FILE = "file"
_ROUND = "upload-round"


def ask_file(page: Page) -> None:
    """The file, kept while the visitor looks elsewhere; any kind is taken, so that a refusal is in our words."""
    key = f"file-{st.session_state.setdefault(_ROUND, 0)}"
    most = page.speaker.number(st.get_option("server.maxUploadSize"))
    st.html(_in_our_words(page, most))
    file = st.file_uploader(page.say("file"), key=key, on_change=_take, args=(key,))
    show_note(page, page.say("most", most=most))
    came = incoming(FILE)
    if came and file is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(element("p", page.say("still_here", file=came.name), class_="text"))
            if st.button(page.say("forget"), type="tertiary"):
                forget_file()
                st.rerun()
    table = _ask_table(page)
    if came:
        came.table = table


def _take(key: str) -> None:
    """Take what the uploader holds; of a file that the server no longer has, nothing."""
    file = st.session_state[key]
    held = file if hasattr(file, "getvalue") else None
    bring(FILE, Incoming(held.file_id, held.name, held.getvalue()) if held else None)


def _in_our_words(page: Page, most: str) -> Markup:
    """Streamlit's uploader speaks English only; its button and its refusals get our words by the style sheet.

    Of a refusal the browser tells nothing but that there was one, so that the words name both reasons.
    """
    refused = word_in_style("refused-file", page.say("refused", most=most))
    return together([word_in_style("choose-file", page.say("choose")), refused])


def forget_file() -> None:
    """Empty the uploader for the next file, and the memory of this one."""
    came = incoming(FILE)
    if came:
        drop_upload(came.id)
    bring(FILE, None)
    st.session_state[_ROUND] += 1


def _ask_table(page: Page) -> str:
    table = st.selectbox(
        plain(page.say("table.label")),
        list(TABLES),
        index=None,
        format_func=lambda name: page.speaker.say(f"table.{name}"),
        placeholder=page.say("table.automatic"),
        key="upload-table",
        persist_state="session",
    )
    return table or ""
