"""A process that makes files, seen from the monitor's side: started when it is needed, ended after so much work.

A thread would not do: most of the work is plain Python, which holds up every page while it runs.  A process of its
own also gives back the memory that typesetting gathers.
"""

import logging
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from azory_monitor.errors import Refused
from azory_monitor.making.order import Order
from azory_monitor.view import View

LONGEST = 300
"""Seconds that one file may take."""

_ROOT = Path(__file__).resolve().parents[2]


class Maker:
    """At most one process; it is handed a state once and then makes any file of it.

    Both sides are of one program and talk through their own pipes, so that what is pickled comes from nobody else.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._handed: View | None = None
        self._starting = threading.Lock()
        self._closed = False

    def make(self, order: Order) -> bytes:
        """The file; raises what making it raised, Refused if the process ended or took too long."""
        process = self._process or self._start()
        clock = threading.Timer(LONGEST, process.kill)
        clock.start()
        try:
            kind, answer, spent = self._ask(process, order)
        except (OSError, EOFError, pickle.UnpicklingError):
            self.end()
            raise Refused("error.making_ended") from None
        except Refused:  # the state cannot be handed over, and half of it may have been
            self.end()
            raise
        finally:
            clock.cancel()
        if spent:
            self.end()
        return _answered(kind, answer)

    def end(self) -> None:
        """Let the process go; the next order starts another."""
        process, self._process, self._handed = self._process, None, None
        if process:
            process.kill()
            process.communicate()

    def kill(self) -> bool:
        """End the process at once, whatever it is at; for another thread than the one that waits for it.

        False if there is none.
        """
        process = self._process
        if process:
            process.kill()
        return process is not None

    def close(self) -> None:
        """End the process at once, and start none any more."""
        with self._starting:
            self._closed = True
        self.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        with self._starting:
            if self._closed:
                raise Refused("error.making_ended")
            self._process = subprocess.Popen(
                [sys.executable, "-m", "azory_monitor.making"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": paths},
                start_new_session=True,  # a key that stops the monitor in its terminal does not break off a file
            )
            return self._process

    def _ask(self, process: subprocess.Popen[bytes], order: Order) -> tuple[str, Any, bool]:
        view = None if order.view is self._handed else order.view
        pickle.dump((view, order.format, order.language, order.snapshot, order.topic), process.stdin)
        process.stdin.flush()
        self._handed = order.view
        return pickle.load(process.stdout)


def _answered(kind: str, answer: Any) -> bytes:
    if kind == "refused":
        refusal, key, values = answer
        raise refusal(key, **values)
    if kind == "failed":
        logging.getLogger("azory_monitor").error("A file was not made\n%s", answer)
        raise Refused("error.making_failed")
    return answer
