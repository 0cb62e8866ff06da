"""The lanes of the journey: what happened is full, what was planned hollow, what has no date stands aside."""

import dataclasses
import datetime

import pytest

from azory_monitor.charts.journey import journey
from azory_monitor.chronicle import journey as told
from azory_monitor.model.register import Activity
from tests.charts import estate
from tests.charts.pictures import marks, texts
from tests.compare.drawn import rows

TODAY = datetime.date(2019, 6, 15)


@pytest.fixture
def draw(english, programme):
    def drawn(events, today=TODAY):
        usual = {"kind": "meeting", "state": "held", "date": "undated"}
        found = [Activity(title_en=cells["id"], **(usual | cells)) for cells in rows(events)]
        of = dataclasses.replace(programme, activities=estate.by_id(found))
        return journey(english, of, told(of, today).entries, today=today).figure

    return drawn


def looks(figure):
    """Symbol, whether full, and number of each mark, those on the axis first."""
    paper = "#fbfaf7"
    return [
        (symbol, colour != paper, text)
        for trace in figure.data
        for symbol, colour, text in zip(trace.marker.symbol, trace.marker.color, trace.text, strict=True)
    ]


def test_what_happened_is_full_and_what_was_planned_hollow(draw):
    figure = draw("id|state|date\na|held|2018-05-01\nb|planned|2019-12-01\nc|planned|2018")
    assert sorted(looks(figure)) == [("circle", False, ""), ("circle", True, ""), ("square", False, "")]


def test_an_event_that_came_later_shows_both_its_days(draw):
    figure = draw("id|state|date|planned\na|held|2019-02|2018-05")
    assert sorted(looks(figure)) == [("circle", False, ""), ("circle", True, "")]
    assert len({x for x, _ in marks(figure)}) == 2


def test_what_has_no_date_is_one_mark_with_a_number_at_the_side(draw):
    figure = draw("id|state|date\na|held|\nb|held|\nc|planned|\nd|held|2018-05-01")
    timed, aside = figure.data
    assert list(timed.text) == [""] and timed.xaxis == "x"
    assert list(aside.text) == ["2", ""] and aside.xaxis == "x2"
    assert figure.layout.xaxis2.domain[1] < figure.layout.xaxis.domain[0]


def test_without_dates_there_is_no_axis_and_without_undated_no_margin(draw):
    assert "no date" in " ".join(texts(draw("id|date\na|")))
    assert not any(note.text == "<b>2018</b>" for note in draw("id|date\na|").layout.annotations)


def test_a_change_of_a_goal_is_a_diamond(draw):
    assert looks(draw("id|kind|date\na|goal_change|2018-05")) == [("diamond", True, "")]


def test_where_many_crowd_one_mark_counts_them(draw):
    drawn = "\n".join(f"e{n}|2018-05-{n % 28 + 1:02d}" for n in range(120))
    figure = draw(f"id|date\n{drawn}\nfar|2012-01-01")
    assert len(marks(figure)) < 10
    assert sum(int(text or 1) for _, _, text in looks(figure)) == 121
    assert figure.layout.height < 400


def test_every_entry_is_in_a_mark_or_named_by_a_number(draw):
    drawn = "\n".join(f"e{n}|{2010 + n % 9}-{n % 12 + 1:02d}|{('feast', 'meeting')[n % 2]}" for n in range(400))
    figure = draw(f"id|date|kind\n{drawn}")
    assert sum(int(text or 1) for _, _, text in looks(figure)) == 400


@pytest.mark.parametrize(("today", "is_drawn"), [("2018-08-01", True), ("2019-06-15", True), ("2026-11-23", False)])
def test_today_is_a_line_only_where_it_is_near(draw, today, is_drawn):
    figure = draw("id|date\na|2018-05-01", datetime.date.fromisoformat(today))
    assert ("today" in texts(figure)) == is_drawn


def test_without_entries_there_is_no_picture(english, programme):
    assert journey(english, programme, []) is None
