"""How often the rule calls areas different when nothing differs: one time in twenty, and no more.

The area is a third of its benchmark, where setting the area's interval against the benchmark as a fixed number fails.
"""

import numpy
import pytest

from azory_monitor import stats
from azory_monitor.compare.chance import rest_of, weigh

TIMES = 12_000
AREA, WHOLE = 3_000, 9_000
RISK = 0.1


def drawn(measure):
    """Counts of the area and of its benchmark, which holds the area, all of one and the same risk."""
    chance = numpy.random.default_rng(1962)
    events = chance.binomial if measure == "proportion" else lambda n, p, size: chance.poisson(n * p, size)
    inside, outside = events(AREA, RISK, TIMES), events(WHOLE - AREA, RISK, TIMES)
    return [(float(x), float(x + y)) for x, y in zip(inside, outside, strict=True)]


@pytest.mark.parametrize("measure", ["proportion", "rate"])
def test_one_in_twenty_is_called_different_and_one_in_five_hundred_clear(measure):
    found = [weigh(measure, (x, AREA), rest_of(measure, (all_x, WHOLE), (x, AREA))) for x, all_x in drawn(measure)]
    assert 0.04 < sum(it.different for it in found) / TIMES < 0.06
    assert 0.0008 < sum(it.clear for it in found) / TIMES < 0.0032


def test_a_benchmark_that_the_area_pulls_along_hides_differences_that_are_there():
    chance = numpy.random.default_rng(1977)
    inside, outside = chance.binomial(AREA, RISK * 1.2, 2_000), chance.binomial(WHOLE - AREA, RISK, 2_000)
    by_rest = by_whole = 0
    for x, y in zip(inside.tolist(), outside.tolist(), strict=True):
        by_rest += weigh("proportion", (x, AREA), (y, WHOLE - AREA)).different
        by_whole += not stats.wilson(x, AREA).holds((x + y) / WHOLE)
    assert by_rest > 1.15 * by_whole
