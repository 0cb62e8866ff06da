"""Ledger and database kept as one: every batch is a line in the ledger first, a transaction in the database second.

``books`` keeps and answers, ``index`` is the database that follows the ledger, ``applied`` brings a line into it,
``sources`` are the files that batches brought, ``undoing`` says what stands against taking a batch back, ``checked``
compares everything with everything.
"""

from azory_monitor.books.applied import bring_in, digest_of
from azory_monitor.books.books import Books, Clock, Settled
from azory_monitor.books.index import Notice
from azory_monitor.books.sources import Source

__all__ = ["Books", "Clock", "Notice", "Settled", "Source", "bring_in", "digest_of"]
