"""Table 3: six rates of an estate, of similar estates and of the city, printed without counts."""

import pytest

from azory_monitor.compare import comparisons
from tests.compare.drawn import cases, measured, programme

PLACES = """
id      | kind   | parent | groups
estate  | estate | city   | similar
similar | group  |        |
city    | city   |        |
"""

# Estate minus benchmark, and which way that is, worked on paper.
WORKED = """
indicator | estate  | similar | city  | period | to_similar | to_city | standing | side
older     | 27.94   | 27.91   | 24.19 | 2016   | 0.03       | 3.75    | higher   | worse
jobless   | 2.88    | 2.11    | 2.13  | 2015   | 0.77       | 0.75    | higher   | worse
housing   | 27.5444 | 14.42   | 13.25 | 2015   | 13.1244    | 14.2944 | higher   | worse
evicted   | 7.00    | 2.11    | 2.31  | 2014   | 4.89       | 4.69    | higher   | worse
welfare   | 72.67   | 43.71   | 46.58 | 2015   | 28.96      | 26.09   | higher   | worse
offences  | 5.6243  | 5.96    | 10.47 | 2015   | -0.3357    | -4.8457 | lower    | better
"""


@pytest.mark.parametrize("case", **cases(WORKED))
def test_each_rate_is_higher_or_lower_in_its_direction_and_chance_cannot_be_judged(case):
    figures = "indicator | area | period | value\n" + "\n".join(
        f"{case.indicator} | {area} | {case.period} | {vars(case)[area]}" for area in ("estate", "similar", "city")
    )
    plan = programme(f"id\n{case.indicator}", PLACES)
    to_similar, to_city = comparisons(plan, measured(figures), ["estate"])
    assert (to_similar.benchmark, to_city.benchmark) == ("similar", "city")
    assert to_similar.difference == pytest.approx(float(case.to_similar), abs=1e-9)
    assert to_city.difference == pytest.approx(float(case.to_city), abs=1e-9)
    assert to_city.ratio == pytest.approx(float(case.estate) / float(case.city))
    for found in (to_similar, to_city):
        assert (found.standing, found.side, found.clear) == (case.standing, case.side, False)
        assert (found.method, found.reason) == ("rates_only", "counts_not_given")
        assert found.difference_lower is found.ratio_lower is found.lower is None
