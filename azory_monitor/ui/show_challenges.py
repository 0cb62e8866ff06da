"""The challenges of carrying the programme out: what each is met with, the matrix of key actions, partners' advice."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.chronicle import Followed, Met
from azory_monitor.model.register import KeyAction, Proposal, Question
from azory_monitor.model.row import Row
from azory_monitor.ui.ask_choice import ask_choice
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.marks import status
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import indicator_link
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_note, show_paragraph
from azory_monitor.words import sentences, tables
from azory_monitor.words.names import row_name

PARTS = ("baseline", "barriers", "answer")
_REGISTERS = {
    "strengths": "findings",
    "weaknesses": "barriers",
    "concerns": "barriers",
    "barriers": "barriers",
    "proposals": "proposals",
}


def told_challenges(page: Page) -> str:
    """The answer to the page's question."""
    return sentences.challenges_headline(page.speaker, page.answer("challenges"))


def show_challenge(page: Page, met: Met) -> None:
    """One challenge: whether anybody knows how it goes, then what there is for and against."""
    st.html(_challenge(page, met))


@finished
def _challenge(page: Page, met: Met) -> Markup:
    challenge = page.programme.challenges[met.challenge]
    name = page.speaker.text(challenge.name)
    parts = [
        element("h3", f"{challenge.number}. {name}"),
        listed([_followed(page, one) for one in met.indicators], class_="entries small")
        if met.indicators
        else element("p", page.say("no_indicator"), class_="empty"),
        element("div", together(_part(page, met, name) for name in _REGISTERS), class_="folds"),
    ]
    return element("section", together(parts), class_="challenge")


def show_matrix(page: Page) -> None:
    """What the matrix holds and leaves open, cell by cell."""
    cells = page.answer("matrix")
    show_paragraph(page, sentences.matrix_headline(page.speaker, cells))
    with st.container(key="matrix"):
        show_state_table(page, tables.cells_table, cells, name="matrix")


def ask_key_action(page: Page) -> KeyAction:
    """One of the key actions; it stays in the link."""
    known = page.programme.key_actions
    chosen = ask_choice(
        page.say("key_action"),
        "key_action",
        list(known),
        lambda id: f"{known[id].number}. {row_name(page.speaker, known[id])}",
    )
    return known[chosen]


def show_responses(page: Page, key_action: KeyAction) -> None:
    """One row of the matrix in full: for each challenge what there was, what stood in the way, what was answered."""
    barrier = page.speaker.text(key_action.main_barrier)
    show_note(page, page.say("main_barrier", barrier=barrier) if barrier else "")
    st.html(_responses(page, key_action))


@finished
def _responses(page: Page, key_action: KeyAction) -> Markup:
    rows = together(_response(page, key_action, challenge) for challenge in page.programme.challenges)
    return element("ol", rows, class_="responses")


def show_questions(page: Page, key_action: KeyAction) -> None:
    """What partners were asked and advised, each with the use made of it, or that none is recorded."""
    found = [row for row in page.programme.questions.values() if row.key_action == key_action.id]
    if not found:
        return
    unused = sum(not any(row.use_made.values()) for row in found)
    asked = page.count("asked", len(found))
    show_paragraph(page, page.count("unused", unused, asked=asked) if unused else page.say("all_used", asked=asked))
    st.html(_questions(page, found))


@finished
def _questions(page: Page, found: Sequence[Question]) -> Markup:
    return listed([_question(page, row) for row in found], class_="entries small")


def _followed(page: Page, one: Followed) -> Markup:
    """An indicator with its value, its status and what it lacks."""
    lacks = page.say("lacks", what=sentences.lacking_phrase(page.speaker, one)) if one.lacking else ""
    told = [_latest(page, one), status(page.speaker, one.progress.status), lacks]
    shown = [part for piece in told if piece for part in (" · ", piece)][1:]
    name = element("p", indicator_link(page, one.indicator))
    return together([name, element("p", together(shown), class_="meta")])


def _latest(page: Page, one: Followed) -> Markup | str:
    indicator, progress = page.programme.indicators[one.indicator], one.progress
    if progress.latest is None:
        kind = "hidden" if progress.latest_period else "missing"
        return element("span", page.speaker.say(f"cell.{kind}"), class_="absent")
    value = page.speaker.value(progress.latest, indicator, progress.qualifier)
    return page.speaker.say("chart.value_in", value=value, period=page.speaker.period(progress.latest_period))


def _part(page: Page, met: Met, name: str) -> Markup:
    """What is recorded under one heading, folded; that nothing is stays visible."""
    rows: dict[str, Row] = getattr(page.programme, _REGISTERS[name])
    found = [rows[id] for id in getattr(met, name)]
    if not found:
        none = element("span", page.say("none"), class_="absent")
        return element("p", together([page.say(name), ": ", none]), class_="meta")
    head = element("summary", page.count("part", len(found), head=page.say(name)))
    items = listed([_told(page, row) for row in found], class_="plain")
    return element("details", together([head, items]))


def _told(page: Page, row: Row) -> Markup | str:
    """A row by its name; a proposal with how far it has got."""
    named = row_name(page.speaker, row)
    if not isinstance(row, Proposal):
        return named
    return together([named, " ", element("span", page.speaker.label("choice.state", row.state), class_="origin")])


def _response(page: Page, key_action: KeyAction, challenge: str) -> Markup:
    row = page.programme.responses.get(f"{key_action.id} {challenge}")
    cells = [_cell(page, part, page.speaker.text(getattr(row, part)) if row else "") for part in PARTS]
    name = element("p", page.speaker.text(page.programme.challenges[challenge].short), class_="title")
    return element("li", together([name, element("div", together(cells), class_="parts")]))


def _cell(page: Page, part: str, text: str) -> Markup:
    head = element("p", page.speaker.label("part_heading", part), class_="label")
    told = element("p", text) if text else element("p", element("span", page.say("empty"), class_="absent"))
    return element("div", together([head, told]))


def _question(page: Page, row: Question) -> Markup:
    use = page.speaker.text(row.use_made)
    told = page.say("use", use=use) if use else element("span", page.say("no_use"), class_="absent")
    kind = page.speaker.label("choice.kind", row.kind)
    name = element("p", page.speaker.text(row.name), class_="title")
    return together([name, element("p", together([kind, " · ", told]), class_="meta")])
