"""Where an area stands against its benchmarks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor import stats
from azory_monitor.compare import comparisons
from tests.compare.drawn import cases, measured, only, programme

PLACES = """
id   | kind   | parent
hill | estate | town
town | city   |
"""
POOR = "id\npoor"


def judge(figures, indicators=POOR, areas=PLACES, of=("hill",), today=None):
    return comparisons(programme(indicators, areas), measured(figures), of, today)


def test_an_area_is_tested_against_the_rest_of_its_city():
    figures = """
        indicator | area | period | x   | n
        poor      | hill | 2018   | 60  | 1000
        poor      | town | 2018   | 400 | 10000
    """
    found = only(judge(figures))
    assert (found.value, found.benchmark_value) == (6.0, 4.0)
    assert found.rest_value == pytest.approx(100 * 340 / 9000)
    assert found.difference == pytest.approx(6 - 100 * 340 / 9000)
    limits = [100 * limit for limit in stats.difference(60, 1000, 340, 9000)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)
    assert (found.published_difference, found.ratio) == (2.0, 1.5)
    assert (found.ratio_lower, found.ratio_upper) == stats.proportion_ratio(60, 1000, 340, 9000)
    assert (found.lower, found.upper) == tuple(100 * limit for limit in stats.wilson(60, 1000))
    assert (found.method, found.tested_against) == ("newcombe_rest", "rest")
    assert (found.standing, found.side, found.clear, found.reason) == ("worse", "worse", True, "")


def test_rates_of_events_are_tested_by_their_ratio():
    indicators = "id | measure | per\ncrimes | rate | 1000"
    figures = """
        indicator | area | period | x   | n
        crimes    | hill | 2018   | 30  | 1000
        crimes    | town | 2018   | 210 | 10000
    """
    found = only(judge(figures, indicators))
    assert (found.value, found.benchmark_value, found.rest_value) == (30.0, 21.0, 20.0)
    assert (found.ratio_lower, found.ratio_upper) == stats.rate_ratio(30, 1000, 180, 9000)
    limits = [1000 * limit for limit in stats.rate_difference(30, 1000, 180, 9000)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)
    assert (found.lower, found.upper) == tuple(1000 * limit for limit in stats.rate(30, 1000))
    assert (found.method, found.standing) == ("exact_conditional_rest", "no_clear_difference")
    assert found.side == "worse"


STANDINGS = """
x   | direction | standing            | side   | clear
70  | lower     | worse               | worse  | True
70  | higher    | better              | better | True
70  | neither   | higher              |        | True
52  | lower     | worse               | worse  | False
40  | lower     | no_clear_difference | worse  | False
40  | neither   | no_clear_difference |        | False
30  | lower     | no_clear_difference | better | False
10  | lower     | better              | better | True
10  | higher    | worse               | worse  | True
10  | neither   | lower               |        | True
0   | lower     | better              | better | True
"""


@pytest.mark.parametrize("case", **cases(STANDINGS))
def test_direction_turns_a_difference_into_better_or_worse(case):
    figures = f"""
        indicator | area | period | x            | n
        poor      | hill | 2018   | {case.x} | 1000
        poor      | town | 2018   | {int(case.x) + 350} | 10000
    """
    found = only(judge(figures, f"id | direction\npoor | {case.direction}"))
    assert (found.standing, found.side, str(found.clear)) == (case.standing, case.side, case.clear)


RATES_ONLY = """
hill | town | direction | standing    | side
7.0  | 2.31 | lower     | higher      | worse
7.0  | 2.31 | higher    | higher      | better
7.0  | 2.31 | neither   | higher      |
5.62 | 10.5 | lower     | lower       | better
5.62 | 5.62 | lower     | cannot_tell |
0    | 2.31 | lower     | lower       | better
"""


@pytest.mark.parametrize("case", **cases(RATES_ONLY))
def test_rates_only_are_higher_or_lower_and_never_better_or_worse_beyond_chance(case):
    figures = f"""
        indicator | area | period | value
        poor      | hill | 2018   | {case.hill}
        poor      | town | 2018   | {case.town}
    """
    found = only(judge(figures, f"id | direction\npoor | {case.direction}"))
    assert (found.standing, found.side, found.reason) == (case.standing, case.side, "counts_not_given")
    assert (found.method, found.clear, found.tested_against) == ("rates_only", False, "")
    assert found.difference == pytest.approx(float(case.hill) - float(case.town))
    assert found.difference_lower is found.lower is found.benchmark_lower is None


def test_counts_on_one_side_alone_give_its_interval_but_no_test():
    figures = """
        indicator | area | period | value | x  | n
        poor      | hill | 2018   |       | 60 | 1000
        poor      | town | 2018   | 4.0   |    |
    """
    found = only(judge(figures))
    assert (found.standing, found.reason, found.value) == ("higher", "counts_not_given", 6.0)
    assert found.upper > 6.0 and found.benchmark_upper is None


WITHOUT = """
hill            | town            | reason
2018    5       | 2017    4       | other_period
2018    5       | undated 4 t2    | undated_elsewhere
undated 5 t2    | undated 4 t3    | undated_elsewhere
undated 5       | undated 4       | undated_elsewhere
undated 5 t2    | 2018    4       | other_period
2018    5       |                 | no_benchmark_value
2018    5       | 2018    missing | no_benchmark_value
2018    5       | 2018    hidden  | hidden
2018    hidden  | 2018    4       | hidden
"""


@pytest.mark.parametrize("case", **cases(WITHOUT))
def test_without_a_figure_for_the_same_occasion_there_is_the_reason_instead_of_a_verdict(case):
    drawn = "\n".join(_row(area, cell) for area, cell in (("hill", case.hill), ("town", case.town)) if cell)
    found = only(judge(f"indicator | area | period | value | source | status\n{drawn}"))
    assert (found.standing, found.reason, found.method) == ("cannot_tell", case.reason, "")
    assert found.difference is found.ratio is found.published_difference is None


def _row(area, cell):
    period, value, source = [*cell.split(), ""][:3]
    number, status = ("", value) if value.isalpha() else (value, "")
    return f"poor | {area} | {period} | {number} | {source} | {status}"


def test_undated_figures_of_one_table_are_compared_with_each_other():
    figures = """
        indicator | area | period  | x   | n     | source
        poor      | hill | undated | 60  | 1000  | table2
        poor      | town | undated | 400 | 10000 | table2
    """
    found = only(judge(figures))
    assert (found.period, found.standing, found.sources) == ("undated", "worse", ("table2",))


def test_a_dated_figure_is_taken_before_an_undated_one_whatever_the_order():
    figures = """
        indicator | area | period  | value | source
        poor      | hill | undated | 9     | t
        poor      | hill | 2016    | 6     |
        poor      | hill | 2017    | 5     |
        poor      | hill | 2015    | 7     |
        poor      | town | undated | 3     | t
        poor      | town | 2017    | 4     |
    """
    found, _ = judge(figures)
    assert (found.period, found.value, found.benchmark_value) == ("2017", 5, 4)


def test_a_forecast_is_not_the_latest_figure():
    figures = measured("""
        indicator | area | period | value
        poor      | hill | 2017   | 5
        poor      | hill | 2030   | 1
        poor      | town | 2017   | 4
        poor      | town | 2030   | 4
    """)
    found = only(comparisons(programme(POOR, PLACES), figures, ["hill"], date(2019, 6, 1)))
    assert (found.period, found.standing) == ("2017", "higher")


def test_an_area_without_a_figure_gives_no_comparison():
    assert judge("indicator | area | period | value\npoor | town | 2018 | 4") == []
    assert judge("indicator | area | period | status\npoor | hill | 2018 | missing") == []


def test_a_conflicting_figure_is_never_compared():
    figures = """
        indicator | area | period | value | status      | source
        poor      | hill | 2018   | 9     | conflicting | other
        poor      | hill | 2018   | 5     |             | first
        poor      | town | 2018   | 4     | provisional | first
    """
    found = only(judge(figures))
    assert (found.value, found.sources) == (5, ("first",))


def test_the_value_follows_from_the_counts_where_they_are_given():
    figures = """
        indicator | area | period | value | x    | n
        poor      | hill | 2018   | 2.05  | 1377 | 67141
        poor      | town | 2018   | 1.65  |      |
    """
    found = only(judge(figures))
    assert found.value == 100 * 1377 / 67141


def test_counts_that_cannot_be_part_of_the_city_s_give_no_verdict():
    figures = """
        indicator | area | period | x   | n
        poor      | hill | 2018   | 60  | 1000
        poor      | town | 2018   | 40  | 10000
    """
    found = only(judge(figures))
    assert (found.standing, found.reason, found.method) == ("cannot_tell", "other_definition", "")


def test_counts_that_are_no_proportion_are_not_counted_with():
    figures = """
        indicator | area | period | value | x   | n
        poor      | hill | 2018   | 6     | 60  | 10
        poor      | town | 2018   | 4     | 400 | 10000
    """
    found = only(judge(figures))
    assert (found.value, found.numerator, found.reason) == (6, None, "counts_not_given")


def test_two_areas_without_any_event_do_not_differ():
    figures = """
        indicator | area | period | x | n
        crimes    | hill | 2018   | 0 | 1000
        crimes    | town | 2018   | 0 | 9000
    """
    found = only(judge(figures, "id | measure | per\ncrimes | rate | 1000"))
    assert (found.standing, found.side, found.ratio) == ("no_clear_difference", "", None)
    assert (found.ratio_lower, found.ratio_upper) == (0.0, None)


BOUNDS = """
hill         | town        | standing    | reason
less_than 6  | 8           | lower       | counts_not_given
less_than 6  | 6           | lower       | counts_not_given
at_most 6    | 6           | cannot_tell | inexact
less_than 6  | 5           | cannot_tell | inexact
more_than 6  | 5           | higher      | counts_not_given
8            | more_than 6 | cannot_tell | inexact
5            | at_least 6  | lower       | counts_not_given
about 6      | 5           | higher      | counts_not_given
"""


@pytest.mark.parametrize("case", **cases(BOUNDS))
def test_a_bound_is_compared_only_as_far_as_it_decides(case):
    drawn = "\n".join(
        f"poor | {area} | 2018 | {cell.split()[-1]} | {' '.join(cell.split()[:-1])}"
        for area, cell in (("hill", case.hill), ("town", case.town))
    )
    found = only(judge(f"indicator | area | period | value | qualifier\n{drawn}"))
    assert (found.standing, found.reason) == (case.standing, case.reason)


def test_there_is_no_test_for_a_density_even_with_its_counts():
    figures = """
        indicator | area | period | x      | n
        crowded   | hill | 2018   | 13109  | 0.67
        crowded   | town | 2018   | 762448 | 327
    """
    found = only(judge(figures, "id | measure | per | direction\ncrowded | density | 1 | neither"))
    assert (found.standing, found.reason, found.method, found.lower) == ("higher", "no_test", "rates_only", None)


def test_what_depends_on_the_size_of_an_area_is_not_compared():
    figures = """
        indicator | area | period | value
        people    | hill | 2018   | 13109
        people    | town | 2018   | 762448
    """
    for measure in ("count", "money", "fact"):
        assert judge(figures, f"id | measure\npeople | {measure}") == []


def test_a_shared_series_is_compared_under_both_names():
    figures = """
        indicator | area | period | value
        first     | hill | 2018   | 5
        first     | town | 2018   | 4
    """
    found = judge(figures, "id | same_as\nfirst |\nagain | first")
    assert [(it.indicator, it.value) for it in found] == [("first", 5), ("again", 5)]


def test_comparisons_come_by_indicator_then_area_then_benchmark():
    figures = "indicator | area | period | value\n" + "\n".join(
        f"{indicator} | {area} | 2018 | 5"
        for area in ("lake", "town", "hill", "north")
        for indicator in ("idle", "poor")
    )
    found = comparisons(programme("id\npoor\nidle"), measured(figures), ["lake", "hill"])
    assert [f"{it.indicator} {it.area} {it.benchmark}" for it in found] == [
        f"{indicator} {area} {benchmark}"
        for indicator in ("poor", "idle")
        for area in ("lake", "hill")
        for benchmark in ("alike", "north", "town")
    ]


counts = st.integers(2, 20_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(hill=counts, rest=counts, measure=st.sampled_from(["proportion", "rate"]))
def test_turning_the_direction_round_swaps_better_and_worse_and_nothing_else(hill, rest, measure):
    figures = f"""
        indicator | area | period | x                 | n
        poor      | hill | 2018   | {hill[0]}         | {hill[1]}
        poor      | town | 2018   | {hill[0] + rest[0]} | {hill[1] + rest[1]}
    """
    found = {
        direction: only(judge(figures, f"id | measure | direction\npoor | {measure} | {direction}"))
        for direction in ("higher", "lower", "neither")
    }
    swapped = {"better": "worse", "worse": "better"}
    assert found["lower"].standing == swapped.get(found["higher"].standing, found["higher"].standing)
    assert found["lower"].side == swapped.get(found["higher"].side, "")
    same = [it.model_dump(exclude={"standing", "side"}) for it in found.values()]
    assert same[0] == same[1] == same[2]
    assert found["neither"].standing in ("higher", "lower", "no_clear_difference")


@given(hill=counts, rest=counts)
def test_a_clear_difference_is_a_difference_and_points_where_the_values_point(hill, rest):
    figures = f"""
        indicator | area | period | x                 | n
        poor      | hill | 2018   | {hill[0]}         | {hill[1]}
        poor      | town | 2018   | {hill[0] + rest[0]} | {hill[1] + rest[1]}
    """
    found = only(judge(figures, "id | direction\npoor | neither"))
    inside = found.difference_lower <= 0 <= found.difference_upper
    assert (found.standing == "no_clear_difference") == inside
    assert not (found.clear and inside)
    if not inside:
        assert found.standing == ("higher" if found.value > found.benchmark_value else "lower")
