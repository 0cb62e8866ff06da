"""Whose turn it is to write: one thread of one process at a time, in the home that they share.

Whoever waits keeps a place: a process that writes one batch after another lets the others in between.

The lock is the system's, on a file beside the ledger: what has to be kept from two at once is the ledger's next line,
and the ledger is a file.  The system lets go of it when its holder ends, however that happens.  A lock in the
database's server would be let go of when its connection is lost, while its holder goes on writing the line.
"""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from azory_monitor import disk
from azory_monitor.errors import Busy, MonitorError

PATIENCE = 10.0
"""Seconds that a change waits for another one before it is refused: nobody looks at a turning wheel for longer."""
_LOOKS_EVERY = 0.01
"""Seconds between two looks at whether another process has finished."""


class Turn:
    """The right to write in one home; whoever has it may take it again."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._threads = threading.RLock()
        self._taken = 0
        # Only a lock that ends with its holder will do, so none is taken in another way where there is no such one.
        self._processes, self._next = (
            FileLock(place, thread_local=False, fallback_to_soft=False, poll_interval=_LOOKS_EVERY)
            for place in (file, file.with_suffix(".next"))
        )
        self._writer = file.with_suffix(".writer")

    @contextlib.contextmanager
    def taken(self, by: str = "") -> Iterator[None]:
        """Hold everybody else off; raises Busy, with the name of whoever is at it, where that takes too long."""
        until = time.monotonic() + PATIENCE
        if not self._threads.acquire(timeout=PATIENCE):
            raise self._busy()
        try:
            self._acquire(max(0.0, until - time.monotonic()))
            try:
                self._note(by)
                yield
            finally:
                self._release()
        finally:
            self._threads.release()

    @contextlib.contextmanager
    def if_free(self) -> Iterator[bool]:
        """Take it only if nobody has it, without waiting; whether it was taken."""
        with self.of_threads(waits=False) as mine:
            got = False
            if mine:
                with contextlib.suppress(MonitorError):
                    self._acquire(0)
                    got = True
            try:
                yield got
            finally:
                if got:
                    self._release()

    @contextlib.contextmanager
    def of_threads(self, waits: bool = True) -> Iterator[bool]:
        """Hold off the other threads of this process alone; whether that was possible."""
        mine = self._threads.acquire(blocking=waits)
        try:
            yield mine
        finally:
            if mine:
                self._threads.release()

    def _acquire(self, within: float) -> None:
        until = time.monotonic() + within
        if not self._taken:
            with disk.told(self._file):
                try:
                    with self._next.acquire(timeout=within):
                        self._processes.acquire(timeout=max(0.0, until - time.monotonic()))
                except Timeout:
                    raise self._busy() from None
        self._taken += 1

    def _release(self) -> None:
        self._taken -= 1
        if not self._taken:
            self._processes.release()

    def _note(self, by: str) -> None:
        """Who has it, for others to be told; who is helped on by someone stays the one who began."""
        if by and self._taken == 1:
            with contextlib.suppress(OSError):  # a full disk refuses what is to be kept, not who keeps it
                self._writer.write_text(json.dumps({"by": by, "since": time.time()}), encoding="utf-8")

    def _busy(self) -> Busy:
        by, since = "?", time.time()
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            noted = json.loads(self._writer.read_text(encoding="utf-8"))
            by, since = str(noted["by"]), float(noted["since"])
        return Busy("error.busy", by=by, seconds=max(0, round(time.time() - since)))
