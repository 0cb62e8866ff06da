"""Files kept under the hash of their content, written so that a power cut leaves the old state or the new."""

import hashlib
import os
from pathlib import Path

from azory_monitor.errors import LedgerBroken


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def put(folder: Path, content: bytes) -> str:
    """Keep ``content`` under its hash; the same content twice is one file."""
    name = digest(content)
    path = folder / name
    if not path.exists():
        partial = folder / f"{name}.partial"
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
        sync_folder(folder)
    return name


def get(folder: Path, name: str) -> bytes:
    """The content kept under a hash; raises LedgerBroken if it is gone or is not what it was."""
    path = folder / name
    content = path.read_bytes() if path.exists() else b""
    if digest(content) != name:
        raise LedgerBroken("error.ledger_file_damaged", path=path)
    return content


def sync_folder(folder: Path) -> None:
    """Make renames and new files in ``folder`` survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
