"""One cell of an entry: the widget that its column asks for, and the text that it gives a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from azory_monitor.model.column import Column
from azory_monitor.model.row import header
from azory_monitor.templates import Form, one_meaning
from azory_monitor.ui.ask_choice import words_for
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.named import full_name
from azory_monitor.words import tables

WIDE = ("translated", "refs")
"""Kinds that take a row of their own."""

_HINTED = ("id", "period", "date", "number", "integer", "url")
_TALL = 96

_BY_PART = "contains"
"""Whoever types a part of a name finds that, and the first key does not take in everything that is a little like it."""


@dataclass(frozen=True)
class Draft:
    """An entry that is being typed: whose cells, what they begin with, and how their widgets are told apart."""

    page: Page
    form: Form
    key: str
    start: Mapping[str, str]
    locked: tuple[str, ...] = ()
    """Columns that cannot be changed, for they say which entry it is."""


def ask_cell(draft: Draft, column: Column, language: str = "") -> tuple[str, str]:
    """Heading and text of one cell; of a translated one in ``language``."""
    heading = header(column.name, language) if column.kind == "translated" else column.name
    return heading, _ASKED.get(column.kind, _ask_text)(draft, column, heading)


def widget_key(draft: Draft, heading: str) -> str:
    """Under which the widget of a cell keeps what was typed."""
    return f"{draft.key}/{heading}"


def label(page: Page, column: Column, heading: str) -> str:
    """What a cell is called; a star where it must be filled."""
    name = tables.heading_in_words(page.speaker, heading)
    return f"{name} *" if column.required and heading != "id" else name


def _settings(draft: Draft, column: Column, heading: str, begin: Callable[[str], Any] = str) -> dict[str, Any]:
    """What every widget is given.  What it begins with stands in the session, so that it can be emptied again."""
    key = widget_key(draft, heading)
    if key not in st.session_state:
        st.session_state[key] = begin(draft.start.get(heading, ""))
    locked = column.name in draft.locked
    return {
        "label": plain(label(draft.page, column, heading)),
        "key": key,
        "disabled": locked,
        "persist_state": "session",
    }


def _ask_text(draft: Draft, column: Column, heading: str) -> str:
    settings = _settings(draft, column, heading)
    if column.name in draft.form.long:
        return (st.text_area(height=_TALL, **settings) or "").strip()
    hint = draft.page.say(f"hint.{column.kind}") if column.kind in _HINTED else None
    return (st.text_input(placeholder=hint, **settings) or "").strip()


def _ask_number(draft: Draft, column: Column, heading: str) -> str:
    mark = "," if "," in draft.page.speaker.number(0.5) else "."
    return one_meaning(_ask_text(draft, column, heading), mark)


def _ask_choice(draft: Draft, column: Column, heading: str) -> str:
    settings = _settings(draft, column, heading, lambda text: text or None)
    speaker = draft.page.speaker
    return (
        st.selectbox(
            options=column.choices,
            format_func=words_for(column.choices, lambda choice: speaker.say(f"choice.{column.name}.{choice}")),
            **_chosen(draft, settings),
        )
        or ""
    )


def _ask_ref(draft: Draft, column: Column, heading: str) -> str:
    ids = list(getattr(draft.page.programme, column.to, {}))
    settings = _settings(draft, column, heading, lambda text: text if text in ids else None)
    words = words_for(ids, lambda id: full_name(draft.page, column.to, id))
    return st.selectbox(options=ids, format_func=words, **_chosen(draft, settings)) or ""


def _ask_refs(draft: Draft, column: Column, heading: str) -> str:
    ids = list(getattr(draft.page.programme, column.to, {}))
    settings = _settings(draft, column, heading, lambda text: [id for id in text.split() if id in ids])
    placeholder = draft.page.say("choose_several" if ids else "nothing_to_choose")
    return " ".join(
        st.multiselect(
            options=ids,
            format_func=words_for(ids, lambda id: full_name(draft.page, column.to, id)),
            placeholder=placeholder,
            filter_mode=_BY_PART,
            select_all=False,
            **settings,
        )
    )


def _ask_flag(draft: Draft, column: Column, heading: str) -> str:
    return "yes" if st.checkbox(**_settings(draft, column, heading, lambda text: text == "yes")) else ""


def _chosen(draft: Draft, settings: Mapping[str, Any]) -> dict[str, Any]:
    return {"index": None, "placeholder": draft.page.say("choose_one"), "filter_mode": _BY_PART, **settings}


_ASKED = {
    "number": _ask_number,
    "integer": _ask_number,
    "choice": _ask_choice,
    "ref": _ask_ref,
    "refs": _ask_refs,
    "flag": _ask_flag,
}
