"""What is decided or asked in a meeting: typed on its last screen, it becomes a batch by the same door as a file."""

from collections.abc import Iterator

import streamlit as st

from azory_monitor.access import may
from azory_monitor.errors import MonitorError
from azory_monitor.model.batch import Version
from azory_monitor.model.register import Activity, Question
from azory_monitor.model.row import header
from azory_monitor.templates import entry_file, made_id
from azory_monitor.ui.ask_actor import ask_actor, may_write, remember
from azory_monitor.ui.ask_choice import words_for
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, plain
from azory_monitor.ui.meeting import ABOUT, Meeting
from azory_monitor.ui.named import full_name
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.show_text import show_empty
from azory_monitor.words import sentences

_ROUND, _REFUSED = "note-round", "note-refused"
_SHOWN = 1
"""So many of the notes stand on the screen, the last one."""


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
        st.text_input(page.say(f"{kind}_text"), key=_key(f"{kind}-text"))
        if kind == "question":
            _choose(page, "key_action", list(page.programme.key_actions), "key_actions")
        else:
            _ask_decision(page)
        left, right = st.columns([2, 1], vertical_alignment="bottom")
        with left:
            ask_actor(page, "note")
        with right:
            st.form_submit_button(plain(page.say("store")), type="primary", on_click=_keep, args=(page, kind))
    _show_refusal(page)


def _ask_decision(page: Page) -> None:
    """Who carries it out, by when, and which barrier it is about: the one whose screen led here."""
    barriers = [row.id for row in page.programme.barriers.values() if row.decision and row.state != "closed"]
    came_from = st.query_params.get(ABOUT, "").removeprefix("decision.")
    if _key("about") not in st.session_state:
        st.session_state[_key("about")] = came_from if came_from in barriers else None
    who, when, about = st.columns(3)
    with who:
        _choose(page, "who", list(page.programme.institutions), "institutions")
    with when:
        st.text_input(page.say("by_when"), key=_key("when"), placeholder=page.say("by_when_example"))
    with about:
        _choose(page, "about", barriers, "barriers")


def _choose(page: Page, name: str, choices: list[str], table: str) -> None:
    st.selectbox(
        page.say(name),
        choices,
        index=None,
        format_func=words_for(choices, lambda id: full_name(page, table, id)),
        key=_key(name),
        placeholder=page.say("choose"),
    )


def _key(name: str) -> str:
    return f"note-{name}-{st.session_state.get(_ROUND, 0)}"


def _typed(name: str) -> str:
    return (st.session_state.get(_key(name)) or "").strip()


def _keep(page: Page, kind: str) -> None:
    """Through the same checks as a file; nothing is stored without a text.  Runs before the page does."""
    text, actor = _typed(f"{kind}-text"), page.visit.actor.named(st.session_state.get("who-note") or "")
    remember(actor)
    if not text:
        st.session_state[_REFUSED] = page.say("text_missing")
        return
    table, title = (Question.table, "name") if kind == "question" else (Activity.table, "title")
    taken = getattr(page.monitor.view().programme, table)
    cells = {"id": made_id(text, taken, table), header(title, page.speaker.language): text}
    cells |= {"kind": "question", "key_action": _typed("key_action")} if kind == "question" else _decision(page)
    try:
        handed = page.monitor.check(page.say("file"), entry_file(cells), table=table)
        if handed.faults:
            st.session_state[_REFUSED] = sentences.problem_sentence(page.speaker, handed.faults[0])
            return
        page.monitor.keep(handed, actor, page.say("why", day=page.speaker.day(page.view.today)))
    except MonitorError as error:
        st.session_state[_REFUSED] = error
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.query_params.pop(ABOUT, None)


def _decision(page: Page) -> dict[str, str]:
    """The cells of a decision; the actions of the barrier that it is about become its own."""
    who, when, about = _typed("who"), _typed("when"), _typed("about")
    said = [page.say("note_who", who=full_name(page, "institutions", who))] if who else []
    said += [page.say("note_when", when=when)] if when else []
    said += [page.say("note_about", barrier=full_name(page, "barriers", about))] if about else []
    return {
        "kind": "decision",
        "date": page.view.today.isoformat(),
        "state": "held",
        "organisers": who,
        "actions": " ".join(page.programme.barriers[about].actions if about else ()),
        header("note", page.speaker.language): " ".join(said),
    }


def _show_refusal(page: Page) -> None:
    refused = st.session_state.pop(_REFUSED, None)
    if isinstance(refused, MonitorError):
        show_error(page.speaker, refused)
    elif refused:
        st.html(element("p", refused, class_="told error", role="alert"))


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
        if not page.visit.past and may(page.visit.actor, "keep"):
            last = found[0][0]
            st.button(plain(page.say("undo")), key="note-undo", type="tertiary", on_click=_undo, args=(page, last))


def _noted(page: Page) -> Iterator[tuple[Version, str, str]]:
    now = page.monitor.view().programme
    day, before = page.view.today.isoformat(), page.programme
    for id, row in now.activities.items():
        if row.kind == "decision" and row.date == day and id not in before.activities:
            yield page.monitor.history(Activity.table, id)[-1], "decision", page.speaker.text(row.title)
    for id, row in now.questions.items():
        if row.kind == "question" and id not in before.questions:
            version = page.monitor.history(Question.table, id)[-1]
            if version.batch.taken.date() == page.view.today:
                yield version, "question", page.speaker.text(row.name)


def _undo(page: Page, version: Version) -> None:
    try:
        page.monitor.undo(version.batch.id, page.visit.actor, page.say("undo_why"))
    except MonitorError as error:
        st.session_state[_REFUSED] = error
