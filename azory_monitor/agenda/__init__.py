"""What a meeting goes through, built from one state, and the order that its presenter gives it."""

from azory_monitor.agenda.agenda import agenda
from azory_monitor.agenda.moved import moved
from azory_monitor.agenda.plan import planned, shifted

__all__ = ["agenda", "moved", "planned", "shifted"]
