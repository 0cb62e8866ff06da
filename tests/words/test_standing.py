"""One comparison in a sentence."""

import pytest

from azory_monitor.model.verdicts import Comparison
from azory_monitor.words.sentences import comparison_sentence, standing_phrase
from tests.words.drawn import EN, PL, compared, measured, programme, spaced


def told(speaker, *figures, benchmark="town", **changed):
    plan = programme(**changed)
    (one,) = compared(plan, *figures, benchmark=benchmark)
    return spaced(comparison_sentence(speaker, plan, one))


CLEARLY_MORE = (
    measured("poverty", "hill", 2.05, (1377, 67141)),
    measured("poverty", "town", 1.65, (12649, 766739)),
)
SLIGHTLY_MORE = (
    measured("poverty", "hill", 1.47, (989, 67141)),
    measured("poverty", "town", 1.37, (10521, 766739)),
)
NO_DIFFERENCE = (measured("poverty", "hill", 2.0, (20, 1000)), measured("poverty", "town", 1.9, (1900, 100000)))
MORE_THAN_TWICE = (measured("benefits", "hill", 27.5444), measured("benefits", "town", 13.25))
LESS = (measured("crime", "hill", 5.6243), measured("crime", "town", 10.47))


def test_a_clear_difference_is_told_with_its_size_against_the_rest_and_its_interval():
    assert told(PL, *CLEARLY_MORE) == (
        "Ubóstwo w 2016 r.: 2,05 % na osiedlu Górka wobec 1,65 % w mieście – wyraźnie gorzej "
        "(o 0,44 p.p. więcej niż w pozostałej części miasta; przedział 95 %: od 0,33 do 0,55)."
    )
    assert told(EN, *CLEARLY_MORE) == (
        "Poverty in 2016: 2.05 % on the Hill estate, against 1.65 % in the town – clearly worse "
        "(0.44 pp more than in the rest of the city; 95 % interval 0.33 to 0.55)."
    )


def test_a_difference_that_is_not_clear_is_not_called_clear():
    assert "– worse (0.11 pp more" in told(EN, *SLIGHTLY_MORE)


def test_a_difference_where_neither_way_is_good_is_neither_better_nor_worse():
    words = told(EN, *SLIGHTLY_MORE, poverty={"direction": "neither"})
    assert words.endswith("– 0.11 pp more than in the rest of the city (95 % interval 0.02 to 0.21).")


def test_where_there_is_no_clear_difference_the_limits_keep_their_signs():
    assert told(PL, *NO_DIFFERENCE) == (
        "Ubóstwo w 2016 r.: 2,00 % na osiedlu Górka wobec 1,90 % w mieście – brak wyraźnej różnicy "
        "(różnica wobec wartości w pozostałej części miasta: 0,10 p.p.; przedział 95 %: od −0,61 do 1,17)."
    )


def test_a_smaller_value_has_limits_without_minus_signs():
    fewer = (measured("poverty", "hill", 1.0, (671, 67141)), measured("poverty", "town", 1.65, (12649, 766739)))
    assert told(EN, *fewer).endswith(
        "clearly better (0.71 pp less than in the rest of the city; 95 % interval 0.63 to 0.79)."
    )


def test_the_interval_of_a_rate_of_events_is_that_of_the_ratio_which_decided():
    events = (measured("crime", "hill", 10.0, (130, 13000)), measured("crime", "town", 7.0, (5300, 760000)))
    words = told(EN, *events)
    assert "clearly worse (3.08 more than in the rest of the city; 95 % interval of the ratio 1.20 to 1.72)" in words


def test_without_counts_the_direction_is_told_and_that_chance_cannot_be_judged():
    assert told(PL, *LESS) == (
        "Przestępstwa w 2016 r.: 5,62 na 1000 mieszkańców na osiedlu Górka wobec 10,47 w mieście – "
        "o 4,85 mniej, czyli korzystniej. Nie da się ocenić, czy to przypadek: nie podano liczebności."
    )


def test_from_about_twice_on_an_untested_difference_is_told_in_times():
    assert "– ponad dwa razy tyle, czyli mniej korzystnie." in told(PL, *MORE_THAN_TWICE)
    assert "– more than twice as high, in the worse direction." in told(EN, *MORE_THAN_TWICE)


