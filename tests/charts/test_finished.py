"""A finished figure is what was drawn, handed over without being drawn or copied again."""

import plotly.graph_objects as go
from plotly.io.json import to_json_plotly
from streamlit.testing.v1 import AppTest

from azory_monitor.charts.finished import Finished
from azory_monitor.charts.style import template

LAYOUT = {"template": template("light"), "height": 200, "xaxis": {"visible": False}, "yaxis2": {"title": {"text": "y"}}}


def parts(**layout):
    return go.Figure({"data": [{"type": "scatter", "x": [1, 2], "y": [3, 4]}], "layout": LAYOUT | layout}).to_dict()


def test_its_parts_are_handed_over_as_they_are():
    figure = Finished(parts())
    assert figure.to_dict() is figure.to_dict()
    assert figure.to_dict()["data"] == parts()["data"]


def test_what_the_template_says_stands_in_the_layout_and_what_the_figure_says_stands_over_it():
    layout, said = Finished(parts(font={"size": 40})).to_dict()["layout"], template("light")["layout"]
    assert "template" not in layout
    assert layout["font"] == said["font"] | {"size": 40}
    assert layout["hoverlabel"] == said["hoverlabel"]
    assert layout["xaxis"] == said["xaxis"] | {"visible": False}
    assert layout["yaxis2"] == said["yaxis"] | {"title": said["yaxis"]["title"] | {"text": "y"}}


def test_two_figures_have_one_number_only_if_they_are_alike():
    numbers = [Finished(parts(height=height)).to_dict()["layout"]["datarevision"] for height in (200, 200, 201)]
    assert numbers[0] == numbers[1] != numbers[2]


def test_streamlit_shows_it_as_it_is():
    def page():
        import streamlit

        from tests.charts.test_finished import Finished, parts

        streamlit.plotly_chart(Finished(parts()), theme=None)

    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    assert app.get("plotly_chart")[0].proto.spec == to_json_plotly(Finished(parts()).to_dict())
