"""An entry on its way in: what is wrong with it, what it looks like, what it would change, and storing it."""

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.handed import Handed
from azory_monitor.model.batch import Batch, Problem
from azory_monitor.model.presented import Table
from azory_monitor.model.row import base_and_language, columns
from azory_monitor.model.tables import TABLES
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.ask_entry import ENTRY, begin_alike, forget_entry, repeat_of, typed_cells
from azory_monitor.ui.ask_questions import ask_questions
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import check_again, incoming
from azory_monitor.ui.markup import element, facts, listed, plain, together
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_table import table_html
from azory_monitor.ui.show_text import show_section
from azory_monitor.words import sentences, tables

_KEPT, _TAKEN_BACK = "entry-kept", "entry-taken-back"
_ALIKE = "other"
"""Names, among the values of a problem, the entry that this one looks like."""


def show_entry(page: Page, handed: Handed, table: str, entry: str) -> None:
    """Everything from what is wrong to storing it."""
    if handed.questions:
        ask_questions(page, handed, incoming(ENTRY))
        return
    _show_problems(page, handed, table, entry)
    if handed.faults:
        return
    show_section(page, "preview")
    if not _show_preview(page, handed, table, entry):
        return
    with st.form("keep", border=False):
        actor = ask_actor(page, "keep")
        why = st.text_input(page.say("why"), placeholder=page.say("why_example"), key="entry-why")
        if st.form_submit_button(page.say("store"), type="primary"):
            _keep(page, handed, actor, why, table)


def _show_problems(page: Page, handed: Handed, table: str, entry: str) -> None:
    said = [_told(page, problem, table) for problem in handed.faults]
    if said:
        st.html(element("div", listed(said, class_="plain"), class_="told error", role="alert"))
    for problem in handed.problems:
        if problem.warning and problem not in handed.faults:
            _show_warning(page, problem, table, entry)


def _told(page: Page, problem: Problem, table: str) -> str:
    """A problem under the name of its field, what is allowed in the reader's words."""
    name = base_and_language(problem.column)[0]
    column = next((one for one in columns(TABLES[table]) if one.name == name), None)
    if column and column.kind == "choice":
        labels = tuple(page.speaker.say(f"choice.{name}.{one}") for one in problem.allowed)
        problem = problem.model_copy(update={"allowed": labels})
    said = sentences.problem_sentence(page.speaker, problem)
    return f"{tables.heading_in_words(page.speaker, problem.column)}: {said}" if column else said


def _show_warning(page: Page, problem: Problem, table: str, entry: str) -> None:
    """What may be right all the same; an entry that this one looks like is a click away."""
    other = str(problem.values.get(_ALIKE, ""))
    parts = [element("p", _told(page, problem, table))]
    if other:
        to = page.link("register", table=table, entry=other)
        parts.append(element("p", element("a", page.say("open_other"), href=to, target="_blank")))
    st.html(element("div", together(parts), class_="told", role="status"))
    if other and "same_as" in typed_cells():
        label = plain(page.say("same_event"))
        st.button(label, key="entry-same", on_click=repeat_of, args=(page, table, entry, other))


def _show_preview(page: Page, handed: Handed, table: str, entry: str) -> bool:
    """What storing would do; False where it changes nothing."""
    preview = handed.preview
    if preview.changed:
        if not entry:
            st.html(element("p", page.say("exists"), class_="alarm", role="alert"))
        _show_changes(page, handed, table)
    elif preview.new:
        st.html(facts(tables.entry_facts(page.speaker, page.programme, table, _cells(handed, table))))
    else:
        st.html(element("p", page.say("nothing_new"), class_="told", role="status"))
    return bool(preview.new + preview.changed)


def _show_changes(page: Page, handed: Handed, table: str) -> None:
    (change,) = handed.preview.changes
    before, after = ({name: pair[at] for name, pair in change.cells.items()} for at in (0, 1))
    empty = page.speaker.say("cell.empty")
    found = tables.entry_changes(page.speaker, page.programme, table, before, after)
    rows = tuple((name, old or empty, new or empty) for name, old, new in found)
    heads = tuple(page.speaker.say(f"heading.{name}") for name in ("column", "old", "new"))
    st.html(table_html(Table(page.speaker.say("caption.changes"), heads, rows), caption=False))


def _cells(handed: Handed, table: str) -> dict[str, object]:
    """The one sound row, in the order in which the form asks."""
    (row,) = handed.tables[table].to_dict("records")
    return {heading: row[heading] for heading in typed_cells() if heading in row}


def _keep(page: Page, handed: Handed, actor: object, why: str, table: str) -> None:
    cells = typed_cells()
    try:
        kept = page.monitor.keep(handed, actor, why)
    except MonitorError as error:
        show_error(page.speaker, error)
        check_again(ENTRY)
        return
    st.session_state[_KEPT] = kept, table, cells
    forget_entry(table)
    st.rerun()


def show_entered(page: Page, table: str) -> None:
    """What was stored a moment ago, with the way back and the way to the next one."""
    taken_back = st.session_state.pop(_TAKEN_BACK, None)
    if isinstance(taken_back, MonitorError):
        show_error(page.speaker, taken_back)
    elif taken_back:
        said = page.say("taken_back", batch=page.speaker.number(taken_back.undoes or 0))
        st.html(element("p", said, class_="told done", role="status"))
    kept: tuple[Batch, str, dict[str, str]] | None = st.session_state.get(_KEPT)
    if not kept or kept[1] != table:
        return
    batch, _, cells = kept
    st.html(element("p", _stored(page, batch, table, cells), class_="told done", role="status"))
    with st.container(horizontal=True):
        st.button(page.say("again"), key="entry-again-button", on_click=_again, args=(table, cells))
        st.button(page.say("undo"), key="entry-undo", type="tertiary", on_click=_undo, args=(page, batch, table))


def _stored(page: Page, batch: Batch, table: str, cells: dict[str, str]) -> str:
    title = next((cell for heading, cell in cells.items() if base_and_language(heading)[0] in _TITLES and cell), "")
    name = title or page.speaker.say(f"table.{table}")
    return page.say("stored", name=name, batch=page.speaker.number(batch.id))


_TITLES = ("title", "name", "term")


def _again(table: str, cells: dict[str, str]) -> None:
    st.session_state.pop(_KEPT, None)
    st.query_params.pop(ENTRY, None)
    begin_alike(table, cells)


def _undo(page: Page, batch: Batch, table: str) -> None:
    st.session_state.pop(_KEPT, None)
    forget_entry(table)
    try:
        st.session_state[_TAKEN_BACK] = page.monitor.undo(batch.id, page.visit.actor, page.say("undo_why"))
    except MonitorError as error:
        st.session_state[_TAKEN_BACK] = error
