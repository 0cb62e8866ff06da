"""The ledger's lines: one for each batch, each holding the hash of the line before it."""

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from azory_monitor import disk
from azory_monitor.errors import ForeignFile, LedgerBroken
from azory_monitor.ledger import files
from azory_monitor.model.batch import Batch, Reading

FIRST = "0" * 64
"""What the first line has in place of the hash of a line before it."""


class Entry(BaseModel):
    """One batch as the ledger knows it.

    ``files`` are the bytes as they came, by the name they came under; ``rows`` the rows that were kept from them,
    by table (see ``rows``), so that a rebuild does not depend on how a later version would read the file.  Both are
    hashes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    batch: Batch
    previous: str
    files: dict[str, str] = {}
    rows: dict[str, str] = {}
    reading: Reading | None = None
    answers: dict[str, str] = {}
    exports: dict[str, str] = {}
    """Of a snapshot: the hash of each file that was frozen, by name."""

    def line(self) -> str:
        """The entry as it stands in the ledger, without the line end."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)

    def named(self) -> list[str]:
        """The hashes of all files that belong to it."""
        return [*self.files.values(), *self.rows.values(), *self.exports.values()]


@dataclass(frozen=True)
class Line:
    """An entry with the text it was read from and that text's hash."""

    entry: Entry
    text: str
    digest: str


class Ledger:
    """A folder with ``ledger.jsonl`` and the files its lines name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines = folder / "ledger.jsonl"
        self._files = folder / "files"
        self._new: list[str] = []
        with disk.told(folder):
            self._files.mkdir(parents=True, exist_ok=True)

    @property
    def stamp(self) -> tuple[int, int]:
        """What differs as soon as a line was added: size and time of the lines' file."""
        if not self._lines.exists():
            return 0, 0
        found = self._lines.stat()
        return found.st_size, found.st_mtime_ns

    @property
    def count(self) -> int:
        """How many whole lines there are, whatever stands in them."""
        return self._lines.read_bytes().count(b"\n") if self._lines.exists() else 0

    @property
    def has_files(self) -> bool:
        """Whether any file was ever kept."""
        return any(not file.name.endswith(disk.PARTIAL) for file in self._files.iterdir())

    def lines(self) -> list[Line]:
        """All whole lines, their chain verified; raises LedgerBroken naming the first that does not fit.

        A last line without its line end was never acknowledged and does not count.
        """
        return _chained(_split(self._whole()))

    @contextlib.contextmanager
    def adding(self) -> Iterator[None]:
        """Files that are put inside are taken away again unless the line that names them is written there too."""
        self._new = []
        try:
            yield
        except BaseException:
            for name in self._new:
                (self._files / name).unlink(missing_ok=True)
            raise
        finally:
            self._new = []

    def put(self, content: bytes) -> str:
        """Keep a file, return its hash; raises DiskFull where there is no room."""
        name = files.digest(content)
        with disk.told(self._files):
            if not self.has(name):
                self._new.append(name)
            files.put(self._files, name, content)
        return name

    def has(self, name: str) -> bool:
        """Whether there is a file of that hash, sound or not."""
        return (self._files / name).exists()

    def is_sound(self, name: str) -> bool:
        """Whether there is a file of that hash and it is what it was."""
        return files.is_sound(self._files, name)

    def get(self, name: str) -> bytes:
        """A file by its hash."""
        return files.get(self._files, name)

    def append(self, entry: Entry) -> Line:
        """Write one line and make it durable; what an earlier, unfinished write left is cut off first.

        Raises DiskFull where there is no room; then the ledger is as it was.
        """
        text = entry.line()
        whole = len(self._whole().encode("utf-8"))
        with disk.told(self._lines):
            try:
                self._write(whole, text.encode("utf-8") + b"\n")
            except OSError:
                with contextlib.suppress(OSError):
                    os.truncate(self._lines, whole)
                raise
            disk.sync_folder(self.folder)
        return Line(entry, text, files.digest(text.encode("utf-8")))

    def mend(self, texts: Sequence[str]) -> str:
        """Put the first lines back from another copy of them, keep those after; the name the damaged file now has.

        ``texts`` are the lines from the first on.  Raises LedgerBroken if what comes of it is no whole chain.
        """
        damaged = self._lines.read_bytes() if self._lines.exists() else b""
        after = damaged[: damaged.rfind(b"\n") + 1].split(b"\n")[len(texts) : -1]
        mended = [*texts, *(line.decode("utf-8", "replace") for line in after)]
        _chained(mended)
        aside = disk.beside(self._lines, "damaged")
        with disk.told(self._lines):
            disk.write(aside, damaged)
            disk.write(self._lines, "".join(text + "\n" for text in mended).encode("utf-8"))
        return aside.name

    def tidy(self) -> None:
        """Take away what writes that never finished have left; only for whoever writes here."""
        for leftover in self._files.glob(f"*{disk.PARTIAL}"):
            leftover.unlink(missing_ok=True)

    def verify(self) -> list[Line]:
        """All lines, every file they name read and its hash compared; raises LedgerBroken at the first fault."""
        lines = self.lines()
        for line in lines:
            for name in line.entry.named():
                self.get(name)
        return lines

    def _write(self, at: int, line: bytes) -> None:
        with self._lines.open("r+b" if self._lines.exists() else "w+b") as file:
            file.truncate(at)
            file.seek(at)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())

    def _whole(self) -> str:
        content = self._lines.read_bytes() if self._lines.exists() else b""
        whole = content[: content.rfind(b"\n") + 1]
        try:
            return whole.decode("utf-8")
        except UnicodeDecodeError as fault:
            line = whole[: fault.start].count(b"\n") + 1
            raise LedgerBroken("error.ledger_broken", line=line, detail=fault.reason) from fault


def _split(whole: str) -> list[str]:
    """The lines of whole lines; other signs that end a line elsewhere may stand in what people typed."""
    return whole.split("\n")[:-1]


def _chained(texts: Sequence[str]) -> list[Line]:
    """Lines from their texts, each holding the hash of the one before; LedgerBroken at the first that does not."""
    previous, found = FIRST, []
    for number, text in enumerate(texts, start=1):
        line = _read_line(text, number)
        if line.entry.previous != previous or line.entry.batch.id != number:
            raise LedgerBroken("error.ledger_broken", line=number, detail=line.entry.previous[:12])
        found.append(line)
        previous = line.digest
    return found


def _read_line(text: str, number: int) -> Line:
    try:
        content: dict[str, Any] = json.loads(text)
        return Line(Entry.model_validate(content), text, files.digest(text.encode("utf-8")))
    except ValidationError as fault:
        if {error["type"] for error in fault.errors()} == {"extra_forbidden"}:
            raise ForeignFile("error.ledger_newer", line=number) from fault
        raise _broken(number, fault) from fault
    except ValueError as fault:
        raise _broken(number, fault) from fault


def _broken(number: int, fault: ValueError) -> LedgerBroken:
    return LedgerBroken("error.ledger_broken", line=number, detail=str(fault).splitlines()[0])
