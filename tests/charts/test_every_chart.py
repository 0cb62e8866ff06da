"""What holds for every picture, whatever it shows."""

import re

import plotly.io
import pytest

from azory_monitor.charts.style import PALETTES
from azory_monitor.model.presented import Chart
from tests.charts.pictures import CHARTS, marks, sizes, texts

WIDEST = 62
"""Characters of small type that fit across the narrowest screen."""

OURS = r"</?b>|<br>|<span style=\"color:#[0-9a-f]{6}\">|</span>"
"""The only mark-up that a figure may carry."""


@pytest.fixture(params=CHARTS)
def draw(request, programme):
    return lambda speaker, theme="light", of=programme: CHARTS[request.param](speaker, of, theme)


def test_a_chart_says_its_answer_unit_and_source_and_has_its_table_and_text(draw, speaking):
    chart = draw(speaking)
    assert isinstance(chart, Chart)
    assert all([chart.title, chart.alt, chart.unit, chart.source, chart.table.rows])
    assert chart.title.endswith((".", "?", "!"))
    assert len(chart.alt) > len(chart.title)


def test_the_same_results_give_the_same_picture(draw, english):
    assert draw(english).figure.to_json() == draw(english).figure.to_json()


def test_a_picture_owes_nothing_to_plotlys_default_template(draw, english, monkeypatch):
    before = draw(english).figure.to_json()
    monkeypatch.setattr(plotly.io.templates, "default", "plotly_dark")
    assert draw(english).figure.to_json() == before


@pytest.mark.parametrize("theme", PALETTES)
def test_a_picture_lets_the_page_show_through_and_fits_any_width(draw, english, theme):
    layout = draw(english, theme).figure.layout
    assert layout.template.layout.paper_bgcolor == layout.template.layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.template.layout.font.family == "Lato, sans-serif"
    assert layout.width is None
    assert layout.height > 100
    assert None not in (layout.margin.l, layout.margin.r, layout.margin.t, layout.margin.b)


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_comes_from_the_palette(draw, english, theme):
    used = set(re.findall(r"#[0-9a-f]{6}", draw(english, theme).figure.to_json()))
    tinted = {colour for colour in used if colour not in PALETTES[theme].values()}
    assert len(tinted) <= 1, "only amounts are tinted"


def test_no_line_of_text_is_wider_than_a_telephone(draw, speaking):
    shown = [re.sub(OURS, "\n", text.replace("<b>", "").replace("</b>", "")) for text in texts(draw(speaking).figure)]
    assert [line for text in shown for line in text.split("\n") if len(line) > WIDEST] == []


def test_type_is_large_enough_to_read(draw, english):
    assert min(sizes(draw(english).figure)) >= 11


def test_every_mark_tells_what_it_is_when_pointed_at(draw, speaking):
    for trace in draw(speaking).figure.data:
        assert trace.hoverinfo in ("text", "skip")
        if trace.hoverinfo == "text":
            assert all(trace.hovertext)


def test_what_looks_like_mark_up_in_the_data_stays_text(draw, english, programme):
    hostile = '<b>bold</b><a href="javascript:alert(1)">link</a><br>&amp;'
    for table in ("areas", "themes", "objectives", "indicators", "barriers", "activities", "institutions", "funding"):
        rows = getattr(programme, table)
        named = {"name": hostile, "short": hostile, "title": hostile}
        for key, row in rows.items():
            cells = {name: {"": text} for name, text in named.items() if name in type(row).model_fields}
            rows[key] = row.model_copy(update=cells)
    written = texts(draw(english).figure)
    assert any("&lt;b&gt;bold" in text for text in written)
    for text in written:
        assert "<" not in re.sub(OURS, "", text)
        assert "<b>bold</b>" not in text
    assert marks(draw(english).figure)
