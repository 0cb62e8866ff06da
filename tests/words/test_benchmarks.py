"""Comparisons with an earlier period, a standard, another period, of means, of surveys and of grades, in words."""

from dataclasses import replace

import pytest

from azory_monitor import compare
from azory_monitor.model.verdicts import Comparison
from azory_monitor.model.yardstick import Break, Grade, Standard
from azory_monitor.words import tables
from azory_monitor.words.alternatives import standing_alternative
from azory_monitor.words.sentences import comparison_headline, comparison_sentence, standing_phrase
from tests.words.drawn import EN, PL, measured, programme, spaced

MINUTES = {"pl": "minuta|minuty|minut", "en": "minute|minutes"}
OF_MEANS = {"name": {"pl": "Czas oczekiwania", "en": "Waiting time"}, "measure": "mean", "per": None, "unit": MINUTES}
OF_PEOPLE = {
    "name": {"pl": "Poczucie bezpieczeństwa", "en": "Feeling safe"},
    "question": {"pl": "Czy czuje się Pan/Pani bezpiecznie?", "en": "Do you feel safe?"},
    "direction": "higher",
    "decimals": 1,
}
OF_GRADES = {
    "name": {"pl": "Współpraca", "en": "Cooperation"},
    "measure": "score",
    "per": None,
    "unit": {},
    "direction": "higher",
    "decimals": 0,
}
NAMES = {
    1: {"pl": "wcale", "en": "not at all"},
    2: {"pl": "częściowo", "en": "partly"},
    3: {"pl": "w pełni", "en": "fully"},
}


def plan():
    bare = programme(wait=OF_MEANS | {"decimals": 1}, safe=OF_PEOPLE, trust=OF_GRADES)
    return replace(
        bare,
        standards={
            id: Standard(id=id, indicator=of, name={"pl": "Cel gminy", "en": "City plan"}, value=value)
            for id, of, value in (("p", "poverty", 1.65), ("c", "crime", 10), ("t", "trust", 3))
        },
        breaks={"jobless 2016": Break(indicator="jobless", period="2016", why={"en": "New law"})},
        grades={f"trust {value}": Grade(indicator="trust", value=value, name=name) for value, name in NAMES.items()},
    )


def found(*figures, against="earlier", other_period=False):
    told = compare.comparisons(plan(), figures, ["hill"], other_period=other_period)
    return [one for one in told if one.against == against and (one.benchmark_value is not None)]


def sentence(speaker, *figures, **asked):
    (one,) = found(*figures, **asked)
    return spaced(comparison_sentence(speaker, plan(), one))


MORE_POVERTY = (
    measured("poverty", "hill", 2.05, (1377, 67141)),
    measured("poverty", "hill", 1.64, (1100, 66900), "2015"),
)


def test_an_earlier_period_is_told_by_its_name():
    assert sentence(PL, *MORE_POVERTY) == (
        "Ubóstwo w 2016 r.: 2,05 % na osiedlu Górka wobec 1,64 % w 2015 r. – wyraźnie gorzej "
        "(o 0,41 p.p. więcej niż w 2015 r.; przedział 95 %: od 0,26 do 0,55)."
    )
    assert sentence(EN, *MORE_POVERTY) == (
        "Poverty in 2016: 2.05 % on the Hill estate, against 1.64 % in 2015 – clearly worse "
        "(0.41 pp more than in 2015; 95 % interval 0.26 to 0.55)."
    )


def test_an_earlier_rate_without_counts_has_a_direction_only():
    figures = (measured("crime", "hill", 12.0), measured("crime", "hill", 13.0, period="2014"))
    assert sentence(PL, *figures).startswith(
        "Przestępstwa w 2016 r.: 12,00 na 1000 mieszkańców na osiedlu Górka wobec 13,00 w 2014 r. – "
        "o 1,00 mniej niż w 2014 r., czyli korzystniej. Nie da się ocenić, czy to przypadek"
    )
    assert "– 1.00 less than in 2014, in the better direction. Whether by chance" in sentence(EN, *figures)


def test_no_clear_change_says_from_what():
    figures = (measured("old", "hill", 20, (200, 1000)), measured("old", "hill", 19, (190, 1000), "2015"))
    assert "(różnica wobec wartości w 2015 r.: 1,00 p.p.; przedział 95 %: od −2,47 do 4,47)." in sentence(PL, *figures)
    assert "(difference from the value in 2015: 1.00 pp; 95 % interval −2.47 to 4.47)." in sentence(EN, *figures)


