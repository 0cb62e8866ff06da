"""The index and the peers of a made-up city of eighteen estates, against the same worked with numpy and pandas."""

import numpy as np
import pandas as pd
import pytest

from azory_monitor.compare import indices, peers
from tests import city
from tests.compare.drawn import only

WEIGHTS = {"poor": 3, "crime": 2}


@pytest.fixture(scope="module", params=[None, WEIGHTS], ids=["equal", "weighted"])
def weights(request):
    return pd.Series({id: float((request.param or {}).get(id, 1)) for id in city.FEATURES})


@pytest.fixture(scope="module")
def found(weights):
    return only(indices(city.programme(weights.to_dict()), city.measured()))


def frame():
    """One line an estate, one column a feature, turned so that more is better; the town is no estate."""
    whole = pd.Series(city.values()).unstack(level=0).drop(index="town")[list(city.FEATURES)]
    return whole * [1 if direction == "higher" else -1 for _, direction, *_ in city.FEATURES.values()]


def mean(scaled, weights):
    return (scaled * weights).sum(axis=1) / weights.sum()


def ways(weights):
    """The scores that every way gives, by its name and part."""
    turned = frame()
    z = (turned - turned.mean()) / turned.std(ddof=1)
    shares = (turned - turned.min()) / (turned.max() - turned.min())
    found = {("base", ""): mean(z, weights)}
    for part in turned:
        found["without", part] = mean(z.drop(columns=part), weights.drop(part))
        for name, times in (("half", 0.5), ("half_more", 1.5)):
            found[name, part] = mean(z, weights.where(weights.index != part, weights * times))
    if weights.nunique() > 1:
        found["equal", ""] = z.mean(axis=1)
    found["median", ""] = pd.Series(np.median(z, axis=1), index=z.index)
    found["min_max", ""] = mean(shares - shares.mean(), weights)
    ranks = turned.rank()
    found["ranks", ""] = mean(ranks - ranks.mean(), weights)
    return found


def test_scores_and_ranks_are_those_of_pandas(found, weights):
    base = ways(weights)["base", ""]
    ranks = base.rank(ascending=False, method="min")
    assert {entry.area: entry.score for entry in found.entries} == pytest.approx(base.to_dict())
    assert {entry.area: entry.rank for entry in found.entries} == ranks.astype(int).to_dict()


def test_every_way_gives_our_estate_what_pandas_gives(found, weights):
    expected = ways(weights)
    assert {(one.name, one.indicator) for one in found.scenarios} == set(expected)
    for one in found.scenarios:
        scores = expected[one.name, one.indicator]
        assert one.score == pytest.approx(scores[city.OURS])
        assert one.rank == int(scores.round(9).rank(ascending=False, method="min")[city.OURS])


def test_ranges_hold_what_all_ways_give(found, weights):
    every = pd.DataFrame(ways(weights))
    ranks = every.round(9).rank(ascending=False, method="min")
    own_scale = [("min_max", ""), ("ranks", "")]
    for entry in found.entries:
        assert (entry.best_rank, entry.worst_rank) == (ranks.loc[entry.area].min(), ranks.loc[entry.area].max())
        alike = every.drop(columns=own_scale).loc[entry.area]
        assert (entry.lowest, entry.highest) == pytest.approx((alike.min(), alike.max()))


def test_distances_are_euclids_over_standardised_columns():
    turned = frame()
    z = (turned - turned.mean()) / turned.std(ddof=1)
    expected = np.sqrt(((z - z.loc[city.OURS]) ** 2).mean(axis=1)).drop(city.OURS)
    found = only(peers(city.programme(), city.measured(), city.OURS))
    assert {entry.area: entry.distance for entry in found.entries} == pytest.approx(expected.to_dict())
    assert [entry.area for entry in found.entries if entry.chosen] == list(expected.nsmallest(5).index)
