"""Many comparisons in one answer."""

import pytest

from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.sentences import chance_note, comparison_headline
from tests.words.drawn import EN, PL, compared, measured, programme, spaced


def rates(**values):
    """An untested figure of each indicator for the estate, against 10 in the town."""
    return [
        figure
        for indicator, value in values.items()
        for figure in (measured(indicator, "hill", value), measured(indicator, "town", 10.0))
    ]


def judged(indicator, standing, clear=False):
    """A tested comparison against the rest of the town, as far as a headline needs it."""
    return Comparison(
        indicator=indicator,
        area="hill",
        benchmark="town",
        period="2016",
        value=1.0,
        benchmark_value=1.0,
        tested_against="rest",
        standing=standing,
        clear=clear,
    )


def headline(speaker, found, plan=None):
    return spaced(comparison_headline(speaker, plan or programme(), found))


def test_untested_figures_are_counted_by_direction_and_chance_is_left_open():
    found = compared(programme(), *rates(poverty=12.0, jobless=11.0, crime=8.0))
    assert headline(PL, found) == (
        "W dwóch z trzech wskaźników wartość na osiedlu Górka jest mniej korzystna niż w mieście "
        "(Ubóstwo; Bezrobocie); w jednym – korzystniejsza (Przestępstwa). "
        "Nie da się ocenić, czy to przypadek: nie podano liczebności."
    )
    assert headline(EN, found) == (
        "In two of three indicators the value on the Hill estate is less favourable than that in the town "
        "(Poverty; Unemployment); in one it is more favourable (Offences). "
        "Whether by chance cannot be told: counts not given."
    )


def test_tested_figures_are_set_against_the_rest():
    found = [judged("poverty", "worse", True), judged("jobless", "worse", True), judged("crime", "worse", True)]
    assert headline(PL, found) == (
        "We wszystkich trzech wskaźnikach na osiedlu Górka jest wyraźnie gorzej niż w pozostałej części miasta."
    )
    assert headline(EN, found) == (
        "In all three indicators the value on the Hill estate is clearly worse than in the rest of the city."
    )


def test_clear_and_less_clear_differences_are_counted_apart():
    found = [judged("poverty", "worse", True), judged("jobless", "worse", True), judged("crime", "worse")]
    assert headline(PL, found) == (
        "W dwóch z trzech wskaźników na osiedlu Górka jest wyraźnie gorzej niż w pozostałej części miasta "
        "(Ubóstwo; Bezrobocie); w jednym jest gorzej (Przestępstwa)."
    )


def test_what_most_indicators_say_comes_first():
    found = [
        judged("poverty", "better"),
        judged("jobless", "no_clear_difference"),
        judged("crime", "no_clear_difference"),
    ]
    assert headline(EN, found) == (
        "In two of three indicators there is no clear difference between the value on the Hill estate and that in the "
        "rest of the city (Unemployment; Offences); in one it is better (Poverty)."
    )


def test_two_of_two_are_both():
    found = [judged("poverty", "better"), judged("jobless", "better")]
    assert headline(PL, found).startswith("W obu wskaźnikach na osiedlu Górka jest lepiej niż")


def test_indicators_that_cannot_be_compared_are_not_in_the_total_but_are_told():
    figures = [*rates(poverty=12.0, jobless=8.0), measured("crime", "hill", 5.0), measured("benefits", "hill", 5.0)]
    words = headline(PL, compared(programme(), *figures))
    assert words.startswith("W jednym z dwóch wskaźników wartość na osiedlu Górka jest mniej korzystna niż w mieście")
    assert words.endswith("Poza tym 2 wskaźników nie można porównać z obszarem „Miasto” (brak wartości do porównania).")


def test_where_nothing_can_be_compared_only_that_is_told():
    figures = [measured("crime", "hill", 5.0), measured("benefits", "hill", 5.0)]
    assert headline(EN, compared(programme(), *figures)) == (
        "2 indicators cannot be compared with “Town” (no value to compare with)."
    )


def test_one_comparison_is_told_in_full():
    (found,) = [compared(programme(), *rates(crime=5.0))]
    assert headline(EN, found).startswith(
        "Offences in 2016: 5.00 per 1,000 residents on the Hill estate, against 10.00"
    )


def test_no_comparison_says_that_there_is_none():
    assert headline(EN, []) == "There is nothing to compare yet."


def test_each_benchmark_has_its_own_sentence():
    figures = [*rates(crime=5.0), measured("crime", "alike", 6.0)]
    found = compared(programme(), *figures) + compared(programme(), *figures, benchmark="alike")
    assert headline(EN, found).count("Offences in 2016") == 2


def test_what_is_true_against_each_benchmark_is_said_once_and_last():
    figures = [*rates(poverty=12.0, jobless=11.0), measured("poverty", "lake", 9.0), measured("jobless", "lake", 9.0)]
    figures += [measured("poverty", "wood", 9.0), measured("jobless", "wood", 9.0)]
    found = compared(programme(), *figures) + compared(programme(), *figures, benchmark="alike")
    said = headline(EN, found)
    assert said.count("less favourable") == 2
    assert said.count("Whether by chance cannot be told") == 1
    assert said.endswith("Whether by chance cannot be told: counts not given.")


def test_equal_values_are_not_called_different():
    words = headline(EN, compared(programme(), *rates(poverty=10.0, jobless=10.0)))
    assert words.startswith("In both indicators the value on the Hill estate is the same as that in the town.")


def test_above_ten_numbers_are_digits_throughout():
    more = {f"i{n}": {"name": {"pl": f"W{n}", "en": f"I{n}"}} for n in range(12)}
    plan = programme(**more)
    found = [judged(id, "worse" if n < 3 else "better") for n, id in enumerate(more)]
    assert headline(PL, found, plan).startswith("W 9 z 12 wskaźników na osiedlu Górka jest lepiej niż")


@pytest.mark.parametrize(
    ("n", "polish"),
    [
        (3, "w trzech z pięciu wskaźników"),
        (4, "w czterech z pięciu wskaźników"),
        (5, "we wszystkich pięciu wskaźnikach"),
    ],
)
def test_small_numbers_are_words_in_the_case_the_sentence_asks_for(n, polish):
    indicators = ["poverty", "jobless", "old", "crime", "benefits"]
    found = [judged(id, "worse" if place < n else "better") for place, id in enumerate(indicators)]
    assert headline(PL, found).lower().startswith(polish)


def test_how_many_flags_chance_alone_would_raise_is_told():
    assert chance_note(EN, 40, 2.0).startswith("In 40 comparisons chance alone would give 2.0 false flags on average")
