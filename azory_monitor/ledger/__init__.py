"""What came in, as it came: files by their hash and one line for each batch, only ever appended.

The ledger is the truth; the database can be rebuilt from it, and a backup is a copy of it.
"""

from azory_monitor.ledger.ledger import FIRST, Entry, Ledger, Line

__all__ = ["FIRST", "Entry", "Ledger", "Line"]
