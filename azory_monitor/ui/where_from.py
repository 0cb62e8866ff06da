"""The way from a number to where it comes from: one link, the same on every page."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.presented import Table
from azory_monitor.model.trace import Subject
from azory_monitor.model.verdicts import Comparison, Progress
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.words import sentences

OF = "of"
"""What the page is asked for in its address: ``measurements:crime hill 2016``, ``targets:crime hill``."""


def figure(indicator: str, area: str, period: str, variant: str = "") -> Subject:
    """A figure by what identifies it."""
    return Subject(table=Measurement.table, key=" ".join(filter(None, (indicator, area, period, variant))))


def figure_of(row: Measurement) -> Subject:
    """A measurement."""
    return figure(row.indicator, row.area, row.period, row.variant)


def subject_in(linked: str) -> Subject:
    """What a link names."""
    table, _, key = linked.partition(":")
    return Subject(table=table, key=key)


def where_from(page: Page, subject: Subject, words: str, title: str = "") -> Markup:
    """Words, a number as a rule, that lead to where they come from."""
    to = page.link("trace", **{OF: f"{subject.table}:{subject.key}"})
    told = title or page.speaker.say("show.trace.title")
    return element("a", words, href=to, target="_self", title=told, class_="from")


def entry_from(page: Page, table: str, key: str) -> Markup:
    """The way from an entry of the register to the row of the file that it stands in."""
    return element("p", where_from(page, Subject(table=table, key=key), page.speaker.say("show.trace.where")))


def target_of(page: Page, one: Progress) -> Subject | None:
    """The row of the targets that a progress goes by."""
    key = f"{one.indicator} {one.area}"
    return Subject(table="targets", key=key) if key in page.programme.targets else None


def of_progress(page: Page, one: Progress, period: str) -> Subject | None:
    """The figure of a period that a progress goes by, else the target that states it."""
    rows = [row for row in one.measurements if row.period == period]
    return figure_of(rows[0]) if rows else target_of(page, one)


def worked_out(page: Page, one: Comparison) -> Markup | str:
    """A fold with every figure that a comparison was made from, each leading to where it comes from."""
    items = [
        together(
            [
                sentences.subject_name(page.speaker, page.programme, figure_of(row)),
                ": ",
                where_from(page, figure_of(row), sentences.figure_value(page.speaker, page.programme, row)),
            ]
        )
        for row in one.measurements
    ]
    summary = element("summary", page.speaker.say("show.trace.worked"))
    return element("details", together([summary, listed(items, class_="plain")])) if items else ""


def leading(page: Page, table: Table, heading: str, subjects: Sequence[Subject | None]) -> Table:
    """The table with each cell under a heading leading to where it comes from."""
    if heading not in table.columns or len(subjects) != len(table.rows):
        return table
    place = table.columns.index(heading)
    rows = [
        (*row[:place], where_from(page, subject, row[place]) if subject else row[place], *row[place + 1 :])
        for row, subject in zip(table.rows, subjects, strict=True)
    ]
    return replace(table, rows=tuple(rows))