def test_a_break_of_the_series_is_told():
    figures = (measured("jobless", "hill", 2), measured("jobless", "hill", 3, period="2015"))
    assert sentence(PL, *figures).endswith("– wskaźnik liczono wtedy według innej definicji, więc nie porównujemy.")
    assert sentence(EN, *figures).endswith("– the indicator was defined differently then, so they are not compared.")


def test_a_rough_earlier_value_is_told_as_such_and_the_present_one_as_it_is():
    figures = (measured("crime", "hill", 12.0), measured("crime", "hill", 9.0, period="2014", qualifier="about"))
    assert "12.00 per 1,000 residents on the Hill estate, against about 9.00 in 2014 – more," in sentence(EN, *figures)


def test_a_standard_is_told_with_its_value_and_its_name():
    figures = MORE_POVERTY[:1]
    assert sentence(PL, *figures, against="standard") == (
        "Ubóstwo w 2016 r.: 2,05 % na osiedlu Górka wobec normy 1,65 % („Cel gminy”) – wyraźnie gorzej "
        "(o 0,40 p.p. więcej niż norma; przedział 95 %: od 0,30 do 0,51)."
    )
    assert sentence(EN, *figures, against="standard") == (
        "Poverty in 2016: 2.05 % on the Hill estate, against the standard of 1.65 % (“City plan”) – clearly worse "
        "(0.40 pp more than the standard; 95 % interval 0.30 to 0.51)."
    )


def test_a_standard_that_cannot_be_told_apart_or_tested_says_so():
    near = (measured("poverty", "hill", 1.7, (17, 1000)),)
    assert "brak wyraźnej różnicy (różnica wobec normy: 0,05 p.p.; przedział" in sentence(PL, *near, against="standard")
    assert "no clear difference (difference from the standard: 0.05 pp; 95 %" in sentence(EN, *near, against="standard")
    rate = (measured("crime", "hill", 12.0),)
    assert "– o 2,00 więcej niż norma, czyli mniej korzystnie." in sentence(PL, *rate, against="standard")
    assert "– 2.00 more than the standard, in the worse direction." in sentence(EN, *rate, against="standard")


def test_another_period_of_the_benchmark_is_named_with_the_place():
    figures = (MORE_POVERTY[0], measured("poverty", "town", 1.5, (12000, 800000), "2014"))
    said = sentence(PL, *figures, against="area", other_period=True)
    assert "wobec 1,50 % w mieście w 2014 r. – wyraźnie gorzej (o 0,55 p.p. więcej niż w mieście w 2014 r.;" in said
    said = sentence(EN, *figures, against="area", other_period=True)
    assert "against 1.50 % in the town in 2014 – clearly worse (0.55 pp more than in the town in 2014;" in said
    rest = (*MORE_POVERTY, measured("poverty", "town", 1.5, (12000, 800000), "2015"))
    said = sentence(EN, *rest, against="area", other_period=True)
    assert "more than in the rest of the city in 2015;" in said


def test_means_are_told_with_the_interval_of_their_difference():
    figures = (
        measured("wait", "hill", 14, (None, 200), spread=6),
        measured("wait", "hill", 11, (None, 210), "2015", spread=5.5),
    )
    assert sentence(EN, *figures) == (
        "Waiting time in 2016: 14.0 minutes on the Hill estate, against 11.0 in 2015 – clearly worse "
        "(3.0 more than in 2015; 95 % interval 1.9 to 4.1)."
    )
    without = (measured("wait", "hill", 14), measured("wait", "hill", 11, period="2015"))
    assert sentence(PL, *without).endswith(
        "– o 3,0 więcej niż w 2015 r., czyli mniej korzystnie. "
        "Nie da się ocenić, czy to przypadek: nie podano odchylenia standardowego."
    )
    assert sentence(EN, *without).endswith("Whether by chance cannot be told: standard deviation not given.")


def test_a_survey_says_of_whom_and_what_its_interval_rests_on():
    figures = (
        measured("safe", "hill", 62, (310, 500), "2018"),
        measured("safe", "hill", 50, (240, 480)),
    )
    assert sentence(PL, *figures) == (
        "Poczucie bezpieczeństwa w 2018 r.: 62,0 % ankietowanych na osiedlu Górka wobec 50,0 % w 2016 r. – "
        "wyraźnie lepiej (o 12,0 p.p. więcej niż w 2016 r.; przedział 95 %: od 5,8 do 18,1). "
        "Przedział jest miarodajny, jeśli ankietowanych wybrano losowo."
    )
    assert sentence(EN, *figures).endswith("The interval holds if those asked were chosen at random.")
    assert "62.0 % of those asked on the Hill estate" in sentence(EN, *figures)


