"""What may be answered, and what was, in the reader's words."""

from azory_monitor.model.column import Column
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES
from azory_monitor.ui.frame import Page
from azory_monitor.words import names, tables

ROLES = ("@dimension", "@unit", "@attribute", "@year", "@quarter", "@month", "@told")
"""What a column of the file may be besides one of ours."""

ALIKE = ("@wide", "@wide_unknown")
"""Columns that become rows are all of one kind."""

SIGNS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "pipe", ".": "point"}
_SIGNED = ("decimal", "delimiter")
_LABELLED = ("encoding", "layout")
_CHOSEN = ("fill", "part", "period_form", "remember")
_SAID = (*_SIGNED, *_LABELLED, *_CHOSEN, "sheet", "header_row", "column", "keep", "name", "unit", "year")


def choice_in_words(page: Page, table: str, key: str, choice: str) -> str:
    """One answer: a sign by its name, a row of the programme by its name, anything else as the file has it."""
    kind, _, about = key.partition(":")
    if not choice:
        return page.speaker.say(f"ask.left_out.{kind if kind in ('column', 'keep') else 'rows'}")
    if kind in _CHOSEN:
        return page.speaker.say(f"ask.choice.{kind}.{choice}")
    if kind in _SIGNED:
        return page.speaker.label("sign", SIGNS[choice]) if choice in SIGNS else choice
    if kind in _LABELLED:
        return page.speaker.label(kind, choice)
    if kind == "column":
        return column_in_words(page, choice)
    if kind == "unit":
        return page.speaker.say("ask.factor", factor=page.speaker.number(float(choice)))
    column = _column_of(table, about.partition(":")[0] if kind == "name" else kind)
    return _cell_in_words(page, column, choice) if column else choice


def column_in_words(page: Page, name: str) -> str:
    """What a column of the file is: one of ours by its label, or its role."""
    if name.startswith("@"):
        return page.speaker.say(f"ask.role.{name[1:] if name in (*ROLES, *ALIKE) else 'found'}")
    return tables.column_label(page.speaker, name)


def answer_in_words(page: Page, table: str, key: str, choice: str) -> str:
    """An answer with what it answers: "Encoding: Windows-1250"."""
    kind, _, about = key.partition(":")
    said = choice_in_words(page, table, key, choice)
    if kind in _SAID:
        about = about.partition(":")[2] if kind == "name" else about
        return page.speaker.say(f"ask.given.{kind}", about=about, choice=said)
    return page.speaker.say("ask.given.constant", about=tables.column_label(page.speaker, kind), choice=said)


def _column_of(table: str, name: str) -> Column | None:
    return next((column for column in columns(TABLES[table]) if column.name == name), None) if table in TABLES else None


def _cell_in_words(page: Page, column: Column, choice: str) -> str:
    if column.to == "indicators" and choice in page.programme.indicators:
        return names.coded_name(page.speaker, page.programme, choice)
    if column.to:
        return names.name_of(page.speaker, page.programme, column.to, choice)
    return page.speaker.label(f"choice.{column.name}", choice) if choice in column.choices else choice
