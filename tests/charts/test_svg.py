"""Our figures as vectors: everything that a screen would show is there, in its place, and text stays text."""

import html
import json
import re
import xml.etree.ElementTree as xml

import pytest

from azory_monitor.charts.calibration import calibration
from azory_monitor.charts.svg import WIDTH, svg, svg_pieces
from azory_monitor.charts.symbols import outline
from tests.charts.pictures import CHARTS, marks

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=[*CHARTS, "calibration"])
def figure(request, programme, speaking):
    if request.param == "calibration":
        return calibration(speaking).figure
    return CHARTS[request.param](speaking, programme, "light").figure


def written(picture):
    return ["".join(text.itertext()) for text in xml.fromstring(picture).iter(f"{SVG}text")]


def shown(figure):
    """The lines of text that a reader sees without pointing at anything."""
    given = json.loads(figure.to_json())
    texts = [note["text"] for note in given["layout"]["annotations"]]
    for trace in given["data"]:
        texts += trace.get("text") or () if "text" in trace["mode"] else ()
    for name, axis in given["layout"].items():
        visible = name[1:5] == "axis" and axis.get("visible", True)
        texts += axis.get("ticktext") or () if visible else ()
    return [html.unescape(re.sub("<[^>]*>", "", line)) for text in texts for line in text.split("<br>") if text]


def test_every_piece_of_text_is_in_the_picture_as_it_stands(figure):
    assert sorted(line for line in written(svg(figure)) if line) == sorted(line for line in shown(figure) if line)


def test_every_mark_is_in_the_picture(figure):
    drawn = [path for path in xml.fromstring(svg(figure)).iter(f"{SVG}path") if "transform" in path.attrib]
    with_marks = [trace for trace in figure.data if "markers" in trace.mode]
    assert len(drawn) == sum(y is not None for trace in with_marks for y in trace.y)
    assert len(drawn) <= len(marks(figure))


def test_nothing_stands_outside_the_picture(figure):
    for text in xml.fromstring(svg(figure)).iter(f"{SVG}text"):
        if "transform" in text.attrib:
            continue
        x, y, wide = float(text.get("x")), float(text.get("y")), 0.5 * float(text.get("font-size"))
        long = len("".join(text.itertext())) * wide
        begins = x - {"start": 0, "middle": long / 2, "end": long}[text.get("text-anchor")]
        assert begins > -wide * 3
        assert begins + long < WIDTH + wide * 3
        assert 0 < y < figure.layout.height


def test_the_same_figure_gives_the_same_picture_twice(figure):
    assert svg(figure) == svg(figure)


def test_pieces_follow_each_other_without_gap_and_cut_no_line_of_text(figure):
    pieces = [xml.fromstring(piece) for piece in svg_pieces(figure, 300)]
    frames = [[float(number) for number in piece.get("viewBox").split()] for piece in pieces]
    assert sum(frame[3] for frame in frames) == pytest.approx(figure.layout.height)
    assert all(frame[3] <= 300.01 for frame in frames)
    cuts = [frame[1] for frame in frames[1:]]
    assert cuts == pytest.approx([frame[1] + frame[3] for frame in frames[:-1]])
    if len(figure.data) == 1:  # an axis of values is higher than such a small piece
        lines = [text for text in pieces[0].iter(f"{SVG}text") if "transform" not in text.attrib]
        bases = [float(text.get("y")) for text in lines]
        assert [base for base in bases for cut in cuts if base - 8 < cut < base + 1] == []


def test_a_picture_asks_nobody_for_anything(figure):
    picture = svg(figure).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"<(script|image|foreignObject|style|a)\b|href|http", picture)


@pytest.mark.parametrize("name", CHARTS)
def test_what_looks_like_mark_up_in_the_data_stays_text(name, programme, english):
    hostile = '</text><script>alert(1)</script><b>x</b>&amp;"\x00\x0b'
    for table in ("areas", "themes", "objectives", "indicators", "activities", "institutions"):
        rows = getattr(programme, table)
        for key, row in rows.items():
            named = [field for field in ("name", "short", "title") if field in type(row).model_fields]
            rows[key] = row.model_copy(update={field: {"": hostile} for field in named})
    picture = svg(CHARTS[name](english, programme, "light").figure)
    root = xml.fromstring(picture)
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "g", "path", "text", "tspan", "clipPath")
    }
    assert "\x00" not in picture


def test_a_shape_nobody_knows_is_drawn_as_a_circle():
    assert outline("octopus", 10) == outline("circle", 10)


@pytest.mark.parametrize("symbol", ["square", "diamond", "cross", "x", "triangle-up", "triangle-down", "star-diamond"])
def test_every_shape_has_its_own_outline(symbol):
    assert outline(symbol, 10) != outline("circle", 10)
    assert outline(f"{symbol}-open", 10) == outline(symbol, 10)
