"""The state that is shown as files to take along, each made when it is asked for, apart from the page."""

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.making import Order, Work
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_making import followed, show_making
from azory_monitor.ui.show_text import show_paragraph

_OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = {
    "pptx": ("pptx", f"{_OFFICE}.presentationml.presentation"),
    "xlsx": ("xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    "pdf": ("pdf", "application/pdf"),
    "html": ("html", "text/html"),
    "package": ("zip", "application/zip"),
    "csv": ("csv", "text/csv"),
    "csv-pl": ("csv", "text/csv"),
    "sdmx-csv": ("csv", "text/csv"),
    "open-sdg": ("zip", "application/zip"),
}
"""For every format what its file is called by, in the order in which they are offered."""


def show_exports(page: Page) -> None:
    """For each format a button that has its file made, then the file; of the state and in the language of the page."""
    show_paragraph(page, page.say("exports_lead"))
    followed(lambda: any(work and not work.is_over for work in _works(page).values()), lambda: _offer(page))


def _offer(page: Page) -> None:
    works = _works(page)
    with st.container(horizontal=True, key="exports"):
        for format, work in works.items():
            _offer_one(page, format, work)
    missing = [format for format, work in works.items() if work is None]
    if missing:
        st.button(plain(page.say("make_all")), key="make-all", on_click=_have_made, args=(page, missing))
    asked = {page.say(f"export.{format}"): work for format, work in works.items() if work}
    show_making(page, asked)


def _offer_one(page: Page, format: str, work: Work | None) -> None:
    label = page.say(f"export.{format}")
    if work and work.content is not None:
        ending, mime = FILES[format]
        st.download_button(
            plain(page.say("take", file=label, size=page.speaker.number(len(work.content) / 1024, 0))),
            data=work.content,
            file_name=f"{page.programme.profile.id}-{page.view.batch.id}-{page.speaker.language}.{ending}",
            mime=mime,
            key=f"export-{format}",
            on_click="ignore",
            type="primary",
        )
    else:
        st.button(
            plain(label),
            key=f"make-{format}",
            on_click=_have_made,
            args=(page, [format]),
            disabled=bool(work and not work.is_over),
        )


def _works(page: Page) -> dict[str, Work | None]:
    return {format: page.monitor.workshop.found(_order(page, format)) for format in FILES}


def _order(page: Page, format: str) -> Order:
    batch = page.view.batch
    return Order(page.view, format, page.speaker.language, batch.name if batch.what == "snapshot" else "")


def _have_made(page: Page, formats: list[str]) -> None:
    try:
        for format in formats:
            page.monitor.workshop.order(_order(page, format))
    except MonitorError as error:
        show_error(page.speaker, error)
