"""A small home for tests: a clock that is wound by hand, and batches written as CSV text."""

import contextlib
import datetime
import threading
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from azory_monitor.books import Books
from azory_monitor.ledger.rows import read_rows
from tests.engines import home_at

START = datetime.datetime(2026, 1, 1, 12, 0)

PROGRAMME = """
row,id,name,language,areas
2,plan,Plan,en,hill
"""
AREAS = """
row,id,name,kind
2,hill,Hill,estate
3,town,Town,city
"""
INDICATORS = """
row,id,name,kind,measure
2,work,Work,context,rate
3,play,Play,context,rate
"""


class Clock:
    """A clock that moves on a minute whenever it is read, and can be put anywhere."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(minutes=1)
        return self.now


def rows(table: str, text: str) -> pd.DataFrame:
    """Sound rows from CSV text drawn in a test."""
    return read_rows(table, text.strip().encode("utf-8"))


def open_books(path: Path, clock: Clock | None = None) -> Books:
    """The books of a home at ``path``."""
    return Books(home_at(path), clock or Clock())


def take(books: Books, table: str, text: str, what: str = "import") -> int:
    """Keep rows drawn as CSV as one batch; its id."""
    said = {"batch": {"what": what, "by": "Anna"}}
    with books.writing():
        return books.keep(said, {f"{table}.csv": text.encode("utf-8")}, {table: rows(table, text)}).id


def undo(books: Books, undone: int) -> int:
    """Undo a batch as the monitor does; the id of the undoing batch."""
    with books.writing():
        books.refuse_undo(undone)
        return books.append({"batch": {"what": "undo", "by": "Anna", "undoes": undone}}).id


def seeded(path: Path) -> Books:
    """Books with a programme of two areas and two indicators, in batches 1 to 3."""
    books = open_books(path)
    take(books, "programme", PROGRAMME, "seed")
    take(books, "areas", AREAS, "seed")
    take(books, "indicators", INDICATORS, "seed")
    return books


def shown(books: Books, batch: int | None = None) -> list[tuple]:
    """The measurements as they stood: indicator, area, period, value."""
    last = batch or books.batches()[-1].id
    frame = books.measurements(last)
    return list(frame[["indicator", "area", "period", "value"]].itertuples(index=False, name=None))


@contextlib.contextmanager
def held_by(books: Books, name: str) -> Iterator[None]:
    """The turn to write is somebody's, in a thread of its own."""
    inside, done = threading.Event(), threading.Event()

    def hold() -> None:
        with books.writing(name):
            inside.set()
            done.wait()

    holding = threading.Thread(target=hold)
    holding.start()
    inside.wait()
    try:
        yield
    finally:
        done.set()
        holding.join()
