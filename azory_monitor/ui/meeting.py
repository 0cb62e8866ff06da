"""A meeting that is held: its frozen state, its screens in the presenter's order, and which of them is shown.

Everything stands in the link, so that it can be reopened, shared and reloaded: the state (batch and day), the
screen, the plan and the notes.
"""

import datetime
from dataclasses import dataclass, replace

import streamlit as st

from azory_monitor.agenda import agenda, moved, planned
from azory_monitor.errors import MonitorError
from azory_monitor.model.agenda import Item
from azory_monitor.ui.frame import Page
from azory_monitor.view import View

FROZEN, SCREEN, PLAN, NOTE, PREPARE, SINCE, ABOUT = "meeting", "screen", "plan", "note-", "prepare", "since", "about"
"""What the link says."""
SNAPSHOT = "snapshot:"
BETWEEN = ","
"""Stands between the keys of a plan."""


@dataclass(frozen=True)
class Meeting:
    """One look at a meeting; ``page`` shows its frozen state."""

    page: Page
    items: tuple[Item, ...]
    """Every screen of the state."""
    shown: tuple[Item, ...]
    """Those of the plan, in its order."""
    place: int
    """Which of them is shown, from 0."""

    @property
    def item(self) -> Item:
        """The screen that is shown."""
        return self.shown[self.place]

    @property
    def is_over(self) -> bool:
        """Whether it was held on an earlier day than this one."""
        return self.page.view.today < self.page.monitor.view().today

    def note(self, item: Item) -> str:
        """What the presenter noted on a screen."""
        return st.query_params.get(NOTE + item.key, "")


def open_meeting(page: Page) -> Meeting:
    """The meeting of the link; without one, a meeting that begins now with the state as it is."""
    page = page.at(replace(page.visit, view=_frozen(page)))
    items = tuple(agenda(page.view, _moved(page)))
    shown = tuple(planned(items, st.query_params.get(PLAN, "").split(BETWEEN)))
    return Meeting(page, items, shown, _place(len(shown)))


def go_to(place: int) -> None:
    """Show another screen, counted from 0."""
    st.query_params[SCREEN] = str(place + 1)


def since_choices(page: Page) -> list[str]:
    """What a meeting can count from: earlier meetings, the last first, then snapshots up to its state."""
    names = [SNAPSHOT + one.name for one in page.monitor.snapshots() if one.id <= page.view.batch.id]
    return [*(one.id for one in page.view.meetings), *reversed(names)]


def _frozen(page: Page) -> View:
    """The state of the link.  An earlier state that the whole monitor was asked for stays what it is."""
    if page.visit.past:
        return page.view
    try:
        batch, day = st.query_params.get(FROZEN, "").split("_")
        frozen = page.monitor.view(as_of=int(batch), today=datetime.date.fromisoformat(day))
        if frozen.batch.taken.date() <= frozen.today <= page.view.today:
            return frozen
    except (ValueError, MonitorError):
        pass  # a link that was cut or made up begins a new meeting
    st.query_params[FROZEN] = f"{page.view.batch.id}_{page.view.today}"
    return page.monitor.view(as_of=page.view.batch.id, today=page.view.today)


def _moved(page: Page):
    asked, batches = st.query_params.get(SINCE, ""), page.monitor.batches()[: page.view.batch.id]
    if asked not in since_choices(page):
        asked = next((one.id for one in page.view.meetings), "")
    if asked.startswith(SNAPSHOT):
        earlier = page.monitor.view(snapshot=asked.removeprefix(SNAPSHOT))
        return moved(page.view, batches, since=earlier.batch.taken.date(), earlier=earlier)
    return moved(page.view, batches, meeting=asked, earlier=_state_after(page, asked) if asked else None)


def _state_after(page: Page, meeting: str) -> View | None:
    """The monitor's state at the end of a meeting's day; None where it did not exist."""
    day = datetime.datetime.fromisoformat(page.programme.activities[meeting].date)
    try:
        return page.monitor.view(as_of=day + datetime.timedelta(days=1))
    except MonitorError:
        return None


def _place(screens: int) -> int:
    asked = st.query_params.get(SCREEN, "1")
    return min(max(int(asked) - 1, 0), screens - 1) if asked.isascii() and asked.isdigit() else 0
