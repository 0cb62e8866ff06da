"""What came in: how it was read, what storing it would change, what became of it."""

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.handed import Handed
from azory_monitor.model.batch import Batch, Preview
from azory_monitor.model.presented import Table
from azory_monitor.ui.ask_actor import ask_actor
from azory_monitor.ui.ask_file import forget_file
from azory_monitor.ui.ask_mend import ask_mend
from azory_monitor.ui.ask_questions import ask_questions
from azory_monitor.ui.ask_reading import ask_reading
from azory_monitor.ui.ask_value import VALUE, forget_value
from azory_monitor.ui.clock import moment
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import check_again, incoming
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import entry_name
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_history import rows_sentence
from azory_monitor.ui.show_problems import show_problems, show_problems_of_form
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_note, show_paragraph, show_section
from azory_monitor.words import sentences, tables

_KEPT = "kept"


def show_handed(page: Page, handed: Handed, door: str) -> None:
    """Everything from how it was read to storing it; what is still to be asked comes first."""
    came = incoming(door)
    if door != VALUE:
        show_section(page, "reading")
        show_reading(page, handed)
        ask_reading(page, handed, came)
    if handed.questions:
        show_section(page, "questions.title")
        ask_questions(page, handed, came)
        return
    if door == VALUE:
        show_problems_of_form(page, handed)
    else:
        show_section(page, "problems")
        show_problems(page, handed, came)
        ask_mend(page, handed, came)
    if handed.accepted:
        show_section(page, "preview.title")
        show_preview(page, handed)
        ask_keep(page, handed, door)


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


def show_preview(page: Page, handed: Handed) -> None:
    """What storing would do: new, changed with old and new, unchanged, no longer present; a warning for the past."""
    preview = handed.preview
    if not preview.new + preview.changed:
        _show_nothing_new(page, handed)
    counts = {name: getattr(preview, name) for name in ("new", "changed", "unchanged", "missing")}
    st.html(listed([page.count(f"preview.{name}", n) for name, n in counts.items()], class_="counted"))
    _show_alarm(page, preview)
    if preview.changes:
        changes = [change.model_copy(update={"key": entry_name(page, change.key)}) for change in preview.changes]
        show_table(page, tables.change_table(page.speaker, changes), "changes")
    if preview.missing_keys:
        with st.expander(page.count("preview.missing", preview.missing)):
            show_note(page, page.say("preview.missing_stay"))
            st.html(listed([entry_name(page, key) for key in preview.missing_keys], class_="plain"))


def _show_nothing_new(page: Page, handed: Handed) -> None:
    """The same file again is told so, with the batch that it became."""
    same = page.monitor.desk.brought_before(handed)
    said = [page.say("nothing_to_store")]
    if same:
        when, number = moment(page.speaker, same.taken), page.speaker.number(same.id)
        said.insert(0, page.say("same_file", when=when, by=same.by, batch=number))
    st.html(element("p", " ".join(said), class_="told done", role="status"))


def _show_alarm(page: Page, preview: Preview) -> None:
    """Loud, for who stores by habit: the past would read differently."""
    said = [page.count("preview.rewrites", preview.rewrites)] if preview.rewrites else []
    for name, periods in (("rewritten", preview.rewritten), ("dropped", preview.dropped)):
        if periods:
            named = page.speaker.join(map(page.speaker.period, periods))
            said.append(page.count(f"preview.{name}", len(periods), periods=named))
    if said:
        title = element("p", page.say("preview.alarm"), class_="title")
        st.html(element("div", together([title, *(element("p", one) for one in said)]), class_="alarm", role="alert"))


def ask_keep(page: Page, handed: Handed, door: str) -> None:
    """Who stores it and why; the button says how many rows it will store.  Without a change there is none."""
    if not handed.preview.new + handed.preview.changed:
        return
    show_section(page, "keep")
    with st.form("keep", border=False):
        actor = ask_actor(page, "keep")
        why = st.text_input(page.say("why"), placeholder=page.say("why_example"), key="keep-why")
        only_sound = bool(handed.faults)
        if only_sound:
            show_note(page, page.count("only_sound", handed.accepted))
        if st.form_submit_button(page.count("store", handed.accepted), type="primary"):
            _keep(page, handed, actor, why, door)


def _keep(page: Page, handed: Handed, actor: object, why: str, door: str) -> None:
    try:
        with st.spinner(page.say("storing"), show_time=True):
            kept = page.monitor.keep(handed, actor, why, only_sound=bool(handed.faults))
    except MonitorError as error:
        show_error(page.speaker, error)
        check_again(door)
        return
    st.session_state[_KEPT] = kept
    (forget_value if door == VALUE else forget_file)()
    st.rerun()


def show_kept(page: Page) -> None:
    """What was stored a moment ago, and where to see it."""
    kept: Batch | None = st.session_state.pop(_KEPT, None)
    if kept:
        said = page.say("stored", batch=page.speaker.number(kept.id), rows=rows_sentence(page, kept))
        st.html(element("p", said, class_="told done", role="status"))
        page.show_link("overview", page.say("see_overview"))
