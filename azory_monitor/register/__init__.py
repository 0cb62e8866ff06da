"""What follows from the register: figures that are counted from its entries and never typed in."""

from azory_monitor.register.counts import counts
from azory_monitor.register.measured import with_counted
from azory_monitor.register.people import people

__all__ = ["counts", "people", "with_counted"]