def test_a_worked_out_number_of_answers_is_told():
    figures = (measured("safe", "hill", 62, (None, 500), "2018"), measured("safe", "hill", 50, (240, 480)))
    assert sentence(PL, *figures).endswith("Liczbę odpowiedzi wyliczono z podanego odsetka i liczby ankietowanych.")
    assert sentence(EN, *figures).endswith("The number of answers was worked out from the share and the number asked.")


def test_a_survey_without_the_number_asked_claims_no_interval():
    figures = (measured("safe", "hill", 62, period="2018"), measured("safe", "hill", 50))
    assert "interval" not in sentence(EN, *figures) and "przedział" not in sentence(PL, *figures).lower()


def test_a_grade_is_told_by_its_name_and_never_subtracted():
    figures = (measured("trust", "hill", 2),)
    assert sentence(EN, *figures, against="standard").startswith(
        "Cooperation in 2016: 2 (partly) on the Hill estate, against the standard of 3 (fully) (“City plan”) – less, "
        "in the worse direction."
    )
    assert "2 (częściowo) na osiedlu Górka wobec normy 3 (w pełni) („Cel gminy”) – mniej," in sentence(
        PL, *figures, against="standard"
    )


def test_many_indicators_stand_against_the_earlier_period_together():
    figures = [*MORE_POVERTY]
    figures += [measured("old", "hill", 20, (200, 1000)), measured("old", "hill", 19, (190, 1000), "2015")]
    figures += [measured("jobless", "hill", 2), measured("jobless", "hill", 3, period="2015")]
    told = found(*figures)
    assert spaced(comparison_headline(PL, plan(), told)) == (
        "W jednym z dwóch wskaźników na osiedlu Górka jest wyraźnie gorzej niż w 2015 r. (Ubóstwo); "
        "w jednym bez wyraźnej różnicy (Osoby starsze). "
        "Poza tym 1 wskaźnika nie można porównać z wcześniejszym okresem (inna definicja)."
    )
    assert spaced(comparison_headline(EN, plan(), told)) == (
        "In one of two indicators the value on the Hill estate is clearly worse than in 2015 (Poverty); "
        "in one with no clear difference (Older people). "
        "1 further indicator cannot be compared with the earlier period (another definition)."
    )


def test_no_clear_change_in_all_is_said_of_both_values():
    figures = [measured("old", "hill", 20, (200, 1000)), measured("old", "hill", 19, (190, 1000), "2015")]
    figures += [measured("poverty", "hill", 2, (20, 1000)), measured("poverty", "hill", 2, (20, 1000), "2015")]
    assert comparison_headline(PL, plan(), found(*figures)).endswith(
        "nie widać wyraźnej różnicy między wartością na osiedlu Górka a wartością w 2015 r."
    )


def test_each_kind_and_period_is_answered_by_itself():
    figures = [*MORE_POVERTY, measured("crime", "hill", 12.0), measured("crime", "hill", 13.0, period="2014")]
    told = compare.comparisons(plan(), figures, ["hill"])
    said = comparison_headline(EN, plan(), [one for one in told if one.against != "area"])
    assert [said.count(part) for part in ("in 2015 –", "in 2014 –", "the standard of")] == [1, 1, 2]


def test_a_table_names_what_each_row_is_against():
    figures = [*MORE_POVERTY, measured("trust", "hill", 2)]
    told = [*found(*figures), *found(*figures, against="standard")]
    table = tables.comparison_table(EN, plan(), told)
    assert [row[table.columns.index("Compared with")] for row in table.rows] == [
        "Hill estate (2015)", "City plan", "City plan",
    ]  # fmt: skip
    assert table.rows[-1][-1] == "in the worse direction; cannot tell whether by chance"
    one_pair = tables.comparison_table(PL, plan(), found(*MORE_POVERTY))
    assert "Osiedle Górka (2015)" in one_pair.columns
    assert "Osiedle Górka (2015)" in one_pair.caption


@pytest.mark.parametrize("speaker", [PL, EN])
def test_every_kind_has_its_text_alternative(speaker):
    figures = [*MORE_POVERTY, measured("trust", "hill", 2)]
    told = [*found(*figures), *found(*figures, against="standard")]
    assert standing_alternative(speaker, plan(), told)


def test_a_mean_without_its_spread_has_a_few_words_for_a_table():
    one = Comparison(
        indicator="wait", area="hill", benchmark="town", period="2016", standing="higher", reason="spread_not_given"
    )
    assert standing_phrase(EN, one) == "higher; cannot tell whether by chance"
