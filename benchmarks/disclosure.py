"""How much of what is hidden can be worked out: made-up estates, attacked by an own linear programme.

``python -m benchmarks.disclosure`` publishes 1,000 estates of each shape in two states and attacks every hidden number
with everything that both states show.  The attacker knows how the numbers add up, which of them the second state
changed, and that they are whole and not negative; it shares nothing with the monitor but what was published.
"""

import itertools
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from azory_monitor.disclosure import NOTHING, disclose
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Area, Indicator, Profile
from azory_monitor.model.state import Programme

SEED = 16
LIMIT = 5
ESTATES = 1000
NARROWEST = 3
"""An attacker must be left with at least so many values of a hidden number."""

Cell = tuple[str, str, str]
Table = dict[Cell, int]
"""The numbers of one state by indicator, area and period."""
Adding = list[tuple[Cell, tuple[Cell, ...]]]
"""Which cells make up which."""


@dataclass(frozen=True)
class Estate:
    """A programme with two states of its figures, and how they add up."""

    programme: Programme
    states: tuple[Table, Table]
    adding: Adding


@dataclass(frozen=True)
class Attacked:
    """What became of one estate: cells in all, hidden ones, those hidden for their own sake, and the narrow ones."""

    cells: int
    hidden: int
    small: int
    narrow: tuple[tuple[Cell, int, float, float], ...]
    nudged: tuple[Cell, ...]
    """Cells shown in both states with a difference of too few people."""


def areas_and_total(random: np.random.Generator) -> Estate:
    """Estates in districts in a city, one count."""
    districts = {f"d{n}": [f"d{n}e{m}" for m in range(random.integers(2, 6))] for n in range(random.integers(1, 4))}
    return _estate(random, ["aid"], districts, ["2020"])


def areas_and_indicators(random: np.random.Generator) -> Estate:
    """Estates in a city, a total and the two indicators that make it up."""
    districts = {f"d{n}": [] for n in range(random.integers(2, 7))}
    return _estate(random, ["women", "men"], districts, ["2020"], whole="people")


def areas_and_periods(random: np.random.Generator) -> Estate:
    """Estates in a city, quarters and the years that they make up."""
    districts = {f"d{n}": [] for n in range(random.integers(1, 5))}
    return _estate(random, ["aid"], districts, [f"2020-Q{n}" for n in (1, 2, 3, 4)], longer="2020")


SHAPES = {"areas": areas_and_total, "indicators": areas_and_indicators, "periods": areas_and_periods}


def _estate(
    random: np.random.Generator,
    parts: list[str],
    districts: dict,
    periods: list[str],
    whole: str = "",
    longer: str = "",
) -> Estate:
    leaves = [one for name, inside in districts.items() for one in inside or [name]]
    mean = random.choice([2.0, 6.0, 20.0])
    first = {cell: int(random.poisson(random.gamma(0.8, mean))) for cell in itertools.product(parts, leaves, periods)}
    second = dict(first)
    for cell in first:
        if random.random() < 0.3:
            second[cell] = max(0, first[cell] + int(random.choice([-9, -3, -1, 1, 2, 8, 30])))
    adding = _adding(parts, districts, periods, whole, longer)
    for table in (first, second):
        for total, inside in adding:
            table.setdefault(total, sum(table[one] for one in inside))
    return Estate(_programme(parts, districts, whole), (first, second), adding)


def _adding(parts: list[str], districts: dict, periods: list[str], whole: str, longer: str) -> Adding:
    """The sums in an order in which each can be made: over periods, then areas, then indicators."""
    named = {*districts, *(one for inside in districts.values() for one in inside)}
    leaves = [one for one in sorted(named) if not districts.get(one)]
    when = [*periods, *([longer] if longer else [])]
    found = [
        ((id, area, longer), tuple((id, area, one) for one in periods)) for id in parts for area in leaves if longer
    ]
    nested = [(name, inside) for name, inside in districts.items() if inside] + [("city", list(districts))]
    found += [
        ((id, area, one), tuple((id, sub, one) for sub in inside))
        for id in parts
        for one in when
        for area, inside in nested
    ]
    if longer:
        found += [((id, area, longer), tuple((id, area, one) for one in periods)) for id in parts for area, _ in nested]
    if whole:
        everywhere = [*leaves, *(area for area, _ in nested)]
        found += [((whole, area, one), tuple((id, area, one) for id in parts)) for area in everywhere for one in when]
        found += [
            ((whole, area, one), tuple((whole, sub, one) for sub in inside)) for one in when for area, inside in nested
        ]
    return found


