"""One step of ``importing`` in a process of its own, for its peak of memory; what it measured is printed as JSON."""

import json
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from benchmarks.national import COORDINATOR, NOW, country, national_file

_TYPES = dict.fromkeys(("indicator", "area", "period", "value", "source", "status"), "VARCHAR") | {"value": "DOUBLE"}
_TEXTS = dict.fromkeys(_TYPES, "VARCHAR")


def prepare(folder: Path, rows: int, *shares: float) -> dict[str, float]:
    """The files and a home with the programme."""
    for share in (0.0, *shares):
        _file(folder, share).write_bytes(national_file(rows, bad=round(share * rows)))
    (folder / "upload.csv").write_bytes(_upload(_file(folder, 0.0), rows))
    country(folder / "home", rows).close()
    return {}


def _file(folder: Path, share: float) -> Path:
    return folder / f"national{share}.csv"


def _upload(file: Path, rows: int) -> bytes:
    """A tenth of the rows once more, every second one with another value."""
    lines = file.read_text(encoding="utf-8").splitlines()
    chosen = np.sort(np.random.default_rng(2).choice(rows, rows // 10, replace=False)) + 1
    kept = [lines[at].split(",") for at in chosen]
    for cells in kept[::2]:
        cells[3] = f"{float(cells[3]) + 1:.1f}"
    return "\n".join([lines[0], *map(",".join, kept), ""]).encode("utf-8")


def floor(folder: Path, rows: int, _: float) -> dict[str, float]:
    """The bare database: typed columns as they are read; then the upload appended to a table of texts."""
    before = _peak()
    with duckdb.connect(str(folder / "typed.duckdb")) as database:
        seconds = _timed(lambda: _load(database, "CREATE TABLE t AS FROM", _file(folder, 0.0), _TYPES))
        peak = _peak() - before
    with duckdb.connect(str(folder / "texts.duckdb")) as database:
        _load(database, "CREATE TABLE t AS FROM", _file(folder, 0.0), _TEXTS)
        upload = _timed(lambda: _load(database, "INSERT INTO t FROM", folder / "upload.csv", _TEXTS))
    return {"load": seconds, "peak": peak, "upload": upload, "file": (folder / "texts.duckdb").stat().st_size}


def _load(database: duckdb.DuckDBPyConnection, deed: str, file: Path, types: dict[str, str]) -> None:
    database.execute(f"{deed} read_csv($file, header = true, columns = $types)", {"file": str(file), "types": types})
    database.execute("CHECKPOINT")


def product(folder: Path, rows: int, share: float) -> dict[str, float]:
    """The monitor: the file checked and kept; then, of a clean one, the upload and its undoing."""
    shutil.copytree(folder / "home", folder / "used")
    monitor = Monitor(Home(folder / "used"), lambda: NOW)
    found: dict[str, float] = {}
    held: dict[str, Any] = {}
    try:
        before, begun = _peak(), time.perf_counter()
        file = _file(folder, share)
        found["check"] = _timed(lambda: held.update(handed=monitor.check(file.name, file.read_bytes())))
        found["keep"] = _timed(lambda: monitor.keep(held.pop("handed"), COORDINATOR, only_sound=True))
        found |= {"wall": time.perf_counter() - begun, "peak": _peak() - before}
        if not share:
            content = (folder / "upload.csv").read_bytes()
            found["upload"] = _timed(
                lambda: held.update(batch=monitor.keep(monitor.check("upload.csv", content), COORDINATOR))
            )
            monitor.close()
            monitor = Monitor(Home(folder / "used"), lambda: NOW)  # a start folds the log into the file
            found["file"] = (folder / "used" / "monitor.duckdb").stat().st_size
            found["undo"] = _timed(lambda: monitor.undo(held["batch"].id, COORDINATOR, "a drill"))
    finally:
        monitor.close()
        shutil.rmtree(folder / "used")
    return found


def _timed(deed: Callable[[], Any]) -> float:
    """Processor seconds."""
    begun = time.process_time()
    deed()
    return time.process_time() - begun


def _peak() -> float:
    """The most memory that the process has had, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


STEPS = {"prepare": prepare, "floor": floor, "product": product}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[2]](Path(sys.argv[1]), int(sys.argv[3]), *map(float, sys.argv[4:]))))
