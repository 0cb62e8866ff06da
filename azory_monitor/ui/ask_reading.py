"""How a file was read, with every guess open to change, and the answers as a small file to keep or hand in."""

from collections.abc import Mapping

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.handed import Handed
from azory_monitor.model.batch import Reading
from azory_monitor.model.row import columns, headers
from azory_monitor.model.tables import TABLES
from azory_monitor.ui.ask_choice import words_for
from azory_monitor.ui.clock import moment
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import Incoming
from azory_monitor.ui.markup import element, plain
from azory_monitor.ui.offered import ALIKE, ROLES, choice_in_words
from azory_monitor.ui.show_answers import show_answers
from azory_monitor.ui.show_error import show_error
from azory_monitor.words.speaker import languages

MAPPING = "mapping.toml"
GUESSES = {
    "encoding": ("utf-8", "cp1250", "iso-8859-2", "cp852", "mac_latin2", "utf-16"),
    "delimiter": (";", "\t", ",", "|"),
    "decimal": (",", "."),
}
"""What else a text file could be read as; what was found is always offered too."""

_BESIDE = 2


def ask_reading(page: Page, handed: Handed, came: Incoming) -> None:
    """What was remembered, what was answered, and a way to change each guess."""
    if handed.remembered:
        _show_remembered(page, handed, came)
    show_answers(page, came, handed.reading.table)
    with st.expander(page.say("reading_change.title")):
        with st.form(f"reading-{came.stamp}", border=False):
            given = _ask_guesses(page, handed.reading, came) | _ask_columns(page, handed.reading, came)
            if st.form_submit_button(page.say("reading_change.again")):
                came.answer(given)
                st.rerun()
        _ask_mapping(page, handed, came)


def _show_remembered(page: Page, handed: Handed, came: Incoming) -> None:
    batch = handed.remembered
    with st.container(horizontal=True, vertical_alignment="center"):
        when, number = moment(page.speaker, batch.taken), page.speaker.number(batch.id)
        said = page.say("remembered.said", when=when, by=batch.by, batch=number)
        st.html(element("p", said, class_="text"))
        if st.button(page.say("remembered.forget"), type="tertiary", key="forget-mapping"):
            came.answer({"remember": "no"})
            st.rerun()


def _ask_guesses(page: Page, reading: Reading, came: Incoming) -> dict[str, str]:
    """Encoding and signs of a text, sheet of a workbook, header row; only what was changed is an answer."""
    if reading.container == "csv":
        found = {name: getattr(reading, name) for name in GUESSES}
    else:
        found = {"sheet": reading.sheet} if reading.sheet else {}
    found |= {"header_row": str(reading.header_row), "layout": reading.layout}
    said = {}
    for (name, value), place in zip(found.items(), st.columns(len(found)), strict=True):
        with place:
            said[name] = _ask_guess(page, reading.table, name, value, came, reading.sheets)
    return _changed(found, said)


def _ask_guess(page: Page, table: str, name: str, found: str, came: Incoming, sheets: tuple[str, ...]) -> str:
    label, key = plain(page.say(f"reading_change.{name}")), f"{name}-{came.stamp}"
    if name == "header_row":
        return str(st.number_input(label, min_value=1, value=int(found), step=1, key=key))
    others = {"layout": page.monitor.desk.layouts, "sheet": sheets}.get(name) or GUESSES.get(name, ())
    choices = dict.fromkeys((found, *others))
    words = words_for(choices, lambda choice: choice_in_words(page, table, name, choice))
    return st.selectbox(label, list(choices), format_func=words, key=key)


def _ask_columns(page: Page, reading: Reading, came: Incoming) -> dict[str, str]:
    """What each heading of the file is; headings that stand for values of one column are asked for together."""
    if reading.table not in TABLES:
        return {}
    groups = _groups(reading)
    st.html(element("p", page.say("reading_change.columns"), class_="label"))
    found, said = {}, {}
    # A row of columns for each pair: stacked on a narrow screen, they stay in the order of the file.
    for start in range(0, len(groups), _BESIDE):
        for place, (headings, name) in zip(st.columns(_BESIDE), groups[start : start + _BESIDE], strict=False):
            with place:
                chosen = _ask_column(page, reading.table, headings, name, came)
            found |= {f"column:{heading}": name for heading in headings}
            said |= {f"column:{heading}": chosen for heading in headings}
    return _changed(found, said)


def _groups(reading: Reading) -> list[tuple[list[str], str]]:
    """The headings in the order of the file, those of one and the same column of ours together."""
    groups: dict[str, list[str]] = {}
    for heading, name in reading.columns.items():
        groups.setdefault(heading if name.startswith("@") and name not in ALIKE else f"={name}", []).append(heading)
    used = [(headings, reading.columns[headings[0]]) for headings in groups.values()]
    return used + [([heading], "") for heading in reading.ignored]


def _ask_column(page: Page, table: str, headings: list[str], found: str, came: Incoming) -> str:
    row = TABLES[table]
    names = [column.name for column in columns(row) if column.kind == "translated"]
    choices = dict.fromkeys((found, *headers(row, languages()), *names, *ROLES, ""))
    label = headings[0]
    if len(headings) > 1:
        label = page.count("reading_change.several", len(headings), first=headings[0], last=headings[-1])
    return st.selectbox(
        plain(label),
        list(choices),
        format_func=words_for(choices, lambda choice: choice_in_words(page, table, "column:", choice)),
        key=f"column-{headings[0]}-{came.stamp}",
    )


def _changed(found: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in said.items() if value != found[key]}


def _ask_mapping(page: Page, handed: Handed, came: Incoming) -> None:
    """The answers that hold for every such file, to take away or to bring along."""
    st.html(element("p", page.say("mapping.about"), class_="note"))
    st.download_button(
        page.say("mapping.save"),
        data=page.monitor.desk.mapping_of(handed),
        file_name=MAPPING,
        mime="application/toml",
        key="mapping-save",
        on_click="ignore",
        type="tertiary",
    )
    file = st.file_uploader(page.say("mapping.bring"), key=f"mapping-{came.id}")
    seen = f"mapping-seen-{came.id}"
    if file and st.session_state.get(seen) != file.file_id:
        st.session_state[seen] = file.file_id
        try:
            came.answer(page.monitor.desk.answers_of(file.getvalue()))
        except MonitorError as error:
            show_error(page.speaker, error)
        else:
            st.rerun()