def _programme(parts: list[str], districts: dict, whole: str) -> Programme:
    areas = [Area(id="city", name={"": "City"}, kind="city")]
    for name, inside in districts.items():
        areas.append(Area(id=name, name={"": name}, kind="district", parent="city"))
        areas += [Area(id=one, name={"": one}, kind="estate", parent=name) for one in inside]
    common = {"kind": "context", "measure": "count", "hide_below": LIMIT}
    indicators = [Indicator(id=id, name={"": id}, part_of=whole, **common) for id in parts]
    indicators += [Indicator(id=whole, name={"": whole}, **common)] if whole else []
    return Programme(
        profile=Profile(id="plan", name={"": "Plan"}, language="en", areas=("city",)),
        areas={one.id: one for one in areas},
        indicators={one.id: one for one in indicators},
    )


def shown(estate: Estate) -> tuple[dict[Cell, int | None], ...]:
    """What readers see of each state, None where a number is hidden."""
    known, seen = NOTHING, []
    for table in estate.states:
        rows = [Measurement(indicator=i, area=a, period=p, value=value) for (i, a, p), value in table.items()]
        found = disclose(estate.programme, rows, known)
        known = found.known
        published = found.published(rows)
        seen.append({(row.indicator, row.area, row.period): row.value for row in published})
    return tuple(seen)


def attack(estate: Estate, seen: Sequence[dict[Cell, int | None]], least: int = 0) -> Attacked:
    """Bound every hidden number by everything that was shown; ``least`` is the smallest that it is taken for."""
    unknown, values, sums = _untold(estate, seen)
    place = {name: at for at, name in enumerate(sorted(unknown))}
    matrix, totals = _equations(sums, place, values)
    floor = [min(least, amount) for (_, amount) in sorted(unknown)]
    narrow = []
    for (cell, amount), at in place.items():
        low, high = (_end(matrix, totals, floor, at, way) for way in (1, -1))
        if np.floor(high + 1e-6) - np.ceil(low - 1e-6) + 1 < NARROWEST:
            narrow.append((cell, amount, low, high))
    hidden = sum(value is None for state in seen for value in state.values())
    small = sum(0 < value < LIMIT for state in estate.states for value in state.values())
    return Attacked(sum(map(len, seen)), hidden, small, tuple(narrow), tuple(_nudged(seen)))


def _untold(estate: Estate, seen: Sequence[dict]) -> tuple[set, set, set]:
    """Hidden numbers, shown ones, and the sums between them; an unchanged number is one."""
    told = {(cell, int(value)) for state in seen for cell, value in state.items() if value is not None}
    all_ = {(cell, value) for state in estate.states for cell, value in state.items()}
    sums = {
        ((total, state[total]), tuple((one, state[one]) for one in inside))
        for state in estate.states
        for total, inside in estate.adding
    }
    return all_ - told, told, sums


def _equations(sums: set, place: dict, told: set) -> tuple[np.ndarray, np.ndarray]:
    rows, totals = [], []
    for total, inside in sorted(sums):
        row, constant = np.zeros(len(place)), 0
        for name, sign in ((total, -1), *((one, 1) for one in inside)):
            if name in told:
                constant -= sign * name[1]
            else:
                row[place[name]] += sign
        if row.any():
            rows.append(row)
            totals.append(constant)
    return np.array(rows), np.array(totals, dtype=float)


def _end(matrix: np.ndarray, totals: np.ndarray, floor: list[int], at: int, way: int) -> float:
    """The lowest (``way`` 1) or highest (-1) number that fits all sums."""
    aim = np.zeros(len(floor))
    aim[at] = way
    sums = {"A_eq": matrix, "b_eq": totals} if len(matrix) else {}
    found = linprog(aim, bounds=[(one, None) for one in floor], **sums)
    return np.inf if found.status == 3 else float(found.x[at])


def _nudged(seen: Sequence[dict]) -> Iterator[Cell]:
    before, after = seen
    for cell, value in before.items():
        now = after.get(cell)
        if value is not None and now is not None and 0 < abs(now - value) < LIMIT:
            yield cell


def main(estates: int = ESTATES) -> None:
    """Attack so many estates of each shape and print what was found."""
    print(f"{'shape':12}{'estates':>8}{'cells':>9}{'small':>8}{'hidden':>8}{'narrow':>8}{'nudged':>8}{'ms each':>9}")
    for name, shape in SHAPES.items():
        random, found, spent = np.random.default_rng(SEED), [], 0.0
        for _ in range(estates):
            estate = shape(random)
            start = time.perf_counter()
            seen = shown(estate)
            spent += time.perf_counter() - start
            found.append(attack(estate, seen))
        cells, hidden, small = (sum(getattr(one, part) for one in found) for part in ("cells", "hidden", "small"))
        narrow, nudged = (sum(len(getattr(one, part)) for one in found) for part in ("narrow", "nudged"))
        shares = f"{small / cells:>8.0%}{hidden / cells:>8.0%}"
        print(f"{name:12}{estates:>8}{cells:>9}{shares}{narrow:>8}{nudged:>8}{1000 * spent / estates:>9.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
