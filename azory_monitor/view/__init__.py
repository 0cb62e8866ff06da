"""One state of everything the monitor knows, judged once; all that pages, exports and command line read."""

from azory_monitor.view.chronicle import Chronicle
from azory_monitor.view.held import Past
from azory_monitor.view.quality import Quality
from azory_monitor.view.standing import Standing

__all__ = ["Past", "View"]


class View(Standing, Chronicle, Quality):
    """The state after one batch, with every answer about it, by subject."""
