"""What is decided or asked in a meeting: typed on its last screen, it becomes a batch by the same door as a file."""

from collections.abc import Iterator

import streamlit as st

from azory_monitor.access import Actor
from azory_monitor.errors import MonitorError
from azory_monitor.model.batch import Version
from azory_monitor.model.register import Activity, Question
from azory_monitor.model.row import header
from azory_monitor.templates import entry_file, made_id
from azory_monitor.ui.ask_actor import ask_actor, may_write
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, plain
from azory_monitor.ui.meeting import ABOUT, Meeting
from azory_monitor.ui.named import full_name
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_text import show_empty
from azory_monitor.words import sentences

_ROUND = "note-round"
_SHOWN = 1
"""So many of the notes stand on the screen, the last ones."""


def ask_note(meeting: Meeting) -> None:
    """The form, and what this meeting has noted so far with the way back."""
    page = meeting.page
    if meeting.is_over and not page.visit.past:
        show_empty(page, "over")
    elif may_write(page):
        _ask(page)
    _show_noted(page)


def _ask(page: Page) -> None:
    kinds = ["decision", *(["question"] if page.programme.key_actions else [])]
    kind = st.segmented_control(
        page.say("note_kind"), kinds, default="decision", format_func=lambda one: page.say(f"note_kind.{one}"),
        key=_key("kind"), label_visibility="collapsed", required=True,
    )  # fmt: skip
    with st.form("note", border=False):
        text = st.text_input(page.say(f"{kind}_text"), key=_key(f"{kind}-text"))
        cells = _ask_question(page) if kind == "question" else _ask_decision(page)
        left, right = st.columns([2, 1], vertical_alignment="bottom")
        with left:
            actor = ask_actor(page, "note")
        with right:
            pressed = st.form_submit_button(plain(page.say("store")), type="primary")
    if pressed:
        _keep(page, kind, text.strip(), cells, actor)


def _ask_decision(page: Page) -> dict[str, str]:
    """Who carries it out, by when, and which barrier it is about; the barrier's actions become the decision's."""
    barriers = [row.id for row in page.programme.barriers.values() if row.decision and row.state != "closed"]
    came_from = st.query_params.get(ABOUT, "").removeprefix("decision.")
    if _key("about") not in st.session_state:
        st.session_state[_key("about")] = came_from if came_from in barriers else None
    who_place, when_place, about_place = st.columns(3)
    with who_place:
        who = _choose(page, "who", list(page.programme.institutions), "institutions")
    with when_place:
        when = st.text_input(page.say("by_when"), key=_key("when"), placeholder=page.say("by_when_example")).strip()
    with about_place:
        about = _choose(page, "about", barriers, "barriers")
    said = [page.say("note_who", who=full_name(page, "institutions", who))] if who else []
    said += [page.say("note_when", when=when)] if when else []
    said += [page.say("note_about", barrier=full_name(page, "barriers", about))] if about else []
    actions = page.programme.barriers[about].actions if about else ()
    return {
        "kind": "decision",
        "date": page.view.today.isoformat(),
        "state": "held",
        "organisers": who or "",
        "actions": " ".join(actions),
        header("note", page.speaker.language): " ".join(said),
    }


def _ask_question(page: Page) -> dict[str, str]:
    return {
        "kind": "question",
        "key_action": _choose(page, "key_action", list(page.programme.key_actions), "key_actions") or "",
    }


def _choose(page: Page, name: str, choices: list[str], table: str) -> str | None:
    return st.selectbox(
        page.say(name), choices, index=None, format_func=lambda id: full_name(page, table, id), key=_key(name),
        placeholder=page.say("choose"),
    )  # fmt: skip


def _key(name: str) -> str:
    return f"note-{name}-{st.session_state.get(_ROUND, 0)}"


def _keep(page: Page, kind: str, text: str, cells: dict[str, str], actor: Actor) -> None:
    """Through the same checks as a file; nothing is stored without a text."""
    if not text:
        st.html(element("p", page.say("text_missing"), class_="told error", role="alert"))
        return
    table, title = (Question.table, "name") if kind == "question" else (Activity.table, "title")
    taken = getattr(page.monitor.view().programme, table)
    named = {"id": made_id(text, taken, table), header(title, page.speaker.language): text}
    why = page.say("why", day=page.speaker.day(page.view.today))
    try:
        handed = page.monitor.check(page.say("file"), entry_file(named | cells), table=table)
        if handed.faults:
            told = [sentences.problem_sentence(page.speaker, one) for one in handed.faults]
            st.html(element("div", listed(told, class_="plain"), class_="told error", role="alert"))
            return
        page.monitor.keep(handed, actor, why)
    except MonitorError as error:
        show_error(page.speaker, error)
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.query_params.pop(ABOUT, None)
    st.rerun()


def _show_noted(page: Page) -> None:
    """What has come in since the meeting began that it decided or asked, the last first."""
    found = sorted(_noted(page), key=lambda one: -one[0].batch.id)
    if not found:
        return
    named = [f"{page.say('note_kind.' + kind)}: {text}" for _, kind, text in found]
    more = [page.count("more", len(named) - _SHOWN)] if len(named) > _SHOWN else []
    told = element("div", listed(named[:_SHOWN] + more, class_="plain"), class_="told done", role="status")
    with st.container(horizontal=True, vertical_alignment="center", key="noted"):
        st.html(told, width="stretch")
        if not page.visit.past and page.visit.actor.role == "coordinator":
            last = found[0][0]
            st.button(plain(page.say("undo")), key="note-undo", type="tertiary", on_click=_undo, args=(page, last))
    refused = st.session_state.pop("note-refused", None)
    if refused:
        show_error(page.speaker, refused)


def _noted(page: Page) -> Iterator[tuple[Version, str, str]]:
    now = page.monitor.view().programme
    day, before = page.view.today.isoformat(), page.programme
    for id, row in now.activities.items():
        if row.kind == "decision" and row.date == day and id not in before.activities:
            yield page.monitor.history(Activity.table, id)[-1], "decision", page.speaker.text(row.title)
    for id, row in now.questions.items():
        if row.kind == "question" and id not in before.questions:
            yield page.monitor.history(Question.table, id)[-1], "question", page.speaker.text(row.name)


def _undo(page: Page, version: Version) -> None:
    try:
        page.monitor.undo(version.batch.id, page.visit.actor, page.say("undo_why"))
    except MonitorError as error:
        st.session_state["note-refused"] = error
