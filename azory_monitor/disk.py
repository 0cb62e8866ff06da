"""Files that a power cut leaves whole, and what the disk refuses, told in our words."""

import contextlib
import datetime
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from azory_monitor.errors import Damaged, DiskFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_TEXTS = tuple(os.strerror(number) for number in sorted(_FULL))
"""What a program that only passes the system's sentence on says of a full disk."""

PARTIAL = ".partial"
"""Ends the name of a file that is not whole yet."""


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses of ``path``: DiskFull where there is no room, else Damaged with the system's reason."""
    try:
        yield
    except OSError as fault:
        if is_full(fault):
            raise DiskFull("error.disk_full", path=path) from fault
        raise Damaged("error.disk_refuses", path=path, detail=fault.strerror or str(fault)) from fault


def is_full(fault: OSError) -> bool:
    """Whether it was for want of room."""
    return fault.errno in _FULL


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``; a kill or a power cut leaves the old file or the whole new one.

    What was written is taken away again where there is no room for all of it.
    """
    partial = path.with_name(path.name + PARTIAL)
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def beside(path: Path, why: str) -> Path:
    """A name beside ``path`` that nothing has yet: ``monitor.duckdb.damaged-20260131-120000``."""
    wanted = f"{path.name}.{why}-{datetime.datetime.now():%Y%m%d-%H%M%S}"
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, 1000)))
    return next(place for place in map(path.with_name, names) if not place.exists())


def sync(path: Path) -> None:
    """Make the content of a file that another hand wrote survive a power cut."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames and new files in ``folder`` survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
