"""What may be shown: decided once, before anything is judged, drawn or written.

A share of a hidden count would give the count away, and so would a total beside the other parts or an earlier state:
what follows (comparisons, charts, exports) never sees what it must not tell.
"""

from azory_monitor.disclosure.cells import NUMBERS
from azory_monitor.disclosure.counted import published_counts
from azory_monitor.disclosure.disclose import Disclosed, disclose
from azory_monitor.disclosure.facts import Cell
from azory_monitor.disclosure.known import NOTHING, Known
from azory_monitor.disclosure.policy import linked
from azory_monitor.disclosure.tables import published_cells, published_programme

__all__ = [
    "NOTHING",
    "NUMBERS",
    "Cell",
    "Disclosed",
    "Known",
    "disclose",
    "linked",
    "published_cells",
    "published_counts",
    "published_programme",
]
