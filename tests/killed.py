"""Children that do something to a home and are killed at a chosen moment: ``python -m tests.killed`` starts them.

The parent of the children loads everything once and forks for each, so that a drill of many kills stays short.  It
reads lines ``home deed moment`` from its input and answers each with how the child ended.  A moment ``#7`` is the
seventh time that something is about to be made durable (a file or a folder synced, a file renamed or taken away, a
transaction committed); ``0.25`` is a quarter of a second after the deed began; ``never`` lets it finish and leaves the
seconds and the number of such moments in ``measured``.  A deed that was done leaves ``done`` in the home.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from azory_monitor import backup, exporting
from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from azory_monitor.store.database import Database

ROOT = Path(__file__).parents[1]
ANNA = Actor("Anna", "coordinator")
EDIT = b"id,name_en,kind\nhill,Hill again,estate\n"
assert exporting, "is loaded before the children are"
_seen = 0


@contextmanager
def children() -> Iterator[Callable[[Path, str, str], str]]:
    """What starts a child in a home, lets it do a deed until a moment, and says how it ended."""
    command = [sys.executable, "-m", "tests.killed"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:

        def run(home: Path, deed: str, moment: str) -> str:
            process.stdin.write(f"{home} {deed} {moment}\n")
            process.stdin.flush()
            return process.stdout.readline().strip()

        yield run


def main() -> None:
    """Answer one line after another."""
    for line in sys.stdin:
        home, deed, moment = line.rstrip("\n").rsplit(" ", 2)
        child = os.fork()
        if not child:
            _do(Path(home), deed, moment)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "finished" if not status else "failed", flush=True)


def _do(home: Path, deed: str, moment: str) -> None:
    """In the child: make ready, do the deed, and die on the way."""
    try:
        done = DEEDS[deed](home)
        _count_moments(int(moment[1:]) if moment.startswith("#") else 0)
        if moment[0].isdigit():
            threading.Timer(float(moment), _die).start()
        begun = time.perf_counter()
        done()
        measured = f"{time.perf_counter() - begun} {_seen}"
        (home / "done").touch()
        if moment == "never":
            (home / "measured").write_text(measured, encoding="utf-8")
    finally:
        failed = sys.exc_info()[1]
        if failed:
            sys.excepthook(type(failed), failed, failed.__traceback__)
        os._exit(1 if failed else 0)


def _import(home: Path) -> Callable[[], object]:
    monitor = Monitor(Home(home))
    handed = monitor.check("file.csv", (home / "file.csv").read_bytes())
    return lambda: monitor.keep(handed, ANNA)


def _edit(home: Path) -> Callable[[], object]:
    monitor = Monitor(Home(home))
    handed = monitor.check("areas.csv", EDIT, table="areas")
    return lambda: monitor.keep(handed, ANNA)


def _undo(home: Path) -> Callable[[], object]:
    monitor = Monitor(Home(home))
    return lambda: monitor.undo(monitor.batches()[-1].id, ANNA, "wrong")


def _snapshot(home: Path) -> Callable[[], object]:
    monitor = Monitor(Home(home))
    return lambda: monitor.freeze("now", ANNA)


def _open(home: Path) -> Callable[[], object]:
    return lambda: Monitor(Home(home))


def _backup(home: Path) -> Callable[[], object]:
    return lambda: backup.backup(Home(home), home / "backup.zip")


def _restore(home: Path) -> Callable[[], object]:
    return lambda: backup.restore(Home(home / "restored"), home / "backup.zip")


def _rebuild(home: Path) -> Callable[[], object]:
    return lambda: backup.rebuild(Home(home))


DEEDS: dict[str, Callable[[Path], Callable[[], object]]] = {
    "import": _import,
    "edit": _edit,
    "undo": _undo,
    "snapshot": _snapshot,
    "open": _open,
    "backup": _backup,
    "restore": _restore,
    "rebuild": _rebuild,
}


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

    for name in ("fsync", "rename", "replace", "unlink", "truncate"):
        setattr(os, name, counted(getattr(os, name)))
    shutil.rmtree = counted(shutil.rmtree)
    connection = Database.reading

    def reading(self, *given, **named):
        return _Counted(connection(self, *given, **named), counted)

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
