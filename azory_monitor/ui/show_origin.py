"""Where a number comes from: its cell, its file, who brought it, its former versions, what was concluded from it."""

import streamlit as st

from azory_monitor.model.trace import Trace
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_headline, show_paragraph, show_section
from azory_monitor.ui.where_from import leading, where_from
from azory_monitor.words import sentences, tables


def show_origin(page: Page, found: Trace) -> None:
    """The sentence first, then everything that it rests on, nearest first."""
    show_headline(page, sentences.trace_headline(page.speaker, page.programme, found))
    if found.measurement:
        indicator = found.subject.key.partition(" ")[0]
        page.show_link("indicator", page.say("to_indicator"), indicator=indicator)
    _show_counted(page, found)
    _show_content(page, found)
    _show_cells(page, found)
    _show_file(page, found)
    _show_formula(page, found)
    _show_editions(page, found)
    _show_verdicts(page, found)
    _show_inputs(page, found)
    st.html(element("p", element("a", page.say("another"), href=page.link("trace"), target="_self")))


def _show_counted(page: Page, found: Trace) -> None:
    if found.count and not found.hidden:
        show_section(page, "counted")
        show_paragraph(page, sentences.count_sentence(page.speaker, page.programme, found.count))


def _show_content(page: Page, found: Trace) -> None:
    told = tables.entry_facts(page.speaker, page.programme, found.subject.table, found.cells)
    if told:
        show_section(page, "content")
        st.html(facts(list(told)))


def _show_cells(page: Page, found: Trace) -> None:
    place = found.place
    if not place or not place.cells:
        return
    show_section(page, "cells")
    show_table(page, tables.cell_table(page.speaker, place), "trace-cells", caption=False)
    if place.steps:
        show_table(page, tables.step_table(page.speaker, place.steps), "trace-steps")


def _show_file(page: Page, found: Trace) -> None:
    told = tables.trace_facts(page.speaker, found)
    if told:
        show_section(page, "file")
        st.html(facts(list(told)))


def _show_formula(page: Page, found: Trace) -> None:
    if found.formula and found.measurement:
        show_section(page, "formula")
        said = sentences.formula_sentence(page.speaker, page.programme, found.measurement, found.formula)
        show_paragraph(page, said)


def _show_editions(page: Page, found: Trace) -> None:
    if len(found.editions) > 1:
        show_section(page, "editions")
        table = tables.edition_table(page.speaker, page.programme, found)
        show_table(page, table, "trace-editions", caption=False)


def _show_verdicts(page: Page, found: Trace) -> None:
    """Each verdict as its sentence with its method; the target with the reason for each of its changes."""
    speaker, programme = page.speaker, page.programme
    items = [
        together(
            [
                element("p", sentences.comparison_sentence(speaker, programme, one)),
                element("p", speaker.label("method", one.method), class_="meta") if one.method else "",
            ]
        )
        for one in found.comparisons
    ]
    if found.progress:
        items.append(element("p", sentences.progress_sentence(speaker, programme, found.progress)))
    items += [sentences.target_change_sentence(speaker, programme, one) for one in found.target_changes]
    if found.target:
        items.append(where_from(page, found.target, page.say("target")))
    if items:
        show_section(page, "standing")
        st.html(listed(items, class_="entries small"))


def _show_inputs(page: Page, found: Trace) -> None:
    if found.inputs:
        show_section(page, "inputs_of_count" if found.count else "inputs")
        table = tables.input_table(page.speaker, page.programme, found)
        linked = leading(page, table, page.speaker.say("trace.heading.input"), found.inputs)
        show_table(page, table, "trace-inputs", caption=False, linked=linked)
