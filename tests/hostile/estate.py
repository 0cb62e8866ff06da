"""The seeded programme with a hostile text in every field that people can type."""

import csv
import datetime
import io
import itertools
import shutil
from collections.abc import Iterable
from pathlib import Path

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.model.column import Column
from azory_monitor.model.row import Row, columns, headers
from azory_monitor.model.tables import TABLES
from azory_monitor.monitor import Monitor
from tests.hostile.payloads import PAYLOADS

DATA = Path(__file__).parents[2] / "data"
LANGUAGES = ("pl", "en")
NOW = datetime.datetime(2019, 6, 30, 12, 0)
TYPED = ("text", "translated")
MOST = 4
"""Payloads in one cell of a table with few rows."""

WHO = "Anna \"'><img src=x onerror=window.ran=1> ![](http://foreign.example/w) =1+1"
WHY = "</script><script>window.ran=1</script> [x](javascript:window.ran=1) :red[why]"
FILE = "../../<img src=x onerror=window.ran=1>\u202evsc.exe;=1+1.csv"
SNAPSHOT = "../=1+1 <script>window.ran=1</script> ![](http://foreign.example/s) & co"
FOLDER = "<b>=1+1 ![](http:) & co"
ACTOR = Actor(WHO, "coordinator")


class Clock:
    """A minute later whenever it is read."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(minutes=1)
        return self.now


FIRST = ("programme", "sources", "areas", "themes")
"""Tables that a programme begins with."""


def package(folder: Path, tables: Iterable[str] = TABLES) -> Path:
    """A data package with hostile texts in a new folder; other tables than these are empty."""
    shutil.copytree(DATA, folder)
    rows = {table: _read(folder / f"{table}.csv") for table in TABLES}
    for table, row in TABLES.items():
        found = rows[table] = rows[table] or _made(row, rows)
        texts = [_hostile(row, cells, place, len(found)) for place, cells in enumerate(found)]
        (folder / f"{table}.csv").write_text(_written(row, texts if table in tables else []), encoding="utf-8")
    return folder


def home(folder: Path) -> Home:
    """A home with that package, batches and a snapshot with hostile names; nobody has it open.

    The snapshot is of the first tables alone, since it is drawn in every language.
    """
    place = Home(folder / "home")
    monitor = Monitor(place, Clock())
    monitor.seed(monitor.check_package(package(folder / "first", FIRST)), ACTOR)
    monitor.freeze(SNAPSHOT, ACTOR, WHY)
    monitor.keep(monitor.check_package(package(folder / FOLDER)), ACTOR, WHY)
    monitor.keep(monitor.check(FILE, upload()), ACTOR, WHY)
    monitor.close()
    return place


def upload() -> bytes:
    """A file of one measurement with hostile headings beside ours."""
    (indicator, area) = _of_first("indicators"), _of_first("areas")
    return f"indicator;area;period;value;note\n{indicator};{area};2018;4;{PAYLOADS['formula']}\n".encode()


def _of_first(table: str) -> str:
    return _read(DATA / f"{table}.csv")[0]["id"]


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _written(row: type[Row], rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, headers(row, LANGUAGES), lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _made(row: type[Row], rows: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """Rows for a table that the programme leaves empty, one for each of the first rows that it points at."""
    return [
        {column.name: _cell(column, rows, place) for column in columns(row) if column.kind not in TYPED}
        for place in range(3)
    ]


def _cell(column: Column, rows: dict[str, list[dict[str, str]]], place: int) -> str:
    if column.kind in ("ref", "refs"):
        return rows[column.to][place]["id"]
    if column.choices:
        return column.choices[0]
    made = {"id": f"made-{place}", "number": str(place + 1), "integer": str(place + 1), "period": f"{2016 + place}"}
    return made.get(column.kind, "2018-01-01" if column.kind == "date" else "")


def _hostile(row: type[Row], cells: dict[str, str], place: int, among: int) -> dict[str, str]:
    """A row with hostile texts before its own; each column of a table meets every payload if it has rows enough."""
    typed = [column for column in columns(row) if column.kind in TYPED]
    n = min(MOST, -(-len(PAYLOADS) // among))
    for at, column in enumerate(typed):
        for language in LANGUAGES if column.kind == "translated" else ("",):
            heading = f"{column.name}_{language}" if language else column.name
            texts = itertools.islice(itertools.cycle(PAYLOADS.values()), (place * n + at * 7) % len(PAYLOADS), None)
            cells[heading] = " ".join([*itertools.islice(texts, n), cells.get(heading, "")]).strip()
    return cells
