"""Several indicators at once: which areas are alike, and an index of the social situation."""

from azory_monitor.compare.situation.index import indices
from azory_monitor.compare.situation.peers import peers

__all__ = ["indices", "peers"]
