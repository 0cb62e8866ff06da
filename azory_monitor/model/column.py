"""What a column may hold, and how a table declares it: ``value: float | None = column.number()``."""

from dataclasses import dataclass
from typing import Any

from pydantic import Field

ID_PATTERN = r"^[a-z0-9][a-z0-9._-]*$"


@dataclass(frozen=True)
class Column:
    """What one column of a table may hold.

    ``kind`` is one of text, translated, id, ref, refs, number, integer, flag, period, date, choice, url.
    ``to`` names the table that a ref points into; refs are ids separated by spaces.
    """

    name: str
    kind: str
    required: bool = False
    choices: tuple[str, ...] = ()
    to: str = ""
    minimum: float | None = None
    maximum: float | None = None


def text(required: bool = False) -> Any:
    """Plain text, the same in every language (a name of a file, a code)."""
    return _field("text", "", required)


def translated(required: bool = False) -> Any:
    """A text in several languages: one cell a language, ``name_pl``, ``name_en`` …, or ``name`` alone."""
    return _field("translated", {}, required)


def identifier() -> Any:
    """The row's own id: small letters, digits, full stop, hyphen."""
    return Field(pattern=ID_PATTERN, json_schema_extra={"kind": "id"})


def ref(table: str, required: bool = False) -> Any:
    """The id of a row of another table."""
    return _field("ref", "", required, to=table)


def refs(table: str) -> Any:
    """Ids of rows of another table, separated by spaces in the cell."""
    return _field("refs", (), False, to=table)


def number(required: bool = False, minimum: float | None = None, maximum: float | None = None) -> Any:
    """A number; empty is None, never zero."""
    return _field("number", None, required, ge=minimum, le=maximum)


def integer(required: bool = False, minimum: int | None = None, maximum: int | None = None) -> Any:
    """A whole number; empty is None, never zero."""
    return _field("integer", None, required, ge=minimum, le=maximum)


def flag() -> Any:
    """Yes or no; empty is no."""
    return _field("flag", False, False)


def period(required: bool = False) -> Any:
    """A period in canonical text (2016, 2018-Q2, 2018-04-06 …) or ``undated``."""
    return _field("period", "", required)


def date(required: bool = False) -> Any:
    """A calendar day, or None."""
    return _field("date", None, required)


def choice(default: str | None = "") -> Any:
    """One of the values of the field's ``Literal``; ``default`` None makes it required."""
    return _field("choice", default, default is None)


def url() -> Any:
    """An address on the web, kept as printed and never opened by the monitor."""
    return _field("url", "", False)


def _field(kind: str, default: Any, required: bool, to: str = "", **limits: Any) -> Any:
    extra = {"kind": kind, "to": to}
    if required:
        return Field(json_schema_extra=extra, **limits)
    return Field(default=default, json_schema_extra=extra, **limits)
