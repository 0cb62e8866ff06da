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
from azory_monitor.books import Turn, bring_in, digest_of
from azory_monitor.errors import AlreadyThere, Busy, Damaged, InUse, LedgerBroken, Refused
from azory_monitor.home import Home
from azory_monitor.ledger import Ledger
from azory_monitor.snapshot.archive import zipped
from azory_monitor.store import Engine, Store, engine_of

_MARK = 64
"""The last characters of a backup: the SHA-256 of everything before them, as the comment of the zip file."""

_COMMAND = "azory-monitor"
"""Who others are told has their turn, while a home is made anew."""
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
    engine = engine_of(home)
    _refuse_filled(home, engine)
    try:
        with _alone(home, engine):
            _refuse_filled(home, engine)
            with _unpacked(source, home.path / ".restoring") as ledger, _made(engine, home) as made:
                digest = _filled(made, ledger)
                shutil.rmtree(home.ledger, ignore_errors=True)
                os.replace(ledger.folder, home.ledger)
                disk.sync_folder(home.path)
                engine.replaced_by(made)
    except (Busy, InUse):  # what is there is somebody else's
        raise
    except BaseException:
        _leave_as_found(home)
        raise
    return digest


def rebuild(home: Home) -> str:
    """Build the database anew from the ledger, beside the present one, and put it in its place."""
    ledger, engine = _ledger(home), engine_of(home)
    with _alone(home, engine), _made(engine, home) as made:
        digest = _filled(made, ledger)
        engine.replaced_by(made)
    return digest


@contextlib.contextmanager
def _alone(home: Home, engine: Engine) -> Iterator[None]:
    """Nobody else has the database, or writes to one that several have."""
    with disk.told(home.path):
        home.path.mkdir(parents=True, exist_ok=True)
        with Turn(home.turn).taken(_COMMAND), engine.owned():
            yield


@contextlib.contextmanager
def _made(engine: Engine, home: Home) -> Iterator[Engine]:
    """Where a database can be made to take the place of the present one; what did not is taken away."""
    made = engine.beside(home.path / ".rebuilding")
    try:
        yield made
    finally:
        made.cleared()


def _ledger(home: Home) -> Ledger:
    """A ledger that holds something; a home that is not there is not made."""
    if not home.ledger.exists() or not Ledger(home.ledger).lines():
        raise Refused("error.nothing_to_back_up", path=home.path)
    return Ledger(home.ledger)


def _filled(made: Engine, ledger: Ledger) -> str:
    """Fill a new database from a ledger; its digest."""
    store = Store(made)
    try:
        bring_in(store, ledger)
        return store.digest()
    finally:
        store.close()


def _refuse_filled(home: Home, engine: Engine) -> None:
    if engine.exists() or (home.ledger / "ledger.jsonl").exists():
        raise AlreadyThere("error.home_not_empty", path=home.path)


def _leave_as_found(home: Home) -> None:
    """Take away the folder of a home that was made for nothing."""
    with contextlib.suppress(OSError):
        for file in (*home.path.glob(f"{home.database.name}.*"), *home.path.glob(f"{home.turn.stem}.*")):
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
