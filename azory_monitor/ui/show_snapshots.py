"""Frozen states: making one, listing them, taking their files along."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.errors import MonitorError
from azory_monitor.model.batch import Batch
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.clock import moment
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, plain, together
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_text import show_empty

_FROZEN, _NAME, _NOTE = "frozen", "freeze-name", "freeze-note"


def ask_freeze(page: Page) -> None:
    """Freeze the state now under a name."""
    frozen: Batch | None = st.session_state.pop(_FROZEN, None)
    if frozen:
        st.html(element("p", page.say("done", name=frozen.name), class_="told done", role="status"))
        st.session_state[_NAME] = st.session_state[_NOTE] = ""
    with st.form("freeze", border=False):
        name = st.text_input(page.say("name"), placeholder=page.say("name_example"), key=_NAME)
        note = st.text_input(page.say("note"), key=_NOTE)
        actor = ask_actor(page, "freeze")
        if st.form_submit_button(
            plain(page.say("freeze", batch=page.speaker.number(page.view.batch.id))), type="primary"
        ):
            _freeze(page, name, actor, note)


def _freeze(page: Page, name: str, actor: object, note: str) -> None:
    try:
        st.session_state[_FROZEN] = page.monitor.freeze(name, actor, note)
    except MonitorError as error:
        show_error(page.speaker, error)
    else:
        st.rerun()


def show_snapshots(page: Page) -> None:
    """Every snapshot, the newest first, with its files and the link that reopens it."""
    snapshots = page.monitor.snapshots()
    if not snapshots:
        show_empty(page, "none")
    for snapshot in reversed(snapshots):
        with st.container(border=True, key=f"snapshot-{snapshot.id}"):
            st.html(_named(page, snapshot))
            with st.container(horizontal=True):
                _ask_files(page, snapshot)


def _named(page: Page, snapshot: Batch) -> Markup:
    number = page.speaker.number(snapshot.id)
    said = page.say("frozen", when=moment(page.speaker, snapshot.taken), by=snapshot.by, batch=number)
    reopened = element(
        "a", page.say("open"), href=page.link("overview", snapshot=snapshot.name, as_of=""), target="_self"
    )
    parts = [element("h3", snapshot.name), element("p", said, class_="meta")]
    parts += [element("p", snapshot.why, class_="text")] if snapshot.why else []
    return together([*parts, element("p", reopened, class_="text")])


def _ask_files(page: Page, snapshot: Batch) -> None:
    for name, content in page.monitor.frozen_files(snapshot.name).items():
        st.download_button(
            plain(page.say("save", file=name, size=page.speaker.number(len(content) / 1024, 0))),
            data=content,
            file_name=name,
            key=f"file-{snapshot.id}-{name}",
            on_click="ignore",
        )
