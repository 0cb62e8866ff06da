"""Which language the visitor reads: the link's, else the browser's, else the programme's own."""

import streamlit as st

from azory_monitor.ui.markup import plain
from azory_monitor.words.speaker import Speaker, languages, speaker

QUERY = "lang"
_SPOKEN = "spoken"


def ask_language(default: str) -> Speaker:
    """The switch at the head of every page; the choice stays in the link."""
    if not known(st.session_state.get(QUERY, "")):
        st.session_state[QUERY] = _first_choice(default)
    chosen = st.segmented_control(
        plain(_both_ways()), languages(), key=QUERY, bind="query-params", required=True, label_visibility="collapsed"
    )
    # The widget forgets its value when a page is left, so it is kept beside it.
    st.session_state[_SPOKEN] = chosen
    return speaker(chosen)


def state_language(speaker: Speaker) -> None:
    """Tell the browser which language the page is in."""
    st.html(f"<script>{spoken_script(speaker.language)}</script>", unsafe_allow_javascript=True)


def known(*wanted: str) -> str:
    """The first wanted language that we speak, by its first two letters; else none."""
    return next((tag.strip()[:2].lower() for tag in wanted if tag.strip()[:2].lower() in languages()), "")


def spoken_script(language: str) -> str:
    """The one line of script that states the language, so that a screen reader pronounces it right."""
    return f'document.documentElement.lang="{language}"'


def _first_choice(default: str) -> str:
    asked = st.query_params.get(QUERY, "")
    return known(asked, st.session_state.get(_SPOKEN, ""), st.context.locale or "", default, *languages())


def _both_ways() -> str:
    """The switch's name for who cannot see it, in every language at once."""
    return " / ".join(speaker(language).say("ask.language") for language in languages())
