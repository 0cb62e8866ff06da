"""The rows of a table as columns of text, so that each distinct text of a long table is looked at once."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from azory_monitor.model.column import Column
from azory_monitor.model.row import Row, columns, header, headers
from azory_monitor.snapshot.cells import plain


def further_headings(kind: type[Row], rows: Sequence[Row], languages: tuple[str, ...]) -> list[str]:
    """Columns of texts in a language that the programme does not have, or that nobody stated."""
    usual = set(headers(kind, languages))
    found = {
        header(column.name, language)
        for column in columns(kind)
        if column.kind == "translated"
        for text in _values(rows, column)
        for language in text
    }
    return sorted(found - usual)


def texts_of(kind: type[Row], rows: Sequence[Row], headings: Iterable[str]) -> list[list[str]]:
    """For each heading the finished cells of all rows, as ``Row.cells`` and ``plain`` write them one by one."""
    found: dict[str, list[str]] = {}
    for column in columns(kind):
        values = _values(rows, column)
        if column.kind == "translated":
            languages = {language for text in values for language in text}
            for language in languages:
                said = [text.get(language, "") for text in values]
                found[header(column.name, language)] = _written(said, column)
        else:
            found[column.name] = _written(values, column)
    return [found.get(heading) or [""] * len(rows) for heading in headings]


def _values(rows: Sequence[Row], column: Column) -> list[Any]:
    return [row.__dict__[column.name] for row in rows]


def _written(values: Sequence[Any], column: Column) -> list[str]:
    """Each distinct text once; numbers one by one, as most differ and 0.0 and -0.0 are only said to be equal."""
    if column.kind in ("number", "integer"):
        return ["" if value is None else plain(value) for value in values]
    known = {value: _text(value, column) for value in dict.fromkeys(values)}
    return [known[value] for value in values]


def _text(value: Any, column: Column) -> str:
    if column.kind == "refs":
        return plain(" ".join(value))
    if isinstance(value, datetime.date):
        return plain(value.isoformat())
    return "" if value is None else plain(value)
