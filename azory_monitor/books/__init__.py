"""Ledger and database kept as one: every batch is a line in the ledger first, a transaction in the database second.

``books`` keeps and answers, ``index`` is the database that follows the ledger, ``shared`` one that other processes have
too, ``turn`` says who may write, ``applied`` brings a line into it, ``sources`` are the files that batches brought,
``undoing`` says what stands against taking a batch back, ``checked`` compares everything with everything.
"""

from azory_monitor.books.applied import bring_in, digest_of
from azory_monitor.books.books import Books, Clock, Settled
from azory_monitor.books.index import Notice
from azory_monitor.books.sources import Source
from azory_monitor.books.turn import Turn

__all__ = ["Books", "Clock", "Notice", "Settled", "Source", "Turn", "bring_in", "digest_of"]
