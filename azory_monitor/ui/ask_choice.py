"""A choice that stays in the link by id, so that the link opens the same view in any language."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from azory_monitor.ui.markup import plain


def ask_choice(label: str, key: str, choices: Sequence[str], named: Callable[[str], str], default: str = "") -> str:
    """One of the choices; the link's wins, else ``default``, else the first."""
    _take_from_link(key, choices, default or choices[0])
    return st.selectbox(plain(label), choices, key=key, format_func=named, on_change=_put_in_link, args=(key,))


def ask_filter(label: str, key: str, choices: Sequence[str], named: Callable[[str], str], everything: str) -> str:
    """One of the choices, or none: then ``everything`` is shown and the answer is empty."""
    _take_from_link(key, choices, None)
    chosen = st.selectbox(
        plain(label),
        choices,
        index=None,
        key=key,
        format_func=named,
        placeholder=everything,
        on_change=_put_in_link,
        args=(key,),
    )
    return chosen or ""


def words_for(choices: Iterable[str], named: Callable[[str], str]) -> Callable[[str], str]:
    """What each choice is called, worked out now.

    Streamlit keeps what a widget is given as long as its window is open, so a widget whose key changes is given words,
    never a function that holds the page and its state.
    """
    return {choice: named(choice) for choice in choices}.__getitem__


def take_linked(key: str, choices: Sequence[str]) -> None:
    """Let the link decide what a widget shows that keeps its own choice from page to page."""
    linked = st.query_params.get(key)
    if linked in choices:
        st.session_state[key] = linked


def put_linked(key: str, otherwise: str) -> None:
    """Put into the link what such a widget shows, unless it shows ``otherwise`` without any."""
    if st.session_state.get(key, otherwise) == otherwise:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = st.session_state[key]


def _take_from_link(key: str, choices: Sequence[str], otherwise: str | None) -> None:
    linked = st.query_params.get(key, "")
    st.session_state[key] = linked if linked in choices else otherwise


def _put_in_link(key: str) -> None:
    if st.session_state[key]:
        st.query_params[key] = st.session_state[key]
    else:
        st.query_params.pop(key, None)
