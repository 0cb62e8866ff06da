from typing import get_args

from azory_monitor.charts.marks import STATUS
from azory_monitor.charts.progress import progress
from azory_monitor.model.verdicts import Status
from tests.charts import estate
from tests.charts.pictures import marks, texts


def test_every_indicator_is_a_mark_and_a_row(english, programme):
    chart = progress(english, programme, estate.statuses())
    assert len(marks(chart.figure)) == len(chart.table.rows) == 18


def test_every_status_has_a_mark_of_its_own_and_a_word_in_every_language(speaking):
    assert STATUS.keys() == set(get_args(Status))
    assert len({(mark.symbol, mark.colour, mark.full) for mark in STATUS.values()}) == len(STATUS)
    assert len({speaking.say(mark.word) for mark in STATUS.values()}) == len(STATUS)


def test_no_two_marks_differ_by_colour_alone():
    assert len({(mark.symbol, mark.full) for mark in STATUS.values()}) == len(STATUS)


def test_what_is_not_known_is_outlined_and_what_is_known_is_filled(english, programme):
    tiles = [shape for shape in progress(english, programme, estate.statuses()).figure.layout.shapes]
    outlined = [tile for tile in tiles if tile.line.color != "rgba(0,0,0,0)"]
    unknown = [one for one in estate.statuses() if one.status in ("no_target", "no_data", "not_started", "cannot_tell")]
    assert (len(tiles), len(outlined)) == (18, len(unknown))


def test_an_objective_without_indicators_says_so(english, programme):
    first = [one for one in estate.statuses() if one.indicator.startswith("1")]
    written = texts(progress(english, programme, first).figure)
    assert written.count("This objective has no indicators yet.") == 3


def test_without_indicators_there_is_no_picture(english, programme):
    assert progress(english, programme, []) is None
