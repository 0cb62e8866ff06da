"""Where an area stands, how far a programme has come, and which figures disagree.

Each entry point takes the programme and its measurements and hands back frozen verdicts; nothing here knows who asks.
"""

from azory_monitor.compare.conflict import conflicts, misfits
from azory_monitor.compare.progress import progress
from azory_monitor.compare.ranking import rankings
from azory_monitor.compare.standing import comparisons
from azory_monitor.compare.waves import waves

__all__ = ["comparisons", "conflicts", "misfits", "progress", "rankings", "waves"]
