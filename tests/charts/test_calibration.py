"""The picture of what chances are worth: drawn from the file that the simulation wrote."""

import json
import re

import pytest

from azory_monitor.charts.calibration import OUTCOME, calibration, false_alarms
from azory_monitor.charts.style import PALETTES
from tests.charts.pictures import marks, sizes, texts
from tests.charts.test_every_chart import OURS, WIDEST
from tests.source import PACKAGE

FOUND = json.loads((PACKAGE / "charts" / OUTCOME).read_text(encoding="utf-8"))


def test_every_tenth_of_every_kind_is_a_mark_and_a_row(speaking):
    chart = calibration(speaking)
    assert len(marks(chart.figure)) == len(chart.table.rows) == 60
    assert sum(len(trace.x) for trace in chart.figure.data) == 60


def test_marks_stand_at_the_chance_told_and_higher_the_oftener_it_came_true(english):
    (first, *_, last) = marks(calibration(english).figure)[:10]
    assert 0 < first[0] < 0.1 and 0.9 < last[0] < 1
    assert first[1] > last[1]


def test_the_title_tells_the_worst_gap_that_is_drawn(english):
    chart = calibration(english)
    rows = [(row[0], float(row[2].split("\u00a0")[0]), float(row[3].split("\u00a0")[0])) for row in chart.table.rows]
    told = [int(number) for number in re.findall(r"less than (\d+)", chart.title)]
    worst = [max(abs(told - came) for few, told, came in rows if ("three" in few) == is_few) for is_few in (0, 1)]
    assert all(gap - 1.1 <= wide <= gap + 0.1 for gap, wide in zip(told, worst, strict=True))


def test_no_series_is_left_out_of_the_count(english):
    assert english.number(sum(one["cases"] for one in FOUND["chances"])) in calibration(english).title


@pytest.mark.parametrize("theme", PALETTES)
def test_colours_come_from_the_palette_and_the_page_shows_through(english, theme):
    figure = calibration(english, theme).figure
    assert set(re.findall(r"#[0-9a-f]{6}", figure.to_json())) <= set(PALETTES[theme].values())
    assert figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.width is None


def test_it_can_be_read_on_a_telephone_and_without_seeing_it(speaking):
    chart = calibration(speaking)
    shown = [re.sub(OURS, "\n", text) for text in texts(chart.figure)]
    assert [line for text in shown for line in text.split("\n") if len(line) > WIDEST] == []
    assert min(sizes(chart.figure)) >= 11
    assert all([chart.title.endswith("."), chart.unit, chart.source])
    assert chart.alt.startswith(chart.title) and len(chart.alt) > 1000
    assert all(hover for trace in chart.figure.data for hover in trace.hovertext)


def test_the_worst_false_alarm_is_told(speaking):
    worst = max(one["share"] for one in FOUND["false_alarms"])
    assert speaking.percent(100 * worst, 1) in false_alarms(speaking)


def test_the_same_file_gives_the_same_picture(english):
    assert calibration(english).figure.to_json() == calibration(english).figure.to_json()
