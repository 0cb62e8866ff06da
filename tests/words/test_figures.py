"""Rankings, conflicts and misfits in words."""

from azory_monitor import compare
from azory_monitor.model.verdicts import Ranked, Ranking
from azory_monitor.words.sentences import conflict_sentence, misfit_sentence, ranking_sentence
from tests.words.drawn import EN, PL, measured, programme, spaced

PLAN = programme()


def ranking(*values, missing=()):
    """Estates in the order hill, lake, wood with their values, already in order."""
    entries = [Ranked(area=area, value=value, rank=rank) for area, value, rank in values]
    return Ranking(indicator="crime", group="alike", period="2016", source="study", entries=entries, missing=missing)


def test_a_place_is_told_with_the_way_it_is_counted_and_the_ends_of_the_range():
    order = ranking(("lake", 9.0, 1), ("hill", 7.5, 2), ("wood", 2.25, 3))
    assert spaced(ranking_sentence(PL, PLAN, order)) == (
        "Przestępstwa w 2016 r.: Osiedle Górka na 2. miejscu wśród 3 osiedli, licząc od najwyższej wartości – "
        "7,50 na 1000 mieszkańców; najniższa wartość 2,25, najwyższa 9,00."
    )
    assert spaced(ranking_sentence(EN, PLAN, order)) == (
        "Offences in 2016: Hill estate in place 2 among 3 estates, counted from the highest value – "
        "7.50 per 1,000 residents; lowest value 2.25, highest 9.00."
    )


def test_a_shared_place_is_called_shared():
    order = ranking(("lake", 9.0, 1), ("hill", 9.0, 1), ("wood", 2.0, 3))
    assert "na 1. miejscu wśród 3 osiedli (ex aequo)" in ranking_sentence(PL, PLAN, order)


def test_an_area_without_a_value_has_no_place():
    order = ranking(("lake", 9.0, 1), ("wood", 2.0, 2), missing=("hill",))
    assert (
        ranking_sentence(EN, PLAN, order) == "Offences in 2016: no value on the Hill estate; the order has 2 estates."
    )
    assert spaced(ranking_sentence(PL, PLAN, order)).endswith(
        "brak wartości na osiedlu Górka; zestawienie obejmuje 2 osiedla."
    )


def test_any_area_may_be_asked_for():
    order = ranking(("lake", 9.0, 1), ("hill", 7.5, 2), ("wood", 2.25, 3))
    assert "Wood estate in place 3" in ranking_sentence(EN, PLAN, order, "wood")


def test_a_conflict_names_every_figure_with_its_source_and_the_one_used():
    figures = [
        measured("old", "hill", 27.94),
        measured("old", "hill", 27.9, period="undated", status="conflicting", source="leaflet"),
    ]
    (conflict,) = compare.conflicts(PLAN, figures)
    assert spaced(conflict_sentence(PL, PLAN, conflict)) == (
        "Osoby starsze na osiedlu Górka: źródła podają różne wartości – "
        "27,94 % (2016, Badanie) – tę przyjęto; 27,9 % (bez daty, leaflet)."
    )


def test_a_figure_without_a_source_says_so():
    figures = [measured("old", "hill", 27.94), measured("old", "hill", 27.9, status="conflicting", source="")]
    (conflict,) = compare.conflicts(PLAN, figures)
    assert "27.9 % (2016, source not stated)" in spaced(conflict_sentence(EN, PLAN, conflict))


def test_a_misfit_tells_what_is_printed_and_what_the_counts_make():
    (misfit,) = compare.misfits(PLAN, [measured("poverty", "hill", 2.5, (1377, 67141))])
    assert spaced(misfit_sentence(EN, PLAN, misfit)) == (
        "Poverty in 2016: on the Hill estate 2.5 % is printed, while the counts given (1,377 of 67,141) make 2.05 %."
    )
