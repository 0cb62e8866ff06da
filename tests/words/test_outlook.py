"""What is said of change, chances and moved targets: whole sentences, in both languages."""

from datetime import date

import pytest

from azory_monitor import compare
from azory_monitor.model.outlook import Prospect, TargetChange, Trend
from azory_monitor.model.programme import Target
from azory_monitor.model.yardstick import Break
from azory_monitor.words import sentences, tables
from azory_monitor.words.numbers import tenths
from tests.words.drawn import EN, PL, TODAY, measured, programme, spaced

TARGET = {"indicator": "meetings", "operator": ">=", "value": 20, "period": "2020", "baseline_period": "2014"}


def yearly(indicator, *figures):
    """Measurements year by year: a number, or counts."""
    return [
        measured(
            indicator,
            "hill",
            value=None if isinstance(figure, tuple) else figure,
            counts=figure if isinstance(figure, tuple) else (),
            period=str(2014 + place),
        )
        for place, figure in enumerate(figures)
    ]


def trend_of(*figures, plan=None, indicator="poverty"):
    plan = plan or programme()
    found = compare.trends(plan, yearly(indicator, *figures), ["hill"], TODAY)
    return plan, next(one for one in found if one.indicator == indicator)


def said(speaker, *figures, **told):
    plan, trend = trend_of(*figures, **told)
    return spaced(sentences.trend_sentence(speaker, plan, trend))


FIVE = [(1000, 5000), (980, 5000), (930, 5000), (900, 5000), (850, 5000)]


def test_a_clear_change_is_told_with_its_ends_its_size_and_its_rule():
    assert said(EN, *FIVE) == (
        "Poverty on the Hill estate: a clear improvement; 20.00 % (2014), 17.00 % (2018); change "
        "along the line through "
        "these figures: −3.04 pp (95 % interval −4.41 to −1.67). Judged by the five latest figures with their counts: "
        "chi-squared test for trend at 99.8 %, and the direction must stay the same whichever figure is left out."
    )
    assert said(PL, *FIVE) == (
        "Ubóstwo na osiedlu Górka: wyraźna poprawa; 20,00 % (2014), 17,00 % (2018); zmiana według linii przez te "
        "wartości: −3,04 p.p. (przedział 95 %: od −4,41 do −1,67). Oceniono pięć ostatnich wartości wraz z "
        "liczebnościami: test chi-kwadrat dla trendu na poziomie 99,8 %, a kierunek musi zostać ten sam po pominięciu "
        "dowolnej z nich."
    )


def test_two_periods_are_told_as_such_and_a_real_change_is_not_called_clear():
    assert said(EN, (1000, 5000), (900, 5000)).startswith(
        "Poverty on the Hill estate: a real improvement; 20.00 % (2014), 18.00 % (2015); change: −2.00 pp (95 % "
    )
    assert "pierwszą" in said(PL, (1000, 5000), (900, 5000))


def test_what_chance_may_have_done_is_never_called_a_change():
    words = said(EN, 20.0, 19.0, 21.0, 18.0, 19.5)
    assert "no change that stands out from chance" in words
    assert not any(word in words for word in ("improvement", "worsening", "real", "clear"))


def test_too_few_figures_say_what_would_help():
    assert said(EN, 20.0, 12.0).endswith(
        "too few figures to tell a change from chance; 20.00 % (2014), 12.00 % (2015). "
        "The counts behind the figures are not given, and without them it takes five figures."
    )


def test_nothing_measured_is_said_to_be_nothing_measured():
    assert said(EN) == "Poverty on the Hill estate: change cannot be judged. There is no figure."
    assert said(PL) == "Ubóstwo na osiedlu Górka: zmiany nie można ocenić. Nie ma żadnej wartości."


def test_a_broken_series_says_since_when_and_why():
    plan = programme()
    plan.breaks["poverty 2016"] = Break(
        indicator="poverty", period="2016", why={"pl": "Nowa ustawa", "en": "A new act"}
    )
    assert "Only figures since 2016 are used, because the way of counting changed: A new act." in said(
        EN, *FIVE, plan=plan
    )
    assert "Uwzględniono tylko wartości od 2016 r., bo zmienił się sposób liczenia: Nowa ustawa." in said(
        PL, *FIVE, plan=plan
    )


