"""How long a big file takes from its bytes to the database, against the bare database on the same machine.

    python -m benchmarks.importing [--rows 10000 1000000] [--bad 0 0.002 0.01 1] [--rounds 5]

A made-up national file in the monitor's own long layout is taken in, in a process of its own for each cell of the
table, so that its peak of memory is its own.  Every round measures each cell once, in turn, so that a busy machine
slows all of them alike; printed are medians.  Ten million rows (``--rows 10000000``) take a minute and five gigabytes.

- floor: DuckDB reads the clean file with ``read_csv`` into a table of typed columns, and folds it in (``CHECKPOINT``)
- check: bytes to sound rows and every problem, beside the stored series, with the preview
- keep: the file and the rows into the ledger, the new ones into the database, each made durable
- upload: a tenth as many rows, half of them corrections, into the full home (check and keep); its floor appends the
  same rows to a table of texts without a key
- undo: that upload taken back
- file: the database after the upload, folded at the next start; its floor is the table of texts after the same upload

Ratios are of processor time, which others on the machine change least; of memory, what the process had at most, less
what it had before it began.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas as pd

from benchmarks.importing_once import STEPS

_HEADS = ("rows", "bad", "floor s", "check", "keep", "whole", "wall s", "peak", "upload", "undo", "file")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=int, nargs="+", default=[10_000, 1_000_000])
    asked.add_argument("--bad", type=float, nargs="+", default=[0.0, 0.002, 0.01, 1.0])
    asked.add_argument("--rounds", type=int, default=5)
    options = asked.parse_args()
    print(f"python {platform.python_version()}, duckdb {duckdb.__version__}, pandas {pd.__version__}")
    print(f"times the floor of the same run, medians of {options.rounds} rounds")
    print(" ".join(f"{head:>9}" for head in _HEADS))
    for rows in options.rows:
        rounds = [_round(rows, options.bad) for _ in range(options.rounds)]
        for bad in options.bad:
            told = {name: statistics.median(one[bad][name] for one in rounds) for name in rounds[0][bad]}
            print(
                " ".join(f"{cell:>9}" for cell in (rows, f"{bad:.1%}", *(f"{told[name]:.2f}" for name in _HEADS[2:])))
            )


def _round(rows: int, shares: list[float]) -> dict[float, dict[str, float]]:
    """Every figure of the table, by share of bad rows."""
    with tempfile.TemporaryDirectory() as folder:
        _once(Path(folder), "prepare", rows, *shares)
        floor = _once(Path(folder), "floor", rows, 0.0)
        return {share: _ratios(floor, _once(Path(folder), "product", rows, share)) for share in shares}


def _ratios(floor: dict[str, float], product: dict[str, float]) -> dict[str, float]:
    whole = product["check"] + product["keep"]
    nothing = float("nan")
    return {
        "floor s": floor["load"],
        "check": product["check"] / floor["load"],
        "keep": product["keep"] / floor["load"],
        "whole": whole / floor["load"],
        "wall s": product["wall"],
        "peak": product["peak"] / floor["peak"],
        "upload": product.get("upload", nothing) / floor["upload"],
        "undo": product.get("undo", nothing) / floor["upload"],
        "file": product.get("file", nothing) / floor["file"],
    }


def _once(folder: Path, step: str, rows: int, *shares: float) -> dict[str, float]:
    """One step in a process of its own; what it measured."""
    if step not in STEPS:
        raise ValueError(step)
    given = [sys.executable, "-m", "benchmarks.importing_once", str(folder), step, str(rows), *map(str, shares)]
    return json.loads(subprocess.run(given, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
