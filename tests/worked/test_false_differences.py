"""How often each kind of comparison calls a difference that is not there: one time in twenty.

Sizes are those at which the claim means something: with a handful of events the exact interval for rates calls fewer
(one in forty at 4 events against 40), and Wilson's interval round a fixed standard more (one in thirteen at 1 of 50).
"""

import numpy
import pytest

from azory_monitor import stats
from azory_monitor.compare.chance import own_interval, rest_of, weigh, weigh_fixed, weigh_means
from azory_monitor.stats import Sample

TIMES = 4_000
RISK = 0.15

# People in the area, in each area it is set against, and whether it is part of the whole that they make together.
KINDS = {
    "a separate benchmark": (3_000, [40_000], False),
    "the area a third of its benchmark": (3_000, [6_000], True),
    "the area a small part of its benchmark": (2_000, [100_000], True),
    "three similar estates": (2_000, [1_800, 2_200, 2_500], False),
    "five similar estates": (2_000, [1_500, 1_800, 2_200, 2_500, 3_000], False),
    "the area itself earlier": (3_000, [2_900], False),
}


def drawn(measure, people, times=TIMES):
    """Events of one and the same risk among so many people, so many times."""
    chance = numpy.random.default_rng(people)
    found = chance.binomial(people, RISK, times) if measure == "proportion" else chance.poisson(people * RISK, times)
    return found.astype(float)


@pytest.mark.parametrize("measure", ["proportion", "rate"])
@pytest.mark.parametrize("kind", KINDS)
def test_one_in_twenty_is_called_different(kind, measure):
    people, others, is_inside = KINDS[kind]
    elsewhere = sum(drawn(measure, one) for one in others)
    called = 0
    for x, y in zip(drawn(measure, people).tolist(), elsewhere.tolist(), strict=True):
        area, other = (x, people), (y, sum(others))
        if is_inside:
            other = rest_of(measure, (x + y, people + sum(others)), area)
        called += weigh(measure, area, other).different
    assert 0.04 < called / TIMES < 0.06


@pytest.mark.parametrize("measure", ["proportion", "rate"])
def test_one_in_twenty_is_told_from_a_standard_that_it_meets(measure):
    people = 3_000
    called = [
        weigh_fixed(lambda level, x=x: own_interval(measure, (x, people), level), RISK)
        for x in drawn(measure, people).tolist()
    ]
    assert 0.04 < sum(it.different for it in called) / TIMES < 0.06
    assert 0.0008 < sum(it.clear for it in called) / TIMES < 0.0042


MEANS = {
    "a separate benchmark": ([60], [400], False),
    "the area a third of its benchmark": ([100], [200], True),
    "three similar estates": ([40], [30, 50, 60], False),
    "the area itself earlier": ([80], [75], False),
}


@pytest.mark.parametrize("kind", MEANS)
def test_one_in_twenty_means_is_called_different_though_they_scatter_differently(kind):
    (people,), others, is_inside = MEANS[kind]
    chance = numpy.random.default_rng(1947)
    called = 0
    for _ in range(TIMES):
        area = sample(chance.normal(40, 20, people))
        other = stats.pooled([sample(chance.normal(40, 12, one)) for one in others])
        if is_inside:
            other = stats.without(stats.pooled([area, other]), area)
        called += weigh_means(area, other).different
    assert 0.04 < called / TIMES < 0.06


def test_one_in_twenty_means_is_told_from_a_standard_that_it_meets():
    chance = numpy.random.default_rng(1908)
    samples = [sample(chance.normal(40, 20, 12)) for _ in range(TIMES)]
    called = sum(weigh_fixed(lambda level, it=it: stats.mean(it, level), 40.0).different for it in samples)
    assert 0.04 < called / TIMES < 0.06


def sample(x):
    return Sample(float(x.mean()), float(x.std(ddof=1)), len(x))
