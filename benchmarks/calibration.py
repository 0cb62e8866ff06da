"""How often the monitor errs: trends called real where nothing changes, and chances told against what came true.

``python -m benchmarks.calibration`` judges simulated series as the monitor does and writes the outcome to
``azory_monitor/charts/calibration.json``, which the page of methods draws.  The same seed gives the same file.
"""

import datetime
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from azory_monitor import compare
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Profile, Target
from azory_monitor.model.state import Programme

OUTCOME = Path(__file__).parents[1] / "azory_monitor" / "charts" / "calibration.json"
SEED = 1955
STILL_SERIES, MOVING_SERIES = 10_000, 40_000
"""How many of each kind and length."""
LENGTHS = range(3, 13)
BINS = 10
FIRST = 2000
AREA, INDICATOR = "place", "figure"
MEASURES = {"shares": "proportion", "rates": "rate"}
STILL = ("shares", "rates", "values")
"""Kinds of series in which nothing changes: shares and rates with counts, plain values."""

Random = np.random.Generator


class Told(NamedTuple):
    """A chance that was told, and whether the target was met."""

    chance: float
    came: bool


def false_alarms(kind: str, length: int, times: int, seed: int = SEED) -> float:
    """The part of series without any change whose change is called real."""
    random = np.random.default_rng([seed, STILL.index(kind), length])
    plan, found = _programme(MEASURES.get(kind, "mean")), 0
    today = _day_after(length)
    for _ in range(times):
        (trend,) = compare.trends(plan, _still(kind, length, random), [AREA], today)
        found += trend.movement in ("rising", "falling")
    return found / times


def _still(kind: str, length: int, random: Random) -> list[Measurement]:
    if kind == "values":
        return [_row(year, value=float(value)) for year, value in enumerate(random.normal(50, 5, length))]
    risk, usual = math.exp(random.uniform(math.log(0.01), math.log(0.5))), math.exp(random.uniform(4, 9))
    sizes = np.round(usual * random.uniform(0.8, 1.2, length))
    events = random.binomial(sizes.astype(int), risk) if kind == "shares" else random.poisson(sizes * risk)
    return [_row(year, counts=(float(x), float(n))) for year, (x, n) in enumerate(zip(events, sizes, strict=True))]


def _wandering(random: Random, slope: float, noise: tuple[float, float]) -> Callable[[float], Measurement]:
    """Values round a line; the noise of a series is drawn between two ends, evenly by orders of magnitude."""
    by_year, scatter = random.normal(0, slope), math.exp(random.uniform(math.log(noise[0]), math.log(noise[1])))
    return lambda year: _row(year, value=float(50 + by_year * year + random.normal(0, scatter)))


def _counted(random: Random) -> Callable[[float], Measurement]:
    """Shares of some hundreds or thousands of people that change by up to a few points a year."""
    by_year, people = random.normal(0, 0.015), round(math.exp(random.uniform(math.log(200), math.log(5_000))))

    def drawn(year: float) -> Measurement:
        risk = min(max(0.4 + by_year * year, 0.01), 0.99)
        return _row(year, counts=(float(random.binomial(people, risk)), float(people)))

    return drawn


MOVING: dict[str, Callable[[Random], Callable[[float], Measurement]]] = {
    "values": lambda random: _wandering(random, slope=2, noise=(0.3, 15)),
    "slow": lambda random: _wandering(random, slope=1, noise=(2, 5)),
    "shares": _counted,
}
"""Kinds of series that change: values of any scatter, values whose change is small beside it, shares with counts."""


def told(kind: str, length: int, times: int, seed: int = SEED) -> Iterator[Told]:
    """What the monitor says of series of so many years, and what came one to five years later.

    The target is where a change drawn like the true one would have led, so whoever set it knew no more than that.
    """
    random = np.random.default_rng([seed, 100 + list(MOVING).index(kind), length])
    measure, today = MEASURES.get(kind, "mean"), _day_after(length)
    for _ in range(times):
        figure, due = MOVING[kind](random), length - 1 + int(random.integers(1, 6))
        rows = [figure(year) for year in range(length)]
        came = _value(figure(due))
        aim = _planned(kind, due, random)
        plan = _programme(measure, Target(**_TARGET, value=aim, period=str(FIRST + due)))
        (prospect,) = compare.prospects(plan, rows, AREA, today)
        if prospect.chance is not None:
            yield Told(prospect.chance, came >= aim)


_TARGET = {"indicator": INDICATOR, "area": AREA, "state": "agreed", "operator": ">=", "baseline_period": str(FIRST)}


def _planned(kind: str, due: int, random: Random) -> float:
    if kind == "shares":
        return min(max(40 + 100 * random.normal(0, 0.015) * due, 2.0), 98.0)
    return 50 + random.normal(0, 1 if kind == "slow" else 2) * due


def binned(pairs: Iterator[Told]) -> list[dict[str, float]]:
    """In ten bins of the chance told: its mean, how often the target was met, how many cases."""
    bins: list[list[Told]] = [[] for _ in range(BINS)]
    for pair in pairs:
        bins[min(int(pair.chance * BINS), BINS - 1)].append(pair)
    return [
        {
            "told": round(sum(pair.chance for pair in found) / len(found), 4),
            "came": round(sum(pair.came for pair in found) / len(found), 4),
            "cases": len(found),
        }
        for found in bins
        if found
    ]


def _programme(measure: str, *targets: Target) -> Programme:
    return Programme(
        profile=Profile(id="plan", name_en="Plan", areas=(AREA,), language="en"),
        areas={AREA: Area(id=AREA, name_en="Place", kind="estate")},
        indicators={
            INDICATOR: Indicator(
                id=INDICATOR, name_en="Figure", kind="result", measure=measure, per=100, direction="neither"
            )
        },
        targets={f"{INDICATOR} {AREA}": target for target in targets},
    )


def _row(year: float, value: float | None = None, counts: tuple[float, float] | None = None) -> Measurement:
    numerator, denominator = counts or (None, None)
    return Measurement.model_construct(
        indicator=INDICATOR,
        area=AREA,
        period=str(FIRST + int(year)),
        value=value,
        numerator=numerator,
        denominator=denominator,
    )


def _value(row: Measurement) -> float:
    return row.value if row.value is not None else 100 * (row.numerator or 0) / (row.denominator or 1)


def _day_after(length: int) -> datetime.date:
    return datetime.date(FIRST + length, 1, 1)


def main() -> None:
    """Judge every kind and length, and write what came of it."""
    alarms = [
        {"kind": kind, "points": length, "share": round(false_alarms(kind, length, STILL_SERIES), 4)}
        for kind in STILL
        for length in LENGTHS
    ]
    chances = [
        {"kind": kind, "points": length, **one}
        for kind in MOVING
        for length in LENGTHS
        for one in binned(told(kind, length, MOVING_SERIES))
    ]
    outcome = {
        "seed": SEED,
        "still_series": STILL_SERIES,
        "moving_series": MOVING_SERIES,
        "false_alarms": alarms,
        "chances": chances,
    }
    OUTCOME.write_text(json.dumps(outcome, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
