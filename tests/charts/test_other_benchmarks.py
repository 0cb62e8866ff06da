"""Earlier periods, standards and other periods in the pictures that used to know areas only."""

from dataclasses import replace

import pytest

from azory_monitor.charts.difference import difference
from azory_monitor.charts.ranking import ranking
from azory_monitor.charts.standing import standing
from azory_monitor.compare import comparisons
from azory_monitor.model.yardstick import Standard
from tests.charts import estate
from tests.charts.pictures import marks, texts

NORM = {"pl": "Norma z uchwały", "en": "Norm of the resolution"}


def plan():
    bare = estate.programme()
    standard = Standard(id="norm", indicator="poverty", name=NORM, value=1.5)
    return replace(bare, standards={"norm": standard})


def results():
    """The district's poverty against the city, against itself earlier and against a standard."""
    rows = [
        estate.measured("poverty", area, period, None, numerator=x, denominator=n, source="t2")
        for area, period, x, n in (
            ("district", "2016", 1377.0, 67_141.0),
            ("district", "2015", 1200.0, 67_000.0),
            ("krakow", "2016", 12_649.0, 766_739.0),
        )
    ]
    return comparisons(plan(), rows, ["district"])


@pytest.mark.parametrize("draw", [standing, difference])
def test_every_kind_of_benchmark_is_a_mark_with_its_name(speaking, draw):
    chart = draw(speaking, plan(), results())
    assert len(marks(chart.figure)) == len(chart.table.rows) == 3
    written = " ".join(texts(chart.figure)).replace("<br>", " ").replace("\u00a0", " ")
    assert "2015" in written and speaking.text(NORM) in written


def test_the_title_speaks_of_the_widest_area_and_not_of_the_last_kind(english):
    chart = standing(english, plan(), results())
    assert "Kraków" in chart.title
    assert "2015" not in chart.title and "resolution" not in chart.title
    assert "2015" in chart.alt and "resolution" in chart.alt


def test_without_an_area_to_compare_with_the_title_speaks_of_what_there_is(english):
    others = [one for one in results() if one.against != "area"]
    chart = standing(english, plan(), others)
    assert "in 2015" in chart.title and "Norm of the resolution" in chart.title


NOTE = {2: "0.1 false flags", 3: "0.2 false flags"}


@pytest.mark.parametrize("draw", [standing, difference])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_how_many_flags_chance_would_raise_stands_under_two_tested_comparisons_or_more(english, draw, n):
    written = texts(draw(english, plan(), results()[:n]).figure)
    found = [text for text in written if "chance alone" in text.replace("<br>", " ")]
    assert len(found) == (1 if n > 1 else 0)
    assert all(NOTE[n] in text.replace("<br>", " ") for text in found)


def test_untested_comparisons_raise_no_flags_by_chance(english, programme):
    assert not any("chance alone" in text for text in texts(standing(english, programme, estate.standings()).figure))


def test_a_ranking_may_be_drawn_against_a_standard(english):
    standard = next(one for one in results() if one.against == "standard")
    drawn = ranking(english, plan(), estate.order(), against=standard)
    assert any("Norm of the resolution" in text for text in texts(drawn.figure))
