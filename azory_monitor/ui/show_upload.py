"""A file on its way in: how it was read, what is wrong with it, what it would change, what became of it."""

from collections.abc import Sequence

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.handed import Handed
from azory_monitor.model.batch import Batch, Preview, Problem
from azory_monitor.model.presented import Table
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.ask_file import check_again, forget_file
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed
from azory_monitor.ui.named import entry_name
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_history import rows_sentence
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_empty, show_note, show_paragraph
from azory_monitor.words import sentences, tables

_KEPT = "kept"


def show_reading(page: Page, handed: Handed) -> None:
    """In words, how the file was read, and which cells were read as something else than they say."""
    show_paragraph(page, sentences.reading_sentence(page.speaker, handed.reading))
    if handed.normalised:
        heads = tuple(page.speaker.say(f"show.cell.{name}") for name in ("row", "column", "raw", "value", "why"))
        rows = tuple(
            (str(cell.row), cell.column, cell.raw, cell.value, page.speaker.say(f"show.normalised.{cell.why}"))
            for cell in handed.normalised
        )
        with st.expander(page.count("normalised", len(handed.normalised))):
            table = Table(page.say("normalised_caption"), heads, rows, (True, False, False, False, False))
            show_table(page, table, "normalised", caption=False)


def show_problems(page: Page, handed: Handed) -> None:
    """Every problem at once: row as the spreadsheet counts, column, value, what is wrong and what to do."""
    if handed.faults:
        said = [page.count("faults", len(handed.faults)), page.count("sound", handed.accepted)]
    else:
        said = [page.count("no_problems", handed.accepted)]
    show_paragraph(page, " ".join(said))
    warnings = [problem for problem in handed.problems if problem.warning]
    _show_problems(page, handed.faults, "problems")
    if warnings:
        show_paragraph(page, page.count("warnings", len(warnings)))
        _show_problems(page, warnings, "warnings")


def _show_problems(page: Page, problems: Sequence[Problem], name: str) -> None:
    if problems:
        show_table(page, tables.problem_table(page.speaker, problems), name, caption=False)


def show_preview(page: Page, preview: Preview) -> None:
    """What storing would do: new, changed with old and new, unchanged, no longer present."""
    counts = {name: getattr(preview, name) for name in ("new", "changed", "unchanged", "missing")}
    st.html(listed([page.count(f"preview.{name}", n) for name, n in counts.items()], class_="counted"))
    if preview.rewrites:
        st.html(element("p", page.count("preview.rewrites", preview.rewrites), class_="told"))
    if preview.changes:
        changes = [change.model_copy(update={"key": entry_name(page, change.key)}) for change in preview.changes]
        show_table(page, tables.change_table(page.speaker, changes), "changes")
    if preview.missing_keys:
        with st.expander(page.count("preview.missing", preview.missing)):
            show_note(page, page.say("preview.missing_stay"))
            st.html(listed([entry_name(page, key) for key in preview.missing_keys], class_="plain"))


def ask_keep(page: Page, handed: Handed) -> None:
    """Who stores it and why; the button says how many rows it will store."""
    if not handed.preview.new + handed.preview.changed:
        show_empty(page, "nothing_to_store")
        return
    with st.form("keep", border=False):
        actor = ask_actor(page, "keep")
        why = st.text_input(page.say("why"), placeholder=page.say("why_example"), key="keep-why")
        only_sound = bool(handed.faults)
        if only_sound:
            show_note(page, page.count("only_sound", handed.accepted))
        if st.form_submit_button(page.count("store", handed.accepted), type="primary"):
            _keep(page, handed, actor, why, only_sound)


def _keep(page: Page, handed: Handed, actor: object, why: str, only_sound: bool) -> None:
    try:
        kept = page.monitor.keep(handed, actor, why, only_sound=only_sound)
    except MonitorError as error:
        show_error(page.speaker, error)
        check_again()
        return
    st.session_state[_KEPT] = kept
    forget_file()
    st.rerun()


def show_kept(page: Page) -> None:
    """What was stored a moment ago, and where to see it."""
    kept: Batch | None = st.session_state.pop(_KEPT, None)
    if kept:
        said = page.say("stored", batch=page.speaker.number(kept.id), rows=rows_sentence(page, kept))
        st.html(element("p", said, class_="told done", role="status"))
        page.show_link("overview", page.say("see_overview"))
