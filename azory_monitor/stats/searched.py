"""Whole numbers that fit known sums, looked for far from the true ones: integer programmes, which load a large library.

See ``ranges``, which comes here only where the sums form a circle.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from azory_monitor.stats.ranges import Sum, Unknown

_STEPS = 2000
"""An unknown not bounded within so many branches is taken to be narrow; a time would differ by machine."""

_THROWS, _SEED = 8, 1999
"""So many directions are tried for all unknowns at once; the same ones every time."""


def searched(
    sums: Sequence[Sum], true: Mapping[Unknown, int], low: Mapping, asked: Collection[Unknown], values: int
) -> set[Unknown]:
    """Look for solutions near the true one that differ in many unknowns at once, then for each that did not move."""
    names = sorted({name for one in sums for name, _ in one.terms}, key=repr)
    place = {name: at for at, name in enumerate(names)}
    ways = LinearConstraint(*_matrix(sums, place))
    start = np.array([float(true[name]) for name in names])
    floor = np.array([float(low[name]) for name in names])
    least, most = start.copy(), start.copy()
    random = np.random.default_rng(_SEED)
    near = Bounds(np.maximum(floor, start - values + 1), start + values - 1)
    for _ in range(_THROWS):
        aim = random.choice([-1.0, 1.0], len(names))
        for way in (aim, -aim):
            _take(_solved(ways, near, way), least, most)
    for name in sorted((one for one in asked if one in place), key=repr):
        at = place[name]
        for way in (1.0, -1.0):
            if most[at] - least[at] < values - 1:
                _take(_solved(ways, _free(floor, near, at), _only(at, way, len(names))), least, most)
    return {one for one in asked if one in place and most[place[one]] - least[place[one]] < values - 1}


def _take(solution: np.ndarray | None, least: np.ndarray, most: np.ndarray) -> None:
    """What is possible of each unknown, once a solution was found."""
    if solution is not None:
        np.minimum(least, solution, out=least)
        np.maximum(most, solution, out=most)


def _free(floor: np.ndarray, near: Bounds, at: int) -> Bounds:
    """All unknowns free but one, which need not go further than is asked for."""
    lower, upper = floor.copy(), np.full(len(floor), np.inf)
    lower[at], upper[at] = near.lb[at], near.ub[at]
    return Bounds(lower, upper)


def _only(at: int, way: float, length: int) -> np.ndarray:
    aim = np.zeros(length)
    aim[at] = way
    return aim


def _matrix(sums: Sequence[Sum], place: Mapping[Unknown, int]) -> tuple[csr_array, np.ndarray, np.ndarray]:
    entries = [(row, place[name], sign) for row, one in enumerate(sums) for name, sign in one.terms]
    rows, columns, signs = (list(part) for part in zip(*entries, strict=True))
    totals = np.array([float(one.total) for one in sums])
    return csr_array((signs, (rows, columns)), shape=(len(sums), len(place)), dtype=float), totals, totals


def _solved(ways: LinearConstraint, within: Bounds, aim: np.ndarray) -> np.ndarray | None:
    """The whole numbers with the smallest ``aim`` that fit all sums; None where none are found."""
    found = milp(aim, integrality=1, bounds=within, constraints=ways, options={"node_limit": _STEPS})
    return np.round(found.x) if found.status == 0 else None
