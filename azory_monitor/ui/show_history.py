"""What was taken in: the last change, the whole history, and taking one back."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.access import may
from azory_monitor.errors import MonitorError
from azory_monitor.model.batch import Batch
from azory_monitor.model.presented import Table
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.clock import moment
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, plain, together
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_table import table_html
from azory_monitor.ui.show_text import show_paragraph

_UNDONE, _ROUND = "undone", "undo-round"
NAMED = 4
"""Up to so many tables are named."""


def show_last_change(page: Page) -> None:
    """What the last batch before the state shown brought; a snapshot changes nothing."""
    changes = [batch for batch in page.monitor.batches()[: page.view.batch.id] if batch.what != "snapshot"]
    show_paragraph(page, batch_sentence(page, changes[-1]))


def batch_sentence(page: Page, batch: Batch) -> str:
    """One batch in a sentence: what, when, by whom, how much, why."""
    said = page.speaker.say(
        f"show.batch.{batch.what}",
        batch=page.speaker.number(batch.id),
        when=moment(page.speaker, batch.taken),
        by=batch.by,
        file=batch.file,
        name=batch.name,
        undoes=batch.undoes,
    )
    why = page.speaker.say("show.batch.why", why=batch.why) if batch.why else ""
    return " ".join(filter(None, (said, rows_sentence(page, batch), why)))


def rows_sentence(page: Page, batch: Batch) -> str:
    """How many rows of which tables a batch brought; many tables are only counted."""
    if not batch.rows:
        return ""
    n = sum(batch.rows.values())
    if len(batch.rows) > NAMED:
        return page.speaker.count("show.batch.rows_of", n, tables=len(batch.rows))
    tables = [f"{page.speaker.say(f'table.{name}')} ({page.speaker.number(n)})" for name, n in batch.rows.items()]
    return page.speaker.count("show.batch.rows", n, tables=page.speaker.join(tables))


def show_history(page: Page) -> None:
    """Every batch, the newest first, each with a link to the state after it."""
    heads = ("batch", "when", "who", "what", "rows", "state")
    table = Table(
        caption=page.speaker.say("show.history.caption"),
        columns=tuple(page.speaker.say(f"show.history.{name}") for name in heads),
        rows=tuple(_row(page, batch) for batch in reversed(page.monitor.batches())),
        numeric=(True, False, False, False, True, False),
    )
    st.html(table_html(table, caption=False))


def _row(page: Page, batch: Batch) -> tuple[Markup | str, ...]:
    say = page.speaker.say
    undone = say("show.history.undoes", batch=batch.undoes) if batch.undoes else ""
    who = [element("span", batch.email, class_="when")] if batch.email and may(page.visit.actor, "keep") else []
    about = [element("span", text, class_="when") for text in (batch.file or batch.name, undone, batch.why) if text]
    return (
        page.speaker.number(batch.id),
        moment(page.speaker, batch.taken),
        together([batch.by, *who]),
        together([page.speaker.label("what", batch.what), *about]),
        page.speaker.number(sum(batch.rows.values())) if batch.rows else say("cell.empty"),
        element(
            "a", say("show.history.open"), href=page.link("overview", as_of=str(batch.id), snapshot=""), target="_self"
        ),
    )


def ask_undo(page: Page) -> None:
    """Take a batch back: which, who, why; a new batch puts back what it replaced."""
    batches = {batch.id: batch for batch in reversed(page.monitor.batches()) if batch.what in ("import", "undo")}
    if not batches:
        return
    done = st.session_state.pop(_UNDONE, None)
    if done:
        st.success(plain(page.speaker.say("show.undo.done", batch=done.undoes, new=done.id)))
    with st.expander(page.speaker.say("show.undo.title")), st.form("undo", border=False):
        ids = list(batches)
        chosen = st.selectbox(
            page.speaker.say("show.undo.which"),
            ids,
            format_func=lambda id: _called(page, batches[id]),
            # With a name of its own the choice stays, whatever comes in before the button is pressed.
            key=f"undo-which-{st.session_state.setdefault(_ROUND, 0)}",
        )
        actor = ask_actor(page, "undo")
        why = st.text_input(page.speaker.say("show.undo.why"), key="undo-why")
        if st.form_submit_button(page.speaker.say("show.undo.do")):
            _undo(page, chosen, actor, why)


def _undo(page: Page, batch: int, actor: object, why: str) -> None:
    try:
        st.session_state[_UNDONE] = page.monitor.undo(batch, actor, why)
    except MonitorError as error:
        show_error(page.speaker, error)
    else:
        st.session_state[_ROUND] += 1
        st.rerun()


def _called(page: Page, batch: Batch) -> str:
    about = batch.file or page.speaker.label("what", batch.what)
    return f"{page.speaker.number(batch.id)} · {about} · {batch.by} · {moment(page.speaker, batch.taken)}"
