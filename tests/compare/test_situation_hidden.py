"""What must not be shown is in no index and in no likeness of areas."""

from dataclasses import replace

from azory_monitor.compare import indices, peers
from tests import city
from tests.disclosure.published import published


def test_a_small_count_leaves_no_trace_in_an_index_or_in_a_distance():
    plan = city.programme()
    poor = plan.indicators["poor"].model_copy(update={"hide_below": 5})
    plan = replace(plan, indicators=plan.indicators | {"poor": poor})
    small = {"value": None, "numerator": 3.0, "denominator": 777.0}
    rows = [
        row.model_copy(update=small) if (row.indicator, row.area) == ("poor", "oak") else row for row in city.measured()
    ]
    (index,), (alike,) = indices(plan, published(plan, rows)), peers(plan, published(plan, rows), city.OURS)
    oak = next(entry for entry in index.entries if entry.area == "oak")
    assert oak.missing == ("poor",)
    near = next(entry for entry in alike.entries if entry.area == "oak")
    assert "poor" not in {part.indicator for part in near.parts}
    assert str(100 * 3 / 777)[:6] not in index.model_dump_json() + alike.model_dump_json()
