"""The data package's description of its tables, made from their declarations.

Frictionless Data Package, version 1: https://specs.frictionlessdata.io/data-package/
"""

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from azory_monitor.model.column import ID_PATTERN, Column
from azory_monitor.model.row import Row, columns, header
from azory_monitor.model.tables import TABLES

UNDATED = "undated"
_PERIOD = r"^(undated|\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-Q[1-4]|-H[12]|/\d{4})?)$"
_TYPES = {"number": "number", "integer": "integer", "flag": "boolean", "date": "date"}


def describe(
    package: dict[str, Any], languages: tuple[str, ...], further: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """The whole descriptor: what ``package`` says of itself, and one resource for every table.

    ``further`` names by table the columns of texts in other languages, which stand last.
    """
    head = {name: value for name, value in package.items() if name != "resources"}
    return head | {
        "resources": [_resource(row, languages, (further or {}).get(row.table, ())) for row in TABLES.values()]
    }


def _resource(row: type[Row], languages: tuple[str, ...], further: Sequence[str]) -> dict[str, Any]:
    fields = [field for column in columns(row) for field in _fields(column, languages)]
    fields += [{"name": heading, "type": "string"} for heading in further]
    keys = [
        {"fields": column.name, "reference": {"resource": column.to if column.to != row.table else "", "fields": "id"}}
        for column in columns(row)
        if column.kind == "ref"
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if all(name in row.model_fields for name in row.key):
        schema["primaryKey"] = list(row.key)
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": row.table,
        "path": f"{row.table}.csv",
        "profile": "tabular-data-resource",
        "description": inspect.getdoc(row).split("\n")[0],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": schema,
    }


def _fields(column: Column, languages: tuple[str, ...]) -> list[dict[str, Any]]:
    names = [header(column.name, language) for language in languages] if column.kind == "translated" else [column.name]
    return [_field(name, column, required=column.required) for name in names]


def _field(name: str, column: Column, required: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": _TYPES.get(column.kind, "string")}
    if column.kind == "flag":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    rules = {
        "required": required or None,
        "enum": list(column.choices) or None,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "pattern": {"id": ID_PATTERN, "period": _PERIOD}.get(column.kind),
    }
    constraints = {rule: value for rule, value in rules.items() if value is not None}
    return field | ({"constraints": constraints} if constraints else {})
