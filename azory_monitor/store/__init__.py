"""The fast index over the ledger, in DuckDB: batches, measurements and every other row, with their history.

``database`` opens the file, ``migrations`` brings it up to date, ``store`` keeps and undoes batches and
answers the questions that stand as files in ``sql/``, named after their answers.
"""

from azory_monitor.store.compared import Diff
from azory_monitor.store.store import Store

__all__ = ["Diff", "Store"]
