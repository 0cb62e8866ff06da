"""What the cells of a measurement say together, and against its indicator."""

import pytest

from tests.intake.estate import brief, checked, told, values


def seniors(value="", numerator="", denominator="", status="", qualifier=""):
    return checked(
        "indicator;area;period;value;numerator;denominator;status;qualifier\n"
        f"seniors;azory;2016;{value};{numerator};{denominator};{status};{qualifier}\n"
    )


def test_counts_alone_are_enough():
    outcome = seniors(numerator="3663", denominator="13109")
    assert (outcome.problems, values(outcome)) == ((), [None])


@pytest.mark.parametrize("counts", [{}, {"numerator": "5"}, {"denominator": "5"}])
def test_a_row_without_a_value_must_say_why(counts):
    assert told(seniors(**counts)) == [(2, "value", "", "no_value")]


@pytest.mark.parametrize("status", ["missing", "hidden", "brak danych", "utajnione"])
def test_a_row_may_say_that_there_is_no_value(status):
    outcome = seniors(status=status)
    assert (outcome.problems, values(outcome)) == ((), [None])
    assert outcome.rows["status"].isin(["missing", "hidden"]).all()


def test_a_number_sign_means_that_the_source_hides_the_value():
    outcome = seniors(value="#")
    assert (outcome.problems, list(outcome.rows["status"])) == ((), ["hidden"])


def test_zero_is_a_value():
    outcome = seniors(value="0")
    assert (outcome.problems, values(outcome), list(outcome.rows["status"])) == ((), [0], [""])


def test_a_value_that_is_said_to_be_missing_is_a_problem():
    assert told(seniors(value="27", status="missing")) == [(2, "status", "missing", "absent_with_value")]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"value": "50", "numerator": "5", "denominator": "0"}, ("denominator", "0", "denominator_zero")),
        ({"value": "", "numerator": "11", "denominator": "10"}, ("numerator", "11", "numerator_above")),
        ({"value": "", "numerator": "-1", "denominator": "10"}, ("numerator", "-1", "below_minimum")),
        ({"value": "101"}, ("value", "101", "out_of_range")),
        ({"value": "-1"}, ("value", "-1", "out_of_range")),
    ],
)
def test_impossible_figures_are_refused(cells, fault):
    outcome = seniors(**cells)
    assert [brief(problem)[1:] for problem in outcome.problems if not problem.warning] == [fault]
    assert outcome.rows.empty


def test_a_value_that_does_not_follow_from_its_counts_is_kept_with_a_warning():
    outcome = seniors(value="27,9", numerator="3000", denominator="13109")
    assert [(*brief(problem), problem.values, problem.warning) for problem in outcome.problems] == [
        (2, "value", "27,9", "misfit", {"computed": 22.885041}, True)
    ]
    assert values(outcome) == [27.9]


@pytest.mark.parametrize(("value", "qualifier"), [("27,94", ""), ("27,9", ""), ("28", ""), ("25", "about")])
def test_a_value_may_be_rounded_to_the_decimals_it_has_and_a_rough_one_as_it_likes(value, qualifier):
    assert seniors(value=value, numerator="3663", denominator="13109", qualifier=qualifier).problems == ()


def test_measurements_of_a_shared_series_are_measurements_of_the_one_that_is_shared():
    outcome = checked("indicator;area;period;value\ngatherings;azory;2016;5\n")
    assert list(outcome.rows["indicator"]) == ["meetings"]
    assert [(cell.raw, cell.value, cell.why) for cell in outcome.normalised] == [("gatherings", "meetings", "series")]


def test_both_names_of_a_shared_series_in_one_file_contradict_each_other():
    outcome = checked("indicator;area;period;value\ngatherings;azory;2016;5\nmeetings;azory;2016;6\n")
    assert [problem.rule for problem in outcome.problems] == ["conflict", "conflict"]
