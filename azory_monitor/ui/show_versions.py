"""The versions of an entry: when, by whom, why, and what each changed."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.access import may
from azory_monitor.errors import MonitorError
from azory_monitor.model.batch import Batch, Version
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.clock import moment
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_text import show_section
from azory_monitor.ui.where_from import entry_from
from azory_monitor.words import tables

_UNDOABLE = ("import", "undo")


def show_versions(page: Page, table: str, key: str, writing: bool) -> None:
    """All versions of one entry; the last one can be taken back by who may write."""
    versions = versions_of(page, table, key)
    if not versions:
        return
    show_section(page, "versions")
    st.html(versions_html(page, table, versions))
    st.html(entry_from(page, table, key))
    if writing:
        _ask_take_back(page, versions[-1].batch)


def versions_of(page: Page, table: str, key: str) -> Sequence[Version]:
    """The versions of an entry; who may see what is hidden sees them as they were handed in."""
    if may(page.visit.actor, "see"):
        return page.monitor.entered_versions(page.visit.actor, table, key, page.view.batch.id)
    return page.monitor.history(table, key, page.view.batch.id)


def versions_html(page: Page, table: str, versions: Sequence[Version]) -> Markup:
    """A list of versions, the newest first, each with what it changed."""
    before: list[Version | None] = [None, *versions[:-1]]
    entries = [_entry(page, table, one, old) for one, old in zip(versions, before, strict=True)]
    return listed(entries[::-1], class_="entries small")


def _entry(page: Page, table: str, version: Version, before: Version | None) -> Markup:
    batch, say = version.batch, page.speaker.say
    when = moment(page.speaker, batch.taken)
    head = when if batch.what == "seed" else say("show.version.head", when=when, by=batch.by)
    about = [say("show.batch.why", why=batch.why)] if batch.why else []
    if before is None:
        said = [say(f"show.version.{'seed' if batch.what == 'seed' else 'first'}")]
    else:
        said = [
            say(f"show.version.{_how(old, new)}", name=name, old=old, new=new)
            for name, old, new in tables.entry_changes(page.speaker, page.programme, table, before.cells, version.cells)
        ]
    parts = [element("p", head, class_="title"), *(element("p", one, class_="meta") for one in about)]
    return together([*parts, *(element("p", one) for one in said)])


def _how(old: str, new: str) -> str:
    return "changed" if old and new else "filled" if new else "emptied"


def _ask_take_back(page: Page, batch: Batch) -> None:
    """Take the last version back; where its batch brought more than this entry, all of it goes, which is said."""
    if batch.what not in _UNDOABLE:
        return
    with st.expander(page.say("take_back.title")), st.form("take-back", border=False):
        n = sum(batch.rows.values())
        if n > 1:
            st.html(element("p", page.count("take_back.whole", n, batch=page.speaker.number(batch.id)), class_="note"))
        actor = ask_actor(page, "take-back")
        why = st.text_input(page.say("take_back.why"), key="take-back-why")
        if st.form_submit_button(page.say("take_back.do")):
            try:
                page.monitor.undo(batch.id, actor, why)
            except MonitorError as error:
                show_error(page.speaker, error)
            else:
                st.query_params.pop("entry", None)
                st.rerun()
