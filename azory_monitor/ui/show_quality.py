"""How good the figures are: conflicts, sums that do not add up, sources, and the words that are used."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.charts.calibration import false_alarms
from azory_monitor.model.descriptor import UNDATED
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.verdicts import Misfit
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed
from azory_monitor.ui.named import source_name
from azory_monitor.ui.show_chart import show_chart
from azory_monitor.ui.show_table import Laid, laid, show_laid
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
    st.html(_rules(page, names))


@finished
def _rules(page: Page, names: Sequence[str]) -> Markup:
    told = [(page.say(f"rule.{name}.title"), page.say(f"rule.{name}.text")) for name in names]
    return facts(told, class_="facts wide")


def show_calibration(page: Page) -> None:
    """How often told chances came true in simulated series, and how often no change was called a real one."""
    show_paragraph(page, false_alarms(page.speaker))
    show_chart(page, "calibration", ())


def show_misfits(page: Page, misfits: Sequence[Misfit]) -> None:
    """Printed figures that do not follow from their own counts."""
    if misfits:
        st.html(_misfits(page, misfits))
    else:
        show_paragraph(page, page.say("no_misfits"))


@finished
def _misfits(page: Page, misfits: Sequence[Misfit]) -> Markup:
    items = [sentences.misfit_sentence(page.speaker, page.programme, misfit) for misfit in misfits]
    return listed(items, class_="entries small")


def show_sources(page: Page) -> None:
    """Every source with publisher, year, address and licence."""
    show_laid(page, *_sources(page), "sources")


@finished
def _sources(page: Page) -> Laid:
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
    return laid(page, Table(page.say("sources"), heads, rows), caption=False)
