import math

import pytest

from azory_monitor.charts.order import FOLLOWED
from azory_monitor.charts.peers import OWN, peers
from azory_monitor.charts.situation import situation
from tests.charts import together
from tests.charts.pictures import marks, texts


def test_few_areas_have_a_mark_each_and_one_for_every_part_on_a_scale_of_doublings(english, programme):
    found = together.index()
    shown = [x for x, _ in marks(situation(english, programme, found).figure)]
    scores = [entry.score for entry in found.entries] + sorted(term.score for term in found.own.terms)
    assert shown == pytest.approx([math.log2(score) for score in scores])


def test_the_range_of_all_ways_is_a_line_through_the_index(english, programme):
    found = together.index()
    ends = {(shape.x0, shape.x1) for shape in situation(english, programme, found).figure.layout.shapes}
    for entry in found.entries:
        assert (math.log2(entry.lowest), math.log2(entry.highest)) in ends


def test_a_part_that_is_worse_points_down_and_says_so(english, programme):
    figure = situation(english, programme, together.index()).figure
    symbols = list(figure.data[0].marker.symbol)
    assert symbols == ["diamond", "diamond", *["triangle-down"] * 5, "triangle-up"]
    assert any("<b>0.33</b>, worse" in text for text in texts(figure))
    assert any("<b>1.86</b>, better" in text for text in texts(figure))


def test_few_areas_show_no_places(speaking, programme):
    chart = situation(speaking, programme, together.index())
    assert len(chart.table.columns) == 3
    assert speaking.say("chart.index.rank_heading") not in texts(chart.figure)


def test_many_areas_stand_by_rank_with_the_range_of_their_places(english, programme):
    found = together.ranked()
    figure = situation(english, programme, found).figure
    assert [x for x, _ in marks(figure)] == [entry.score for entry in found.entries]
    heights = [y for _, y in marks(figure)]
    assert heights == sorted(heights)
    own = found.own
    assert f"{own.best_rank}–{own.worst_rank}" in texts(figure)
    assert list(figure.data[0].marker.size).count(FOLLOWED) == 1


def test_every_area_is_on_the_strip_of_every_feature_that_it_has(english, programme):
    found = together.alike()
    figure = peers(english, programme, found).figure
    assert [len(trace.x) for trace in figure.data] == [16, 16]
    for trace in figure.data:
        assert list(trace.marker.size).count(OWN) == 1
        assert list(trace.marker.symbol).count("diamond") == 5
        assert all(0 <= x <= 1 for x in trace.x)


def test_without_an_index_or_without_peers_there_is_no_picture(english, programme):
    nothing = {"entries": (), "method": "", "reason": "too_few_parts"}
    assert situation(english, programme, together.index().model_copy(update=nothing)) is None
    assert peers(english, programme, together.alike().model_copy(update={"entries": ()})) is None


def test_a_part_at_the_edge_of_all_scales_stays_on_the_picture(english, programme):
    found = together.index()
    far = found.own.terms[0].model_copy(update={"score": 1e9})
    entry = found.own.model_copy(update={"terms": (far, *found.own.terms[1:])})
    wide = found.model_copy(update={"entries": (entry,)})
    assert max(x for x, _ in marks(situation(english, programme, wide).figure)) == pytest.approx(4.1)
