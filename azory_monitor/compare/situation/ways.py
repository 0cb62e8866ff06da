"""The ways in which one index can fairly be made: they differ in parts, weights, common scale and kind of mean.

The handbook's seventh step, robustness: OECD and JRC (2008): Handbook on constructing composite indicators.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from azory_monitor.compare.situation.grid import Column, Grid, Part
from azory_monitor.model.situation import IndexMethod, ScenarioName
from azory_monitor.stats import together

Mean = Callable[[Sequence[float], Sequence[float]], float]

OWN_SCALES = ("min_max", "ranks")
NEUTRAL = {"standardised": 0.0, "ratio": 1.0}
"""Where the mean of the areas, or the reference, stands."""

_SCALE = {"standardised": "z", "ratio": "ratio"}
_MEAN: dict[str, Mean] = {"standardised": together.mean, "ratio": together.geometric}
_OTHER: dict[str, tuple[tuple[ScenarioName, str, Mean], ...]] = {
    "standardised": (
        ("median", "z", together.median),
        ("min_max", "min_max", together.mean),
        ("ranks", "ranks", together.mean),
    ),
    "ratio": (
        ("arithmetic", "ratio", together.mean),
        ("harmonic", "ratio", together.harmonic),
        ("median", "ratio", together.median),
    ),
}


@dataclass(frozen=True)
class Way:
    """One way: the weights of the parts that are kept, their common scale and how they are averaged."""

    name: ScenarioName
    indicator: str
    weights: dict[Part, float]
    scale: str
    mean: Mean

    def scores(self, grid: Grid) -> dict[str, float]:
        """The index by area, the mean over the parts that the area has; an area without any of them has none."""
        found = {}
        for area in grid.areas:
            there = [one for one in grid.columns if one.part in self.weights and area in one.values]
            if there:
                found[area] = self.mean(
                    [one.scales[self.scale][area] for one in there], [self.weights[one.part] for one in there]
                )
        return found


def ways(method: IndexMethod, columns: Sequence[Column]) -> list[Way]:
    """Every way, the one that gives the index first.  With one part alone there is only that."""
    usual = {column.part: column.part.weight for column in columns}
    scale, mean = _SCALE[method], _MEAN[method]
    found = [Way("base", "", usual, scale, mean)]
    if len(usual) > 1:
        found += [Way(name, part.indicator, weights, scale, mean) for name, part, weights in _reweighted(usual)]
        if len(set(usual.values())) > 1:
            found.append(Way("equal", "", dict.fromkeys(usual, 1.0), scale, mean))
        found += [Way(name, "", usual, other, kind) for name, other, kind in _OTHER[method]]
    return found


def _reweighted(usual: dict[Part, float]) -> Iterator[tuple[ScenarioName, Part, dict[Part, float]]]:
    for part in usual:
        yield "without", part, {other: weight for other, weight in usual.items() if other != part}
    for part in usual:
        yield "half", part, usual | {part: usual[part] / 2}
    for part in usual:
        yield "half_more", part, usual | {part: usual[part] * 1.5}
