"""The pages, grouped by whom they are for."""

from copy import copy
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from azory_monitor.ui.markup import element, plain
from azory_monitor.words.speaker import Speaker

PAGES = Path(__file__).resolve().parents[2] / "pages"
MENU = {
    "look": (
        "overview",
        "objectives",
        "indicator",
        "baseline",
        "similar",
        "barriers",
        "challenges",
        "journey",
        "partners",
        "lessons",
        "trace",
        "method",
        "glossary",
        "accessibility",
    ),
    "share": ("meeting", "snapshots"),
    "contribute": ("register", "upload", "quality"),
}
FIRST = "overview"
"""The page that opens by itself; it has no address of its own."""
_HERE = (
    "{link}{{background:transparent!important;box-shadow:inset 3px 0 0 var(--estate)}}"
    "{link} p{{font-weight:700!important}}"
)
"""Marks the link to the page that is open; a container around every link would be as many elements again."""
KEPT, FLAGS = ("lang", "snapshot", "as_of"), ("large",)
"""What a link inside the monitor carries along, texts and switches."""

Carried = tuple[tuple[str, str], ...]


def menu(speaker: Speaker) -> st.Page:
    """The menu in the reader's language; returns the page that is asked for.

    The links are our own: Streamlit's menu with groups is a list that a screen reader cannot follow.
    """
    pages, chosen = routes(speaker)
    with st.sidebar.container(key="menu", gap=None):
        for audience, names in MENU.items():
            st.html(element("p", speaker.say(f"page.menu.{audience}"), class_="label"))
            for name in names:
                st.page_link(pages[name], label=plain(pages[name].title), width="stretch")
    st.html(element("style", _HERE.format(link=f".st-key-menu a{_with_address(chosen.url_path)}")))
    return chosen


def _with_address(path: str) -> str:
    """What in a style sheet tells the link to a page; the page that opens by itself has no address."""
    return f"[href={path}]" if path else f":not([href*={address('')}])"


def routes(speaker: Speaker) -> tuple[dict[str, st.Page], st.Page]:
    """Every page by name, made known to Streamlit, and the one that is asked for; nothing is drawn."""
    pages = {name: destination(name, speaker) for names in MENU.values() for name in names}
    return pages, st.navigation(list(pages.values()), position="hidden")


def destination(name: str, speaker: Speaker) -> st.Page:
    """One page.  Its address differs from its file name, or Streamlit would open the file past the shell."""
    return copy(_destination(name, speaker))  # a run marks the page that it may open


@cache
def _destination(name: str, speaker: Speaker) -> st.Page:
    audience = next(audience for audience, names in MENU.items() if name in names)
    return st.Page(
        PAGES / audience / f"{name}.py",
        title=speaker.say(f"page.{name}.title"),
        url_path=address(name),
        default=name == FIRST,
    )


def address(name: str) -> str:
    """The last part of a page's address."""
    return f"show-{name}"


def carried() -> Carried:
    """Language, size of type and the state that is shown, as the links of a page carry them along."""
    asked = [(key, str(st.session_state.get(key) or "").lower()) for key in FLAGS]
    asked += [(key, str(st.session_state.get(key) or "")) for key in KEPT]
    return tuple((key, value) for key, value in asked if value and value != "false")


def link(name: str, carried: Carried, **asked: str) -> str:
    """A link to a page that keeps what is carried along; an empty value drops one."""
    path = "" if name == FIRST else address(name)
    query = {key: value for key, value in (dict(carried) | asked).items() if value}
    return f"./{path}?{urlencode(query)}"
