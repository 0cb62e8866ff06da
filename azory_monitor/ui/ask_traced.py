"""Which number is looked up: the one that a link names, else one that is chosen."""

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.trace import Subject, Trace
from azory_monitor.ui.ask_choice import ask_choice
from azory_monitor.ui.ask_programme import ask_figure
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.where_from import OF, subject_in


def ask_traced(page: Page) -> Trace:
    """Where the number comes from; one that the state does not have is told, and ends the page."""
    linked = st.query_params.get(OF, "")
    subject = subject_in(linked) if linked else _asked(page)
    try:
        found = _traced(page, subject.table, subject.key)
    except MonitorError as error:
        show_error(page.speaker, error)
        st.stop()
    return found


@finished
def _traced(page: Page, table: str, key: str) -> Trace:
    return page.monitor.trace(page.view, table, key)


def _asked(page: Page) -> Subject:
    indicator, area = ask_figure(page)
    rows = page.answer("measurements", indicator=indicator, area=area)
    periods = list(dict.fromkeys(row.period for row in rows if not row.variant))
    period = ask_choice(page.say("period"), "period", periods, page.speaker.period, periods[-1]) if periods else ""
    return Subject(table=Measurement.table, key=f"{indicator} {area} {period}".rstrip())
