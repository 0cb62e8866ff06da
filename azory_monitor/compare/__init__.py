"""Where an area stands, how far a programme has come and will come, what has changed, and which figures disagree.

Each entry point takes the programme and its measurements and hands back frozen verdicts; nothing here knows who asks.
"""

from azory_monitor.compare.needed import sharing, whole_lines
from azory_monitor.compare.outlook.progress import progress
from azory_monitor.compare.outlook.prospect import prospects
from azory_monitor.compare.outlook.target_changes import target_changes, target_effect
from azory_monitor.compare.outlook.trend import trends
from azory_monitor.compare.situation import indices, peers
from azory_monitor.compare.standing.comparisons import comparisons
from azory_monitor.compare.standing.conflict import conflicts, misfits
from azory_monitor.compare.standing.ranking import rankings
from azory_monitor.compare.standing.series import points
from azory_monitor.compare.standing.waves import waves

__all__ = [
    "comparisons",
    "conflicts",
    "indices",
    "misfits",
    "peers",
    "points",
    "progress",
    "prospects",
    "rankings",
    "sharing",
    "target_changes",
    "target_effect",
    "trends",
    "waves",
    "whole_lines",
]
