"""The place to sign in and out, and the wall before a monitor that strangers may not read."""

import streamlit as st

from azory_monitor.access import SignedIn, end, may
from azory_monitor.access.rules import Someone
from azory_monitor.ui.markup import element, plain
from azory_monitor.ui.menu import routes
from azory_monitor.ui.set_up import is_set_up
from azory_monitor.ui.way_back import sign_in, stand_here
from azory_monitor.words.speaker import Speaker


def ask_sign_in(speaker: Speaker, actor: Someone) -> None:
    """Who is signed in and the way out, or the way in; nothing where nobody signs in.  A wall has its own."""
    if not is_set_up():
        return
    if isinstance(actor, SignedIn):
        st.html(element("p", actor.name or speaker.say("sign_in.nameless"), class_="who"), width="content")
        st.button(speaker.say("sign_in.out"), key="sign-out", on_click=_sign_out, args=(actor,), type="tertiary")
    elif may(actor, "read"):
        st.button(speaker.say("sign_in.in"), key="sign-in", on_click=sign_in, type="tertiary")


def _sign_out(actor: SignedIn) -> None:
    """Everywhere: other windows of this sign-in end as well, and a kept copy of its cookie is worth nothing."""
    end(actor.identity)
    st.logout()


def show_wall(speaker: Speaker, actor: Someone) -> None:
    """What somebody sees who may not even read: why, and what would help.  Nothing of the programme."""
    stand_here(routes(speaker)[1].url_path)
    st.set_page_config(page_title=speaker.say("sign_in.title"))
    st.title(plain(speaker.say("sign_in.title")), anchor=False)
    st.html(element("p", speaker.say("sign_in.closed"), class_="headline"))
    if actor.because != "unknown":
        why = "sign_in.unlisted" if actor.because == "unlisted" else f"because.{actor.because}"
        st.html(element("p", speaker.say(why), class_="lead"))
    if is_set_up() and not isinstance(actor, SignedIn):
        st.button(speaker.say("sign_in.in"), key="sign-in-here", on_click=sign_in, type="primary")
