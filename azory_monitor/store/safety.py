"""What keeps the database file from harm: one owner, and a copy beside it while it is folded together.

Files are copied before the database is opened, never while: reading a file that this process has open and closing
it again would give up the process's lock on it (POSIX record locks), and another process could walk in.
"""

import os
import shutil
from pathlib import Path

from filelock import FileLock, Timeout

from azory_monitor.errors import InUse


def own(path: Path) -> FileLock:
    """Take the database for this process until released; raises InUse naming the process that has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
    owner = path.with_name(path.name + ".owner")
    try:
        lock.acquire()
    except Timeout as fault:
        detail = owner.read_text(encoding="utf-8") if owner.exists() else ""
        raise InUse("error.database_in_use", path=path, detail=detail) from fault
    owner.write_text(f"PID {os.getpid()}", encoding="utf-8")
    return lock


def set_aside_copy(path: Path) -> None:
    """Before the log is folded into the file: a whole copy of both, under a name it only gets when it is whole."""
    if not log_of(path).exists():
        return
    partial = path.with_name(path.name + ".partial-copy")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    for file in (path, log_of(path)):
        shutil.copy2(file, partial / file.name)
    partial.rename(_copy_of(path))


def drop_copy(path: Path) -> None:
    """The file is sound again: the copy has done its work."""
    shutil.rmtree(_copy_of(path), ignore_errors=True)


def restore_interrupted(path: Path) -> None:
    """A copy that is still there means that folding did not finish: go back to it."""
    copy = _copy_of(path)
    if not copy.exists():
        return
    log_of(path).unlink(missing_ok=True)
    for file in copy.iterdir():
        shutil.copy2(file, path.with_name(file.name))
    shutil.rmtree(copy)


def log_of(path: Path) -> Path:
    """The write-ahead log beside a database file."""
    return path.with_name(path.name + ".wal")


def _copy_of(path: Path) -> Path:
    return path.with_name(path.name + ".before-checkpoint")
