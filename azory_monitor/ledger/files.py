"""Files kept under the hash of their content."""

import hashlib
from pathlib import Path

from azory_monitor import disk
from azory_monitor.errors import LedgerBroken


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def is_sound(folder: Path, name: str) -> bool:
    """Whether the file kept under a hash is there and is what it was."""
    path = folder / name
    return path.exists() and digest(path.read_bytes()) == name


def put(folder: Path, name: str, content: bytes) -> None:
    """Keep ``content`` under its hash ``name``; the same content twice is one file, and mends one that was damaged."""
    if not is_sound(folder, name):
        disk.write(folder / name, content)


def get(folder: Path, name: str) -> bytes:
    """The content kept under a hash; raises LedgerBroken if it is gone or is not what it was."""
    path = folder / name
    content = path.read_bytes() if path.exists() else b""
    if digest(content) != name:
        raise LedgerBroken("error.ledger_file_damaged", path=path)
    return content
