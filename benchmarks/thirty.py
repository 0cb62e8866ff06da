"""The seed's programme grown to the size of a busy one: thirty indicators counted over years and areas."""

import csv
import datetime
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from azory_monitor.home import Home, seed_folder
from azory_monitor.monitor import Monitor

INDICATORS, AREAS, YEARS = 30, 6, 8
LAST_YEAR = 2025
_COUNTED, _SHARES = ("count", "proportion", "rate"), ("proportion", "rate")
"""Measures with a count, and those whose count is a part of a base."""


def thirty(folder: Path) -> Monitor:
    """A monitor on the seed's data package with a count for each indicator, area and year added."""
    package = folder / "package"
    shutil.copytree(seed_folder(), package)
    measurements = package / "measurements.csv"
    head, kept = _read(measurements)
    there = {_key(row) for row in kept}
    added = [row for row in _counts(package) if _key(row) not in there]
    with measurements.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, *added])
    monitor = Monitor(Home(folder / "home"), lambda: datetime.datetime(2026, 11, 1, 12, 0))
    monitor.seed(monitor.check_package(package))
    return monitor


def _counts(package: Path) -> Iterator[dict[str, str]]:
    """Made-up counts that wander a few percent a year, the same on every run."""
    chance = random.Random(30)
    _, derived = _read(package / "derivations.csv")
    _, areas = _read(package / "areas.csv")
    _, indicators = _read(package / "indicators.csv")
    counted_elsewhere = {row["indicator"] for row in derived}
    chosen = [
        row
        for row in indicators
        if row["measure"] in _COUNTED and not row["same_as"] and row["id"] not in counted_elsewhere
    ][:INDICATORS]
    if len(chosen) < INDICATORS:
        raise SystemExit(f"The seed has {len(chosen)} indicators that can be counted, not {INDICATORS}.")
    followed = [row["id"] for row in areas if row["kind"] != "group"][:AREAS]
    for indicator in chosen:
        for area in followed:
            base = chance.randint(4000, 60000)
            part = base * chance.uniform(0.02, 0.3)
            for year in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1):
                part *= chance.uniform(0.95, 1.05)
                row = {"indicator": indicator["id"], "area": area, "period": str(year)}
                if indicator["measure"] in _SHARES:
                    yield row | {"numerator": str(round(part)), "denominator": str(base)}
                else:
                    yield row | {"value": str(round(part / 50))}


def _key(row: dict[str, str]) -> tuple[str, str, str]:
    return row["indicator"], row["area"], row["period"]


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)
