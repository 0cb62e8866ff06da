"""One entry of a table as a form: which cells it asks for, in which order, and the file of one row it becomes.

What each table asks first stands in ``entries.toml``; everything else follows from the table's declared columns.
"""

import csv
import io
import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from azory_monitor.model.column import Column
from azory_monitor.model.row import Row, columns
from azory_monitor.model.tables import TABLES

_LONGEST_ID = 48
_WITHOUT_PARTS = str.maketrans({"ł": "l", "Ł": "l", "ß": "ss", "æ": "ae", "ø": "o", "đ": "d"})
"""Letters that no accent is taken off of."""

_EITHER = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
"""A number that is a thousand and more to some, and one and a bit to others."""

Cells = Mapping[str, str]
"""By heading, what stands in a cell, as a file has it."""


@dataclass(frozen=True)
class Form:
    """What is asked of an entry of a table: ``first`` in sight, ``more`` folded away."""

    table: str
    first: tuple[Column, ...]
    more: tuple[Column, ...]
    start: Cells
    again: frozenset[str]
    """The columns that the next entry most likely shares with the last one."""
    key: tuple[str, ...]
    title: str
    """The column that says what the entry is called; empty where its key does."""
    long: frozenset[str]
    """The columns whose texts take several lines."""


@cache
def forms() -> dict[str, Form]:
    """The form of every table that a person fills in, in the order in which they are offered."""
    told = tomllib.loads((resources.files("azory_monitor.templates") / "entries.toml").read_text(encoding="utf-8"))
    long = frozenset(told.pop("long"))
    return {table: _form(table, one, long) for table, one in told.items()}


def _form(table: str, told: Mapping[str, Any], long: frozenset[str]) -> Form:
    declared = {column.name: column for column in columns(TABLES[table])}
    title = next((one.name for one in declared.values() if one.kind == "translated" and one.required), "")
    return Form(
        table=table,
        first=tuple(declared[name] for name in told["first"]),
        more=tuple(column for name, column in declared.items() if name not in told["first"]),
        start=told.get("start", {}),
        again=frozenset(told.get("again", ())),
        key=TABLES[table].key,
        title=title,
        long=long,
    )


def made_id(title: str, taken: Collection[str], otherwise: str) -> str:
    """An id from a title: small letters without accents, digits and hyphens, and none that is taken.

    A title without any such letter gives ``otherwise``.
    """
    letters = unicodedata.normalize("NFKD", title.casefold().translate(_WITHOUT_PARTS))
    words = re.findall("[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one)))
    wanted = ""
    for word in words:
        if wanted and len(wanted) + len(word) >= _LONGEST_ID:
            break
        wanted = f"{wanted}-{word[:_LONGEST_ID]}".strip("-")
    wanted = wanted or otherwise.replace("_", "-")
    numbered = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in numbered if one not in taken)


def entry_file(cells: Cells) -> bytes:
    """The entry as a file of one row."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([cells.keys(), cells.values()])
    return out.getvalue().encode("utf-8")


def entry_cells(row: Row, mark: str) -> dict[str, str]:
    """The filled cells of an entry as a person would type them, numbers with the decimal ``mark``."""
    return {heading: _typed(cell, mark) for heading, cell in row.cells().items()}


def _typed(cell: object, mark: str) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else ""
    return f"{cell:.15g}".replace(".", mark) if isinstance(cell, float) else str(cell)


def one_meaning(number: str, mark: str) -> str:
    """A typed number so that it reads in one way only, as a person means it whose decimal mark is ``mark``.

    ``1.377`` alone is read in two ways: it becomes ``1.3770`` where the point is the mark, else ``1 377``.
    """
    found = _EITHER.fullmatch(number)
    if not found:
        return number
    return f"{number}0" if mark in number else f"{found[1]} {found[2]}"
