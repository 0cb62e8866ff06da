"""Who is writing: at this machine a name that is typed once, elsewhere nobody."""

import streamlit as st

from azory_monitor.access import Actor, is_loopback
from azory_monitor.ui.frame import Page
from azory_monitor.ui.show_text import show_empty

NAME = "who"


def local_actor() -> Actor:
    """The person at this machine; from anywhere else everybody only reads, for nothing says who it is."""
    here = is_loopback(st.get_option("server.address") or "")
    return Actor(name=st.session_state.get(NAME) or "", role="coordinator" if here else "reader")


def may_write(page: Page) -> bool:
    """Whether this visit may change something; if not, the reason is told."""
    if page.visit.past:
        show_empty(page, "past")
        return False
    if page.visit.actor.role != "coordinator":
        show_empty(page, "reader")
        return False
    return True


def ask_actor(page: Page, place: str) -> Actor:
    """The name that will stand in the batch, asked inside a form; it is remembered for this visit."""
    key = f"{NAME}-{place}"
    if key not in st.session_state:
        st.session_state[key] = page.visit.actor.name
    name = st.text_input(
        page.speaker.say("ask.actor.label"),
        key=key,
        placeholder=page.speaker.say("ask.actor.example"),
        autocomplete="name",
    )
    st.session_state[NAME] = name or page.visit.actor.name
    return Actor(name=(name or "").strip(), role=page.visit.actor.role)
