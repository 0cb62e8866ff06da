"""Beside the tables of a data package, where each figure comes from; no table of the package, and never taken in."""

from collections.abc import Iterable

from azory_monitor.model.row import Cell
from azory_monitor.model.trace import Rooted
from azory_monitor.snapshot.cells import harmless
from azory_monitor.snapshot.package import table_csv

ORIGINS = "origins.csv"
_FIGURE = ("indicator", "area", "period", "variant", "source", "locator", "status")
_COLUMNS = (*_FIGURE, "file", "table_file", "sha256", "row", "batch", "by", "taken", "derivation", "entries")


def origins_csv(rooted: Iterable[Rooted]) -> bytes:
    """For each figure its file, the file's hash, row, batch, author and moment (UTC); or what it was counted from.

    The row of a hidden figure is empty.
    """
    return table_csv(_COLUMNS, map(_cells, rooted))


def _cells(one: Rooted) -> dict[str, Cell]:
    cells: dict[str, Cell] = {name: getattr(one.measurement, name) for name in _FIGURE}
    if one.origin:
        origin = one.origin
        taken = f"{origin.taken.isoformat(timespec='milliseconds')}Z" if origin.taken else ""
        cells |= {"file": origin.file, "table_file": origin.inside, "sha256": origin.sha256, "row": origin.row or ""}
        cells |= {"batch": origin.batch, "by": origin.by, "taken": taken}
    else:
        cells |= {"derivation": one.derivation, "entries": "" if one.entries is None else one.entries}
    return {name: harmless(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}
