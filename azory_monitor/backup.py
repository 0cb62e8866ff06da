"""Backup, restore, rebuild: all three work on the ledger, from which the database follows.

A backup can be taken while another process runs the monitor: the ledger is only ever appended to, and a copy of it
is whole up to its last whole line.
"""

import os
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path

from azory_monitor.books import bring_in, digest_of
from azory_monitor.errors import AlreadyThere, Damaged, ForeignFile, InUse, Refused
from azory_monitor.home import Home
from azory_monitor.ledger import Ledger
from azory_monitor.snapshot.archive import zipped
from azory_monitor.store import Store
from azory_monitor.store.safety import log_of


def backup(home: Home, target: Path) -> str:
    """Write the ledger of ``home`` to one zip file and prove it by rebuilding from what was written; the digest."""
    if target.exists():
        raise AlreadyThere("error.file_exists", path=target)
    lines = Ledger(home.ledger).verify()
    if not lines:
        raise Refused("error.nothing_to_back_up", path=home.path)
    named = {name for line in lines for name in line.entry.named()}
    files = {"ledger.jsonl": "".join(line.text + "\n" for line in lines).encode("utf-8")}
    files |= {f"files/{name}": (home.ledger / "files" / name).read_bytes() for name in named}
    partial = target.with_name(target.name + ".partial")
    partial.write_bytes(zipped(files))
    try:
        digest = _proven(partial)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    return digest


def restore(home: Home, source: Path) -> str:
    """Fill an empty home from a backup; raises AlreadyThere for one that holds anything, Damaged for a bad backup."""
    if home.database.exists() or (home.ledger / "ledger.jsonl").exists():
        raise AlreadyThere("error.home_not_empty", path=home.path)
    digest = _proven(source)
    home.path.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.path) as unpacked:
        _unpack(source, Path(unpacked))
        shutil.rmtree(home.ledger, ignore_errors=True)
        os.replace(Path(unpacked) / "ledger", home.ledger)
    rebuild(home)
    return digest


def rebuild(home: Home) -> str:
    """Build the database anew from the ledger, beside the present one, and put it in its place."""
    ledger = Ledger(home.ledger)
    if not ledger.lines():
        raise Refused("error.nothing_to_back_up", path=home.path)
    _refuse_if_open(home.database)
    built = home.database.with_name(home.database.name + ".rebuilding")
    for leftover in (built, log_of(built)):
        leftover.unlink(missing_ok=True)
    store = Store(built)
    bring_in(store, ledger)
    digest = store.digest()
    store.close()
    log_of(home.database).unlink(missing_ok=True)
    for file, place in ((built, home.database), (log_of(built), log_of(home.database))):
        if file.exists():
            os.replace(file, place)
    return digest


def _proven(source: Path) -> str:
    """The digest of the database that a backup gives; raises Damaged if it gives none."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            _unpack(source, Path(folder))
            ledger = Ledger(Path(folder) / "ledger")
            if not ledger.verify():
                raise Damaged("error.backup_damaged", path=source)
            return digest_of(ledger)
    except (zipfile.BadZipFile, zlib.error, OSError) as fault:
        raise Damaged("error.backup_damaged", path=source) from fault


def _unpack(source: Path, folder: Path) -> None:
    """Copy the ledger's own files out of a backup; anything else in it is not looked at."""
    (folder / "ledger" / "files").mkdir(parents=True)
    with zipfile.ZipFile(source) as archive:
        for name in archive.namelist():
            place, _, file = name.rpartition("/")
            if name == "ledger.jsonl" or (place == "files" and file.isalnum()):
                (folder / "ledger" / name).write_bytes(archive.read(name))


def _refuse_if_open(path: Path) -> None:
    """Raise InUse if another process has the database; whatever else is wrong with it does not matter here."""
    if not path.exists():
        return
    try:
        Store(path).close()
    except (InUse, ForeignFile):
        raise
    except Damaged:
        return