@pytest.mark.parametrize(
    ("value", "size"),
    [
        (19.4, "9.40 more"),
        (19.6, "about twice as high"),
        (20.0, "about twice as high"),
        (20.6, "more than twice as high"),
        (29.3, "nearly three times as high"),
        (99.6, "about ten times as high"),
        (134.0, "13.4 times as high"),
    ],
)
def test_times_are_told_as_they_are(value, size):
    assert f"– {size}, in the worse direction." in told(
        EN, measured("crime", "hill", value), measured("crime", "town", 10.0)
    )


def test_equal_rates_are_the_same():
    words = told(PL, measured("crime", "hill", 10.47), measured("crime", "town", 10.47))
    assert "– tyle samo. Nie da się ocenić" in words


def test_a_rough_figure_gives_a_direction_but_no_made_up_difference():
    words = told(EN, measured("old", "hill", 6.0, qualifier="less_than"), measured("old", "town", 9.0))
    assert words.startswith(
        "Older people in 2016: less than 6.00 % on the Hill estate, against 9.00 % in the town – less."
    )


def test_a_bound_that_does_not_decide_says_so():
    words = told(EN, measured("old", "hill", 6.0, qualifier="less_than"), measured("old", "town", 5.0))
    assert words.endswith("– one of the values is only a bound, so which is greater is not known.")


@pytest.mark.parametrize(
    ("figures", "ending"),
    [
        (
            [measured("crime", "hill", 5.0)],
            "5.00 per 1,000 residents on the Hill estate – nothing to compare with: Town.",
        ),
        (
            [measured("crime", "hill", 5.0), measured("crime", "town", 9.0, period="2015")],
            "on the Hill estate – the value to compare with (Town) is of another period, so they are not compared.",
        ),
        (
            [measured("crime", "hill", status="hidden"), measured("crime", "town", 9.0)],
            "Offences in 2016: a value is not shown, so that no one can be recognised.",
        ),
    ],
)
def test_without_a_verdict_the_reason_is_told(figures, ending):
    assert told(EN, *figures).endswith(ending)


def test_a_group_that_is_a_plain_mean_says_of_how_many():
    figures = [measured("crime", area, value) for area, value in (("hill", 5.0), ("lake", 6.0), ("wood", 8.0))]
    words = told(PL, *figures, benchmark="alike")
    assert "wobec 7,00 na podobnych osiedlach (zwykła średnia z 2 obszarów) – o 2,00 mniej" in words


def test_an_area_without_words_for_where_is_named_in_quotation_marks():
    plan = programme()
    figures = (measured("crime", "lake", 5.0), measured("crime", "town", 9.0))
    (one,) = compared(plan, *figures, area="lake")
    assert "w obszarze „Osiedle Jezioro”" in comparison_sentence(PL, plan, one)


def test_undated_figures_say_so():
    figures = [measured("crime", area, 9.0, period="undated") for area in ("hill", "town")]
    assert told(PL, *figures).startswith("Przestępstwa (bez daty): 9,00")


def test_without_stated_decimals_the_values_are_told_as_their_sources_print_them():
    words = told(EN, *CLEARLY_MORE, poverty={"decimals": None})
    assert "2.05 % on the Hill estate, against 1.65 %" in words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ({"standing": "worse", "clear": True}, "clearly worse"),
        ({"standing": "higher"}, "higher"),
        ({"standing": "no_clear_difference", "side": "worse"}, "no clear difference"),
        (
            {"standing": "higher", "side": "worse", "reason": "counts_not_given"},
            "in the worse direction; cannot tell whether by chance",
        ),
        ({"standing": "lower", "reason": "counts_not_given"}, "lower; cannot tell whether by chance"),
        ({"standing": "cannot_tell", "reason": "counts_not_given"}, "the same"),
        ({"standing": "cannot_tell", "reason": "other_period"}, "another period"),
        ({"standing": "cannot_tell"}, "cannot tell"),
    ],
)
def test_a_standing_has_a_few_words_for_a_table(verdict, words):
    one = Comparison(indicator="poverty", area="hill", benchmark="town", period="2016", **verdict)
    assert standing_phrase(EN, one) == words
