"""A file that is asked for, and what becomes of it."""

import threading
from dataclasses import dataclass

from azory_monitor.errors import MonitorError
from azory_monitor.view import View


@dataclass(frozen=True)
class Order:
    """One file of one state; the view itself is the state, so that no other is taken for it."""

    view: View
    format: str
    language: str
    snapshot: str = ""
    topic: str = ""


class Work:
    """What becomes of an order: it waits, is at work, and is over, with its content or the fault that ended it."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.is_begun = False
        self.content: bytes | None = None
        self.fault: MonitorError | None = None
        self._over = threading.Event()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self._over.is_set()

    def begin(self) -> None:
        """Say that it is its turn."""
        self.is_begun = True

    def end(self, content: bytes | None = None, fault: MonitorError | None = None) -> None:
        """Say what came of it."""
        self.content, self.fault = content, fault
        self._over.set()

    def wait(self) -> bytes:
        """The content, when it is there; raises the fault that ended it."""
        self._over.wait()
        if self.fault:
            raise self.fault
        return self.content or b""
