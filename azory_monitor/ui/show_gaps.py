"""What is missing: what indicators lack, what is owed by whom, what has come in when, what looks odd."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.quality import Coverage, Due, Outlier, Readiness, Unscheduled
from azory_monitor.ui.finished import finished, told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import listed
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_headline, show_paragraph
from azory_monitor.words import sentences, tables

_STATES = ("late", "due", "coming")


def show_readiness(page: Page, results: Sequence[Readiness]) -> None:
    """How many indicators of the programme can be followed and read, and what each lacks; then those of the context."""
    indicators = page.programme.indicators
    own = [one for one in results if indicators[one.indicator].kind != "context"]
    context = [one for one in results if indicators[one.indicator].kind == "context"]
    show_headline(
        page,
        told(page, sentences.readiness_headline, own),
        sentences.readiness_gaps(page.speaker, own),
    )
    show_chart(page, "readiness", own, title=False)
    if context:
        show_paragraph(page, told(page, sentences.readiness_headline, context))
        with st.expander(page.say("context")):
            show_state_table(page, tables.readiness_table, context, name="readiness-context")


def show_owed(page: Page, dues: Sequence[Due], unscheduled: Sequence[Unscheduled]) -> None:
    """What is owed, by those who owe most that is late first, and what nobody agreed a time for."""
    show_paragraph(page, told_dues(page, dues))
    if dues:
        show_state_table(page, tables.due_table, _in_order(dues), name="dues")
    said = sentences.unscheduled_sentence(page.speaker, unscheduled)
    if said:
        show_paragraph(page, said)
        with st.expander(page.say("unscheduled")):
            show_state_table(page, tables.unscheduled_table, unscheduled, name="unscheduled")


@finished
def told_dues(page: Page, dues: Sequence[Due]) -> str:
    """How many values are owed, and by whom; in a large state also in how many areas that is known."""
    owed = sentences.due_headline(page.speaker, page.programme, dues)
    areas = page.view.looked_in
    among = page.speaker.ended(page.speaker.count("large.looked_in", len(areas))) if areas else ""
    return " ".join(filter(None, (owed, among)))


def _in_order(dues: Sequence[Due]) -> list[Due]:
    late = Counter(due.owner for due in dues if due.state == "late")
    return sorted(dues, key=lambda due: (-late[due.owner], due.owner, _STATES.index(due.state), due.due_on))


def show_coverage(page: Page, results: Sequence[Coverage]) -> None:
    """Which values have come in, and which of them in time."""
    if results:
        show_paragraph(page, sentences.coverage_headline(page.speaker, results))
        show_chart(page, "coverage", results, title=False)
    else:
        show_empty(page, "no_coverage")


def show_outliers(page: Page, outliers: Sequence[Outlier]) -> None:
    """Stored values that lie far from those before them."""
    if outliers:
        st.html(_outliers(page, outliers))
        with st.expander(page.speaker.say("show.chart.table")):
            show_state_table(page, tables.outlier_table, outliers, name="outliers")
    else:
        show_paragraph(page, page.say("no_outliers"))


@finished
def _outliers(page: Page, outliers: Sequence[Outlier]) -> Markup:
    items = [sentences.outlier_sentence(page.speaker, page.programme, one) for one in outliers]
    return listed(items, class_="entries small")