PHRASES = [
    (FIVE, "a clear improvement"),
    ([20.0, 12.0], "too few figures to tell a change from chance"),
    ([], "no data"),
]


@pytest.mark.parametrize(("figures", "phrase"), PHRASES)
def test_a_cell_holds_the_verdict_or_the_reason_why_there_is_none(figures, phrase):
    assert sentences.trend_phrase(EN, trend_of(*figures)[1]) == phrase


def test_a_headline_counts_what_really_changed_first():
    plan = programme()
    rows = [*yearly("poverty", *FIVE), *yearly("jobless", (9, 90), (9, 90)), *yearly("crime", 3.0, 2.0)]
    found = compare.trends(plan, rows, ["hill"], TODAY)
    assert sentences.trend_headline(EN, plan, found) == (
        "6 series: 1 really improving, 1 without a change that stands out from chance, 1 with too "
        "few figures and 3 that "
        "cannot be judged."
    )
    assert sentences.trend_headline(PL, plan, found).startswith("6 szeregów: 1 z rzeczywistą poprawą, 1 bez zmiany")
    assert sentences.trend_headline(EN, plan, []) == "There is no series yet."


def prospect_of(*figures, **target):
    plan = programme(targets=[TARGET | {"state": "agreed"} | target])
    (found,) = compare.prospects(plan, yearly("meetings", *figures), "hill", TODAY)
    return plan, found


def test_a_chance_is_told_in_tenths_with_the_target_and_the_value_to_expect():
    plan, found = prospect_of(3, 5, 4, 9, 11)
    assert spaced(sentences.prospect_sentence(EN, plan, found)) == (
        "2.b Group meetings: if things go on as they have since 2014, the chance of meeting the target (at least 20 "
        "meetings by the end of 2020) is about 1 in 10; expected: 14 meetings (four chances in five: 10 to 19)."
    )
    assert spaced(sentences.prospect_sentence(PL, plan, found)) == (
        "2.b Spotkania grupy: jeśli zmiany będą postępować tak jak od 2014 r., szansa na osiągnięcie "
        "celu (co najmniej 20 "
        "spotkań do końca 2020 r.) to około 1 na 10; spodziewana wartość: 14 spotkań (cztery szanse "
        "na pięć: od 10 do 19)."
    )


def test_three_figures_are_told_to_be_few_and_never_nearly_sure():
    plan, found = prospect_of(1, 1, 2, period="2020", value=2000)
    assert found.chance < 0.05
    words = sentences.prospect_sentence(EN, plan, found)
    assert "about 1 in 10" in words and words.endswith("A chance from three figures is rough.")


def test_a_tentative_target_is_said_to_be_tentative():
    assert sentences.prospect_sentence(EN, *prospect_of(3, 5, 4, 9, 11, state="tentative")).endswith(
        "The target is tentative, not yet agreed."
    )


def test_a_target_for_every_year_is_told_for_the_next():
    plan, found = prospect_of(3, 5, 4, 9, 11, every="year", period="")
    assert "(at least 20 meetings in 2019)" in spaced(sentences.prospect_sentence(EN, plan, found))


def test_without_a_chance_the_reason_stands_alone():
    plan, found = prospect_of(3, 5)
    assert sentences.prospect_sentence(EN, plan, found) == (
        "2.b Group meetings: no chance of meeting the target is told: fewer than three comparable figures since the "
        "baseline."
    )


@pytest.mark.parametrize(
    ("chance", "english", "polish"),
    [
        (1e-9, "less than 1 in 20", "mniej niż 1 na 20"),
        (0.0499, "less than 1 in 20", "mniej niż 1 na 20"),
        (0.05, "about 1 in 10", "około 1 na 10"),
        (0.5, "about 5 in 10", "około 5 na 10"),
        (0.74, "about 7 in 10", "około 7 na 10"),
        (0.95, "about 9 in 10", "około 9 na 10"),
        (0.9501, "more than 19 in 20", "ponad 19 na 20"),
        (1 - 1e-9, "more than 19 in 20", "ponad 19 na 20"),
    ],
)
def test_no_chance_is_called_certain(chance, english, polish):
    found = Prospect(indicator="meetings", area="hill", chance=chance, points=9)
    assert (sentences.prospect_phrase(EN, found), sentences.prospect_phrase(PL, found)) == (english, polish)


