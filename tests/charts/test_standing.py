import pytest

from azory_monitor.charts.marks import of_standing
from azory_monitor.charts.standing import standing
from tests.charts import estate
from tests.charts.pictures import marks, texts


def compared(**cells):
    """One comparison like the first of Table 3, with other cells."""
    return estate.standings()[0].model_copy(update=cells)


def test_every_comparison_is_a_mark_and_a_row(english, programme):
    chart = standing(english, programme, estate.standings())
    assert len(marks(chart.figure)) == len(chart.table.rows) == len(estate.standings()) == 12


def test_twice_and_half_lie_equally_far_from_the_benchmark(english, programme):
    pair = [compared(ratio=2.0, indicator="welfare"), compared(ratio=0.5, indicator="offences", side="better")]
    (twice, _), (half, _) = marks(standing(english, programme, pair).figure)
    assert twice == -half == 1


def test_the_worst_stands_first_and_the_best_last(english, programme):
    chart = standing(english, programme, estate.standings())
    names = [text for text in texts(chart.figure) if text.startswith("<b>") and "×" not in text]
    assert (names[0], names[-1]) == ("<b>Evictions ordered</b>", "<b>Offences</b>")


def test_the_numbers_stand_beside_the_marks(speaking, programme):
    written = " ".join(texts(standing(speaking, programme, estate.standings()).figure))
    for value in (72.67, 46.58, 43.71):
        assert speaking.number(value, 2) in written


def test_what_may_be_chance_is_hollow_and_the_note_says_why(english, programme):
    chart = standing(english, programme, estate.standings())
    assert {mark.full for mark in map(of_standing, estate.standings())} == {False}
    assert any(text.startswith("Hollow mark") for text in texts(chart.figure))


def test_a_tested_difference_is_full(english, programme):
    chart = standing(english, programme, estate.shares())
    assert {mark.full for mark in map(of_standing, estate.shares())} == {True}
    assert not any(text.startswith("Hollow mark") for text in texts(chart.figure))


@pytest.mark.parametrize(("results", "intervals"), [(estate.standings(), 0), (estate.shares(), 3)])
def test_an_interval_is_drawn_only_where_one_is_known(english, programme, results, intervals):
    figure = standing(english, programme, results).figure
    ends = [shape for shape in figure.layout.shapes if shape.x0 == shape.x1 and shape.y1 - shape.y0 == 14]
    assert len(ends) == 2 * intervals


@pytest.mark.parametrize(
    ("cells", "symbol", "word"),
    [
        ({"standing": "better", "reason": ""}, "triangle-up", "standing.better"),
        ({"standing": "worse", "reason": "", "clear": True}, "triangle-down", "standing_clear.worse"),
        ({"standing": "no_clear_difference", "reason": ""}, "circle", "standing.no_clear_difference"),
        ({"standing": "higher", "reason": "", "side": ""}, "diamond", "standing.higher"),
        ({"standing": "higher", "side": ""}, "diamond", "standing.higher"),
        ({"standing": "higher", "side": "better"}, "triangle-up", "chart.side.better"),
        ({"standing": "cannot_tell", "side": ""}, "circle", "standing.cannot_tell"),
    ],
)
def test_a_verdict_has_a_shape_and_a_word(cells, symbol, word):
    mark = of_standing(compared(**cells))
    assert (mark.symbol, mark.word) == (symbol, word)


def test_what_cannot_be_compared_is_named_and_not_drawn(english, programme):
    without = compared(indicator="offences", benchmark_value=None, ratio=None, reason="no_benchmark_value")
    chart = standing(english, programme, [compared(), without])
    assert len(marks(chart.figure)) == 1
    assert "Cannot be compared: Offences." in texts(chart.figure)
    assert len(chart.table.rows) == 2


def test_a_value_of_zero_stands_at_the_edge_with_its_number(english, programme):
    chart = standing(english, programme, [compared(value=0.0, ratio=0.0, side="better", standing="lower")])
    ((place, _),) = marks(chart.figure)
    assert 0 < place - chart.figure.layout.xaxis.range[0] < 0.2
    assert any("0.00×" in text for text in texts(chart.figure))


def test_without_a_single_comparison_there_is_no_picture(english, programme):
    assert standing(english, programme, []) is None
    assert standing(english, programme, [compared(ratio=None, reason="no_benchmark_value")]) is None


def test_the_title_speaks_of_the_widest_benchmark_and_the_text_of_all(english, programme):
    chart = standing(english, programme, estate.standings())
    assert "Kraków" in chart.title
    assert "Similar estates" not in chart.title
    assert "Similar estates" in chart.alt
