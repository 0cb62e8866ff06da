"""A foreign layout is a few lines of data; what it says beside the value is heeded."""

import pytest

from azory_monitor import intake
from tests.intake.estate import brief, checked, values

GUS = (
    '"Kod";"Nazwa";"Wiek";"Rok";"Wartosc";"Jednostka miary";"Atrybut";\n'
    '1261000;"Kraków";"ogółem";"2016";12,5;"tys. zł";"";\n'
    '1261000;"Kraków";"ogółem";"2017";0;"tys. zł";"x";\n'
    '1261000;"Kraków";"ogółem";"2018";0;"tys. zł";"";\n'
).encode()


def test_a_file_that_does_not_name_its_indicator_is_asked_for_it():
    outcome = checked(GUS)
    assert outcome.reading.layout == "gus_bdl_long"
    assert [(asked.key, asked.choices) for asked in outcome.questions if asked.key == "indicator"] == [
        ("indicator", ("seniors", "money", "meetings", "gatherings"))
    ]
    assert outcome.rows.empty


def test_a_false_zero_is_missing_and_a_true_one_is_zero():
    outcome = checked(GUS, indicator="money")
    assert (outcome.problems, outcome.questions) == ((), ())
    assert (values(outcome), list(outcome.rows["status"])) == ([12.5, None, 0], ["", "missing", ""])
    assert list(outcome.rows["area"]) == ["krakow"] * 3


def test_another_unit_than_the_indicator_has_is_asked_about():
    outcome = checked(GUS, indicator="meetings")
    assert [(asked.key, asked.about) for asked in outcome.questions] == [("unit", "tys. zł")]
    assert values(checked(GUS, indicator="meetings", unit="1000")) == [12500, None, 0]


def test_which_of_several_series_is_meant_is_asked_and_only_that_one_is_read():
    content = GUS.replace(b'"og\xc3\xb3\xc5\x82em";"2018"', b'"0-14";"2018"')
    outcome = checked(content, indicator="money")
    assert [(asked.key, asked.choices) for asked in outcome.questions] == [("keep:Wiek", ("ogółem", "0-14"))]
    assert outcome.rows.empty
    assert values(checked(content, **{"indicator": "money", "keep:Wiek": "0-14"})) == [0]


YEARS = """
    Miasto;2015;2016;2017
    Kraków;16,7;16,5;bd.
    Nigdzie;1,5;;bd.
"""


def test_years_as_columns_become_rows_and_areas_that_nobody_knows_are_left_out_and_told():
    outcome = checked(YEARS, indicator="seniors")
    assert list(zip(outcome.rows["period"], values(outcome), outcome.rows["row"], strict=True)) == [
        ("2015", 16.7, 2),
        ("2016", 16.5, 2),
        ("2017", None, 2),
    ]
    assert [(*brief(problem), problem.warning) for problem in outcome.problems] == [
        (3, "Miasto", "Nigdzie", "left_out_area", True)
    ]
    assert (outcome.reading.wide, outcome.reading.wide_columns) == ("period", (2, 4))
    assert [(cell.row, cell.column, cell.raw) for cell in outcome.normalised if cell.why == "absent"] == [
        (2, "2017", "bd.")
    ]


def test_an_answer_that_is_no_indicator_is_a_problem():
    rules = {problem.rule for problem in checked(YEARS, indicator="no-such").problems if not problem.warning}
    assert rules == {"unknown_ref"}


@pytest.mark.parametrize("heading", ["WARTOŚĆ", " wartość ", "Wartosc", "Value"])
def test_headings_are_known_whatever_their_case_spaces_and_accents(heading):
    sheet = intake.read("file.csv", f"Wskaźnik;Obszar;Okres;{heading}\na;b;2016;1\n".encode())
    assert sheet.match.columns == ("indicator", "area", "period", "value")
