"""Files are made apart from the pages: in a process of their own, one after another, so that no visitor waits."""

from azory_monitor.making.deed import Deed
from azory_monitor.making.order import Order, Work
from azory_monitor.making.workshop import Workshop

__all__ = ["Deed", "Order", "Work", "Workshop"]
