"""Errors, problems and readings in words."""

import pytest

from azory_monitor.errors import NotAllowed, Refused, StandsOn, Unknown
from azory_monitor.model.batch import Asked, Problem, Reading
from azory_monitor.words.sentences import (
    error_sentence,
    problem_line,
    problem_place,
    problem_sentence,
    question_sentence,
    reading_sentence,
)
from tests.words.drawn import EN, PL, spaced


@pytest.mark.parametrize(
    ("error", "polish"),
    [
        (Unknown("error.batch_unknown", batch=1234), "Nie ma partii danych o numerze 1234."),
        (Refused("error.problems", n=1), "Plik zawiera 1 błąd. Niczego nie zapisano."),
        (Refused("error.problems", n=3), "Plik zawiera 3 błędy. Niczego nie zapisano."),
        (Refused("error.questions", n=5), "Przed zapisem trzeba odpowiedzieć na 5 pytań."),
        (
            StandsOn("error.stands_on", batch=3, later=(5, 7)),
            "Partii 3 nie można cofnąć, bo opierają się na niej późniejsze: 5, 7. Najpierw cofnij tamte.",
        ),
        (
            NotAllowed("error.not_allowed", role="reader", deed="undo"),
            "Do tego potrzebne są inne uprawnienia: cofanie zmian. Twoja rola: osoba czytająca.",
        ),
        (
            Unknown("error.area_unknown", id="Azory II", nearest="azory"),
            "Nie ma obszaru „Azory II”. Najbliższa znana nazwa: azory.",
        ),
        (Unknown("error.area_unknown", id="x", nearest=""), "Nie ma obszaru „x”."),
    ],
)
def test_an_error_says_what_went_wrong_and_what_helps(error, polish):
    assert spaced(error_sentence(PL, error)) == polish


CHOICE = Problem(
    row=9, column="kind", value="hose", rule="unknown_choice", allowed=("house", "garden"), nearest="house"
)


def test_a_problem_names_what_is_allowed_and_what_is_nearest():
    assert problem_sentence(EN, CHOICE).endswith("Allowed: house, garden. Nearest known name: house.")


def test_a_long_list_of_what_is_allowed_is_cut_and_says_so():
    long = CHOICE.model_copy(update={"allowed": tuple(f"v{n}" for n in range(40)), "nearest": ""})
    assert problem_sentence(EN, long).endswith(
        "Allowed among others: v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11."
    )


def test_a_problem_has_a_place_as_the_spreadsheet_counts():
    places = [
        CHOICE,
        Problem(row=9, rule="more"),
        Problem(row=0, column="kind", rule="more"),
        Problem(row=0, rule="more"),
    ]
    assert [problem_place(PL, one) for one in places] == [
        "wiersz 9, kolumna „kind”",
        "wiersz 9",
        "kolumna „kind”",
        "cały plik",
    ]


def test_a_line_has_place_and_problem():
    assert problem_line(EN, CHOICE).startswith("Line 9, column “kind”: ")


def test_braces_in_a_cell_are_shown_as_they_are():
    assert "{value} {0}" in problem_sentence(EN, CHOICE.model_copy(update={"value": "{value} {0}"}))


def test_problems_that_are_only_counted_are_counted_in_the_right_form():
    told = [spaced(problem_sentence(PL, Problem(row=0, rule="more", values={"n": n}))) for n in (1, 2, 5)]
    assert len(set(told)) == 3 and "1 " in told[0] and "5 " in told[2]


def test_a_question_shows_what_it_is_about():
    asked = Asked(key="sheet", about="A, B", values={"sheets": "A, B"}, choices=("A", "B"))
    assert "A, B" in question_sentence(EN, asked)


def test_a_reading_says_how_a_text_file_was_read():
    reading = Reading(
        container="csv",
        encoding="cp1250",
        delimiter=";",
        decimal=",",
        header_row=3,
        table="measurements",
        ignored=("Uwagi", "Lp."),
        rows=36,
    )
    assert spaced(reading_sentence(PL, reading)) == (
        "Plik tekstowy, kodowanie Windows-1250; kolumny rozdziela średnik, znak dziesiętny to przecinek. "
        "Układ: jeden wiersz na wartość; nagłówki w wierszu 3. Tabela „Pomiary”: 36 wierszy danych. "
        "Kolumny, z których nie korzystamy: Uwagi i Lp."
    )


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (Reading(container="xlsx", sheet="2016", table="areas", rows=1), "Spreadsheet, sheet “2016”."),
        (Reading(container="package"), "Data package, one file for each table."),
        (Reading(container="csv", encoding="utf-8", delimiter="\t"), "columns are separated by a tab"),
    ],
)
def test_a_reading_says_how_any_file_was_read(reading, words):
    assert words in reading_sentence(EN, reading)
