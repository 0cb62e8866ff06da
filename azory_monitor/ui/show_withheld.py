"""For who may write: the figures that readers do not see.  They are shown, and never saved, kept or handed on."""

import streamlit as st

from azory_monitor.access import may
from azory_monitor.ui.frame import Page
from azory_monitor.ui.show_table import table_html
from azory_monitor.ui.show_text import show_note, show_paragraph, show_section
from azory_monitor.words import tables


def show_withheld(page: Page) -> None:
    """Every hidden figure as it was handed in, with the reason; nothing at all for a reader."""
    if not may(page.visit.actor, "see"):
        return
    rows = page.monitor.entered(page.visit.actor, page.view)
    cells = page.monitor.entered_cells(page.visit.actor, page.view)
    n = len(rows) + len(cells)
    show_section(page, "withheld")
    show_paragraph(page, page.count("withheld_told", n) if n else page.say("withheld_none"))
    if rows:
        st.html(table_html(tables.withheld_table(page.speaker, page.programme, rows), caption=False))
    if cells:
        st.html(table_html(tables.withheld_cell_table(page.speaker, page.programme, cells), caption=bool(rows)))
    if n:
        show_note(page, page.say("withheld_note"))
