"""Larger type makes pictures larger too, without moving anything."""

from azory_monitor.ui.larger import larger


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
