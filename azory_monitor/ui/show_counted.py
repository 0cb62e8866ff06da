"""Figures that are counted from the register, each with the entries behind it one click away."""

import streamlit as st

from azory_monitor.model.counted import Count, Tally
from azory_monitor.model.presented import Table
from azory_monitor.model.programme import Indicator
from azory_monitor.model.trace import Subject
from azory_monitor.ui.finished import told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_paragraph, show_section
from azory_monitor.ui.where_from import leading
from azory_monitor.words import sentences, tables


def show_counted(page: Page, indicator: Indicator) -> None:
    """Each figure as a sentence, then its entries: those of the whole, or of each year, the last year first.

    Nothing, not even a heading, for an indicator that is not counted from the register.
    """
    counts: list[Count] = page.answer("counts", indicator=indicator.id)
    if counts:
        show_section(page, "counted")
    for count in counts:
        show_paragraph(page, told(page, sentences.count_sentence, count))
        if count.period:
            for tally in reversed(count.tallies):
                _show_entries(page, count, _title(page, count, tally), tally)
        elif count.entries:
            _show_entries(page, count, page.speaker.count("count.behind", len(count.entries)))


def _title(page: Page, count: Count, tally: Tally) -> str:
    value = sentences.count_value(page.speaker, page.programme, count, tally)
    period = page.speaker.period(tally.period)
    return page.speaker.count("count.behind_in", len(tally.entries), period=period, value=value)


def _show_entries(page: Page, count: Count, title: str, tally: Tally | None = None) -> None:
    name = "-".join(filter(None, (count.derivation, tally.period if tally else "")))
    with st.expander(plain(title)):
        show_state_table(page, tables.entries_table, count, tally, name=name, lead=_entries_led)


def _entries_led(page: Page, table: Table, count: Count, tally: Tally | None) -> Table:
    known = getattr(page.programme, count.table)
    subjects = [Subject(table=count.table, key=id) for id in (tally or count).entries if id in known]
    return leading(page, table, table.columns[0], subjects) if subjects else table
