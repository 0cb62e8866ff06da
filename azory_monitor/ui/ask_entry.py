"""One entry of the register typed on the screen; it goes the way of a file: the same checks, the same keeping."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from azory_monitor.access import may
from azory_monitor.model.batch import Problem
from azory_monitor.model.column import Column
from azory_monitor.model.row import Row, base_and_language, header
from azory_monitor.templates import entry_cells, entry_file, forms, made_id
from azory_monitor.ui.ask_cell import WIDE, Draft, ask_cell, widget_key
from azory_monitor.ui.ask_choice import ask_choice, ask_filter
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import Incoming, bring, hand_over, incoming
from azory_monitor.ui.named import called
from azory_monitor.ui.show_text import show_note

ENTRY = "entry"
_OTHERS = "institutions"
"""Whose names are most often missing while something else is entered."""

_TABLE, _ROUND, _AGAIN, _CELLS = "table", "entry-round", "entry-again", "entry-cells"


def ask_which(page: Page) -> tuple[str, str]:
    """The sort of entry, and which one is edited; empty for a new one.  Both stay in the link."""
    left, right = st.columns([1, 2])
    with left:
        say = page.speaker.say
        table = ask_choice(page.say("sort"), _TABLE, list(forms()), lambda name: say(f"table.{name}"))
    if st.session_state.get("entry-table", table) != table:
        st.query_params.pop(ENTRY, None)
    st.session_state["entry-table"] = table
    with right:
        keys = list(getattr(page.programme, table))
        return table, ask_filter(
            page.say("which"), ENTRY, keys, lambda key: called(page, table, key), page.say("which_new")
        )


def ask_entry(page: Page, table: str, entry: str) -> None:
    """The cells of one entry; a press of the button has them read and checked."""
    draft, bad = _draft(page, table, entry), _bad(page)
    own, others = page.speaker.language, _other_languages(page, table, entry)
    cells: dict[str, str] = {}
    with st.form("typed", border=False):
        show_note(page, page.say("starred"))
        if table != _OTHERS and any(one.to == _OTHERS for one in draft.form.first):
            show_note(page, page.say("name_missing", table=page.speaker.say(f"table.{_OTHERS}")))
        cells |= _ask(draft, draft.form.first, own)
        more = [header(one.name, own) if one.kind == "translated" else one.name for one in draft.form.more]
        with st.expander(page.say("more"), expanded=bool(bad & {*more}), key="entry-more"):
            cells |= _ask(draft, draft.form.more, own)
        translated = [one for one in (*draft.form.first, *draft.form.more) if one.kind == "translated"]
        if translated and others:
            with st.expander(page.say("languages"), key="entry-languages"):
                for language in others:
                    cells |= _ask(draft, translated, language)
        if st.form_submit_button(page.say("check"), type="primary"):
            bring_entry(page, table, entry, cells)
            st.rerun()


def bring_entry(page: Page, table: str, entry: str, cells: Mapping[str, str]) -> None:
    """Have an entry read and checked; a new one without an id is given one."""
    cells = dict(cells)
    if "id" in cells:
        title = forms()[table].title
        named = (cells.get(header(title, one), "") for one in (page.speaker.language, *page.programme.languages))
        taken = getattr(page.programme, table)
        cells["id"] = entry or cells["id"] or made_id(next(filter(None, named), ""), taken, table)
    content = entry_file(cells)
    st.session_state[_CELLS] = cells
    id = f"{_place(table, entry)}/{hashlib.sha256(content).hexdigest()}"
    bring(ENTRY, Incoming(id, page.say("file"), content, table))


def handed_entry(page: Page, table: str, entry: str):
    """The entry that was typed last, read and checked; None where there is none, or it was another one."""
    came = incoming(ENTRY)
    return hand_over(page, ENTRY) if came and came.id.startswith(f"{_place(table, entry)}/") else None


def typed_cells() -> dict[str, str]:
    """The cells that were brought last."""
    return st.session_state.get(_CELLS, {})


def repeat_of(page: Page, table: str, entry: str, other: str) -> None:
    """Say that what was typed is the same as another entry, and have it checked again."""
    st.session_state[widget_key(_draft(page, table, entry), "same_as")] = other
    bring_entry(page, table, entry, typed_cells() | {"same_as": other})


def forget_entry(table: str) -> None:
    """Empty the form of a table for the next entry; what was typed for other tables waits."""
    bring(ENTRY, None)
    st.session_state[f"{_ROUND}-{table}"] = _round(table) + 1
    st.session_state.pop(f"{_AGAIN}-{table}", None)


def begin_alike(table: str, cells: Mapping[str, str]) -> None:
    """Begin the next entry with what it most likely shares with this one."""
    forget_entry(table)
    again = forms()[table].again
    st.session_state[f"{_AGAIN}-{table}"] = {
        heading: cell for heading, cell in cells.items() if {heading, base_and_language(heading)[0]} & again
    }


def _draft(page: Page, table: str, entry: str) -> Draft:
    form = forms()[table]
    if entry:
        mark = page.speaker.number(0.5)[1]
        start = entry_cells(_as_entered(page, table, entry), mark)
    else:
        start = {**form.start, **st.session_state.get(f"{_AGAIN}-{table}", {})}
    return Draft(page, form, _place(table, entry), start, form.key if entry else ())


def _as_entered(page: Page, table: str, entry: str) -> Row:
    """The entry with the numbers that readers do not see, so that storing it again takes none of them away."""
    row = getattr(page.programme, table)[entry]
    if not getattr(row, "hidden", "") or not may(page.visit.actor, "see"):
        return row
    return type(row)(**page.monitor.entered_versions(page.visit.actor, table, entry, page.view.batch.id)[-1].cells)


def _place(table: str, entry: str) -> str:
    return f"entry/{table}/{entry}/{_round(table)}"


def _round(table: str) -> int:
    return st.session_state.get(f"{_ROUND}-{table}", 0)


def _bad(page: Page) -> set[str]:
    """The headings of the cells that something is wrong with."""
    found = st.session_state.get(f"handed-{ENTRY}", ("", None))[1]
    problems: Sequence[Problem] = getattr(found, "problems", ())
    return {problem.column for problem in problems}


def _other_languages(page: Page, table: str, entry: str) -> list[str]:
    """The programme's other languages, and of an entry that has texts without one, those too."""
    spoken = [one for one in page.programme.languages if one != page.speaker.language]
    row = getattr(page.programme, table).get(entry)
    texts = (getattr(row, name) for name in type(row).model_fields) if row else ()
    used = {language for text in texts if isinstance(text, dict) for language in text}
    return spoken + sorted(used - {*spoken, page.speaker.language})


def _ask(draft: Draft, columns: Iterable[Column], language: str) -> dict[str, str]:
    """The cells in their order: short ones two in a row, texts and lists of names by themselves."""
    cells: dict[str, str] = {}
    waiting: list[Column] = []
    for column in (*columns, None):
        if column is None or column.kind in WIDE or len(waiting) == 2:
            cells |= _ask_row(draft, waiting, language)
            waiting = []
        if column is not None and column.kind in WIDE:
            cells |= _ask_row(draft, [column], language)
        elif column is not None:
            waiting.append(column)
    return cells


def _ask_row(draft: Draft, columns: Sequence[Column], language: str) -> dict[str, str]:
    cells: dict[str, str] = {}
    if columns:
        places = st.columns(2) if columns[0].kind not in WIDE else [st.container()]
        for place, column in zip(places, columns, strict=False):
            with place:
                heading, text = ask_cell(draft, column, language)
                cells[heading] = text
    return cells
