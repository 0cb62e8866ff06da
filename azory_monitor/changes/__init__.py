"""Two states compared: what came in, what was corrected, which verdicts turned."""

from azory_monitor.changes.between import changes

__all__ = ["changes"]
