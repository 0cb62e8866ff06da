"""What comes in: how a file was read, its problems, what it would change, and the batch it becomes."""

import datetime
import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Why = Literal["seed", "import", "undo", "snapshot", "restore"]


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, marks that turn the direction of writing, halves of characters."""


def one_line(text: str) -> str:
    """What a person or a file calls something, as one line that reads as it is stored."""
    return " ".join(_UNSEEN.sub(" ", text).split())


class Frozen(BaseModel):
    """Base of the records of this module."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reading(Frozen):
    """How the monitor read a file.  ``header_row`` counts as the spreadsheet does, from 1."""

    container: Literal["csv", "xlsx", "xls", "ods", "html", "xml", "package"]
    encoding: str = ""
    delimiter: str = ""
    decimal: str = "."
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """Every sheet that a person sees."""
    inside: str = ""
    """The file that was read out of the archive that came."""
    header_row: int = 1
    layout: str = "long"
    table: str = ""
    columns: dict[str, str] = {}
    """Heading in the file → our column, for every heading that was used."""
    ignored: tuple[str, ...] = ()
    """Headings that were not used."""
    wide: str = ""
    """What the columns hold that became rows: *period*, *area* or *indicator*; empty where none did."""
    wide_columns: tuple[int, int] = (0, 0)
    """The first and the last of them, counted from 1."""
    rows: int = 0


class Problem(Frozen):
    """A fault in one cell (or row, or file): ``rule`` names what was broken, ``values`` fill its sentence.

    ``row`` counts as the spreadsheet does (0: the file as a whole); ``column`` is the heading as printed.
    ``allowed`` lists what may stand there, ``nearest`` the known name closest to what does.
    A ``warning`` is told but does not keep the row out.  ``table`` tells the files of a data package apart.
    """

    table: str = ""
    row: int
    column: str = ""
    value: str = ""
    rule: str
    allowed: tuple[str, ...] = ()
    nearest: str = ""
    values: dict[str, Any] = {}
    warning: bool = False


class Normalised(Frozen):
    """A cell whose text was read as something else than it says letter by letter, and why."""

    row: int
    column: str
    raw: str
    value: str
    why: str


class Asked(Frozen):
    """A question that must be answered before the file can be kept."""

    key: str
    about: str
    values: dict[str, Any] = {}
    choices: tuple[str, ...]
    called: dict[str, str] = {}
    """What choices are called where the file has codes."""
    proposed: str = ""
    """What was answered for the last file of the kind."""


class Change(Frozen):
    """One row that an upload would change: its key, and old and new of each cell that differs."""

    table: str
    key: str
    cells: dict[str, tuple[Any, Any]]
    row: int = 0


class Preview(Frozen):
    """What keeping a file would do.  ``missing`` rows stay as they are: nothing is ever deleted."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    changes: tuple[Change, ...] = ()
    """The changed rows, at most ``SHOWN`` of them."""
    missing_keys: tuple[str, ...] = ()
    """Keys of rows that the database has and the file no longer does, at most ``SHOWN``."""
    rewrites: int = 0
    """How many of the changed rows change a figure that had already been published (a value, or one of its counts)."""
    rewritten: tuple[str, ...] = ()
    """The periods of those figures, earliest first."""
    dropped: tuple[str, ...] = ()
    """Periods that the file no longer has, although its source had them for the same indicator, earliest first.

    Only a file that brings several periods of an indicator, at least one of them once more, is a new edition that can
    drop one; a file with the newest year alone drops nothing.  What it drops stays as it is.
    """


SHOWN = 200


class Batch(Frozen):
    """What one person handed in at one moment, as the ledger and the database know it."""

    id: int
    what: Why
    by: str
    email: str = ""
    """Of whoever signed in to hand it in, as the sign-in vouched for it; shown to coordinators alone."""
    why: str = ""
    taken: datetime.datetime
    """When it was taken in, UTC, later than every batch before it."""
    file: str = ""
    """The name of the file as it came; shown, never used as a path."""
    sha256: str = ""
    """Of the bytes as they came."""
    rows: dict[str, int] = {}
    """Rows kept for each table."""
    undoes: int | None = None
    name: str = ""
    """Of a snapshot."""


class Version(Frozen):
    """One state of a row of any table but the measurements, and the batch that handed it in."""

    key: str
    batch: Batch
    cells: dict[str, Any]
    """Plain cells, empty ones left out."""
