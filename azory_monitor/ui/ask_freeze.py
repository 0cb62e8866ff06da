"""Freezing the state that is shown, apart from the page."""

import streamlit as st

from azory_monitor.access.rules import Someone
from azory_monitor.errors import MonitorError
from azory_monitor.making import Deed
from azory_monitor.making.workshop import frozen_orders
from azory_monitor.model.batch import Batch, one_line
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, plain
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_making import followed

_DEED, _NAME, _NOTE, _AS = "freezing", "freeze-name", "freeze-note", "freezing-as"


def ask_freeze(page: Page) -> None:
    """Freeze the state now under a name, and tell how far it is."""
    deed: Deed[Batch] | None = st.session_state.get(_DEED)
    if deed and deed.is_over:
        _tell_end(page, st.session_state.pop(_DEED))
        deed = None
    if deed:
        followed(lambda: not deed.is_over, lambda: _tell_way(page))
    else:
        _ask(page)


def _ask(page: Page) -> None:
    with st.form("freeze", border=False):
        name = st.text_input(page.say("name"), placeholder=page.say("name_example"), key=_NAME)
        note = st.text_input(page.say("note"), key=_NOTE)
        actor = ask_actor(page, "freeze")
        label = page.say("freeze", batch=page.speaker.number(page.view.batch.id))
        if st.form_submit_button(plain(label), type="primary"):
            _begin(page, name, actor, note)


def _begin(page: Page, name: str, actor: Someone, note: str) -> None:
    monitor = page.monitor
    make = monitor.workshop.frozen_files
    st.session_state[_DEED] = Deed(lambda: monitor.freeze(name, actor, note, make))
    st.session_state[_AS] = (one_line(name), note)
    st.rerun()


def _tell_way(page: Page) -> None:
    name, _ = st.session_state[_AS]
    works = [page.monitor.workshop.found(order) for order in frozen_orders(page.view, name).values()]
    made, n = sum(bool(work and work.is_over) for work in works), len(works)
    far = page.speaker.say("making.far", made=page.speaker.number(made), n=page.speaker.number(n))
    st.html(element("p", f"{page.say('freezing', name=name)} {far}", class_="told", role="status"))
    st.progress(made / n)


def _tell_end(page: Page, deed: Deed[Batch]) -> None:
    """What came of it; where nothing did, what was typed stands there once more."""
    try:
        frozen = deed.result()
    except MonitorError as error:
        st.session_state[_NAME], st.session_state[_NOTE] = st.session_state[_AS]
        show_error(page.speaker, error)
    else:
        st.session_state[_NAME] = st.session_state[_NOTE] = ""
        st.html(element("p", page.say("done", name=frozen.name), class_="told done", role="status"))
