"""Who is writing: whoever signed in, else a name that is typed once."""

import streamlit as st

from azory_monitor.access import SignedIn, may
from azory_monitor.access.rules import Someone, refused
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element
from azory_monitor.ui.show_text import show_empty
from azory_monitor.ui.visitor import NAME

_COULD = "could-write"


def may_write(page: Page) -> bool:
    """Whether this visit may change something; if not, the reason is told, and logged when it could a moment ago."""
    if page.visit.past:
        show_empty(page, "past")
        return False
    if not may(page.visit.actor, "keep"):
        if st.session_state.pop(_COULD, False):
            refused(page.visit.actor, "keep")
        st.html(element("p", page.speaker.say(f"because.{page.visit.actor.because}"), class_="empty"))
        return False
    st.session_state[_COULD] = True
    return True


def ask_actor(page: Page, place: str) -> Someone:
    """Who will stand in the batch: told where they signed in, else asked in a form and kept for this visit."""
    actor = page.visit.actor
    if isinstance(actor, SignedIn):
        told = page.speaker.say("ask.actor.signed_in", name=actor.name, email=actor.email)
        st.html(element("p", told, class_="note"))
        return actor
    key = f"{NAME}-{place}"
    if key not in st.session_state:
        st.session_state[key] = actor.name
    name = st.text_input(
        page.speaker.say("ask.actor.label"),
        key=key,
        placeholder=page.speaker.say("ask.actor.example"),
        autocomplete="name",
    )
    named = actor.named(name or "")
    remember(named if named.name else actor)
    return named


def remember(actor: Someone) -> None:
    """Keep a name that was typed for the next form of this visit; it vouches for nothing."""
    if not isinstance(actor, SignedIn):
        st.session_state[NAME] = actor.name
