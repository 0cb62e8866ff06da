"""Children that import a file and are killed at a chosen moment: ``python -m tests.killed`` starts them.

The parent of the children loads everything once and forks for each, so that a drill of many kills stays short.  It
reads lines ``home moment`` from its input and answers each with how the child ended.  A moment ``#7`` is the seventh
time that something is about to be made durable (a file or a folder synced, a file renamed, a transaction committed);
``0.25`` is a quarter of a second after the import began; ``never`` lets it finish and answers with the seconds and
the number of such moments.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.store.database import Database

ANNA = Actor("Anna", "coordinator")
_seen = 0


def main() -> None:
    """Answer one line after another."""
    for line in sys.stdin:
        home, moment = line.rstrip("\n").rsplit(" ", 1)
        child = os.fork()
        if not child:
            _import(Path(home), moment)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "finished", flush=True)


def _import(home: Path, moment: str) -> None:
    """In the child: open the home, import its ``file.csv``, and die on the way."""
    monitor = Monitor(Home(home))
    handed = monitor.check("file.csv", (home / "file.csv").read_bytes())
    _count_moments(int(moment[1:]) if moment.startswith("#") else 0)
    if moment[0].isdigit():
        threading.Timer(float(moment), _die).start()
    begun = time.perf_counter()
    monitor.keep(handed, ANNA)
    if moment == "never":
        (home / "measured").write_text(f"{time.perf_counter() - begun} {_seen}", encoding="utf-8")
    os._exit(0)


def _count_moments(last: int) -> None:
    """Die when something is about to become durable for the ``last`` time."""

    def counted(deed):
        def before(*given, **named):
            global _seen
            _seen += 1
            if _seen == last:
                _die()
            return deed(*given, **named)

        return before

    os.fsync, os.rename, os.replace = counted(os.fsync), counted(os.rename), counted(os.replace)
    Path.rename = counted(Path.rename)
    connection = Database.reading

    def reading(self):
        return _Counted(connection(self), counted)

    Database.reading = reading


class _Counted:
    """A cursor whose commit is a moment too."""

    def __init__(self, context, counted) -> None:
        self._context, self._counted = context, counted

    def __enter__(self):
        self._cursor = self._context.__enter__()
        self.commit = self._counted(self._cursor.commit)
        return self

    def __exit__(self, *fault):
        return self._context.__exit__(*fault)

    def __getattr__(self, name):
        return getattr(self._cursor, name)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
