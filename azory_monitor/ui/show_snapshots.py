"""Frozen states: the list of them, with their files to take along."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.batch import Batch
from azory_monitor.ui.clock import moment
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, plain, together
from azory_monitor.ui.show_text import show_empty


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
