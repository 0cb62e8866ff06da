"""The ways in: a file, one value, or first a template to fill in."""

import streamlit as st

from azory_monitor.handed import Handed
from azory_monitor.ui.ask_choice import put_linked, take_linked
from azory_monitor.ui.ask_file import FILE, ask_file
from azory_monitor.ui.ask_template import TEMPLATE, ask_template
from azory_monitor.ui.ask_value import VALUE, ask_value
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import hand_over, incoming
from azory_monitor.ui.show_answers import show_answers

DOORS = {FILE: ask_file, VALUE: ask_value, TEMPLATE: ask_template}
_DOOR = "door"


def ask_door(page: Page) -> str:
    """Which way the visitor takes; it stays in the link."""
    take_linked(_DOOR, list(DOORS))
    if _DOOR not in st.session_state:
        st.session_state[_DOOR] = FILE
    door = st.segmented_control(
        page.say("door.label"),
        list(DOORS),
        required=True,
        format_func=lambda door: page.say(f"door.{door}"),
        key=_DOOR,
        persist_state="session",
        label_visibility="collapsed",
        on_change=put_linked,
        args=(_DOOR, FILE),
    )
    put_linked(_DOOR, FILE)
    return door


def ask_data(page: Page, door: str) -> Handed | None:
    """What comes through a door, read and checked; None while there is nothing, or it cannot be read."""
    DOORS[door](page)
    handed = hand_over(page, door)
    came = incoming(door)
    if came and handed is None:
        show_answers(page, came)
    return handed
