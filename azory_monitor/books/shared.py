"""The database that several processes have at once: each sees what the others have kept, and one at a time writes.

Between a line of the ledger and its rows in the database there is a moment.  A process that finds the database behind
brings it up if nobody else is at it, which also makes good what a killed one has left undone.
"""

from azory_monitor.books.index import Index
from azory_monitor.errors import DiskFull, LedgerBroken, Unreachable, Unreadable
from azory_monitor.store import Store


class SharedIndex(Index):
    """The same over a database of which this process is not the only one."""

    def _look(self) -> None:
        super()._look()
        if not self.apart and self._ledger.stamp != self._seen:
            with self._turn.of_threads(waits=False) as mine:
                if mine and not self.apart:
                    self._see()

    def _see(self) -> None:
        try:
            self._level(self._store)
        except (DiskFull, Unreadable):
            self._mend(self._store)

    def _opened(self) -> Store:
        """The server's, up to the ledger unless somebody is at it; one that has lost its tables is set aside."""
        try:
            store = Store(self._engine)
        except Unreadable:
            store = self._opened_anew()
        try:
            self._refuse_strange(store)
            if store.held() > self._ledger.count:  # what the ledger has lost is put back from here
                with self._turn.taken():
                    self._bring_up(store)
            self._level(store)
            return store
        except Unreadable as fault:
            store.close()
            raise Unreachable("error.server_unreachable", **fault.values) from fault
        except BaseException:
            store.close()
            raise

    def _opened_anew(self) -> Store:
        with self._turn.taken():
            try:
                return Store(self._engine)
            except Unreadable:
                self._set_aside("notice.database_rebuilt")
                return Store(self._engine)

    def _level(self, store: Store) -> None:
        """See what others have kept.  The database is asked before the ledger, which is never behind it."""
        stamp, held = self._ledger.stamp, store.held()
        if held < self._ledger.count:
            with self._turn.if_free() as mine:
                if mine:
                    self._bring_up(store)
            held = store.held()
        self._know(held)
        self._seen = stamp if held == self._ledger.count else None

    def _refuse_strange(self, store: Store) -> None:
        """A database and a ledger that do not belong together: the one holds something, the other nothing."""
        if self._ledger.count:
            return
        with self._turn.if_free() as mine:
            if not mine or self._ledger.count:
                return
            held = store.held()
            if held and not self._ledger.has_files:
                raise LedgerBroken("error.server_of_another", path=self._engine, home=self._ledger.folder)
            if not held:
                self._refuse_lost()
