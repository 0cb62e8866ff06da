"""Files to fill in: what an institution owes, and any table without rows."""

from collections.abc import Callable

import streamlit as st

from azory_monitor import templates
from azory_monitor.model.presented import Table
from azory_monitor.model.tables import TABLES
from azory_monitor.templates import Owed
from azory_monitor.ui.ask_choice import put_linked, take_linked
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.named import area_name, indicator_name, institution_name
from azory_monitor.ui.show_table import show_table
from azory_monitor.ui.show_text import show_empty, show_paragraph, show_section

TEMPLATE = "template"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def ask_template(page: Page) -> None:
    """A prefilled template for each institution, and an empty one for each table."""
    say = page.speaker.say
    _ask_owed(page)
    show_section(page, "template.empty")
    names = list(TABLES)
    table = _ask(page.say("template.table"), "template-table", names, lambda name: say(f"table.{name}"), names[-1])
    name = say(f"table.{table}")
    _save(page.say("template.save_empty", table=name), templates.empty_csv(page.speaker, table), f"{table}.csv")


def _ask_owed(page: Page) -> None:
    owners = templates.owners(page.programme)
    if not owners:
        return
    owner = _ask(
        page.say("template.owner"),
        "template-owner",
        owners,
        lambda id: institution_name(page, id) or page.say("template.nobody"),
        owners[0],
    )
    rows = _owed(page, owner)
    if not rows:
        show_empty(page, "template.nothing")
        return
    show_paragraph(page, page.count("template.owed", len(rows)))
    name = owner or TEMPLATE
    with st.container(horizontal=True):
        content = templates.template_xlsx(page.speaker, page.programme, rows)
        _save(page.say("template.save_xlsx"), content, f"{name}.xlsx", _XLSX)
        _save(page.say("template.save_csv"), templates.template_csv(page.speaker, page.programme, rows), f"{name}.csv")
    with st.expander(page.say("template.what")):
        show_table(page, _owed_table(page, rows), "owed", caption=False, save=False)


def _ask(label: str, key: str, choices: list[str], named: Callable[[str], str], first: str) -> str:
    """A choice that is kept while other pages are looked at, and stays in the link."""
    take_linked(key, choices)
    if key not in st.session_state:
        st.session_state[key] = first
    chosen = st.selectbox(
        plain(label),
        choices,
        format_func=named,
        key=key,
        persist_state="session",
        on_change=put_linked,
        args=(key, first),
    )
    put_linked(key, first)
    return chosen


def _owed(page: Page, owner: str) -> list[Owed]:
    """What is owed for periods that are over, then what has no day of its own; nothing where all of it is known."""
    over = [row for row in page.answer("dues") if row.owner == owner and row.state != "coming"]
    return over + [row for row in page.answer("unscheduled") if row.owner == owner and row.period]


def _owed_table(page: Page, rows: list[Owed]) -> Table:
    say = page.speaker.say
    return Table(
        page.say("template.what"),
        tuple(say(f"column.{name}") for name in ("indicator", "area", "period")),
        tuple((indicator_name(page, row.indicator), area_name(page, row.area), _when(page, row)) for row in rows),
    )


def _when(page: Page, row: Owed) -> str:
    return page.speaker.period(row.period)


def _save(label: str, content: bytes, name: str, mime: str = "text/csv") -> None:
    st.download_button(plain(label), data=content, file_name=name, mime=mime, on_click="ignore", key=f"save-{label}")
