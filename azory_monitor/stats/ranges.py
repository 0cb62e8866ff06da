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
    from azory_monitor.stats.searched import searched  # the solver takes longer to load than the sums to settle

    return searched(sums, true, low, asked, values)


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
