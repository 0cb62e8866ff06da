"""Which values lie far from those before them in their series, by rules that a few odd values do not spoil."""

from typing import NamedTuple

import numpy as np

LOOKED_BACK = 8
"""So many of the latest earlier values are looked at: old ones say little of a series that grows."""

ENOUGH = 5
"""From so many earlier values on their own spread says what is far."""

_CUT = 3.5
_NORMAL = 0.6745
_FEW_FACTOR = 3.0
_MATERIAL = 1.25
SLIPS = (10, 100, 1000)
_SLIP_WITHIN = 0.35
_ROUNDS = 2
_PIECE = 2**16
"""So many values are looked at together: what is worked out on the way to each is of no use afterwards."""


def least_difference(decimals: int | None, is_whole: bool) -> float:
    """The smallest difference that matters: ten times the last decimal place that figures are told with.

    Where nobody said how many ``decimals``, whole numbers have none and others one.
    """
    return 10.0 * 10.0 ** -(decimals if decimals is not None else int(not is_whole))


class Leaps(NamedTuple):
    """For each value whether it is far, the position of the value it is far from, and the factor of a likely slip.

    The position is -1 where that is the value it replaces; the factor is 0 where none of ``SLIPS`` is near.
    """

    far: np.ndarray
    before: np.ndarray
    slip: np.ndarray


def leaps(series: np.ndarray, figures: np.ndarray, replaced: np.ndarray, least: np.ndarray, asked: np.ndarray) -> Leaps:
    """Find the leaps among the ``asked`` values; the arrays stand in the order of ``series`` and then of time.

    With five earlier values or more, a value is far whose modified z-score (distance from the median over the median
    absolute deviation) is above 3.5: Iglewicz, B., Hoaglin, D. C. (1993): How to detect and handle outliers. ASQC
    Quality Press.  With fewer it is held against the latest one alone, or the one it ``replaced``, and is far at
    three times as much or as little: a ratio edit, as in de Waal, T., Pannekoek, J., Scholtus, S. (2011): Handbook of
    statistical data editing and imputation. Wiley.

    Neither says anything of a difference of at most ``least`` or of less than a quarter from the latest value: a share
    near zero may well triple.  A value far from a far one is judged again without that one, so that one odd value is
    told once and not a second time at its neighbour.

    A likely slip of the unit or of the decimal mark (a "unity measure error", the same handbook, chapter 2) is a ratio
    to the value before within 35 % of 10, 100 or 1000.
    """
    far = np.zeros(len(figures), dtype=bool)
    before = np.full(len(figures), -1, dtype="int32")
    at, everything = np.flatnonzero(asked), np.arange(len(series), dtype="int32")
    pieces = [at[begin : begin + _PIECE] for begin in range(0, len(at), _PIECE)]
    odd = [one[_is_far(one, one, series, everything, figures, replaced, least)[0]] for one in pieces]
    at = np.concatenate([at[:0], *odd])
    far[at] = True
    for _ in range(_ROUNDS):
        pool = np.flatnonzero(~far)
        far[at], before[at] = _is_far(at, np.searchsorted(pool, at), series, pool, figures, replaced, least)
    slip = np.zeros(len(figures), dtype="int16")
    slip[at] = np.where(far[at], _slip(figures[at], np.where(before[at] >= 0, figures[before[at]], replaced[at])), 0)
    return Leaps(far, before, slip)


def _is_far(
    at: np.ndarray,
    behind: np.ndarray,
    series: np.ndarray,
    pool: np.ndarray,
    figures: np.ndarray,
    replaced: np.ndarray,
    least: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Whether the values ``at`` are far from those of ``pool`` that stand just before ``behind`` in it; the latest."""
    latest = _latest(at, behind, series, pool)
    reference = np.where(latest >= 0, figures[latest], replaced[at])
    far = _differs(figures[at], reference, least[at])
    chosen = np.flatnonzero(far)
    places = behind[chosen, None] - np.arange(1, LOOKED_BACK + 1)
    inside = places >= 0
    sources = pool[np.where(inside, places, 0)] if len(pool) else np.zeros(places.shape, dtype=int)
    inside &= series[sources] == series[at[chosen], None]
    earlier = np.where(inside, figures[sources], np.nan)
    far[chosen] = np.where(
        inside.sum(axis=1) >= ENOUGH,
        _stands_out(figures[at[chosen]], earlier),
        _is_manifold(figures[at[chosen]], reference[chosen]),
    )
    return far, latest


def _latest(at: np.ndarray, behind: np.ndarray, series: np.ndarray, pool: np.ndarray) -> np.ndarray:
    """The position of the value just before each of these in its series, -1 where there is none."""
    if not len(pool):
        return np.full(len(at), -1)
    latest = pool[np.maximum(behind - 1, 0)]
    return np.where((behind > 0) & (series[latest] == series[at]), latest, -1)


def _differs(figures: np.ndarray, reference: np.ndarray, least: np.ndarray) -> np.ndarray:
    larger, smaller = _by_size(figures, reference)
    return (np.abs(figures - reference) > least) & ((larger >= _MATERIAL * smaller) | (figures * reference < 0))


def _stands_out(figures: np.ndarray, earlier: np.ndarray) -> np.ndarray:
    if not len(figures):
        return np.zeros(0, dtype=bool)
    middle, spread = figures.copy(), np.zeros(len(figures))
    some = ~np.isnan(earlier).all(axis=1)
    middle[some] = np.nanmedian(earlier[some], axis=1)
    spread[some] = np.nanmedian(np.abs(earlier[some] - middle[some, None]), axis=1)
    return _NORMAL * np.abs(figures - middle) > _CUT * spread


def _is_manifold(figures: np.ndarray, reference: np.ndarray) -> np.ndarray:
    larger, smaller = _by_size(figures, reference)
    return (larger >= _FEW_FACTOR * smaller) & (reference != 0)


def _slip(figures: np.ndarray, reference: np.ndarray) -> np.ndarray:
    larger, smaller = _by_size(figures, reference)
    found = np.zeros(len(figures), dtype=int)
    for factor in SLIPS:
        near = np.abs(larger - factor * smaller) <= _SLIP_WITHIN * factor * smaller
        found[near & (smaller > 0) & (figures * reference > 0)] = factor
    return found


def _by_size(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.maximum(np.abs(one), np.abs(other)), np.minimum(np.abs(one), np.abs(other))
