"""The barrier register as a whole: what changed, how old, which reviews are late, what nobody has looked at."""

import datetime
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.errors import MonitorError
from azory_monitor.model.hindrance import ActionGap, Hindrance, HindranceChange, HindranceChanges, Stalled
from azory_monitor.ui.ask_choice import ask_choice, ask_filter
from azory_monitor.ui.finished import finished, told
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, listed, together
from azory_monitor.ui.named import full_name, indicator_link
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_paragraph
from azory_monitor.view import View
from azory_monitor.words import sentences, tables

_SNAPSHOT = "snapshot:"


def ask_barriers(page: Page) -> dict[str, str]:
    """Theme, objective, state, owner and who decides; only what the register has is asked for."""
    rows, speaker = page.programme.barriers.values(), page.speaker
    named = {
        "theme": lambda id: full_name(page, "themes", id),
        "objective": lambda id: f"{page.programme.objectives[id].number}. {full_name(page, 'objectives', id)}",
        "state": lambda state: speaker.say(f"choice.state.{state}"),
        "owner": lambda id: full_name(page, "institutions", id),
        "decides": lambda id: full_name(page, "institutions", id),
    }
    used = {name: dict.fromkeys(getattr(row, name, "") for row in rows) for name in named}
    used["objective"] = page.programme.objectives
    choices = {name: [one for one in found if one] for name, found in used.items()}
    offered = [name for name in named if choices[name]]
    places = [place for _ in range(0, len(offered), 3) for place in st.columns(3)]
    asked = {}
    for name, place in zip(offered, places, strict=False):
        with place:
            asked[name] = ask_filter(
                page.say(f"filter.{name}"), name, choices[name], named[name], speaker.say("ask.all")
            )
    return asked


def show_changes(page: Page) -> None:
    """What happened since the last meeting, or since another one or a snapshot that is chosen."""
    since = _ask_since(page)
    if not since:
        show_empty(page, "no_meeting")
        return
    found = _since(page, since, page.monitor.batches()[-1].id)
    show_paragraph(page, told(page, sentences.changes_summary, found))
    if found.changes:
        st.html(_changes(page, found))


@finished
def _since(page: Page, since: str, newest: int) -> HindranceChanges:
    """What happened; a ``newest`` batch may have come in before the day of the meeting is over."""
    if since.startswith(_SNAPSHOT):
        earlier = page.monitor.view(snapshot=since.removeprefix(_SNAPSHOT))
        return page.answer("hindrance_changes", since=earlier.batch.taken.date(), earlier=earlier)
    return page.answer("hindrance_changes", meeting=since, earlier=_state_of(page, since))


@finished
def _changes(page: Page, found: HindranceChanges) -> Markup:
    return listed([_change(page, one) for one in found.changes], class_="plain")


def _ask_since(page: Page) -> str:
    """A meeting by its id, or a snapshot; empty where there is neither."""
    meetings = page.answer("meetings")
    names = {_SNAPSHOT + one.name: one.name for one in page.monitor.snapshots() if one.id <= page.view.batch.id}
    choices = [*(one.id for one in meetings), *reversed(names)]
    if len(choices) < 2:
        return next(iter(choices), "")
    days = {one.id: page.say("since.meeting", day=page.speaker.period(one.date)) for one in meetings}
    called = days | {key: page.say("since.snapshot", name=name) for key, name in names.items()}
    return ask_choice(page.say("since.label"), "since", choices, called.get, _last_meeting(page))


@finished
def _last_meeting(page: Page) -> str:
    """The one before the state that is shown; empty where there is none."""
    last = page.answer("hindrance_changes")
    return last.meeting if last else ""


def _state_of(page: Page, meeting: str) -> View | None:
    """The monitor's state at the end of a meeting's day; None where it did not exist."""
    day = datetime.datetime.fromisoformat(page.programme.activities[meeting].date)
    try:
        return page.monitor.view(as_of=day + datetime.timedelta(days=1))
    except MonitorError:
        return None


def _change(page: Page, change: HindranceChange) -> Markup:
    what = sentences.change_phrase(page.speaker, change)
    return together([full_name(page, "barriers", change.barrier), " – ", element("b", what)])


def show_reviews(page: Page) -> None:
    """How long barriers have stood, and whose review is late."""
    found = page.answer("hindrances")
    show_paragraph(page, sentences.age_summary(page.speaker, found))
    st.html(listed(sentences.age_counts(page.speaker, found), class_="counted"))
    show_paragraph(page, told(page, sentences.overdue_summary, found))
    late = sorted((one for one in found if one.overdue), key=lambda one: -(one.overdue_days or 0))
    if late:
        st.html(_late(page, late))


@finished
def _late(page: Page, late: Sequence[Hindrance]) -> Markup:
    named = [(full_name(page, "barriers", one.barrier), sentences.review_phrase(page.speaker, one)) for one in late]
    return listed([f"{name} ({how})" for name, how in named], class_="plain")


def show_stalled(page: Page) -> None:
    """Indicators that stand still although no barrier is recorded: either one is missing, or something else is."""
    found = page.answer("stalled")
    show_paragraph(page, page.count("stalled_found", len(found)) if found else page.say("no_stalled"))
    st.html(_stalled(page, found))


@finished
def _stalled(page: Page, found: Sequence[Stalled]) -> Markup:
    status = {one.indicator: page.speaker.label("progress.status", one.status) for one in found}
    return listed([together([indicator_link(page, id), f" ({word})"]) for id, word in status.items()], class_="plain")


def show_gaps(page: Page) -> None:
    """Actions that nobody is responsible for, that no outcome names, that move no indicator, that have no barrier."""
    found: Sequence[ActionGap] = page.answer("action_gaps")
    if not found:
        show_paragraph(page, page.say("no_gaps"))
        return
    counts = {name: sum(getattr(one, name) for one in found) for name in tables.GAPS}
    show_paragraph(page, " ".join(page.count(f"gap.{name}", n) for name, n in counts.items() if n))
    show_state_table(page, tables.gap_table, found, name="gaps")
