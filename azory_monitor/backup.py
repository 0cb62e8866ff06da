"""Backup, restore, rebuild: all three work on the ledger, from which the database follows.

A backup can be taken while another process runs the monitor: the ledger is only ever appended to, and a copy of it
is whole up to its last whole line.
"""

import contextlib
import hashlib
import io
import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from azory_monitor import disk
from azory_monitor.books import bring_in, digest_of
from azory_monitor.errors import AlreadyThere, Damaged, LedgerBroken, Refused, Unreadable
from azory_monitor.home import Home
from azory_monitor.ledger import Ledger
from azory_monitor.snapshot.archive import zipped
from azory_monitor.store import Store
from azory_monitor.store.opening import opened
from azory_monitor.store.safety import drop_copy, log_of, owned

_MARK = 64
"""The last characters of a backup: the SHA-256 of everything before them, as the comment of the zip file."""

_LAST = 22
"""The length of a zip file's end where it has no comment."""
_BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, OSError, RuntimeError, ValueError)


def backup(home: Home, target: Path) -> str:
    """Write the ledger of ``home`` to one zip file and prove it by rebuilding from what was written; the digest.

    Raises DiskFull where there is no room; then there is no ``target``.
    """
    if target.exists():
        raise AlreadyThere("error.file_exists", path=target)
    lines = _ledger(home).verify()
    named = {name for line in lines for name in line.entry.named()}
    files = {"ledger.jsonl": "".join(line.text + "\n" for line in lines).encode("utf-8")}
    files |= {f"files/{name}": (home.ledger / "files" / name).read_bytes() for name in named}
    partial = target.with_name(target.name + disk.PARTIAL)
    with disk.told(target):
        try:
            disk.write(partial, _marked(zipped(files)))
            with _unpacked(partial, target.with_name(target.name + ".proving")) as ledger:
                digest = digest_of(ledger)
            os.replace(partial, target)
            disk.sync_folder(target.parent)
        finally:
            partial.unlink(missing_ok=True)
    return digest


def restore(home: Home, source: Path) -> str:
    """Fill an empty home from a backup; raises AlreadyThere for one that holds anything, Damaged for a bad backup."""
    if not source.exists():
        raise Refused("error.file_missing", path=source)
    _refuse_filled(home)
    try:
        with owned(home.database), disk.told(home.path):
            _refuse_filled(home)
            with _unpacked(source, home.path / ".restoring") as ledger:
                built, digest = _built(ledger)
                shutil.rmtree(home.ledger, ignore_errors=True)
                os.replace(ledger.folder, home.ledger)
                disk.sync_folder(home.path)
                _put_in_place(built, home)
    except BaseException:
        _leave_as_found(home)
        raise
    return digest


def rebuild(home: Home) -> str:
    """Build the database anew from the ledger, beside the present one, and put it in its place."""
    ledger = _ledger(home)
    with owned(home.database), disk.told(home.path):
        with contextlib.suppress(Unreadable):  # what is wrong with it does not matter; what is not ours does
            opened(home.database).close()
        place = home.path / ".rebuilding"
        shutil.rmtree(place, ignore_errors=True)
        try:
            built, digest = _built(ledger, place)
            drop_copy(home.database)
            _put_in_place(built, home)
        finally:
            shutil.rmtree(place, ignore_errors=True)
    return digest


def _ledger(home: Home) -> Ledger:
    """A ledger that holds something; a home that is not there is not made."""
    if not home.ledger.exists() or not Ledger(home.ledger).lines():
        raise Refused("error.nothing_to_back_up", path=home.path)
    return Ledger(home.ledger)


def _built(ledger: Ledger, place: Path | None = None) -> tuple[Path, str]:
    """A new database from a ledger in a folder of its own, made durable, and its digest."""
    path = (place or ledger.folder.parent) / "monitor.duckdb"
    store = Store(path)
    try:
        bring_in(store, ledger)
        digest = store.digest()
    finally:
        store.close()
    for file in filter(Path.exists, (path, log_of(path))):
        disk.sync(file)
    return path, digest


def _put_in_place(built: Path, home: Home) -> None:
    """The database where it belongs.  Without its log it is an empty one, which the ledger fills at the start."""
    log_of(home.database).unlink(missing_ok=True)
    for file, place in ((built, home.database), (log_of(built), log_of(home.database))):
        if file.exists():
            os.replace(file, place)
    disk.sync_folder(home.path)


def _refuse_filled(home: Home) -> None:
    if home.database.exists() or (home.ledger / "ledger.jsonl").exists():
        raise AlreadyThere("error.home_not_empty", path=home.path)


def _leave_as_found(home: Home) -> None:
    """Take away the folder of a home that was made for nothing."""
    with contextlib.suppress(OSError):
        for file in home.path.glob(home.database.name + ".*"):
            file.unlink()
        home.path.rmdir()


def _marked(content: bytes) -> bytes:
    """The zip file with its own digest as its comment, so that no changed byte of it goes unnoticed."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"0" * _MARK
    body = out.getvalue()[:-_MARK]
    return body + hashlib.sha256(body).hexdigest().encode()


@contextlib.contextmanager
def _unpacked(source: Path, folder: Path) -> Iterator[Ledger]:
    """The verified ledger of a backup, unpacked into a folder that is there for so long; raises Damaged."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        files = _files(source)
        (folder / "ledger" / "files").mkdir(parents=True)
        for name, content in files.items():
            disk.write(folder / "ledger" / name, content)
        ledger = Ledger(folder / "ledger")
        try:
            if not ledger.verify():
                raise Damaged("error.backup_damaged", path=source)
        except LedgerBroken as fault:
            raise Damaged("error.backup_damaged", path=source) from fault
        yield ledger
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _files(source: Path) -> dict[str, bytes]:
    """The ledger's own files in a backup; anything else in it is not looked at.  Raises Damaged for a bad one."""
    content = source.read_bytes()
    marked = content[-_MARK:] == hashlib.sha256(content[:-_MARK]).hexdigest().encode()
    if not marked and content[-_LAST:][:4] != b"PK\5\6":  # the first version wrote no mark, and nothing in its place
        raise Damaged("error.backup_damaged", path=source)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if _is_ours(name)}
    except _BAD_ARCHIVE as fault:
        raise Damaged("error.backup_damaged", path=source) from fault


def _is_ours(name: str) -> bool:
    place, _, file = name.rpartition("/")
    return name == "ledger.jsonl" or (place == "files" and file.isalnum())
