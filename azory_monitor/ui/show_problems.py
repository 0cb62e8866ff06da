"""What is wrong with a file: everything, sorted by what it is and where, to read here or to take away."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from azory_monitor.handed import Handed
from azory_monitor.model.batch import Problem
from azory_monitor.model.presented import Table
from azory_monitor.ui.frame import Page
from azory_monitor.ui.incoming import CELL, Incoming
from azory_monitor.ui.markup import element, listed, plain
from azory_monitor.ui.show_table import separator, show_table, table_csv
from azory_monitor.ui.show_text import show_paragraph
from azory_monitor.words import sentences, tables

OPEN = 3
"""Up to so many groups stand open."""

FEW = 12
"""Up to so many problems stand in one table, in the order of the file."""

LONG = 200
"""A longer table is drawn row by row as it is scrolled."""


def show_problems(page: Page, handed: Handed, came: Incoming) -> None:
    """How much is wrong, then every problem in its group, and two ways to take them away."""
    if handed.faults:
        said = [page.count("faults", len(handed.faults)), page.count("sound", handed.accepted)]
    else:
        said = [page.count("no_problems", handed.accepted)]
    warnings = [problem for problem in handed.problems if problem.warning]
    said += [page.count("warnings", len(warnings))] if warnings else []
    show_paragraph(page, " ".join(said))
    if len(handed.problems) <= FEW:
        groups = [list(found) for found in (handed.faults, warnings) if found]
        for number, found in enumerate(groups):
            _show_table(page, tables.problem_table(page.speaker, found), f"problems-{number}")
    else:
        _show_groups(page, _grouped([*handed.faults, *warnings]))
    if handed.problems:
        _ask_downloads(page, handed, came)


def _show_groups(page: Page, groups: list[list[Problem]]) -> None:
    for number, group in enumerate(groups):
        _show_group(page, group, f"problems-{number}", is_open=len(groups) <= OPEN and len(group) <= LONG)


def show_problems_of_form(page: Page, handed: Handed) -> None:
    """The same for a form of one row: what to change in which field."""
    said = [f"{problem.column}: {sentences.problem_sentence(page.speaker, problem)}" for problem in handed.problems]
    if said:
        st.html(element("div", listed(said, class_="plain"), class_="told error", role="alert"))


def _grouped(problems: Sequence[Problem]) -> list[list[Problem]]:
    groups: dict[tuple, list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.warning, problem.rule, problem.column), []).append(problem)
    return list(groups.values())


def _show_group(page: Page, group: list[Problem], name: str, is_open: bool) -> None:
    title = _title(page, group)
    table = replace(tables.problem_table(page.speaker, group), caption=title)
    if is_open:
        st.html(element("h3", title))
        _show_table(page, table, name)
    else:
        with st.expander(plain(title)):
            _show_table(page, table, name)


def _title(page: Page, group: list[Problem]) -> str:
    first = group[0]
    rule, kind = page.speaker.say(f"rule.{first.rule}"), "warning" if first.warning else "fault"
    key = f"group.{kind}.column" if first.column else f"group.{kind}.row"
    return page.count(key, len(group), rule=rule, column=first.column)


def _show_table(page: Page, table: Table, name: str) -> None:
    if len(table.rows) <= LONG:
        show_table(page, table, name, caption=False, save=False)
        return
    frame = pd.DataFrame(table.rows, columns=table.columns)
    st.dataframe(frame, hide_index=True, alt=table.caption, key=name)


def _ask_downloads(page: Page, handed: Handed, came: Incoming) -> None:
    with st.container(horizontal=True):
        name, _ = handed.name.rpartition(".")[::2] if "." in handed.name else (handed.name, "")
        kind = handed.reading.container
        st.download_button(
            page.say("marked.save"),
            data=lambda: page.monitor.desk.with_problems(handed, _by_row(page, handed, came)),
            file_name=f"{name} – {page.say('marked.name')}.{kind}",
            key="save-marked",
            on_click="ignore",
        )
        st.download_button(
            page.say("marked.list"),
            data=lambda: table_csv(tables.problem_table(page.speaker, handed.problems), separator(page)),
            file_name=f"{page.say('marked.name')}.csv",
            mime="text/csv",
            key="save-problems",
            on_click="ignore",
            type="tertiary",
        )


def _by_row(page: Page, handed: Handed, came: Incoming) -> dict[int, str]:
    """For each row below the headings, everything there is to say of it."""
    said: dict[int, list[str]] = {}
    for problem in handed.problems:
        told = sentences.problem_sentence(page.speaker, problem)
        said.setdefault(problem.row, []).append(f"{problem.column}: {told}" if problem.column else told)
    for key, text in came.mends.items():
        row, heading = key.removeprefix(CELL).split(":", 1)
        said.setdefault(int(row), []).append(page.say("mend.told", column=heading, value=text))
    return {row: " ".join(told) for row, told in said.items() if row > handed.reading.header_row}
