"""A made-up country: a home with its indicators and areas, and a file with a value for each in every year."""

import datetime
import io
from pathlib import Path

import numpy as np
import pandas as pd

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor

COORDINATOR = Actor("Benchmark", "coordinator")
NOW = datetime.datetime(2026, 11, 1, 12, 0)
YEARS = 25
INDICATORS = 100
LAST_YEAR = 2025
BAD = 20
"""So many rows of a file cannot be kept, each for one of the reasons of ``_spoil``."""


def country(folder: Path, rows: int) -> Monitor:
    """A monitor whose programme has as many areas as a file of so many rows needs."""
    monitor = Monitor(Home(folder), lambda: NOW)
    areas = -(-rows // (YEARS * INDICATORS))
    tables = {
        "programme": pd.DataFrame({"id": ["country"], "name_en": ["A country"], "areas": ["a0"], "language": ["en"]}),
        "areas": pd.DataFrame(
            {"id": [f"a{n}" for n in range(areas)], "name_en": [f"Area {n}" for n in range(areas)], "kind": "district"}
        ),
        "indicators": pd.DataFrame(
            {
                "id": [f"i{n}" for n in range(INDICATORS)],
                "name_en": [f"Indicator {n}" for n in range(INDICATORS)],
                "kind": "context",
                "measure": "rate",
                "per": 1000,
                "decimals": 1,
            }
        ),
    }
    package = folder / "package"
    package.mkdir(parents=True)
    for name, frame in tables.items():
        frame.to_csv(package / f"{name}.csv", index=False)
    listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in tables)
    (package / "datapackage.json").write_text(f'{{"resources":[{listed}]}}', encoding="utf-8")
    monitor.seed(monitor.check_package(package), COORDINATOR)
    return monitor


def national_file(rows: int, seed: int = 1, bad: int = BAD) -> bytes:
    """CSV in the monitor's own long layout: series that wander a few percent a year, ``bad`` rows among them."""
    random = np.random.default_rng(seed)
    place = np.arange(rows)
    series = place // YEARS
    steps = random.normal(0, 0.03, (int(series[-1]) + 1, YEARS)).cumsum(axis=1)
    level = random.uniform(20, 500, int(series[-1]) + 1)
    values = (level[:, None] * np.exp(steps)).ravel()[:rows]
    frame = pd.DataFrame(
        {
            "indicator": _named("i", series % INDICATORS),
            "area": _named("a", series // INDICATORS),
            "period": _named("", LAST_YEAR - YEARS + 1 + place % YEARS),
            "value": pd.Series(np.char.mod("%.1f", values), dtype="str"),
            "source": "Statistical office",
            "status": np.where(place % 50 == 0, "provisional", ""),
        }
    )
    _spoil(frame, random, bad)
    buffer = io.StringIO()
    frame.to_csv(buffer, index=False, lineterminator="\n")
    return buffer.getvalue().encode("utf-8")


def _named(letter: str, numbers: np.ndarray) -> pd.Series:
    names = pd.Series([f"{letter}{number}" for number in range(int(numbers.max()) + 1)], dtype="str")
    return names.take(numbers).reset_index(drop=True)


def _spoil(frame: pd.DataFrame, random: np.random.Generator, bad: int) -> None:
    rows = random.choice(len(frame), bad, replace=False)
    faults = (("value", "about ten"), ("area", "nowhere"), ("period", "soon"), ("status", "sure"))
    for turn, (column, text) in enumerate(faults):
        frame.loc[rows[turn :: len(faults)], column] = text
