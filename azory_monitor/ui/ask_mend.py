"""Bad cells mended on the screen: the file stays as it came, the corrections are kept with it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from azory_monitor.handed import Handed
from azory_monitor.model.batch import Problem
from azory_monitor.model.presented import Table
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import CELL, Incoming
from azory_monitor.ui.markup import element
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_note

ALIKE = ("unknown_ref", "unknown_choice", "not_a_period", "not_a_date", "not_a_flag")
"""Rules about a name or a form: wherever the same text stands, the same correction fits, so it is asked for once."""

_ROWS_SHOWN = 6


@dataclass(frozen=True)
class Line:
    """One correction to make, of one cell or of all cells with the same text."""

    keys: tuple[str, ...]
    rows: tuple[int, ...]
    column: str
    raw: str
    nearest: str = ""
    text: str = ""
    """What it was mended to before."""


def ask_mend(page: Page, handed: Handed, came: Incoming) -> None:
    """What was mended so far, and a table of the bad cells to write in."""
    mended = _mended(came)
    if mended:
        _show_mended(page, mended, came)
    bad = _bad(handed, came)
    still_bad = {key for line in bad for key in line.keys}
    lines = [*bad, *(line for line in mended if not still_bad & {*line.keys})]
    if not lines:
        return
    folded = st.expander(page.say("mend.title"), expanded=bool(handed.faults), key="mend")
    with folded, st.form(f"mend-{came.id}", border=False):
        show_note(page, page.say("mend.how"))
        edited = _ask_texts(page, lines, came)
        if st.form_submit_button(page.say("mend.again")):
            _take(lines, edited, came)
            st.rerun()


def _bad(handed: Handed, came: Incoming) -> list[Line]:
    """The cells of the file that a problem points at; those of one text that need one correction are one line."""
    reading = handed.reading
    headings = {*reading.columns, *reading.ignored}
    groups: dict[tuple, list[Problem]] = {}
    for problem in handed.problems:
        if problem.row > reading.header_row and problem.column in headings:
            place = "" if problem.rule in ALIKE and problem.value else problem.row
            groups.setdefault((problem.column, problem.value, place), []).append(problem)
    return [_line(group, came) for group in groups.values()]


def _line(group: list[Problem], came: Incoming) -> Line:
    rows = tuple(dict.fromkeys(problem.row for problem in group))
    column, nearest = group[0].column, next((problem.nearest for problem in group if problem.nearest), "")
    keys = tuple(f"{CELL}{row}:{column}" for row in rows)
    text, raw = came.answers.get(keys[0], ""), came.raw.get(keys[0], group[0].value)
    return Line(keys, rows, column, raw, nearest, text)


def _mended(came: Incoming) -> list[Line]:
    groups: dict[tuple, list[str]] = {}
    for key, text in came.mends.items():
        column = key.removeprefix(CELL).split(":", 1)[1]
        groups.setdefault((column, came.raw.get(key, ""), text), []).append(key)
    return [
        Line(tuple(keys), tuple(int(key.split(":")[1]) for key in keys), column, raw, text=text)
        for (column, raw, text), keys in groups.items()
    ]


def _show_mended(page: Page, mended: list[Line], came: Incoming) -> None:
    st.html(element("h3", page.count("mend.mended", len(came.mends))))
    heads = ("row", "column", "raw", "text")
    cells = [(_rows(page, line), line.column, line.raw or page.speaker.say("cell.empty"), line.text) for line in mended]
    caption = page.count("mend.mended", len(came.mends))
    table = Table(caption, tuple(page.say(f"mend.{name}") for name in heads), tuple(cells))
    show_table(page, table, "mended", caption=False, save=False)
    if st.button(page.say("mend.take_back"), key="mend-take-back", type="tertiary"):
        came.take_back(list(came.mends))
        st.rerun()


def _ask_texts(page: Page, lines: list[Line], came: Incoming) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "row": [_rows(page, line) for line in lines],
            "column": [line.column for line in lines],
            "raw": [line.raw for line in lines],
            "nearest": [line.nearest for line in lines],
            "take": [False for _ in lines],
            "text": [line.text for line in lines],
        }
    )
    hinted = any(line.nearest for line in lines)
    shown = ["row", "column", "raw", "text", *(("nearest", "take") if hinted else ())]
    config = {name: page.say(f"mend.{name}") for name in shown}
    return st.data_editor(
        frame,
        hide_index=True,
        column_order=shown,
        column_config=config | {"text": st.column_config.TextColumn(page.say("mend.text"), width="medium")},
        disabled=["row", "column", "raw", "nearest"],
        key=f"mend-{came.stamp}",
        alt=page.say("mend.title"),
    )


def _rows(page: Page, line: Line) -> str:
    """The rows a correction is for; of many the first and how many there are."""
    if len(line.rows) <= _ROWS_SHOWN:
        return ", ".join(map(str, line.rows))
    return page.count("mend.rows", len(line.rows), first=line.rows[0])


def _take(lines: list[Line], edited: pd.DataFrame, came: Incoming) -> None:
    """Written corrections first, then ticked suggestions; a mended cell whose correction was emptied is taken back."""
    for line, cells in zip(lines, edited.to_dict("records"), strict=True):
        text = _said(line, cells)
        if text:
            came.raw |= {key: line.raw for key in line.keys if key not in came.answers}
            came.answer(dict.fromkeys(line.keys, text))
        elif line.text:
            came.take_back(line.keys)


def _said(line: Line, cells: Mapping[str, object]) -> str:
    text = cells["text"]
    written = text.strip() if isinstance(text, str) else ""
    return written or (line.nearest if cells["take"] else "")
