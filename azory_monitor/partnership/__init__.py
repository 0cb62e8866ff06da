"""Partners judged: who works with whom, who comes, what there is to share, who pays."""

from azory_monitor.partnership.attendance import attendance
from azory_monitor.partnership.cooperation import cooperation
from azory_monitor.partnership.funding import funding
from azory_monitor.partnership.resources import resource_map

__all__ = ["attendance", "cooperation", "funding", "resource_map"]
