"""A file's measurements beside those of their series: warnings, never refusals."""

import numpy as np
import pandas as pd
import pytest

from azory_monitor import intake
from azory_monitor.stats.leaps import leaps
from azory_monitor.words import languages, problem_sentence, speaker
from tests.intake.estate import PROGRAMME, checked

COLUMNS = ["indicator", "area", "period", "variant", "value", "numerator", "denominator"]


def stored(*figures, indicator="meetings", area="azory", start=2000):
    """Stored values of one year after another; a pair names its period."""
    pairs = [one if isinstance(one, tuple) else (str(start + at), one) for at, one in enumerate(figures)]
    rows = [(indicator, area, when, "", value, np.nan, np.nan) for when, value in pairs]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({name: "float64" for name in COLUMNS[4:]} | dict.fromkeys(COLUMNS[:4], "str"))


def handed(*lines, indicator="meetings", area="azory"):
    return checked("indicator;area;period;value\n" + "\n".join(f"{indicator};{area};{line}" for line in lines) + "\n")


def warned(outcome, series=None):
    problems = intake.check_series(outcome, stored() if series is None else series, PROGRAMME.indicators)
    assert all(problem.warning for problem in problems)
    return [(one.row, one.column, one.value, one.rule) for one in problems]


STEADY = (100, 104, 99, 102, 101, 103)


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("105", None),
        ("120", None),
        ("150", "jump"),
        ("60", "jump"),
        ("0", "jump"),
        ("1030", "unit_slip"),
        ("10", "unit_slip"),
        ("102000", "unit_slip"),
    ],
)
def test_a_value_far_from_a_steady_series_is_told(value, rule):
    found = warned(handed(f"2006;{value}"), stored(*STEADY))
    assert found == ([(2, "value", value, rule)] if rule else [])


def test_a_restless_series_may_leap_as_it_always_has():
    assert warned(handed("2006;400"), stored(100, 350, 90, 420, 150, 380)) == []


@pytest.mark.parametrize(("value", "told"), [("250", False), ("310", True), ("30", True), ("40", False)])
def test_with_few_earlier_values_only_a_threefold_change_is_told(value, told):
    assert bool(warned(handed("2002;" + value), stored(95, 100))) == told


def test_a_file_is_held_against_itself_where_nothing_is_stored():
    assert warned(handed("2016;100", "2017;1000", "2018;104")) == [(3, "value", "1000", "unit_slip")]


def test_one_odd_value_is_told_once_and_not_again_at_its_neighbour():
    assert warned(handed("2016;100", "2017;900", "2018;104", "2019;101")) == [(3, "value", "900", "unit_slip")]


def test_a_lasting_change_of_level_is_told_once():
    assert warned(handed("2016;100", "2017;900", "2018;910", "2019;905")) == [(3, "value", "900", "unit_slip")]


def test_a_steady_growth_is_no_leap():
    lines = [f"{2000 + year};{round(1000 * 1.08**year)}" for year in range(25)]
    assert warned(handed(*lines)) == []


@pytest.mark.parametrize(("series", "value"), [((0.2, 0.1), "0,9"), ((0, 0, 0, 0, 0, 0), "0,8"), ((0.1,) * 6, "1")])
def test_a_percentage_near_zero_does_not_cry_wolf(series, value):
    assert warned(handed("2016;" + value, indicator="seniors"), stored(*series, indicator="seniors")) == []


def test_small_counts_come_and_go():
    assert warned(handed("2016;9"), stored(1, 0, 2)) == []


def test_a_correction_of_the_only_value_is_held_against_what_it_replaces():
    found = intake.check_series(handed("2000;1000"), stored(100), PROGRAMME.indicators)
    assert [(one.rule, one.values) for one in found] == [
        ("unit_slip", {"before": 100.0, "period": "2000", "factor": 10})
    ]


def test_what_is_stored_already_is_not_told_again():
    assert warned(handed("2000;100", "2001;1000"), stored(100, 1000)) == []


def test_later_values_other_areas_and_other_grains_say_nothing_of_a_value():
    series = pd.concat([stored(900, start=2020), stored(900, area="krakow"), stored(("2009-Q1", 900))])
    assert warned(handed("2010;100"), series) == []


