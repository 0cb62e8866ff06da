"""What every page stands in: the state it reads, the language it speaks, head and foot."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any, Self

import streamlit as st

from azory_monitor.access.rules import Someone
from azory_monitor.errors import MonitorError
from azory_monitor.model.state import Programme
from azory_monitor.monitor import Monitor
from azory_monitor.ui.clock import moment
from azory_monitor.ui.markup import element, plain
from azory_monitor.ui.menu import Carried, destination, link
from azory_monitor.ui.show_error import show_error
from azory_monitor.ui.visitor import NOBODY
from azory_monitor.view import View
from azory_monitor.words.speaker import Speaker

_WINDOW = "window"


@dataclass(frozen=True)
class Visit:
    """One run of a page: whom it speaks to and which state it shows."""

    monitor: Monitor
    view: View
    speaker: Speaker
    theme: str
    actor: Someone
    past: bool
    """Whether the state shown is not the present one; then nothing can be written."""
    large: bool = False
    """Whether larger type is asked for."""
    carried: Carried = ()
    """What every link to another page carries along."""
    zone: str = ""
    """The time zone of the visitor's browser."""

    @property
    def dress(self) -> tuple[Hashable, ...]:
        """What a page looks like beside the state and the person: two visits of one dress are shown the same."""
        return self.speaker.language, self.theme, self.large, self.past, self.carried, self.zone


@dataclass(eq=False)
class Window:
    """A window of a browser, and the run that it shows.

    What a widget is handed is kept as long as its window is open, however many runs ago that was.  So a page names the
    window and not the visit: each of them would otherwise keep a whole state.
    """

    visit: Visit


@dataclass(frozen=True)
class Page:
    """A page that is open."""

    name: str
    window: Window

    @property
    def visit(self) -> Visit:
        """The last run of its window."""
        return self.window.visit

    @property
    def view(self) -> View:
        """The state that is shown."""
        return self.visit.view

    @property
    def programme(self) -> Programme:
        """The registries of that state."""
        return self.visit.view.programme

    @property
    def monitor(self) -> Monitor:
        """The front door."""
        return self.visit.monitor

    @property
    def speaker(self) -> Speaker:
        """What speaks the reader's language."""
        return self.visit.speaker

    @property
    def theme(self) -> str:
        """``light`` or ``dark``, as the browser shows the page."""
        return self.visit.theme

    def for_nobody(self) -> Self:
        """The same page as somebody sees it who may only read, and of whom nothing is known."""
        return self.at(replace(self.visit, actor=NOBODY))

    def at(self, visit: Visit) -> Self:
        """The same page in another visit, whatever its window shows."""
        return replace(self, window=Window(visit))

    def say(self, key: str, **values: object) -> str:
        """A text of this page."""
        return self.speaker.say(f"page.{self.name}.{key}", **values)

    def count(self, key: str, n: int, **values: object) -> str:
        """A text of this page with a number in it."""
        return self.speaker.count(f"page.{self.name}.{key}", n, **values)

    def answer(self, question: str, **asked: Any) -> Any:
        """What the state answers; a refusal is told and ends the page."""
        try:
            found = getattr(self.view, question)
            return found(**asked) if callable(found) else found
        except MonitorError as error:
            show_error(self.speaker, error)
            st.stop()

    def link(self, name: str, **asked: str) -> str:
        """The address of another page, for a link inside a table or a list."""
        return link(name, self.visit.carried, **asked)

    def show_link(self, name: str, label: str, **asked: str) -> None:
        """A way to another page that keeps what was typed."""
        st.page_link(destination(name, self.speaker), label=plain(label), query_params=asked or None)


def begin(visit: Visit) -> None:
    """Hand a visit to the page that runs next."""
    st.session_state.setdefault(_WINDOW, Window(visit)).visit = visit


def open_page(name: str) -> Page:
    """Open a page: its name above everything, the browser's title, what it needs to ask and answer."""
    page = Page(name, st.session_state[_WINDOW])
    programme = page.speaker.text(page.programme.profile.name)
    st.set_page_config(page_title=f"{page.say('title')} · {programme}")
    st.title(plain(page.say("title")), anchor=False)
    return page


def show_foot(visit: Visit) -> None:
    """Which state the page rests on, below everything."""
    batch = visit.view.batch
    said = visit.speaker.say(
        f"show.foot.{batch.what}",
        batch=visit.speaker.number(batch.id),
        when=moment(visit.speaker, batch.taken),
        by=batch.by,
        file=batch.file,
    )
    st.html(element("footer", element("p", said), class_="foot"))
