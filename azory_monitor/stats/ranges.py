"""How far unknown whole numbers can be told when sums of them are known.

Known sums confine what they leave open (Willenborg and de Waal, "Elements of Statistical Disclosure Control", 2001,
chapter 6).  Where the sums form no circle, bounds handed from one to the next are exact; where they do, each bound is
an integer programme, and a solution found for one unknown widens what is known to be possible of all others (the
"shuttle" of Buzzigoli and Giusti, 1999).
"""

import math
from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

_STEPS = 2000
"""An unknown not bounded within so many branches is taken to be narrow; a time would differ by machine."""

_THROWS, _SEED = 8, 1999
"""So many directions are tried for all unknowns at once; the same ones every time."""

Unknown = Hashable


@dataclass(frozen=True)
class Sum:
    """Unknowns, each added (1) or taken away (-1), come to a known total."""

    terms: tuple[tuple[Unknown, int], ...]
    total: int


def narrow(
    sums: Sequence[Sum],
    true: Mapping[Unknown, int],
    least: Mapping[Unknown, int],
    asked: Collection[Unknown],
    values: int,
) -> set[Unknown]:
    """Those of the ``asked`` unknowns that can have fewer than so many values; every one if the sums disagree.

    ``true`` is what each unknown is, which solves the sums; ``least`` the smallest value that each may have.
    """
    low, high, settled = _handed_on(sums, least)
    found = {one for one in asked if high[one] - low[one] < values - 1}
    if found or (settled and _is_forest(sums)):
        return found
    return _searched(sums, true, low, asked, values)


def _handed_on(sums: Sequence[Sum], least: Mapping[Unknown, int]) -> tuple[dict, dict, bool]:
    """Bounds as each sum narrows what the others leave open, and whether nothing was left to narrow in the end."""
    low: dict[Unknown, float] = dict(least)
    high: dict[Unknown, float] = dict.fromkeys(least, math.inf)
    touching = defaultdict(list)
    for place, one in enumerate(sums):
        for unknown, _ in one.terms:
            touching[unknown].append(place)
    waiting, budget = deque(range(len(sums))), 20 * len(sums) + 100
    queued = set(waiting)
    while waiting and budget:
        budget -= 1
        place = waiting.popleft()
        queued.discard(place)
        for unknown in _narrowed(sums[place], low, high):
            for other in touching[unknown]:
                if other != place and other not in queued:
                    waiting.append(other)
                    queued.add(other)
    return low, high, not waiting


def _narrowed(one: Sum, low: dict, high: dict) -> list[Unknown]:
    """Bound every term by what the others leave of the total; the unknowns whose bounds moved."""
    ends = [(low[name], high[name]) if sign > 0 else (-high[name], -low[name]) for name, sign in one.terms]
    finite = [sum(end[side] for end in ends if math.isfinite(end[side])) for side in (0, 1)]
    open_ = [sum(not math.isfinite(end[side]) for end in ends) for side in (0, 1)]
    moved = []
    for (name, sign), end in zip(one.terms, ends, strict=True):
        rest = [_without(finite[side], open_[side], end[side], side) for side in (0, 1)]
        least, most = one.total - rest[1], one.total - rest[0]
        if sign < 0:
            least, most = -most, -least
        if least > low[name] or most < high[name]:
            low[name], high[name] = max(least, low[name]), min(most, high[name])
            moved.append(name)
    return moved


def _without(finite: float, infinite: int, end: float, side: int) -> float:
    far = math.inf if side else -math.inf
    if math.isfinite(end):
        return far if infinite else finite - end
    return far if infinite > 1 else finite


def _is_forest(sums: Sequence[Sum]) -> bool:
    """Whether no two unknowns are tied to each other in two ways, so that bounds handed on are exact."""
    parent: dict[Hashable, Hashable] = {}

    def root(name: Hashable) -> Hashable:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for place, one in enumerate(sums):
        for unknown, _ in one.terms:
            mine, theirs = root(("sum", place)), root(("unknown", unknown))
            if mine == theirs:
                return False
            parent[mine] = theirs
    return True


def _searched(
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
