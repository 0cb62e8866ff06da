import pytest

from azory_monitor.charts.difference import difference
from tests.charts import estate
from tests.charts.pictures import marks, texts


def test_every_share_is_a_mark_at_its_difference_to_the_rest(english, programme):
    chart = difference(english, programme, estate.shares())
    assert [x for x, _ in marks(chart.figure)] == pytest.approx([0.44, 0.11, 0.81], abs=0.01)
    assert len(chart.table.rows) == 3


def test_differences_carry_their_sign_and_unit(speaking, programme):
    written = " ".join(texts(difference(speaking, programme, estate.shares()).figure))
    assert f"+{speaking.number(0.44)}\u00a0{speaking.say('unit.points')}" in written


def test_zero_is_on_the_axis_whatever_the_differences(english, programme):
    low, high = difference(english, programme, estate.shares()).figure.layout.xaxis.range
    assert low < 0 < high


def test_rates_have_no_place_among_percentages(english, programme):
    rates = [result for result in estate.standings() if result.indicator == "welfare"]
    assert difference(english, programme, rates) is None
    assert len(marks(difference(english, programme, [*estate.shares(), *rates]).figure)) == 3


def test_a_share_without_counts_is_drawn_without_an_interval(english, programme):
    bare = [result for result in estate.standings() if result.indicator == "older" and result.benchmark == "krakow"]
    figure = difference(english, programme, bare).figure
    assert [x for x, _ in marks(figure)] == [pytest.approx(3.75)]
    assert not any("interval" in text for text in texts(figure))
