"""How far files are that are made apart from the page, which goes on meanwhile."""

from collections.abc import Callable, Mapping

import streamlit as st

from azory_monitor.making import Work
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element
from azory_monitor.ui.show_error import show_error

EVERY = 1.0
"""Seconds between two looks at what is under way."""


def followed(is_under_way: Callable[[], bool], show: Callable[[], None]) -> None:
    """Show a part of the page, and show it anew every second for as long as something is under way."""
    following = is_under_way()

    def part() -> None:
        show()
        if is_under_way() != following:
            st.rerun()  # the page alone begins and ends the looking

    st.fragment(part, run_every=EVERY if following else None)()


def show_making(page: Page, works: Mapping[str, Work]) -> None:
    """What is being made, how far, and what could not be made; nothing where nothing was asked for.

    ``works`` by the names of their files.
    """
    for name, work in works.items():
        if work.fault:
            show_error(page.speaker, work.fault, about=name)
    waiting = {name: work for name, work in works.items() if not work.is_over}
    over = len(works) - len(waiting)
    at_work = next((name for name, work in waiting.items() if work.is_begun), "")
    if waiting:
        said = page.speaker.say("making.at_work", file=at_work) if at_work else page.speaker.say("making.waits")
        far = page.speaker.say("making.far", made=page.speaker.number(over), n=page.speaker.number(len(works)))
        st.html(element("p", f"{said} {far}", class_="told", role="status"))
        st.progress(over / len(works))
    elif works and not any(work.fault for work in works.values()):
        said = page.speaker.count("making.made", len(works))
        st.html(element("p", said, class_="told done", role="status"))
