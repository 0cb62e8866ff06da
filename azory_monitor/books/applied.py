"""The ledger's lines brought into a database."""

from collections.abc import Mapping

import pandas as pd

from azory_monitor.ledger import Ledger, Line
from azory_monitor.ledger.rows import read_rows
from azory_monitor.store import Store


def apply(store: Store, ledger: Ledger, line: Line, held: Mapping[str, pd.DataFrame] | None = None) -> None:
    """Bring one line into a database: all of it or nothing.

    ``held`` are tables of its rows that were written just now and need not be read again.
    """
    batch = line.entry.batch
    if batch.undoes is not None:
        store.undo(batch.id, batch.undoes, line.text, line.digest, batch.taken)
        return
    held = held or {}
    tables = {
        table: held[table] if table in held else read_rows(table, ledger.get(name))
        for table, name in line.entry.rows.items()
    }
    store.keep(batch.id, line.text, line.digest, batch.taken, tables)


def bring_in(store: Store, ledger: Ledger) -> None:
    """Fill an empty database from a ledger."""
    for line in ledger.lines():
        apply(store, ledger, line)


def digest_of(ledger: Ledger) -> str:
    """The digest of the database that a ledger gives."""
    store = Store()
    try:
        bring_in(store, ledger)
        return store.digest()
    finally:
        store.close()
