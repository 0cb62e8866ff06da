"""The state that is shown as files to take along, each made only when it is asked for."""

from functools import partial

import streamlit as st

from azory_monitor.ui.frame import Page

_OFFICE = "application/vnd.openxmlformats-officedocument"
_FILES = {
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
    """A button for each format; the file is of the state and in the language of the page."""
    with st.container(horizontal=True):
        for format, (ending, mime) in _FILES.items():
            st.download_button(
                page.say(f"export.{format}"),
                data=partial(_made, page, format),
                file_name=f"{page.programme.profile.id}-{page.view.batch.id}-{page.speaker.language}.{ending}",
                mime=mime,
                key=f"export-{format}",
                on_click="ignore",
            )


def _made(page: Page, format: str) -> bytes:
    from azory_monitor.exporting import exported  # the drawing library is loaded when something is drawn

    return exported(page.view, format, page.speaker.language)
