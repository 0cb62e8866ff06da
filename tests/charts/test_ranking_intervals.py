"""A ranking of values with counts: each area with its interval."""

import pytest
from statsmodels.stats.proportion import proportion_confint

from azory_monitor.charts.ranking import ranking
from azory_monitor.compare import rankings
from azory_monitor.words import tables
from tests.charts import estate
from tests.charts.pictures import marks, texts


@pytest.fixture
def counted(programme):
    """The sixteen estates by a share of which every one but the last gives counts."""
    rows = [
        estate.measured(
            "older", one, "2016", age, **({} if place == 15 else {"numerator": 10 * age, "denominator": 1000})
        )
        for place, (one, _, age) in enumerate(estate.estates())
    ]
    return rankings(programme, rows)[0]


def test_each_area_has_the_interval_of_its_own_counts(counted):
    for entry in counted.entries[:-1]:
        lower, upper = proportion_confint(10 * entry.value, 1000, method="wilson")
        assert (entry.lower, entry.upper) == pytest.approx((100 * lower, 100 * upper))
    assert (counted.entries[-1].lower, counted.entries[-1].upper) == (None, None)


def test_each_interval_is_a_line_through_its_mark_in_a_row_of_its_own(english, programme, counted):
    figure = ranking(english, programme, counted).figure
    assert [x for x, _ in marks(figure)] == [entry.value for entry in counted.entries]
    assert len({y for _, y in marks(figure)}) == 16
    ends = {(shape.x0, shape.x1) for shape in figure.layout.shapes}
    assert all((entry.lower, entry.upper) in ends for entry in counted.entries[:-1])


def test_the_benchmark_is_an_upright_line_with_its_name(english, programme, counted):
    city = estate.standings()[0].model_copy(update={"benchmark": "krakow", "benchmark_value": 41.5})
    figure = ranking(english, programme, counted, against=city).figure
    assert any(shape.x0 == shape.x1 == 41.5 for shape in figure.layout.shapes)
    assert any("Kraków 41.50" in text for text in texts(figure))


def test_the_interval_stands_in_the_table_and_members_without_a_value_have_none(english, programme, counted):
    short = counted.model_copy(update={"missing": ("ugorek",)})
    table = tables.ranking_table(english, programme, short)
    assert table.columns[-1] == "95\u00a0% interval"
    assert all(len(row) == 4 for row in table.rows)
    assert table.rows[-2][-1] == table.rows[-1][-1] == "–"
