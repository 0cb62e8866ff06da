"""A file that was kept, and what reading it once more gives."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from azory_monitor.intake.opening.sheet import Sheet
from azory_monitor.intake.outcome import Checked
from azory_monitor.model.batch import Reading


@dataclass(frozen=True)
class Kept:
    """A file as it came, with how it was read then; ``reading`` is None for a table of a data package."""

    name: str
    content: bytes
    table: str
    reading: Reading | None
    answers: Mapping[str, str]
    day: datetime.date
    """The day on which it came in."""


@dataclass(frozen=True)
class Again:
    """A file read once more: the sheet, what its check found, and how it was read."""

    kept: Kept
    sheet: Sheet
    checked: Checked
    together: int = 1
    """How many of the sheet's first columns are one cell of the file."""
    lines: tuple[str, ...] = ()
    """The lines as they came, of a file whose cells were taken apart or cleaned before they were read."""
