"""Whether one state can hand on to another what it knows, and what has been touched between them."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from azory_monitor.disclosure import Known
from azory_monitor.model.tables import TABLES
from azory_monitor.view.carried import Carried
from azory_monitor.view.figures import Figures, Narrow
from azory_monitor.view.state import State


class Books(Protocol):
    """What is asked of the books."""

    def moved(self, tables: Sequence[str], batch: int) -> list[int]: ...


def handed_on(
    books: Books, earlier: State, figures: Figures, batch: int, today: datetime.date, known: Known
) -> Carried | None:
    """What the state after a ``batch``, with these figures, takes over from an earlier one.

    Only a large state takes anything over, for a small one is judged within half a second; and only from a state of
    the same day, for verdicts are given on a day.
    """
    after = earlier.batch.id
    if not (isinstance(figures, Narrow) and earlier.is_large) or earlier.today != today or after >= batch:
        return None
    is_same = max(books.moved(tuple(TABLES), batch), default=0) <= after
    return earlier.hand_on(figures.touched(after), is_same, known)
