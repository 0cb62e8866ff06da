"""Every invariant of ledger and database, checked one after the other."""

from azory_monitor.books.applied import digest_of
from azory_monitor.errors import Damaged, LedgerBroken
from azory_monitor.ledger import Ledger, Line
from azory_monitor.ledger.files import digest
from azory_monitor.store import Store


def verified(ledger: Ledger, store: Store) -> str:
    """The database's digest if nothing is wrong; raises LedgerBroken or Damaged at the first fault.

    The ledger's lines hold together, every file that one names is there and is what it was (what was handed in, the
    rows that were kept, the files of snapshots); the database holds the same lines, no two rows of one key at the same
    time, and row for row what the ledger gives.  A database in memory was made from the ledger just now.
    """
    lines = ledger.verify()
    _compare(lines, store)
    for kind, found in store.overlapping().items():
        if found:
            raise Damaged("error.database_overlaps", path=store.engine, table=kind, row=found)
    if store.engine and digest_of(ledger) != store.digest():
        raise Damaged("error.database_differs", path=store.engine)
    return store.digest()


def _compare(lines: list[Line], store: Store) -> None:
    """The database holds every line of the ledger, and no other."""
    kept = store.batches()
    if list(kept["digest"]) != [line.digest for line in lines] or list(kept["entry"].map(_digest)) != list(
        kept["digest"]
    ):
        raise LedgerBroken("error.ledger_missing_batch", batch=len(kept))


def _digest(entry: str) -> str:
    return digest(entry.encode("utf-8"))
