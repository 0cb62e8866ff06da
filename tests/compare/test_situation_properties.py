"""What holds of likeness and of an index whatever the figures are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from azory_monitor.compare import indices, peers
from tests.compare.drawn import only, programme
from tests.compare.drawn_index import PARTS, city, index_of_city, members, values, with_index

NAMES = ("poor", "sick", "happy")
SIZES = some.integers(10, 14)
POSITIVE = some.integers(1, 4000).map(lambda n: n / 10)


@some.composite
def columns(draw, n=None):
    """The number of estates and a column of positive values for each part."""
    size = n or draw(SIZES)
    return size, {name: draw(some.lists(POSITIVE, min_size=size, max_size=size)) for name in NAMES}


@some.composite
def few(draw):
    """The values of the estate and of the town, as one dictionary by part and area."""
    return {(name, area): draw(POSITIVE) for name in NAMES for area in ("hill", "town")}


def ratio_index(cells):
    plan = with_index(programme("id\npoor\nsick\nhappy"), PARTS)
    rows = [one for name, area in cells for one in values(1, **{name: [cells[name, area]]}) for one in [at(one, area)]]
    return only(indices(plan, rows))


def at(row, area):
    return row.model_copy(update={"area": area})


def told(found):
    return {
        entry.area: (entry.rank, entry.best_rank, entry.worst_rank, pytest.approx(entry.score, abs=1e-9))
        for entry in found.entries
    }


@settings(max_examples=40)
@given(columns(), some.sampled_from([0.001, 0.1, 10, 1000]))
def test_an_index_over_areas_does_not_change_with_the_unit_of_a_part(drawn, times):
    n, column = drawn
    other = column | {"poor": [times * value for value in column["poor"]]}
    assert told(index_of_city(n, **other)) == told(index_of_city(n, **column))


@given(few(), some.sampled_from([0.001, 0.1, 10, 1000]))
def test_an_index_of_ratios_does_not_change_with_the_unit_of_a_part(cells, times):
    other = {key: times * value if key[0] == "sick" else value for key, value in cells.items()}
    assert ratio_index(other).own.score == pytest.approx(ratio_index(cells).own.score)


@settings(max_examples=40)
@given(columns(), some.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(drawn, chance):
    n, column = drawn
    plan = with_index(programme("id\npoor\nsick\nhappy", city(n)))
    rows = values(n, **column)
    before = only(indices(plan, rows)), peers(plan, rows, "hill")
    chance.shuffle(rows)
    assert told(only(indices(plan, rows))) == told(before[0])
    again = peers(plan, rows, "hill")
    assert [entry.area for entry in again[0].entries] == [entry.area for entry in before[1][0].entries]


@settings(max_examples=40)
@given(columns(), some.sampled_from(NAMES), some.floats(0.01, 50))
def test_a_better_value_never_lowers_an_index_over_areas(drawn, name, by):
    n, column = drawn
    better = column[name][0] + (by if name == "happy" else -by)
    before = index_of_city(n, **column).own
    after = index_of_city(n, **(column | {name: [better, *column[name][1:]]})).own
    if before and after and len(before.terms) == len(after.terms):
        assert after.score >= before.score - 1e-9


@given(few(), some.sampled_from(NAMES), some.floats(1.01, 50))
def test_a_better_value_never_lowers_an_index_of_ratios(cells, name, by):
    value = cells[name, "hill"] * by if name == "happy" else cells[name, "hill"] / by
    before, after = ratio_index(cells), ratio_index(cells | {(name, "hill"): value})
    for one, other in zip(before.scenarios, after.scenarios, strict=True):
        assert other.score >= one.score - 1e-9


@settings(max_examples=40)
@given(columns())
def test_two_areas_are_equally_far_from_each_other(drawn):
    n, column = drawn
    plan, rows = programme("id\npoor\nsick\nhappy", city(n)), values(n, **column)
    found = {area: only(peers(plan, rows, area)) for area in members(n)[:3]}
    far = {(one, entry.area): entry.distance for one in found for entry in found[one].entries}
    for one, other in far:
        if (other, one) in far:
            assert far[one, other] == pytest.approx(far[other, one])


@settings(max_examples=40)
@given(columns())
def test_the_range_contains_the_index_and_its_rank(drawn):
    n, column = drawn
    for entry in index_of_city(n, **column).entries:
        assert entry.lowest <= entry.score <= entry.highest
        assert entry.best_rank <= entry.rank <= entry.worst_rank


@settings(max_examples=40)
@given(some.integers(1, 9).flatmap(lambda n: columns(n)), some.lists(POSITIVE, min_size=3, max_size=3))
def test_under_ten_areas_nothing_carries_a_rank_or_standard_deviations(drawn, town):
    n, column = drawn
    more = [at(values(1, **{name: [value]})[0], "town") for name, value in zip(NAMES, town, strict=True)]
    found = index_of_city(n, more=more, **column)
    assert found.method == "ratio"
    assert not any(entry.rank or entry.best_rank or entry.worst_rank for entry in found.entries)
    assert not any(scenario.rank or scenario.own_scale for scenario in found.scenarios)
    assert not peers(with_index(programme("id\npoor\nsick\nhappy", city(n))), values(n, **column), "hill")[0].entries
