"""What a visitor is handing in: its bytes, what they said of it, and how it was read and checked.

Each door (a file, one value) keeps its own, so that a look through another door or at another page loses nothing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import streamlit as st

from azory_monitor.errors import MonitorError
from azory_monitor.handed import Handed
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import plain
from azory_monitor.ui.show_error import show_error

CELL = "cell:"
"""Begins the key of an answer that replaces one cell: ``cell:<row>:<heading>``."""


@dataclass
class Incoming:
    """A file, or a form filled in, on its way in."""

    id: str
    name: str
    content: bytes
    table: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    """What stood in the cells that answers replace, by the answer's key."""

    @property
    def stamp(self) -> str:
        """Another one whenever something else was said, so that widgets begin from what was read then."""
        return f"{self.id}-{hash(self._asked)}"

    @property
    def _asked(self) -> tuple:
        return self.id, self.table, tuple(sorted(self.answers.items()))

    @property
    def mends(self) -> dict[str, str]:
        """The answers that replace a cell."""
        return {key: text for key, text in self.answers.items() if key.startswith(CELL)}

    def answer(self, given: Mapping[str, str]) -> None:
        """Say something of it; it is read again with that."""
        self.answers |= given

    def take_back(self, keys: Collection[str]) -> None:
        """Say nothing of these any more."""
        for key in keys:
            self.answers.pop(key, None)
            self.raw.pop(key, None)


def incoming(door: str) -> Incoming | None:
    """What stands before a door."""
    return st.session_state.get(f"incoming-{door}")


def bring(door: str, came: Incoming | None) -> None:
    """Put something before a door, or clear it."""
    st.session_state[f"incoming-{door}"] = came
    st.session_state.pop(f"handed-{door}", None)


def check_again(door: str) -> None:
    """Have the same checked against the state now."""
    st.session_state.pop(f"handed-{door}", None)


def hand_over(page: Page, door: str) -> Handed | None:
    """What came, read and checked against the state now; None while there is nothing, or it cannot be read.

    The outcome is kept until something else is said, so that exactly what the person saw is stored.  The check
    holds nobody up; what it found is compared once more when it is stored.
    """
    came = incoming(door)
    if came is None:
        return None
    asked, found = st.session_state.get(f"handed-{door}", ("", None))
    if asked != came.stamp:
        found = _check(page, came)
        st.session_state[f"handed-{door}"] = came.stamp, found
    if isinstance(found, MonitorError):
        show_error(page.speaker, found)
        return None
    return found


def _check(page: Page, came: Incoming) -> Handed | MonitorError:
    with st.spinner(plain(page.say("checking", file=came.name)), show_time=True):
        try:
            return page.monitor.check(came.name, came.content, table=came.table, answers=came.answers)
        except MonitorError as error:
            return error
