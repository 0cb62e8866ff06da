import pytest

from azory_monitor.charts.ranking import FOLLOWED, ranking
from tests.charts import estate
from tests.charts.pictures import marks, texts


def test_every_member_is_a_mark_at_its_value_and_a_row(english, programme):
    chart = ranking(english, programme, estate.order())
    assert sorted(x for x, _ in marks(chart.figure)) == sorted(age for _, _, age in estate.estates())
    assert len(chart.table.rows) == 16


def test_only_the_followed_estate_is_large_and_carries_its_place(english, programme):
    figure = ranking(english, programme, estate.order()).figure
    large = [x for x, size in zip(figure.data[0].x, figure.data[0].marker.size, strict=True) if size == FOLLOWED]
    assert large == [44.56]
    assert "<b>Azory: place 8 of 16 – 44.56\u00a0years</b>" in texts(figure)


def test_members_without_a_value_are_named_and_not_drawn(english, programme):
    order = estate.order()
    short = order.model_copy(update={"entries": order.entries[:8], "missing": ("ugorek", "dabie")})
    chart = ranking(english, programme, short)
    assert len(marks(chart.figure)) == 8
    assert any("Ugorek and Dąbie" in text for text in texts(chart.figure))


@pytest.mark.parametrize(("benchmark_value", "drawn"), [(41.5, True), (None, False)])
def test_the_citys_value_is_a_line_where_it_is_known(english, programme, benchmark_value, drawn):
    city = estate.standings()[-1].model_copy(update={"indicator": "age", "benchmark_value": benchmark_value})
    figure = ranking(english, programme, estate.order(), against=city).figure
    assert any(shape.x0 == shape.x1 == 41.5 for shape in figure.layout.shapes) is drawn


def test_equal_values_do_not_cover_each_other(english, programme):
    order = estate.order()
    same = order.model_copy(update={"entries": tuple(one.model_copy(update={"value": 40.0}) for one in order.entries)})
    assert len(set(marks(ranking(english, programme, same).figure))) == 16


def test_without_values_there_is_no_picture(english, programme):
    assert ranking(english, programme, estate.order().model_copy(update={"entries": ()})) is None
