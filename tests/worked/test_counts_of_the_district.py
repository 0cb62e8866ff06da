"""Table 2: a district of 67,141 people in a city of 766,739, worked by hand beside the monitor's verdict.

The difference to the rest of the city is worked from Newcombe's formula, written out below, and its z from the overlap
of the district with the city, which must come to the same as a test against the rest.
"""

import math

import pytest

from azory_monitor.compare import comparisons, misfits
from tests.compare.drawn import cases, measured, only, programme

DISTRICT, CITY = 67_141, 766_739

PLACES = """
id       | kind     | parent
district | district | city
city     | city     |
"""

# The share in the rest of the city and the difference come from exact fractions, z from statsmodels' proportions_ztest
# of the district against the rest; the percentages printed are those of the table.
WORKED = """
reason       | district | city  | printed | of_city | rest      | difference | z         | standing | clear
poverty      | 1377     | 12649 | 2.05    | 1.65    | 1.6112110 | 0.4396968  | 8.543888  | worse    | True
disability   | 989      | 10521 | 1.47    | 1.37    | 1.3624967 | 0.1105227  | 2.351481  | worse    | False
unemployment | 1341     | 9632  | 2.0     | 1.26    | 1.1851092 | 0.8121801  | 18.049179 | worse    | True
"""


def compared(case):
    figures = f"""
        indicator     | area     | period  | value          | x               | n          | source
        {case.reason} | district | undated | {case.printed} | {case.district} | {DISTRICT} | table2
        {case.reason} | city     | undated | {case.of_city} | {case.city}     | {CITY}     | table2
    """
    plan, rows = programme(f"id\n{case.reason}", PLACES), measured(figures)
    return only(comparisons(plan, rows, ["district"])), misfits(plan, rows)


def wilson(x, n, z):
    p = x / n
    root = math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (p + z * z / (2 * n) - z * root) / (1 + z * z / n), (p + z * z / (2 * n) + z * root) / (1 + z * z / n)


def newcombe(x1, n1, x2, n2, z):
    (l1, u1), (l2, u2), p1, p2 = wilson(x1, n1, z), wilson(x2, n2, z), x1 / n1, x2 / n2
    lower = p1 - p2 - math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    return lower, p1 - p2 + math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)


Z95, Z998 = 1.959963984540054, 3.090232306167813


@pytest.mark.parametrize("case", **cases(WORKED))
def test_the_district_is_set_against_the_rest_of_the_city(case):
    found, wrong = compared(case)
    x, all_x = int(case.district), int(case.city)
    others = (all_x - x, CITY - DISTRICT)
    assert found.rest_value == pytest.approx(float(case.rest), abs=5e-8)
    assert found.difference == pytest.approx(float(case.difference), abs=5e-8)
    limits = [100 * limit for limit in newcombe(x, DISTRICT, *others, Z95)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits, rel=1e-9)
    assert [found.lower, found.upper] == pytest.approx([100 * limit for limit in wilson(x, DISTRICT, Z95)], rel=1e-9)
    assert (found.method, found.period, found.standing) == ("newcombe_rest", "undated", case.standing)
    assert str(found.clear) == case.clear == str(newcombe(x, DISTRICT, *others, Z998)[0] > 0)
    assert wrong == []


@pytest.mark.parametrize("case", **cases(WORKED))
def test_the_overlap_with_the_city_gives_the_same_z_as_the_rest(case):
    x1, x2 = int(case.district), int(case.city) - int(case.district)
    n1, n2, p = DISTRICT, CITY - DISTRICT, int(case.city) / CITY
    against_rest = (x1 / n1 - x2 / n2) / math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
    overlapping = (x1 / n1 - p) / math.sqrt(p * (1 - p) * (1 / n1 - 1 / CITY))
    assert against_rest == pytest.approx(overlapping, rel=1e-9)
    assert against_rest == pytest.approx(float(case.z), abs=5e-7)
    assert (abs(against_rest) > Z998) == (case.clear == "True")


def test_the_ratio_to_the_city_is_weaker_than_the_ratio_to_the_rest():
    found, _ = compared(cases(WORKED)["argvalues"][0])
    assert found.ratio == pytest.approx(1.243, abs=5e-4)
    assert found.value / found.rest_value == pytest.approx(1.273, abs=5e-4)
    assert found.ratio_lower < 1.273 < found.ratio_upper
