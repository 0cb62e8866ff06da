"""The journey: its entries by year, what changed its course, the small steps, and the steps of each action."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.chronicle import Entry
from azory_monitor.model.register import Activity
from azory_monitor.ui.ask_choice import ask_filter
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, listed, together
from azory_monitor.ui.named import action_name, institution_name, origin
from azory_monitor.ui.show_table import show_state_table
from azory_monitor.ui.show_text import show_empty, show_paragraph
from azory_monitor.ui.where_from import entry_from
from azory_monitor.words import sentences, tables

LONG = 20
"""Of more entries only so many are listed until the rest is asked for."""
_DOUBTFUL = ("not_recorded", "no_day", "not_known")


def told_journey(page: Page) -> tuple[str, str]:
    """The answer to the page's question, and what is left open."""
    journey = page.answer("journey")
    speaker = page.speaker
    return sentences.journey_headline(speaker, journey), sentences.journey_lead(speaker, journey)


def ask_entries(page: Page) -> tuple[str, str]:
    """A kind of entry and an action, beside each other; empty for all."""
    entries = page.answer("entries")
    kinds = sorted({entry.kind for entry in entries}, key=lambda kind: page.speaker.label("lane", kind))
    used = {action for entry in entries for action in entry.actions}
    actions = {id: row for id, row in page.programme.actions.items() if id in used}
    left, right = st.columns(2)
    everything = page.speaker.say("ask.all")
    with left:
        kind = ask_filter(page.say("kind"), "kind", kinds, lambda id: page.speaker.label("lane", id), everything)
    with right:
        named = {id: action_name(page, row) for id, row in actions.items()}
        return kind, ask_filter(page.say("action"), "action", list(actions), named.__getitem__, everything)


def show_turns(page: Page) -> None:
    """Goals and targets that changed, with the reason."""
    turns = [entry for kind in ("goal_change", "target_change") for entry in page.answer("entries", kind=kind)]
    _show_short(page, turns, "no_changes")


def show_small_steps(page: Page) -> None:
    """What was done, small as it may be, in plain words."""
    _show_short(page, page.answer("entries", kind="small_step"), "no_small")


def show_entries(page: Page, kind: str, action: str) -> None:
    """The entries by year, the newest first."""
    entries = page.answer("entries", kind=kind, action=action)
    if not entries:
        show_empty(page, "nothing_found")
        return
    show_paragraph(page, page.count("found", len(entries)))
    slot = st.container()
    everything = len(entries) > LONG and st.toggle(
        page.count("show_all", len(entries)), key="all-entries", bind="query-params"
    )
    left = len(entries) if everything else LONG
    for year, found in page.answer("entries_by_year", kind=kind, action=action).items():
        if left > 0:
            heading = element("h3", str(year) if year else page.say("undated"))
            slot.html(together([heading, _entries(page, found[:left], "entries")]))
        left -= len(found)


def show_steps(page: Page) -> None:
    """Every action with what is recorded for it."""
    steps = page.answer("steps")
    silent = [one for one in steps if not any((one.happened, one.going_on, one.planned, one.other))]
    if silent:
        show_paragraph(page, page.count("no_steps", len(silent)))
    show_state_table(page, tables.steps_table, steps, name="steps")


def _show_short(page: Page, entries: Sequence[Entry], nothing: str) -> None:
    if entries:
        st.html(_entries(page, entries, "entries small"))
    else:
        show_empty(page, nothing)


@finished
def _entries(page: Page, entries: Sequence[Entry], class_: str) -> Markup:
    return listed([_entry(page, entry) for entry in entries], class_=class_)


def _entry(page: Page, entry: Entry) -> Markup:
    title = sentences.entry_title(page.speaker, page.programme, entry)
    note = sentences.entry_note(page.speaker, page.programme, entry)
    parts = [
        element("p", title, class_="title"),
        element("p", together(_when(page, entry)), class_="meta"),
        element("p", note) if note else "",
    ]
    more = _more(page, entry)
    if more:
        summary = element("summary", page.speaker.say("show.entry.about"))
        parts.append(element("details", together([summary, more])))
    return together(parts)


def _when(page: Page, entry: Entry) -> list[Markup | str]:
    """The kind, when it happened or was planned, and plainly what is doubtful about that."""
    when = sentences.entry_when(page.speaker, page.programme, entry)
    is_doubtful = entry.happening in _DOUBTFUL or entry.dated_ahead
    told = [element("span", when, class_="absent") if is_doubtful else when]
    if entry.what == "activity" and not entry.actions:
        told.append(element("span", page.speaker.say("show.entry.unlinked"), class_="absent"))
    if entry.twins:
        told.append(page.speaker.count("show.entry.twins", len(entry.twins)))
    said: list[Markup | str] = [sentences.entry_kind(page.speaker, entry)]
    return said + [part for one in [*told, *_where(page, entry)] for part in (" · ", one)]


def _where(page: Page, entry: Entry) -> list[str]:
    """The place and how many came, of an activity that says so."""
    if entry.what != "activity":
        return []
    activity = page.programme.activities[entry.id]
    told = (page.speaker.text(activity.place), sentences.participants_phrase(page.speaker, activity))
    return [part for part in told if part]


def _more(page: Page, entry: Entry) -> Markup | str:
    pairs = _about(page, page.programme.activities[entry.id]) if entry.what == "activity" else []
    actions = [page.programme.actions[id] for id in entry.actions if id in page.programme.actions]
    if actions:
        names = listed([action_name(page, action) for action in actions], class_="plain")
        pairs.append((page.speaker.say("show.entry.actions"), names))
    row = page.programme.activities.get(entry.id) or page.programme.milestones.get(entry.id)
    place = element("p", origin(page, "", row.locator), class_="origin") if row and row.locator else ""
    rooted = entry_from(page, row.table, entry.id) if row else ""
    return together([facts(pairs) if pairs else "", place, rooted]) if pairs or place or rooted else ""


def _about(page: Page, activity: Activity) -> list[tuple[str, object]]:
    say, text = page.speaker.say, page.speaker.text
    people = {name: getattr(activity, name) for name in ("organisers", "partners", "present")}
    named = {name: "; ".join(institution_name(page, id) for id in ids) for name, ids in people.items()}
    values = {
        **named,
        "target_group": text(activity.target_group),
        "channels": text(activity.channels),
    }
    return [(say(f"show.entry.{name}"), value) for name, value in values.items() if value]