def test_tenths_never_fall():
    found = [tenths(chance / 1000) for chance in range(1001)]
    assert found == sorted(found) and set(found) == set(range(11))


def moved(effect, former=None, current=None, **told):
    targets = [Target(area="hill", state="agreed", **cells) if cells else None for cells in (former, current)]
    return TargetChange(
        indicator="meetings",
        area="hill",
        changed=date(2026, 5, 3),
        by="Anna Nowak",
        effect=effect,
        before="",
        after="",
        former=targets[0],
        current=targets[1],
        **told,
    )


LESS = TARGET | {"value": 10, "period": "2022"}


def test_a_moved_target_tells_who_when_from_what_to_what_and_why():
    change = moved("easier", TARGET, LESS, why={"pl": "Sala była zamknięta.", "en": "The hall was closed."})
    assert spaced(sentences.target_change_sentence(EN, programme(), change)) == (
        "2.b Group meetings: target made easier on 3 May 2026 by Anna Nowak: from at least 20 "
        "meetings by the end of 2020 "
        "to at least 10 meetings by the end of 2022. Reason given: The hall was closed."
    )
    polish = spaced(sentences.target_change_sentence(PL, programme(), change))
    assert "cel złagodzono 3 maja 2026" in polish and "co najmniej 10 spotkań do końca 2022 r." in polish
    assert polish.endswith("Uzasadnienie: Sala była zamknięta.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (moved("harder", LESS, TARGET), "target made harder on 3 May 2026"),
        (moved("other", LESS, TARGET), "easier in one way and harder in another"),
        (moved("set", None, TARGET), "target set on 3 May 2026 by Anna Nowak: at least 20 meetings"),
        (moved("dropped", TARGET), "target dropped on 3 May 2026 by Anna Nowak; it was at least 20 meetings"),
        (moved("set", None, TARGET | {"every": "year", "period": ""}), "at least 20 meetings each year."),
    ],
)
def test_every_way_of_moving_a_target_has_its_words(change, words):
    assert words in spaced(sentences.target_change_sentence(EN, programme(), change))


def test_a_table_of_trends_leaves_nothing_out_and_hides_nothing():
    plan = programme()
    found = compare.trends(plan, yearly("poverty", *FIVE), ["hill"], TODAY)
    table = tables.trend_table(EN, plan, found)
    assert len(table.rows) == len(found) == 6
    assert [spaced(cell) for cell in table.rows[0]] == [
        "Poverty", "Hill estate", "2014 – 2018", "20.00 %", "17.00 %", "−3.04 pp", "a clear improvement",
        "chi-squared for trend", "5",
    ]  # fmt: skip
    assert "no data" in table.rows[2]


def test_a_table_of_prospects_tells_chance_value_and_band():
    plan, found = prospect_of(3, 5, 4, 9, 11)
    table = tables.prospect_table(PL, plan, [found])
    assert [spaced(cell) for cell in table.rows[0]] == [
        "2.b Spotkania grupy", "co najmniej 20 spotkań do końca 2020 r.", "około 1 na 10", "14 spotkań", "od 10 do 19",
        "5",
    ]  # fmt: skip
    nothing = Prospect(indicator="meetings", area="hill", reason="target_not_set")
    assert "celu nie ustalono" in tables.prospect_table(PL, plan, [nothing]).rows[0]


def test_a_trend_without_any_figure_can_be_said_and_set_out():
    nothing = Trend(indicator="poverty", area="hill", movement="too_few")
    for speaker in (PL, EN):
        assert sentences.trend_sentence(speaker, programme(), nothing)
        assert tables.trend_table(speaker, programme(), [nothing]).rows
