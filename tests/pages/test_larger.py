"""Larger type makes pictures larger too, without moving anything."""

import pytest

from azory_monitor.ui.larger import larger
from tests.pages.conftest import visit


def test_pixels_grow_and_places_stay():
    figure = {
        "data": [{"x": [1, 2], "marker": {"size": [12, 12], "line": {"width": 2}}}],
        "layout": {
            "height": 200,
            "margin": {"l": 100, "autoexpand": False},
            "annotations": [{"x": 1, "font": {"size": 12}}],
        },
    }
    grown = larger(figure)
    assert grown["data"] == [{"x": [1, 2], "marker": {"size": [15, 15], "line": {"width": 2.5}}}]
    assert grown["layout"]["height"] == 250
    assert grown["layout"]["margin"] == {"l": 125, "autoexpand": False}
    assert grown["layout"]["annotations"] == [{"x": 1, "font": {"size": 15}}]


@pytest.mark.usefixtures("seeded")
def test_a_page_with_a_picture_that_has_only_words_opens_in_larger_type():
    app = visit("partners", lang="en", large="true")
    assert not app.exception
    assert len(app.get("plotly_chart")) == len(visit("partners", lang="en").get("plotly_chart"))
