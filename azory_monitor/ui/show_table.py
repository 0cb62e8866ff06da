"""A table that a screen reader, a printer and a spreadsheet can read."""

import csv
import io
from collections.abc import Callable
from typing import Any

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.presented import Table
from azory_monitor.snapshot.cells import harmless
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, together

BYTE_ORDER_MARK = "\ufeff"

Lead = Callable[..., Table]
"""The table with links to where its numbers come from, of the page, the table, and what the table was made of."""

Laid = tuple[Markup, bytes]
"""A table as it is shown, and as it is saved."""


def show_table(
    page: Page, table: Table, name: str, caption: bool = True, save: bool = True, linked: Table | None = None
) -> None:
    """The table in a frame of its own that scrolls where the screen is narrow, with its download below.

    ``name`` tells it from the page's other tables; ``linked`` is the same table with links, for the screen alone.
    """
    show_laid(page, *laid(page, table, caption, linked), name, save)


def show_state_table(
    page: Page,
    make: Callable[..., Table],
    *given: Any,
    name: str,
    caption: bool = False,
    lead: Lead | None = None,
    **more: Any,
) -> None:
    """The same of what ``words.tables`` sets out of a state, which is laid out once."""
    show_laid(page, *_laid_out(page, make, given, caption, lead, **more), name)


@finished
def _laid_out(
    page: Page, make: Callable[..., Table], given: tuple[Any, ...], caption: bool, lead: Lead | None, **more: Any
) -> Laid:
    table = make(page.speaker, page.programme, *given, **more)
    return laid(page, table, caption, lead(page, table, *given) if lead else None)


def laid(page: Page, table: Table, caption: bool = True, linked: Table | None = None) -> Laid:
    """A table laid out for the screen and for the spreadsheets of the reader's country."""
    return table_html(linked or table, caption), table_csv(table, separator(page))


def show_laid(page: Page, shown: Markup, saved: bytes, name: str, save: bool = True) -> None:
    """A table that is laid out."""
    st.html(shown)
    if save:
        st.download_button(
            page.speaker.say("show.table.save"),
            data=saved,
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"save-{name}",
            on_click="ignore",
            type="tertiary",
        )


def separator(page: Page) -> str:
    """What separates the columns of a file that the spreadsheet of the reader's country opens by a double click."""
    return ";" if "," in page.speaker.number(0.5) else ","


def table_html(table: Table, caption: bool = True) -> Markup:
    """A real table with caption and scopes; every first cell of a row heads the row."""
    numeric = table.numeric or (False,) * len(table.columns)
    kinds = ["number" if flush else "" for flush in numeric]
    head = element(
        "tr",
        together(
            element("th", name, scope="col", class_=kind) for name, kind in zip(table.columns, kinds, strict=True)
        ),
    )
    body = together(_row(row, kinds) for row in table.rows)
    title = element("caption", table.caption, class_="" if caption else "unseen")
    whole = element("table", together([title, element("thead", head), element("tbody", body)]))
    return element("div", whole, class_="frame", tabindex="0", role="region", aria_label=table.caption)


def _row(row: tuple[str, ...], kinds: list[str]) -> Markup:
    first, *others = zip(row, kinds, strict=True)
    heading = element("th", first[0], scope="row", class_=first[1])
    return element("tr", together([heading, *(element("td", cell, class_=kind) for cell, kind in others)]))


def table_csv(table: Table, sign: str) -> bytes:
    """The table as a spreadsheet of the reader's country opens it; a cell that would be a formula is defused."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign, lineterminator="\r\n")
    writer.writerow(map(harmless, table.columns))
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")
