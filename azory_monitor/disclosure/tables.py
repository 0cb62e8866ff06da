"""The other tables as they may be shown: a number that is hidden is taken out of its row, and the row says so."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from azory_monitor.disclosure.cells import NUMBERS, itself
from azory_monitor.disclosure.disclose import Disclosed
from azory_monitor.disclosure.known import Known
from azory_monitor.model.state import Programme

_BAND = frozenset({"value", "upper"})


def published_programme(programme: Programme, disclosed: Disclosed) -> Programme:
    """The programme without the numbers that are hidden; the same one where none is."""
    hidden: dict[tuple[str, str], list[str]] = defaultdict(list)
    for cell in disclosed.cells:
        if cell.table in NUMBERS:
            hidden[cell.table, cell.key].append(cell.column)
    tables: dict[str, dict[str, Any]] = {table: dict(getattr(programme, table)) for table, _ in hidden}
    for (table, key), named in hidden.items():
        row, columns = tables[table][key], _whole(named)
        columns &= {column for column in NUMBERS[table] if getattr(row, column) is not None}
        tables[table][key] = row.model_copy(update=dict.fromkeys(columns) | {"hidden": _said(row.hidden, columns)})
    return dataclasses.replace(programme, **tables) if tables else programme


def published_cells(table: str, key: str, cells: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """The plain cells of any version of a row, without the numbers that readers have never been shown."""
    columns = [
        column
        for column in NUMBERS.get(table, ())
        if cells.get(column) is not None and itself(table, key, column, cells[column]) in known.untold
    ]
    if not columns:
        return dict(cells)
    columns = [column for column in _whole(columns) if cells.get(column) is not None]
    shown = {column: cell for column, cell in cells.items() if column not in columns}
    return shown | {"hidden": _said(str(cells.get("hidden", "")), columns)}


def _whole(columns: Iterable[str]) -> set[str]:
    """The columns with those that say nothing without them: the ends of a band are hidden together."""
    return {*columns, *(_BAND if _BAND & {*columns} else ())}


def _said(already: str, columns: Iterable[str]) -> str:
    return " ".join(sorted({*already.split(), *columns}))
