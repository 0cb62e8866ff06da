"""Pictures in words."""

from azory_monitor import compare
from azory_monitor.model.verdicts import Progress
from azory_monitor.words import alternatives
from tests.words.drawn import EN, PL, compared, measured, programme, spaced

PLAN = programme()


def test_the_picture_of_standings_is_told_mark_by_mark():
    figures = [measured("crime", "hill", 5.0), measured("crime", "town", 10.0), measured("poverty", "hill", 1.0)]
    words = spaced(alternatives.standing_alternative(PL, PLAN, compared(PLAN, *figures)))
    assert words.endswith(
        "Ubóstwo w 2016 r.: 1,00 % na osiedlu Górka, brak wartości do porównania; "
        "Przestępstwa w 2016 r.: 5,00 na 1000 mieszkańców na osiedlu Górka wobec 10,00 w mieście, "
        "korzystniej, nie wiadomo, czy przypadkiem."
    )


def test_the_picture_of_a_ranking_is_told_in_its_order():
    figures = [measured("crime", area, value) for area, value in (("hill", 5.0), ("lake", 6.0), ("wood", 8.0))]
    (ranking,) = compare.rankings(PLAN, figures)
    words = alternatives.ranking_alternative(EN, PLAN, ranking.model_copy(update={"missing": ("town",)}))
    assert words.endswith("1. Wood estate: 8.00; 2. Lake estate: 6.00; 3. Hill estate: 5.00; without a value: Town.")


def test_the_picture_of_progress_counts_first_and_then_names():
    found = [Progress(indicator="meetings", area="hill", status="behind")]
    assert alternatives.progress_alternative(EN, PLAN, found) == "1 indicator: 1 behind. 2.b Group meetings: behind."


def test_the_matrix_is_told_by_theme_and_empty_cells_once():
    words = alternatives.matrix_alternative(EN, PLAN, {("money", "together"): 3, ("money", ""): 1})
    assert words.endswith("Money: Cooperation – 3, no objective – 1; all other cells are empty.")


def test_a_matrix_without_barriers_says_that_none_is_recorded():
    assert alternatives.matrix_alternative(PL, PLAN, {}) == "Nie zapisano żadnej bariery."
