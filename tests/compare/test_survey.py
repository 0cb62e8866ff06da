"""What people were asked: shares of those asked, waves, and what is read beside them."""

import pytest

from azory_monitor import stats
from azory_monitor.compare import comparisons, waves
from azory_monitor.model.verdicts import Comparison, Flags
from tests.compare.drawn import cases, measured, only, programme

PLACES = """
id   | kind   | parent
hill | estate | town
town | city   |
"""
SAFE = "id | direction | question_en\nsafe | higher | Do you feel safe?"


def judge(figures, indicators=SAFE, against="area"):
    found = comparisons(programme(indicators, PLACES), measured(figures), ["hill"])
    return only(it for it in found if it.against == against)


def test_the_number_who_answered_so_is_worked_out_from_the_share_and_the_number_asked():
    figures = """
        indicator | area | period | value | n
        safe      | hill | 2018   | 62    | 500
        safe      | town | 2018   | 55.5  | 2000
    """
    found = judge(figures)
    assert (found.numerator, found.denominator, found.benchmark_numerator) == (310, 500, 1110)
    assert (found.worked_out, found.method, found.value) == (True, "newcombe_rest", 62)
    limits = [100 * limit for limit in stats.difference(310, 500, 800, 1500)]
    assert [found.difference_lower, found.difference_upper] == pytest.approx(limits)
    assert [row.numerator for row in found.measurements] == [None, None]


WORKED_OUT = """
value        | x   | n   | worked_out | numerator
62           |     | 500 | True       | 310
62.3         |     | 151 | True       | 94.073
0            |     | 500 | True       | 0
100          |     | 500 | True       | 500
62           | 310 | 500 | False      | 310
62           |     |     | False      |
62           |     | 0   | False      |
120          |     | 500 | False      |
about 62     |     | 500 | False      |
"""


@pytest.mark.parametrize("case", **cases(WORKED_OUT))
def test_nothing_is_worked_out_where_the_count_is_given_or_cannot_be_known(case):
    *qualifier, value = case.value.split()
    figures = f"""
        indicator | area | period | value   | x        | n        | qualifier
        safe      | hill | 2018   | {value} | {case.x} | {case.n} | {"".join(qualifier)}
        safe      | town | 2018   | 50      | 1000     | 2000     |
    """
    found = judge(figures)
    assert str(found.worked_out) == case.worked_out
    assert found.numerator == (float(case.numerator) if case.numerator else None)


@pytest.mark.parametrize("indicators", ["id\nsafe", "id | measure | question_en\nsafe | mean | How long?"])
def test_a_count_is_worked_out_for_shares_from_surveys_only(indicators):
    figures = """
        indicator | area | period | value | n
        safe      | hill | 2018   | 62    | 500
        safe      | town | 2018   | 55.5  | 2000
    """
    found = judge(figures, indicators)
    assert (found.worked_out, found.numerator, found.method) == (False, None, "rates_only")


EARLIER = """
periods                 | earlier
2016 2018               | 2016
2016 2018-05            | 2016
2016-10 2018-05         | 2016-10
2017-05 2017-10 2018-05 | 2017-05
2018 2018-05            |
undated 2018            |
"""


@pytest.mark.parametrize("case", **cases(EARLIER))
def test_a_wave_is_set_against_the_wave_before(case):
    drawn = "\n".join(f"safe | {period} | 60 | 500" for period in case.periods.split())
    found = comparisons(programme(SAFE, PLACES), measured(f"indicator | period | value | n\n{drawn}"), ["hill"])
    assert [it.benchmark_period for it in found if it.against == "earlier"] == case.earlier.split()


def test_waves_come_in_order_with_their_intervals():
    figures = measured("""
        indicator | area | period | value | x   | n   | source | status
        safe      | hill | 2018   | 62    |     | 500 | second |
        safe      | hill | 2016   |       | 240 | 480 | first  |
        safe      | hill | 2019   |       |     |     | third  | hidden
        safe      | hill | 2020   | 70    |     |     | fourth |
        safe      | hill | 2021   |       |     |     | fifth  | missing
        poor      | hill | 2018   | 5     |     |     |        |
    """)
    found = waves(programme(f"{SAFE}\npoor | lower |", PLACES), figures)
    told = [(it.period, it.source, it.asked, it.share, it.worked_out, it.hidden) for it in found]
    assert told == [
        ("2016", "first", 480, 50.0, False, False),
        ("2018", "second", 500, 62.0, True, False),
        ("2019", "third", None, None, False, True),
        ("2020", "fourth", None, 70.0, False, False),
    ]
    intervals = [(it.lower, it.upper) for it in found]
    assert intervals[:2] == [tuple(100 * limit for limit in stats.wilson(x, n)) for x, n in ((240, 480), (310, 500))]
    assert intervals[2:] == [(None, None)] * 2


def test_flags_are_expected_of_tested_comparisons_only():
    tested = {"tested_against": "rest", "standing": "worse"}
    told = [tested, tested | {"standing": "no_clear_difference"}, {"standing": "higher"}, {}]
    told = [Comparison(indicator="it", area="hill", benchmark="town", period="2018", **cells) for cells in told]
    flags = Flags.of(told)
    assert (flags.tested, flags.expected, flags.expected_clear) == (2, pytest.approx(0.1), pytest.approx(0.004))
    assert Flags.of([]).tested == 0
