"""The process that makes files: states and orders come in, files go out, until nobody asks any more."""

import os
import pickle
import sys
import traceback
from typing import Any, BinaryIO

from azory_monitor.errors import MonitorError
from azory_monitor.exporting import exported
from azory_monitor.view import View

_MOST_FILES, _MOST_MEMORY = 24, 600_000_000
"""After so many files, or with so many bytes in use, the process says that it is spent."""


def main() -> None:
    """Serve until the other side closes."""
    orders, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to the log, not among the answers
    _serve(orders, answers)


def _serve(orders: BinaryIO, answers: BinaryIO) -> None:
    view: View | None = None
    made = 0
    while True:
        try:
            handed, format, language, snapshot, topic = pickle.load(orders)
        except EOFError:
            return
        view = handed or view
        made += 1
        answer = _answer(view, format, language, snapshot, topic)
        pickle.dump((*answer, made >= _MOST_FILES or _memory() > _MOST_MEMORY), answers)
        answers.flush()


def _answer(view: View | None, *asked: str) -> tuple[str, Any]:
    try:
        return "made", exported(view, *asked)
    except MonitorError as refusal:
        return "refused", (type(refusal), refusal.key, refusal.values)
    except Exception:  # noqa: BLE001  told in full to the log of the monitor
        return "failed", traceback.format_exc()


def _memory() -> int:
    """Bytes in use at most so far; 0 where the system does not tell."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return 0
    return getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
