from azory_monitor.charts.barriers import barriers
from tests.charts import estate
from tests.charts.pictures import marks, texts


def test_every_filled_cell_is_a_mark_and_every_theme_a_row(english, programme):
    chart = barriers(english, programme, estate.barriers())
    assert len(chart.table.rows) == 3
    filled = [cell for row in chart.table.rows for cell in row[1:6] if cell.isdigit()]
    assert len(marks(chart.figure)) == len(filled) == 7


def test_a_barrier_of_two_objectives_counts_under_both_and_once_in_all(english, programme):
    shared = [row for row in estate.barriers() if row.id == "b3"]
    written = texts(barriers(english, programme, shared).figure)
    assert written.count("<b>1</b>") == 3


def test_a_barrier_of_no_objective_has_its_own_column(english, programme):
    alone = [row for row in estate.barriers() if row.id == "b5"]
    ((column, _),) = marks(barriers(english, programme, alone).figure)
    assert column == len(programme.objectives)


def test_an_empty_cell_is_visibly_empty(english, programme):
    figure = barriers(english, programme, estate.barriers()).figure
    empty = [note for note in figure.layout.annotations if note.text == english.say("cell.empty")]
    assert len(empty) == 3 * 5 - 7


def test_the_title_names_the_themes_with_most_barriers(english, programme):
    assert barriers(english, programme, estate.barriers()).title == "6 barriers; most in the theme “Premises” (3)."
    two = [row for row in estate.barriers() if row.id in ("b1", "b4")]
    assert barriers(english, programme, two).title == "2 barriers; most in the themes “Premises” and “People” (1 each)."


def test_without_barriers_there_is_no_picture(english, programme):
    assert barriers(english, programme, []) is None