def test_counts_are_compared_as_the_share_they_give():
    outcome = checked(
        "indicator;area;period;numerator;denominator\nseniors;azory;2016;300;1000\nseniors;azory;2017;60;1000\n"
    )
    assert [one.rule for one in intake.check_series(outcome, stored(), PROGRAMME.indicators)] == ["jump"]


@pytest.mark.parametrize(
    ("there", "comes"),
    [
        ("2018-Q2", "2018"),
        ("2018", "2018-Q2"),
        ("2018-04-06", "2018-04"),
        ("2017/2018", "2018"),
        ("2018-H1", "2018-06"),
    ],
)
def test_overlapping_grains_of_a_series_are_told(there, comes):
    found = intake.check_series(handed(f"{comes};5"), stored((there, 4)), PROGRAMME.indicators)
    assert [(one.row, one.column, one.value, one.rule, one.values) for one in found] == [
        (2, "period", comes, "overlap", {"period": comes, "other": there, "n": 1})
    ]


def test_grains_that_overlap_within_the_file_are_told_once_for_each_series():
    found = warned(handed("2018;20", "2018-Q1;5", "2018-Q2;5", "2018-Q3;5"))
    assert [rule for *_, rule in found] == ["overlap"]


@pytest.mark.parametrize("comes", ["2019-Q1", "2017", "2018/2019"])
def test_grains_that_do_not_overlap_are_fine(comes):
    assert (
        warned(
            handed(f"{comes};5"), stored(("2018-01", 4), ("2017-12", 4)) if comes != "2017" else stored(("2018-Q1", 4))
        )
        == []
    )


def test_an_overlap_that_is_stored_already_is_not_told_again():
    series = stored(("2018", 20), ("2018-Q1", 5))
    assert warned(handed("2018;20", "2018-Q1;5"), series) == []
    assert [rule for *_, rule in warned(handed("2018-Q2;5"), series)] == ["overlap"]


def test_undated_and_missing_values_overlap_nothing():
    assert warned(handed("undated;5", "2018;bd"), stored(("2018-Q1", 4))) == []


def test_in_a_wide_file_the_cell_is_named_by_its_own_heading():
    outcome = checked("indicator;area;2016;2017\nmeetings;azory;100;1000\n")
    if not outcome.rows.empty:
        assert warned(outcome) == [(2, "2017", "1000", "unit_slip")]


@pytest.mark.parametrize("language", languages())
def test_every_warning_has_a_sentence(language):
    outcome = handed("2018;20", "2018-Q1;5", "2019;200", "2020;900")
    found = intake.check_series(outcome, stored(), PROGRAMME.indicators)
    assert {one.rule for one in found} == {"overlap", "unit_slip", "jump"}
    assert all("{" not in problem_sentence(speaker(language), one) for one in found)


def by_definition(figures):
    """The rule written out for one series, value by value, without a second look."""
    far = []
    for at, figure in enumerate(figures):
        earlier = figures[max(0, at - 8) : at][::-1]
        if not earlier or abs(figure - earlier[0]) <= 1 or max(figure, earlier[0]) < 1.25 * min(figure, earlier[0]):
            far.append(False)
        elif len(earlier) < 5:
            far.append(max(figure, earlier[0]) >= 3 * min(figure, earlier[0]))
        else:
            middle = np.median(earlier)
            far.append(0.6745 * abs(figure - middle) > 3.5 * np.median(np.abs(np.array(earlier) - middle)))
    return np.array(far)


def test_the_rule_for_all_series_at_once_is_the_rule_for_one():
    random = np.random.default_rng(3)
    figures = [np.exp(random.normal(3, spread, size)) for spread in (0.1, 0.5, 1) for size in range(1, 20)]
    series = np.repeat(np.arange(len(figures)), [len(one) for one in figures])
    joined, one = np.concatenate(figures), np.ones(len(series))
    found = leaps(series, joined, one * np.nan, one, one.astype(bool)).far
    expected = np.concatenate([by_definition(one.tolist()) for one in figures])
    assert expected.any() and not (found & ~expected).any(), "a second look only takes back"
    first = np.flatnonzero(expected & (np.cumsum(expected) == 1))
    assert found[first].all()
