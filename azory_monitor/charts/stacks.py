"""Marks that would cover each other on a narrow screen, put on top of each other instead."""

from collections.abc import Sequence

NARROWEST = 300
"""Width in pixels of the marks' room on the narrowest screen."""


def stacks(places: Sequence[float], low: float, high: float, size: float, on_top: Sequence[int] = ()) -> list[int]:
    """For each place the lowest level, from 0, on which a mark of ``size`` pixels touches no other.

    The places with the indices ``on_top`` have no mark above them, so that a line can come down to them.
    """
    apart = (high - low or 1) * size / NARROWEST
    order = sorted(range(len(places)), key=lambda index: (index in on_top, places[index]))
    levels: dict[int, int] = {}
    for index in order:
        near = {level for other, level in levels.items() if abs(places[other] - places[index]) < apart}
        free = (level for level in range(len(places)) if level not in near)
        levels[index] = max(near, default=-1) + 1 if index in on_top else next(free)
    return [levels[index] for index in range(len(places))]
