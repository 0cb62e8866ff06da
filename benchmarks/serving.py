"""A monitor to try hard: its own process on the seeded programme, and what a drill asks it."""

import http.client
import json
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.watched import DOOR
from tests.browser.served import served

APP = "benchmarks/watched.py"


@dataclass(frozen=True)
class Server:
    """A running monitor."""

    address: str
    home: Path
    log: Path

    def held(self) -> dict[str, float]:
        """What its process holds; see ``benchmarks.watched.held``."""
        return json.loads(self._get(f"{DOOR}?all")[1])

    def megabytes(self) -> float:
        """Its memory alone, which costs it nothing to say."""
        return json.loads(self._get(DOOR)[1])["megabytes"]

    def health(self) -> tuple[int, float]:
        """The status of its health door, 0 where nobody answers, and the seconds that took."""
        begun = time.monotonic()
        try:
            return self._get("/_stcore/health")[0], time.monotonic() - begun
        except OSError:
            return 0, time.monotonic() - begun

    def _get(self, path: str) -> tuple[int, str]:
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A monitor on a new home in a folder, which stays."""
    home, log = folder / "home", folder / "log.txt"
    with served(home, log, APP) as address:
        yield Server(address, home, log)


def share(seconds: Sequence[float], part: float) -> float:
    """The quantile of some durations, 0 where there is none."""
    if len(seconds) < 2:
        return max(seconds, default=0.0)
    return statistics.quantiles(seconds, n=100, method="inclusive")[round(part * 100) - 1]


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns as wide as they need to be."""
    texts = [list(map(str, heads)), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in texts) for place in range(len(heads))]
    for row in texts:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)), flush=True)


def _text(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
