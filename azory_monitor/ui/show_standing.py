"""Where an indicator stands: the picture, every comparison in words, and what a benchmark is made of."""

from collections.abc import Sequence

import streamlit as st

from azory_monitor.model.verdicts import Comparison
from azory_monitor.ui.finished import told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_indicator import show_comparisons
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_paragraph, show_section
from azory_monitor.words import tables


def show_standing(page: Page, compared: Sequence[Comparison]) -> None:
    """The comparisons of one indicator; nothing, not even a heading, where there are none."""
    if not compared:
        return
    show_section(page, "comparison")
    show_chart(page, "standing", compared, title=False)
    show_comparisons(page, compared)
    for one in compared:
        if one.against == "area" and page.programme.areas[one.benchmark].kind == "group":
            _show_members(page, one)


def _show_members(page: Page, one: Comparison) -> None:
    """Members, weights and counts of a group that was averaged here; of one as published, that they are not stated."""
    caption = told(page, tables.members_caption, one)
    if not one.members:
        show_paragraph(page, page.speaker.ended(caption))
        return
    with st.expander(plain(caption)):
        show_state_table(page, tables.members_table, one, name=f"members-{one.benchmark}")
