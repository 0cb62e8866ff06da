"""Whatever was measured, a comparison comes back: a verdict, or the reason why there is none."""

import math
from typing import get_args

from hypothesis import given
from hypothesis import strategies as some

from azory_monitor.compare import comparisons
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.programme import Measure
from tests.compare.drawn import programme
from tests.compare.yardsticks import given as with_yardsticks

AREAS = """
id    | kind   | parent | groups
hill  | estate | town   | alike
lake  | estate | town   | alike
wood  | estate | town   | alike
town  | city   |        |
alike | group  |        |
"""
numbers = some.one_of(
    some.none(),
    some.integers(0, 3).map(float),
    some.floats(1e-6, 1e15),
    some.sampled_from([1e-9, 1.5, 100.0, 1e12]),
)
rows = some.builds(
    Measurement,
    indicator=some.just("it"),
    area=some.sampled_from(["hill", "lake", "wood", "town", "alike"]),
    period=some.sampled_from(["2018", "2017", "2017-Q4", "2016/2017", "undated"]),
    value=some.one_of(some.none(), numbers, some.floats(-1e15, 1e15)),
    numerator=numbers,
    denominator=numbers,
    spread=numbers,
    source=some.sampled_from(["", "table"]),
    qualifier=some.sampled_from(["", "", "about", "less_than", "at_least"]),
    status=some.sampled_from(["", "", "hidden", "missing", "conflicting"]),
)


@given(
    some.lists(rows, max_size=12),
    some.sampled_from(get_args(Measure)),
    some.booleans(),
    some.booleans(),
    some.floats(-1e6, 1e6),
)
def test_every_comparison_has_a_verdict_or_a_reason(measured, measure, is_survey, other_period, norm):
    question = "Is it?" if is_survey else ""
    drawn = f"id | measure | question_en\nit | {measure} | {question}"
    plan = with_yardsticks(
        programme(drawn, AREAS), f"id | indicator | value\nnorm | it | {norm}", "indicator | period\nit | 2017-Q3"
    )
    for one in comparisons(plan, measured, ["hill"], other_period=other_period):
        assert one.standing != "cannot_tell" or one.reason
        assert one.is_tested == (one.tested_against != "") == (one.method not in ("", "rates_only"))
        assert not one.reason or not one.is_tested
        assert (one.difference_lower is None) == (not one.is_tested)
        assert not one.clear or one.standing not in ("cannot_tell", "no_clear_difference")
        assert all(math.isfinite(x) for x in (one.difference_lower, one.difference_upper) if x is not None)
        assert (one.against == "earlier") <= (one.benchmark_period != "")
