"""What the layouts are: read once from ``layouts.toml``, where each is described as data."""

import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from azory_monitor.model.tables import OURS

FILE = Path(__file__).with_name("layouts.toml")


class Layout(BaseModel):
    """One kind of file: how its headings (folded, see ``fold``) map to our columns.

    ``own``: the table's own column names are headings too.  ``free``: what is not listed is recognised by its heading
    and its cells.  Of ``identified_by`` all must be there, and one heading that ``one_heading`` matches.
    ``others`` is the role of headings that are not listed; without it they are a problem.
    ``totals`` are what this kind of file itself writes for the whole of a dimension, ``nothing`` for no number; rows
    that have in one of the ``dropped`` columns such a word are no values.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    table: str = ""
    own: bool = False
    free: bool = False
    identified_by: tuple[str, ...] = ()
    one_heading: str = ""
    headings: dict[str, str] = {}
    others: str = ""
    constants: dict[str, str] = {}
    absent: dict[str, str] = {}
    totals: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    dropped: dict[str, tuple[str, ...]] = {}


@cache
def layouts() -> tuple[Layout, ...]:
    """Every layout, in the order of the file."""
    return tuple(Layout(**entry) for entry in _file()["layout"])


def layout_names() -> tuple[str, ...]:
    """The name of every layout."""
    return tuple(layout.name for layout in layouts())


@cache
def absent_marks() -> dict[str, str]:
    """Marks of absence in small letters → the status that they stand for."""
    return _file()["absent"]


@cache
def error_marks() -> frozenset[str]:
    """What a failed formula prints, in capitals."""
    return frozenset(_file()["errors"]["marks"])


@cache
def flags() -> dict[str, bool]:
    """Words for yes and no, in small letters."""
    said = _file()["flags"]
    return dict.fromkeys(said["yes"], True) | dict.fromkeys(said["no"], False)


@cache
def synonyms(column: str) -> dict[str, str]:
    """Other words, in small letters, for the choices of a column."""
    return _file()["choices"].get(column, {})


@cache
def total_words() -> frozenset[str]:
    """Words for the whole of what a column splits, folded."""
    return frozenset(fold(word) for word in _file()["totals"]["words"])


@cache
def multipliers() -> dict[str, float]:
    """Words before a unit, in small letters, and what they multiply it by."""
    return {word: float(factor) for word, factor in _file()["multipliers"].items()}


@cache
def unit_words() -> dict[str, str]:
    """Other words for units, in small letters → the unit."""
    return {word: unit for unit, words in _file()["units"].items() for word in words}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=65_536)
def fold(heading: str) -> str:
    """A heading as it is compared: small letters without accents, everything else a single underscore."""
    plain = unicodedata.normalize("NFKD", heading.casefold().replace("ł", "l"))
    letters = (letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return "_".join("".join(letters).split())


def is_ours(heading: str) -> bool:
    """Whether a heading (folded) says that the monitor wrote the column itself, for people to read."""
    return heading.endswith(f"_{fold(OURS)}")
