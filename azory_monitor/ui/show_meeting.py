"""A screen of a meeting, and the bar that leads to the others: by buttons, by keys, by a presenter's remote."""

from functools import cache
from pathlib import Path

import streamlit as st

from azory_monitor.ui.look import rules
from azory_monitor.ui.markup import element, plain, together
from azory_monitor.ui.meeting import ABOUT, PREPARE, Meeting, go_to
from azory_monitor.ui.show_screen import screen, screen_name

SHEET = Path(__file__).with_name("meeting.css")
_KEYS = {"PageUp": -1, "Up": -1, "PageDown": 1, "Down": 1, "Space": 1}
"""Keys beside the arrows on the two buttons; a presenter's remote sends the pages."""


@cache
def _sheet() -> str:
    return f"<style>{rules(SHEET)}</style>"


def dress_meeting(meeting: Meeting) -> None:
    """Large type, and nothing but the screen; while the meeting is prepared, the page looks as every other."""
    if not preparing():
        st.html(_sheet())


def preparing() -> bool:
    """Whether the presenter is setting up the meeting."""
    return st.query_params.get(PREPARE) == "1"


def show_screen(meeting: Meeting) -> None:
    """The screen that is shown: where we are, the answer, what stands below it, the presenter's note."""
    page, item = meeting.page, meeting.item
    at = page.say("place", n=page.speaker.number(meeting.place + 1), all=page.speaker.number(len(meeting.shown)))
    said, below = screen(page, item, meeting.shown)
    note = meeting.note(item)
    parts = [
        element("p", together([element("b", screen_name(page, item)), element("span", at)]), class_="where"),
        element("h2", said, class_=f"headline {'long' if len(said) > _LONG else ''}".strip()),
        element("div", below, class_=f"below {item.kind}"),
        element("p", note, class_="told") if note else "",
    ]
    st.html(element("section", together(parts), class_="screen", aria_live="polite"))


_LONG = 110
"""Letters from which on a sentence is set smaller."""


def show_handout(meeting: Meeting) -> None:
    """Every screen, for the printer alone."""
    page = meeting.page
    parts = []
    for item in meeting.shown:
        said, below = screen(page, item, meeting.shown)
        told = [element("p", screen_name(page, item), class_="label"), element("p", said, class_="title")]
        told += [element("div", below), element("p", meeting.note(item), class_="told")]
        parts.append(element("section", together(told)))
    st.html(element("div", together(parts), class_="handout"))


def show_steering(meeting: Meeting) -> None:
    """Back and on, by click and by key; which state is shown; the ways out."""
    page, last = meeting.page, len(meeting.shown) - 1
    with st.container(horizontal=True, vertical_alignment="center", key="steer"):
        _button(meeting, "back", meeting.place - 1, "Left", disabled=meeting.place == 0)
        _button(meeting, "on", meeting.place + 1, "Right", disabled=meeting.place == last)
        st.html(element("p", _state(meeting), class_="state"), width="stretch")
        if meeting.item.page:
            page.show_link(meeting.item.page, page.say("more_on"), **_asked(meeting))
        noted = [place for place, one in enumerate(meeting.shown) if one.kind == "noted"]
        if noted and meeting.place not in noted:
            about = meeting.item.key, noted[0]
            st.button(plain(page.say("note_it")), key="to-noted", on_click=_to_noted, args=about, type="tertiary")
        st.button(plain(page.say("prepare")), key="to-prepare", on_click=_prepare, type="tertiary")
        page.show_link("overview", page.say("leave"))
    with st.container(key="keys"):
        for key, by in _KEYS.items():
            place = min(max(meeting.place + by, 0), last)
            st.button(plain(key), key=f"key-{key}", shortcut=key, on_click=go_to, args=(place,))
        st.button("Home", key="key-Home", shortcut="Home", on_click=go_to, args=(0,))
        st.button("End", key="key-End", shortcut="End", on_click=go_to, args=(last,))


def _button(meeting: Meeting, name: str, place: int, shortcut: str, disabled: bool) -> None:
    label = plain(meeting.page.say(name))
    st.button(label, key=f"go-{name}", shortcut=shortcut, on_click=go_to, args=(place,), disabled=disabled)


def _state(meeting: Meeting) -> str:
    page = meeting.page
    batch, day = page.speaker.number(page.view.batch.id), page.speaker.day(page.view.today)
    return page.say("state", batch=batch, day=day)


def _asked(meeting: Meeting) -> dict[str, str]:
    """What opens the item's page; on the meeting's state, where there is a later one."""
    last = meeting.page.monitor.batches()[-1].id
    frozen = meeting.page.view.batch.id
    return meeting.item.asked | ({} if frozen == last else {"as_of": str(frozen)})


def _to_noted(about: str, place: int) -> None:
    st.query_params[ABOUT] = about
    go_to(place)


def _prepare() -> None:
    st.query_params[PREPARE] = "1"
