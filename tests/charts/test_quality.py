"""The grids of what indicators need and of what has come in."""

from typing import get_args

from azory_monitor.charts.coverage import ACROSS, coverage
from azory_monitor.charts.marks import CELL, HAS, LACKS
from azory_monitor.charts.readiness import readiness
from azory_monitor.model.quality import CellState, Need
from tests.charts import quality
from tests.charts.pictures import marks, texts

KEY = 2


def test_every_need_of_every_indicator_is_a_mark(english, programme):
    results = quality.readiness()
    chart = readiness(english, programme, results)
    assert len(marks(chart.figure)) == KEY + sum(len(one.has + one.lacks) for one in results)
    assert len(chart.table.rows) == len(results)


def test_what_is_there_is_full_and_what_is_missing_hollow(english, programme):
    results = quality.readiness()
    (trace,) = readiness(english, programme, results).figure.data
    hollow = [colour for colour in trace.marker.color if colour not in trace.marker.line.color]
    assert len(hollow) == 1 + sum(len(one.lacks) for one in results)
    assert HAS.full and not LACKS.full


def test_every_group_of_indicators_has_the_heads_of_its_columns(speaking, programme):
    written = texts(readiness(speaking, programme, quality.readiness()).figure)
    heads = [speaking.say(f"chart.readiness.head.{need}") for need in get_args(Need)]
    counts = {head: written.count(head) for head in heads}
    assert set(counts.values()) == {len(programme.objectives) + 1}


def test_every_mark_says_its_need_and_state(english, programme):
    (trace,) = readiness(english, programme, quality.readiness()).figure.data
    assert {"Target: missing", "Definition: there"} <= set(trace.hovertext)


def test_every_state_of_a_period_has_a_mark_of_its_own_and_a_word(speaking):
    assert CELL.keys() == set(get_args(CellState))
    assert len({(mark.symbol, mark.full) for mark in CELL.values()}) == len(CELL)
    assert len({speaking.say(mark.word) for mark in CELL.values()}) == len(CELL)


def test_every_state_that_occurs_stands_in_the_key(english, programme):
    results = quality.coverage()
    chart = coverage(english, programme, results)
    assert {english.say(f"cell_state.{state}") for state in quality.STATES} <= set(texts(chart.figure))
    only_in = texts(coverage(english, programme, results[1:2]).figure)
    assert english.say("cell_state.late") not in only_in


def test_of_a_long_series_the_latest_periods_are_drawn_and_that_is_said(english, programme):
    months = quality.coverage()[1:2]
    written = texts(coverage(english, programme, months).figure)
    assert "January 2017" not in written and "June 2018" in written
    assert any(f"last {ACROSS} periods" in text for text in written)
    assert len(marks(coverage(english, programme, months).figure)) == ACROSS + 1


def test_a_value_that_came_late_says_when_and_by_how_much(english, programme):
    (trace,) = coverage(english, programme, quality.coverage()).figure.data
    assert "2013: came in late, 2 March 2014 (30 days late)" in [text.replace("\xa0", " ") for text in trace.hovertext]


def test_without_results_there_is_no_picture(english, programme):
    assert readiness(english, programme, []) is None
    assert coverage(english, programme, []) is None
