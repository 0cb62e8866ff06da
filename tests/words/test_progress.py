"""How far an indicator has come, in words."""

import pytest

from azory_monitor.model.programme import Assessment
from azory_monitor.model.verdicts import Progress
from azory_monitor.words.sentences import objective_headline, progress_headline, progress_sentence, target_phrase
from tests.words.drawn import EN, PL, measured, programme, progressed, spaced

FIVE_BY_2020 = {"indicator": "meetings", "state": "agreed", "operator": ">=", "value": 5, "period": "2020"}
FROM_TWO = {"baseline_value": 1, "baseline_period": "2016"}


def told(speaker, target, *values, **changed):
    plan = programme(targets=[target] if target else [], **changed)
    figures = [measured("meetings", "hill", value, period=period) for period, value in values]
    (one,) = progressed(plan, *figures)
    return spaced(progress_sentence(speaker, plan, one))


def test_a_target_that_is_met():
    assert told(PL, FIVE_BY_2020, ("2018", 6)) == (
        "2.b Spotkania grupy: cel osiągnięty – ostatnia wartość: 6 spotkań (2018); "
        "cel: co najmniej 5 spotkań do końca 2020 r."
    )


def test_a_target_on_the_way_tells_both_shares():
    assert told(EN, FIVE_BY_2020 | FROM_TWO, ("2018", 4)) == (
        "2.b Group meetings: on course to the target – latest value: 4 meetings (2018); "
        "target: at least 5 meetings by the end of 2020; baseline: 1 meeting (2016); "
        "75 % of the way to the target covered, 50 % of the time gone."
    )


def test_a_target_that_is_too_far_is_behind():
    assert "opóźnienie w drodze do celu" in told(PL, FIVE_BY_2020 | FROM_TWO, ("2018", 2))


def test_a_value_further_away_than_the_baseline_has_no_share_of_the_way():
    words = told(EN, FIVE_BY_2020 | FROM_TWO, ("2018", 0))
    assert "moving away from the target – latest value: 0 meetings (2018)" in words and "of the way" not in words


def test_a_met_target_that_was_lost():
    assert "the target was met, but no longer is" in told(EN, FIVE_BY_2020 | FROM_TWO, ("2017", 6), ("2018", 3))


def test_an_indicator_without_a_target_or_a_value():
    assert told(PL, None) == "2.b Spotkania grupy: celu nie ustalono – nie ma jeszcze żadnej wartości."


def test_an_undated_value_is_told_as_undated():
    words = told(PL, {"indicator": "meetings", "state": "not_set"}, ("undated", 6))
    assert words == "2.b Spotkania grupy: celu nie ustalono – ostatnia wartość: 6 spotkań (bez daty)."


def test_a_tentative_target_is_called_so_and_a_strict_one_is_strict():
    target = FIVE_BY_2020 | {"state": "tentative", "operator": ">", "every": "year", "period": ""}
    assert told(EN, target, ("2018", 5)) == (
        "2.b Group meetings: behind on the way to the target – latest value: 5 meetings (2018); "
        "tentative target, not yet agreed: more than 5 meetings each year."
    )


def test_missing_data_are_told_once():
    assert told(EN, FIVE_BY_2020) == "2.b Group meetings: no data – target: at least 5 meetings by the end of 2020."


def test_a_passed_date_and_a_missing_baseline_are_told_as_reasons():
    passed = told(EN, FIVE_BY_2020 | FROM_TWO | {"period": "2018"}, ("2018", 4))
    assert passed.endswith(
        "by the end of 2018; baseline: 1 meeting (2016); 75 % of the way to the target covered, "
        "100 % of the time gone. The date has passed."
    )
    assert told(PL, FIVE_BY_2020, ("2018", 4)).endswith(
        "Nie ma wartości bazowej, więc nie wiadomo, jaką część drogi przebyto."
    )


def test_a_status_set_by_hand_names_its_author_and_why_and_what_the_figures_say():
    plan = programme(targets=[FIVE_BY_2020])
    plan.assessments["meetings hill"] = Assessment(
        indicator="meetings",
        area="hill",
        status="achieved",
        author="Anna",
        why={"en": "two more were held."},
        decided="2019-05-01",
    )
    (one,) = progressed(plan, measured("meetings", "hill", 4, period="2018"))
    assert spaced(progress_sentence(EN, plan, one)).endswith(
        "The status was set by hand (Anna): two more were held. The figures alone say: progress cannot be judged."
    )


@pytest.mark.parametrize(
    ("cells", "phrase"),
    [
        ({"operator": ">", "target": 5}, "więcej niż 5 spotkań"),
        ({"operator": "<=", "target": 1}, "najwyżej 1 spotkanie"),
        ({"operator": "=", "target": 3}, "dokładnie 3 spotkania"),
        ({"operator": "between", "target": 3, "target_upper": 6}, "od 3 do 6 spotkań"),
        ({"operator": "", "target": 6}, "6 spotkań"),
        ({"operator": ">", "target": 5, "every": "year"}, "więcej niż 5 spotkań w każdym roku"),
        (
            {"operator": ">=", "target": 5, "target_period": "2020-Q2"},
            "co najmniej 5 spotkań do końca II kwartału 2020 r.",
        ),
        ({}, ""),
    ],
)
def test_what_is_to_be_reached(cells, phrase):
    progress = Progress(indicator="meetings", area="hill", status="cannot_tell", **cells)
    assert spaced(target_phrase(PL, programme().indicators["meetings"], progress)) == phrase


def results(*statuses):
    return [Progress(indicator="meetings", area="hill", status=status) for status in statuses]


def test_a_headline_counts_every_status_in_the_right_form():
    found = results(*["achieved"] * 2, "not_started", *["no_target"] * 15)
    assert spaced(progress_headline(PL, programme(), found)) == (
        "18 wskaźników: 2 osiągnięte, 1 nierozpoczęty i 15 bez ustalonego celu."
    )
    assert progress_headline(EN, programme(), found) == "18 indicators: 2 met, 1 not started and 15 without a target."


def test_a_headline_of_one_objective_counts_only_its_indicators():
    found = [*results("behind"), Progress(indicator="crime", area="hill", status="achieved")]
    assert spaced(objective_headline(PL, programme(), "together", found)) == "1 opóźniony."


def test_no_indicators_are_no_zero_of_anything():
    assert progress_headline(EN, programme(), []) == "There are no indicators yet."
