"""The fast index over the ledger, in DuckDB: batches, measurements and every other row, with their history.

``engine`` says where it is, a file or a server, and opens it, ``migrations`` brings it up to date, ``store`` keeps and
undoes batches and answers the questions that stand as files in ``sql/``, named after their answers.
"""

from azory_monitor.store.compared import Diff
from azory_monitor.store.engine import Engine, engine_of
from azory_monitor.store.store import Store

__all__ = ["Diff", "Engine", "Store", "engine_of"]
