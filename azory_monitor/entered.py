"""What coordinators see and readers do not: their own figures, where they are hidden, and why."""

from collections.abc import Callable, Sequence

import pandas as pd

from azory_monitor.access import require
from azory_monitor.access.rules import Someone
from azory_monitor.model.batch import Version
from azory_monitor.model.hidden import Entered, EnteredCell
from azory_monitor.stored import measurements_of, programme_of
from azory_monitor.view import View


def entered(view: View, stored: Callable[[Sequence[str]], pd.DataFrame], actor: Someone) -> list[Entered]:
    """The measurements that a state hides, as they were handed in; NotAllowed for who may not.

    ``stored`` gives a state's measurements of some indicators; it is asked where there is something hidden.  They are
    made anew for each who asks, and nothing keeps them.
    """
    require(actor, "see")
    rows = measurements_of(stored(view.hiding)) if view.hiding else []
    return [Entered(row=row, why=why) for row in rows if (why := view.why_hidden(row))]


def entered_cells(view: View, stored: Callable[[], pd.DataFrame], actor: Someone) -> list[EnteredCell]:
    """The same of the hidden numbers of the other tables; ``stored`` gives their rows."""
    require(actor, "see")
    hidden = view.hidden_cells
    if not hidden:
        return []
    programme = programme_of(stored())
    return [
        EnteredCell(
            table=cell.table,
            key=cell.key,
            column=cell.column,
            value=getattr(getattr(programme, cell.table)[cell.key], cell.column),
            why=why,
        )
        for cell, why in hidden.items()
    ]


def entered_versions(versions: Sequence[Version], actor: Someone) -> list[Version]:
    """The versions of a row as they were handed in, which readers may see in part."""
    require(actor, "see")
    return list(versions)
