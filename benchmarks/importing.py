"""How long a big file takes from its bytes to the database, against the bare database on the same machine.

    python -m benchmarks.importing [--rows 1000000] [--rounds 5]

A made-up national file in the monitor's own long layout, with twenty rows that cannot be kept, is taken in.  Every
round measures each step once, in turn, so that a busy machine slows all of them alike:

- floor: DuckDB reads the file with ``read_csv`` into a table of typed columns, and folds it in (``CHECKPOINT``)
- read and check: bytes to sound rows and every problem
- series: those rows beside the stored series (overlaps, leaps)
- preview: what keeping them would change
- keep: the file and the rows into the ledger, the new ones into the database, each made durable
- again: the same file once more, the store now full: read, check, series, preview; nothing to keep

Printed are medians and their ratios to the floor.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from azory_monitor import intake
from benchmarks.national import BAD, COORDINATOR, country, national_file

_TYPES = ("indicator", "area", "period", "value", "source", "status")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--rounds", type=int, default=5)
    options = asked.parse_args()
    content = national_file(options.rows)
    rounds = [_round(content, options.rows) for _ in range(options.rounds)]
    medians = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    print(f"{options.rows} rows, {len(content) / 1e6:.0f} MB, medians of {options.rounds} rounds")
    for name, seconds in medians.items():
        print(f"{name:16} {seconds:7.3f} s {seconds / medians['floor']:6.2f} x floor")


def _round(content: bytes, rows: int) -> Mapping[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        seconds: dict[str, float] = {}

        def timed(name: str, deed: Callable[..., Any], *given: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            result = deed(*given, **named)
            seconds[name] = time.perf_counter() - begun
            return result

        file = Path(folder) / "national.csv"
        file.write_bytes(content)
        timed("floor", _floor, file, Path(folder) / "floor.duckdb")
        monitor = country(Path(folder) / "home", rows)
        try:
            known = intake.known_of(monitor.view().programme)
            sheet = timed("read", intake.read, file.name, content)
            checked = timed("check", intake.check, sheet, known, monitor.view().today)
            if len(checked.problems) != BAD:
                raise SystemExit(f"{len(checked.problems)} problems, not {BAD}")
            tables = {checked.reading.table: checked.rows}
            timed("series", _series, monitor, checked)
            timed("preview", monitor._books.diff, tables)
            handed = timed("all before keep", monitor.check, file.name, content)
            timed("keep", monitor.keep, handed, COORDINATOR, only_sound=True)
            timed("again", monitor.check, file.name, content)
            seconds["whole import"] = seconds["all before keep"] + seconds["keep"]
        finally:
            monitor.close()
            shutil.rmtree(Path(folder) / "home")
        return seconds


def _series(monitor: Any, checked: intake.Checked) -> None:
    stored = monitor._books.series(checked.rows)
    intake.check_series(checked, stored, monitor.view().programme.indicators)


def _floor(file: Path, database: Path) -> None:
    types = dict.fromkeys(_TYPES, "VARCHAR") | {"value": "DOUBLE"}
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "CREATE TABLE floor AS FROM read_csv($file, header = true, columns = $types, ignore_errors = true)",
            {"file": str(file), "types": types},
        )
        connection.execute("CHECKPOINT")


if __name__ == "__main__":
    main()
