"""Words that somebody looks for; they stay in the link."""

import streamlit as st

from azory_monitor.ui.markup import plain

LONGEST = 80


def ask_words(label: str, key: str) -> str:
    """What is typed into the field, without spaces around it; the link's words win."""
    st.session_state[key] = st.query_params.get(key, "")[:LONGEST]
    st.text_input(plain(label), key=key, max_chars=LONGEST, on_change=_put_in_link, args=(key,))
    return st.session_state[key].strip()


def _put_in_link(key: str) -> None:
    words = st.session_state[key].strip()
    if words:
        st.query_params[key] = words
    else:
        st.query_params.pop(key, None)
