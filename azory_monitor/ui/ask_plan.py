"""The presenter's preparation: from which day to count, which screens in which order, a note on each."""

import streamlit as st

from azory_monitor.agenda import shifted
from azory_monitor.model.agenda import Item
from azory_monitor.ui.ask_choice import ask_choice
from azory_monitor.ui.markup import plain
from azory_monitor.ui.meeting import (
    BETWEEN,
    FROZEN,
    NOTE,
    PLAN,
    PREPARE,
    SCREEN,
    SINCE,
    SNAPSHOT,
    Meeting,
    since_choices,
)
from azory_monitor.ui.show_screen import screen, screen_name
from azory_monitor.ui.show_text import show_headline, show_note

_NOTE = 70
"""Letters that fit on a screen's one line for a note."""
_MOST = 70
"""Letters of a screen's answer that tell it from the others."""


def ask_plan(meeting: Meeting) -> None:
    """The screens in their order, the hidden ones last."""
    page = meeting.page
    show_headline(page, page.count("prepared", len(meeting.shown)), page.say("prepare_help"))
    _ask_since(meeting)
    with st.container(horizontal=True):
        st.button(plain(page.say("begin")), key="begin", type="primary", on_click=_begin)
        st.button(plain(page.say("as_built")), key="as-built", on_click=_as_built)
        st.button(plain(page.say("anew")), key="anew", on_click=_anew)
    show_note(page, page.say("link_keeps"))
    shown = [one.key for one in meeting.shown]
    hidden = [one for one in meeting.items if one.key not in shown]
    for item in (*meeting.shown, *hidden):
        _ask_item(meeting, item, shown)


def _ask_since(meeting: Meeting) -> None:
    page, choices = meeting.page, since_choices(meeting.page)
    if len(choices) > 1:
        days = {one.id: page.say("since.meeting", day=page.speaker.period(one.date)) for one in page.view.meetings}
        ask_choice(
            page.say("since.label"),
            SINCE,
            choices,
            lambda id: days.get(id) or page.say("since.snapshot", name=id.removeprefix(SNAPSHOT)),
        )


def _ask_item(meeting: Meeting, item: Item, shown: list[str]) -> None:
    page, key = meeting.page, item.key
    said = screen(page, item, meeting.shown)[0]
    name = f"{screen_name(page, item)}: {said if len(said) <= _MOST else said[:_MOST].rsplit(' ', 1)[0] + ' …'}"
    is_shown = key in shown
    named, up, down, noted = st.columns([6, 1, 1, 3], vertical_alignment="center")
    named.checkbox(
        plain(name), is_shown, key=f"show-{key}-{is_shown}", on_change=_turn, args=(shown, key), disabled=shown == [key]
    )
    for place, way, by in ((up, "up", -1), (down, "down", 1)):
        at_end = not is_shown or shown[0 if by < 0 else -1] == key
        place.button(plain(page.say(way)), key=f"{way}-{key}", on_click=_shift, args=(shown, key, by), disabled=at_end)
    noted.text_input(
        plain(page.say("note_of", name=screen_name(page, item))),
        meeting.note(item),
        key=f"noted-{key}",
        placeholder=page.say("note"),
        max_chars=_NOTE,
        label_visibility="collapsed",
        on_change=_note,
        args=(key,),
    )


def _turn(shown: list[str], key: str) -> None:
    _put([one for one in shown if one != key] if key in shown else [*shown, key])


def _shift(shown: list[str], key: str, by: int) -> None:
    _put(shifted(shown, key, by))


def _put(keys: list[str]) -> None:
    st.query_params[PLAN] = BETWEEN.join(keys)


def _note(key: str) -> None:
    text = st.session_state[f"noted-{key}"].strip()
    if text:
        st.query_params[NOTE + key] = text
    else:
        st.query_params.pop(NOTE + key, None)


def _begin() -> None:
    st.query_params.pop(PREPARE, None)
    st.query_params[SCREEN] = "1"


def _as_built() -> None:
    st.query_params.pop(PLAN, None)


def _anew() -> None:
    st.query_params.pop(FROZEN, None)
