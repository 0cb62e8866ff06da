"""What stands in the way, judged: age, reviews, changes, and what is stalled or unclaimed with nothing recorded."""

from azory_monitor.barriers.changes import changes, last_meeting, meetings
from azory_monitor.barriers.gaps import action_gaps, stalled
from azory_monitor.barriers.hindrances import hindrances

__all__ = ["action_gaps", "changes", "hindrances", "last_meeting", "meetings", "stalled"]
