"""A row of a table, and how it is written as plain cells.

A table is declared once, as a frozen pydantic class.  The data package's schema, the
checks of an upload, the templates and the database rows all follow from it.
"""

import datetime
import types
from functools import cache
from typing import Any, ClassVar, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, model_validator

from azory_monitor.model.column import Column

Text = dict[str, str]
"""A text by language.  The empty key holds a text whose language is not stated."""

Cell = str | float | int | bool


class Row(BaseModel):
    """One row of a table.  Subclasses name their table and the columns that identify a row."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]] = ("id",)

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, cells: Any) -> Any:
        """Accept plain cells: ``name_pl`` and ``name_en`` become one text, ids split at spaces."""
        if not isinstance(cells, dict):
            return cells
        cells = dict(cells)
        for column in columns(cls):
            if column.kind == "translated" and not isinstance(cells.get(column.name), dict):
                cells[column.name] = _take_languages(cells, column.name)
            elif column.kind == "refs" and isinstance(cells.get(column.name), str):
                cells[column.name] = tuple(cells[column.name].split())
        return cells

    def withholds(self, name: str) -> bool:
        """Whether a number is hidden, so that no one can be recognised, rather than missing."""
        return getattr(self, name) is None and name in getattr(self, "hidden", "").split()

    def cells(self) -> dict[str, Cell]:
        """The row as plain cells, empty ones left out: what a CSV line or the database holds."""
        return dict(_cells(self))


def _take_languages(cells: dict[str, Any], name: str) -> Text:
    taken = {"": cells.pop(name, "") or ""}
    for header in [header for header in cells if base_and_language(header)[0] == name]:
        taken[base_and_language(header)[1]] = cells.pop(header) or ""
    return {language: words for language, words in taken.items() if words}


def _cells(row: Row):
    for column in columns(type(row)):
        value = getattr(row, column.name)
        if column.kind == "translated":
            for language, words in sorted(value.items()):
                yield header(column.name, language), words
        elif column.kind == "refs" and value:
            yield column.name, " ".join(value)
        elif isinstance(value, datetime.date):
            yield column.name, value.isoformat()
        elif value not in ("", None, False, ()) or (value == 0 and column.kind in ("number", "integer")):
            yield column.name, value


def header(name: str, language: str) -> str:
    """The heading of a translated column: ``name_pl``; ``name`` where no language is stated."""
    return f"{name}_{language}" if language else name


def base_and_language(heading: str) -> tuple[str, str]:
    """Split ``name_pl`` into ``("name", "pl")``; a heading without a two-letter ending has no language."""
    base, _, language = heading.rpartition("_")
    return (base, language) if base and len(language) == 2 and language.isalpha() else (heading, "")


@cache
def columns(row: type[Row]) -> tuple[Column, ...]:
    """The columns of a table in the order in which they are written."""
    return tuple(_column(name, field) for name, field in row.model_fields.items())


def _column(name: str, field: Any) -> Column:
    extra = field.json_schema_extra
    limits = {limit: getattr(mark, limit) for mark in field.metadata for limit in ("ge", "le") if hasattr(mark, limit)}
    return Column(
        name=name,
        kind=extra["kind"],
        required=field.is_required(),
        choices=_choices(field.annotation),
        to=extra.get("to", ""),
        minimum=limits.get("ge"),
        maximum=limits.get("le"),
    )


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(value for value in get_args(annotation) if value)
    if get_origin(annotation) is types.UnionType:
        return tuple(value for part in get_args(annotation) for value in _choices(part))
    return ()


def headers(row: type[Row], languages: tuple[str, ...]) -> list[str]:
    """Every heading of a table's CSV file, translated columns once for each language."""
    names: list[str] = []
    for column in columns(row):
        names += (
            [header(column.name, language) for language in languages] if column.kind == "translated" else [column.name]
        )
    return names
