"""How good the figures are: what can be followed, what is owed, what has come in, what looks odd.

Each entry point takes the programme and its measurements as they may be shown, and hands back frozen verdicts.
"""

from azory_monitor.quality.coverage import coverage
from azory_monitor.quality.due import dues, unscheduled
from azory_monitor.quality.outliers import outliers
from azory_monitor.quality.readiness import readiness

__all__ = ["coverage", "dues", "outliers", "readiness", "unscheduled"]
