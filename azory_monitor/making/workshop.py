"""Where files are made: a bounded queue before one maker, and the last few files, each made once."""

import logging
import threading
from collections import OrderedDict, deque

from azory_monitor.errors import MonitorError, Refused
from azory_monitor.making.maker import Maker
from azory_monitor.making.order import Order, Work
from azory_monitor.snapshot.frozen import FROZEN
from azory_monitor.view import View

MOST_WAITING = 60
"""Orders; who comes later is told to come again."""
KEPT, KEPT_BYTES = 60, 64_000_000
"""So many files are kept, of so many bytes altogether."""
IDLE = 60
"""Seconds without an order after which the maker's process ends and gives its memory back."""


class Workshop:
    """Makes files for one monitor.  Nothing runs while nothing is asked for."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Work] = deque()
        self._kept: OrderedDict[Order, Work] = OrderedDict()
        self._maker = Maker()
        self._thread: threading.Thread | None = None
        self._closed = False

    def order(self, order: Order) -> Work:
        """Have a file made.  The same file is the same work, until it fails: then it is tried anew.

        Raises Refused when too many wait already.
        """
        with self._changed:
            kept = self._kept.get(order)
            if kept and not kept.fault:
                self._kept.move_to_end(order)
                return kept
            if len(self._waiting) >= MOST_WAITING or self._closed:
                raise Refused("error.making_busy")
            work = self._kept[order] = Work(order)
            self._waiting.append(work)
            self._begin()
            return work

    def found(self, order: Order) -> Work | None:
        """What becomes of an order, if it was given lately."""
        with self._changed:
            return self._kept.get(order)

    def frozen_files(self, view: View, snapshot: str) -> dict[str, bytes]:
        """What a snapshot consists of, by file name; raises what the first file that cannot be made raises."""
        works = {file: self.order(order) for file, order in frozen_orders(view, snapshot).items()}
        return {file: work.wait() for file, work in works.items()}

    def close(self) -> None:
        """Stop; what waits or is at work is told that it will not be made."""
        with self._changed:
            self._closed = True
            thread = self._thread
            self._changed.notify_all()
        self._maker.close()
        if thread:
            thread.join()

    def _begin(self) -> None:
        self._changed.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="workshop", daemon=True)
            self._thread.start()

    def _serve(self) -> None:
        while work := self._next():
            work.begin()
            try:
                work.end(self._maker.make(work.order))
            except MonitorError as fault:
                work.end(fault=fault)
            except Exception:  # a fault of ours must not keep others waiting
                logging.getLogger("azory_monitor").exception("A file was not made")
                work.end(fault=Refused("error.making_failed"))
            self._forget()

    def _next(self) -> Work | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed, IDLE)
            if self._waiting and not self._closed:
                return self._waiting.popleft()
            while self._waiting:
                self._waiting.popleft().end(fault=Refused("error.making_ended"))
            self._thread = None
            self._maker.end()
            return None

    def _forget(self) -> None:
        """Let go of the files asked for longest ago."""
        with self._changed:
            over = [order for order, work in self._kept.items() if work.is_over]
            size = sum(len(self._kept[order].content or b"") for order in over)
            for order in over[:-1]:
                if len(self._kept) <= KEPT and size <= KEPT_BYTES:
                    break
                size -= len(self._kept.pop(order).content or b"")


def frozen_orders(view: View, snapshot: str) -> dict[str, Order]:
    """The files of a snapshot as orders, by file name."""
    return {file: Order(view, format, language, snapshot) for file, (format, language) in FROZEN.items()}
