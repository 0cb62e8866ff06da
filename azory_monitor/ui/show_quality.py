"""How good the figures are: conflicts, sums that do not add up, sources, and the words that are used."""

from collections.abc import Sequence

import streamlit as st

from azory_monitor.charts.calibration import false_alarms
from azory_monitor.model.descriptor import UNDATED
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.verdicts import Misfit
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed
from azory_monitor.ui.named import source_name
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_note, show_paragraph
from azory_monitor.words import sentences


def show_source(page: Page, source: str, measured: Sequence[Measurement]) -> None:
    """What a table or study is, and plainly that its figures bear no date where they bear none."""
    known = page.programme.sources[source]
    whole = page.programme.sources.get(known.part_of)
    parts = [page.speaker.text(whole.title) if whole else "", page.speaker.text(known.publisher)]
    parts += [page.speaker.say("show.locator", locator=page.speaker.locator(known.locator)) if known.locator else ""]
    show_note(page, ", ".join(filter(None, parts)))
    show_paragraph(page, page.speaker.text(known.note))
    if any(row.period == UNDATED for row in measured):
        st.html(element("p", page.say("undated"), class_="told"))


def show_rules(page: Page, names: Sequence[str]) -> None:
    """The rules in words: a heading and what it means, one after another."""
    st.html(
        facts([(page.say(f"rule.{name}.title"), page.say(f"rule.{name}.text")) for name in names], class_="facts wide")
    )


def show_calibration(page: Page) -> None:
    """How often told chances came true in simulated series, and how often no change was called a real one."""
    show_paragraph(page, false_alarms(page.speaker))
    show_chart(page, "calibration", ())


def show_misfits(page: Page, misfits: Sequence[Misfit]) -> None:
    """Printed figures that do not follow from their own counts."""
    if misfits:
        items = [sentences.misfit_sentence(page.speaker, page.programme, misfit) for misfit in misfits]
        st.html(listed(items, class_="entries small"))
    else:
        show_paragraph(page, page.say("no_misfits"))


def show_sources(page: Page) -> None:
    """Every source with publisher, year, address and licence."""
    heads = tuple(
        page.speaker.say(f"column.{name}")
        for name in ("title", "kind", "part_of", "publisher", "year", "licence", "url")
    )
    rows = tuple(
        (
            page.speaker.text(source.title),
            page.speaker.label("choice.kind", source.kind),
            source_name(page, source.part_of),
            page.speaker.text(source.publisher),
            str(source.year or ""),
            page.speaker.text(source.licence),
            source.url,
        )
        for source in page.programme.sources.values()
    )
    show_table(page, Table(page.say("sources"), heads, rows), "sources", caption=False)
