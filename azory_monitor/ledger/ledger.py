"""The ledger's lines: one for each batch, each holding the hash of the line before it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from azory_monitor.errors import LedgerBroken
from azory_monitor.ledger import files
from azory_monitor.model.batch import Batch, Reading

FIRST = "0" * 64
"""What the first line has in place of the hash of a line before it."""


class Entry(BaseModel):
    """One batch as the ledger knows it.

    ``files`` are the bytes as they came, by the name they came under; ``rows`` the rows that were kept from them,
    by table, as CSV, so that a rebuild does not depend on how a later version would read the file.  Both are hashes.
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
        self._files.mkdir(parents=True, exist_ok=True)

    def lines(self) -> list[Line]:
        """All whole lines, their chain verified; raises LedgerBroken naming the first that does not fit.

        A last line without its line end was never acknowledged and does not count.
        """
        previous, found = FIRST, []
        for number, text in enumerate(self._whole().splitlines(), start=1):
            line = _read_line(text, number)
            if line.entry.previous != previous or line.entry.batch.id != number:
                raise LedgerBroken("error.ledger_broken", line=number, detail=line.entry.previous[:12])
            found.append(line)
            previous = line.digest
        return found

    def put(self, content: bytes) -> str:
        """Keep a file, return its hash."""
        return files.put(self._files, content)

    def get(self, name: str) -> bytes:
        """A file by its hash."""
        return files.get(self._files, name)

    def append(self, entry: Entry) -> Line:
        """Write one line and make it durable; what an earlier, unfinished write left is cut off first."""
        text = entry.line()
        whole = len(self._whole().encode("utf-8"))
        with self._lines.open("r+b" if self._lines.exists() else "w+b") as file:
            file.truncate(whole)
            file.seek(whole)
            file.write(text.encode("utf-8") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        files.sync_folder(self.folder)
        return Line(entry, text, files.digest(text.encode("utf-8")))

    def verify(self) -> list[Line]:
        """All lines, every file they name read and its hash compared; raises LedgerBroken at the first fault."""
        lines = self.lines()
        for line in lines:
            for name in line.entry.named():
                self.get(name)
        return lines

    def _whole(self) -> str:
        content = self._lines.read_bytes() if self._lines.exists() else b""
        return content[: content.rfind(b"\n") + 1].decode("utf-8")


def _read_line(text: str, number: int) -> Line:
    try:
        content: dict[str, Any] = json.loads(text)
        return Line(Entry.model_validate(content), text, files.digest(text.encode("utf-8")))
    except ValueError as fault:
        raise LedgerBroken("error.ledger_broken", line=number, detail=str(fault).splitlines()[0]) from fault
