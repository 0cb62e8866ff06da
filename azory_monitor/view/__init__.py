"""One state of everything the monitor knows, judged once; all that pages, exports and command line read."""

from azory_monitor.view.figures import figures_of
from azory_monitor.view.handing import handed_on
from azory_monitor.view.hindrances import Hindrances
from azory_monitor.view.known import Readers
from azory_monitor.view.origins import Origins
from azory_monitor.view.standing import Standing
from azory_monitor.view.state import Past
from azory_monitor.view.story import Story

__all__ = ["Past", "Readers", "View", "figures_of", "handed_on"]


class View(Standing, Story, Hindrances, Origins):
    """The state after one batch, with every answer about it, by subject."""
