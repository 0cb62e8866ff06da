"""What keeps the database file from harm: one owner, and a copy beside it while it is folded together.

Files are copied before the database is opened, never while: reading a file that this process has open and closing
it again would give up the process's lock on it (POSIX record locks), and another process could walk in.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from azory_monitor import disk
from azory_monitor.errors import InUse


def own(path: Path) -> FileLock:
    """Take the database for this process until released; raises InUse naming the process that has it."""
    with disk.told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
        owner = path.with_name(path.name + ".owner")
        try:
            lock.acquire()
        except Timeout as fault:
            raise InUse("error.database_in_use", path=path, detail=_told(owner)) from fault
    with contextlib.suppress(OSError):  # a full disk is no reason not to open what is there
        owner.write_text(f"{_program()}, PID {os.getpid()}", encoding="utf-8")
    return lock


@contextlib.contextmanager
def owned(path: Path) -> Iterator[None]:
    """The same for as long as a deed takes."""
    lock = own(path)
    try:
        yield
    finally:
        lock.release()


def set_aside_copy(path: Path) -> None:
    """Before the log is folded into the file: a whole copy of both, under a name it only gets when it is whole."""
    _copy(path, _copy_of(path))


def keep_copy(path: Path, name: str) -> None:
    """A whole copy of file and log that stays, in a folder beside them; it takes the place of an earlier one."""
    place = path.with_name(f"{path.name}.{name}")
    shutil.rmtree(place, ignore_errors=True)
    _copy(path, place)


def drop_copy(path: Path) -> None:
    """The file is sound again: the copy has done its work.  Half a copy never bears its name."""
    copy, useless = _copy_of(path), _partial_of(path)
    if copy.exists():
        shutil.rmtree(useless, ignore_errors=True)
        copy.rename(useless)
    shutil.rmtree(useless, ignore_errors=True)


def restore_interrupted(path: Path) -> None:
    """A copy that is still there means that folding did not finish: go back to it.

    Its files are moved, the log last, so that this takes no room and can itself be interrupted anywhere.
    """
    copy = _copy_of(path)
    if not copy.exists():
        return
    file, log = copy / path.name, copy / log_of(path).name
    if file.exists():
        if not log.exists():
            log_of(path).unlink(missing_ok=True)
        file.replace(path)
        disk.sync_folder(path.parent)
    if log.exists():
        log.replace(log_of(path))
    drop_copy(path)
    disk.sync_folder(path.parent)


def log_of(path: Path) -> Path:
    """The write-ahead log beside a database file."""
    return path.with_name(path.name + ".wal")


def _copy(path: Path, place: Path) -> None:
    partial = _partial_of(path)
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir()
        for file in filter(Path.exists, (path, log_of(path))):
            shutil.copy2(file, partial / file.name)
            disk.sync(partial / file.name)
        disk.sync_folder(partial)
        partial.rename(place)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    disk.sync_folder(path.parent)


def _copy_of(path: Path) -> Path:
    return path.with_name(path.name + ".before-checkpoint")


def _partial_of(path: Path) -> Path:
    return path.with_name(path.name + ".partial-copy")


def _program() -> str:
    """What this process was started as."""
    named = Path(sys.executable if sys.argv[0] in ("", "-c") else sys.argv[0])
    return named.parent.name if named.stem == "__main__" else named.stem


def _told(owner: Path) -> str:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return owner.read_text(encoding="utf-8")
    return "PID ?"
