"""A number is read as it was meant, or asked about, or refused: never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.intake.estate import checked, measured, told, values


def read(*numbers, delimiter=";", **answers):
    return checked(measured(*numbers, delimiter=delimiter), **answers)


@pytest.mark.parametrize(
    ("numbers", "expected", "decimal"),
    [
        (["27,94", "1"], [27.94, 1], ","),
        (["27.94", "1"], [27.94, 1], "."),
        (["18500.00", "12"], [18500, 12], "."),
        (["0,377"], [0.377], ","),
        (["27,94", "1.377"], [27.94, 1377], ","),
        (["27.94", "1,377"], [27.94, 1377], "."),
        (["1.234.567", "1.377"], [1234567, 1377], ","),
        (["1.234,56"], [1234.56], ","),
        (["1,234.56"], [1234.56], "."),
        (["1 234,5", "12\u00a0345", "1\u202f234\u202f567,25"], [1234.5, 12345, 1234567.25], ","),
        (["−5,5", "- 5", "–3", "+2", "-0"], [-5.5, -5, -3, 2, 0], ","),
        (["0", "007", "123456789012345"], [0, 7, 123456789012345], ","),
    ],
)
def test_numbers_are_read_in_the_style_of_their_file(numbers, expected, decimal):
    outcome = read(*numbers)
    assert (values(outcome), outcome.problems, outcome.questions) == (expected, (), ())
    assert outcome.reading.decimal == decimal


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("number", ["1.377", "1,377", "-12.345"])
def test_a_number_that_can_be_read_in_two_ways_is_asked_about(number, delimiter):
    outcome = read("7", number, delimiter=delimiter)
    assert [(asked.key, asked.about, asked.choices) for asked in outcome.questions] == [("decimal", number, (".", ","))]
    assert (values(outcome), outcome.problems) == ([7], ())


def test_the_question_says_where_the_number_stands_and_what_it_may_mean():
    asked = read("7", "1.377").questions[0]
    assert asked.values == {"row": 3, "column": "value", "text": "1.377", "whole": 1377, "part": 1.377}


@pytest.mark.parametrize(("answer", "expected"), [(".", [7, 1.377]), (",", [7, 1377])])
def test_the_answer_settles_it(answer, expected):
    outcome = read("7", "1.377", decimal=answer)
    assert (values(outcome), outcome.questions, outcome.reading.decimal) == (expected, (), answer)


def test_numbers_of_the_other_style_are_a_problem_and_make_doubtful_ones_one_too():
    outcome = read("27,94", "3,5", "18500.00", "1.377", "2,377", "12")
    assert told(outcome) == [
        (4, "value", "18500.00", "mixed_decimal"),
        (5, "value", "1.377", "mixed_decimal"),
        (6, "value", "2,377", "mixed_decimal"),
    ]
    assert values(outcome) == [27.94, 3.5, 12]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("5 %", "percent_sign"),
        ("ok. 400", "worded_number"),
        ("< 5", "worded_number"),
        ("około 400", "worded_number"),
        ("#DZIEL/0!", "formula_error"),
        ("#N/A", "formula_error"),
        ("=A1+B1", "formula_error"),
        ("inf", "not_a_number"),
        ("1e5", "not_a_number"),
        ("12 34", "not_a_number"),
        ("(5)", "not_a_number"),
        ("５", "not_a_number"),
        ("5 osób", "not_a_number"),
        ("12.06.2018", "not_a_number"),
        ("1" * 16, "too_many_digits"),
        ("1" * 400, "too_many_digits"),
    ],
)
def test_what_is_no_number_is_named_for_what_it_is(text, rule):
    outcome = read("1,5", text)
    assert told(outcome) == [(3, "value", text, rule)]
    assert values(outcome) == [1.5]


def test_a_number_with_a_word_says_what_to_write_instead():
    problem = read("ok. 400").problems[0]
    assert problem.values == {"number": "400", "qualifier": "about"}


@pytest.mark.parametrize("mark", [":", ".", "..", "-", "x", "n/a", "NA", "bd.", "Brak danych"])
def test_a_mark_of_absence_is_no_value_and_never_zero(mark):
    outcome = read("5", mark)
    assert (values(outcome), list(outcome.rows["status"])) == ([5, None], ["", "missing"])
    assert [(cell.raw, cell.value, cell.why) for cell in outcome.normalised] == [(mark, "", "absent")]


def test_what_was_read_as_something_else_is_told():
    outcome = read("1 234,5", "−5", "7")
    assert [(cell.row, cell.raw, cell.value, cell.why) for cell in outcome.normalised] == [
        (2, "1 234,5", "1234.5", "thousands"),
        (3, "−5", "-5", "sign"),
    ]


def polish(number, spaces):
    whole, _, part = f"{number:.2f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    groups = f"{int(digits):,}".replace(",", spaces)
    return f"{sign}{groups},{part}"


@given(
    numbers=some.lists(some.integers(-(10**11), 10**11), min_size=1, max_size=8),
    spaces=some.sampled_from(["", " ", "\u00a0", "\u202f", "."]),
)
def test_every_way_of_parting_thousands_gives_the_same_number(numbers, spaces):
    exact = [number / 100 for number in numbers]
    outcome = read(*(polish(number, spaces) for number in exact))
    assert (values(outcome), outcome.problems, outcome.questions) == (exact, (), ())
