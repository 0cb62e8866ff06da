"""What coordinators see and readers do not: their own figures, where they are hidden, and why."""

import pandas as pd

from azory_monitor.access import require
from azory_monitor.access.rules import Someone
from azory_monitor.model.hidden import Entered
from azory_monitor.stored import measurements_of
from azory_monitor.view import View


def entered(view: View, measurements: pd.DataFrame, actor: Someone) -> list[Entered]:
    """The hidden ones among a state's ``measurements``, as they were handed in; NotAllowed for who may not.

    They are made anew for each who asks, and nothing keeps them.
    """
    require(actor, "see")
    rows = measurements_of(measurements)
    return [Entered(row=row, why=why) for row in rows if (why := view.why_hidden(row))]
