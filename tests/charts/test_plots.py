"""What a native chart is made of: the numbers of the picture, whole years, verdicts beside their bars."""

import io

import openpyxl
import pytest
from pptx import Presentation

from azory_monitor.charts.lines import Line
from azory_monitor.charts.marks import HAS, LACKS
from azory_monitor.charts.plots import counted_plot, number_plot, series_plot
from azory_monitor.charts.style import PALETTES
from azory_monitor.model.presented import Chart, Plot, PlotSeries, Report, Section, Table
from azory_monitor.model.programme import Indicator
from azory_monitor.model.verdicts import Point
from azory_monitor.snapshot.pptx import Meeting, deck
from azory_monitor.snapshot.xlsx import workbook
from azory_monitor.words import speaker

EN = speaker("en")
WORK = Indicator(id="work", name={"en": "Work"}, kind="context", measure="rate", unit={"en": "%"})


def line(**values):
    rows = [Point(indicator="work", area="hill", period=period.strip("p"), value=x) for period, x in values.items()]
    return Line("Hill", rows, "estate", is_own=True)


def test_years_without_a_value_keep_their_place_on_the_axis():
    plot = series_plot(EN, WORK, [line(p2016=1.5, p2019=2.25)])
    assert plot.categories == ("2016", "2017", "2018", "2019")
    assert plot.series[0].values == (1.5, None, None, 2.25)
    assert plot.decimals == 2


def test_a_year_without_a_value_is_a_gap_and_zero_is_a_value():
    plot = series_plot(EN, WORK, [line(p2016=0.0, p2017=None, p2018=3.0)])
    assert plot.series[0].values == (0.0, None, 3.0)


@pytest.mark.parametrize("periods", [{"p2016": 1.0, "p2017-03": 2.0}, {"pundated": 1.0}, {"p2016": None}])
def test_periods_that_are_not_all_years_make_no_chart_of_categories(periods):
    assert series_plot(EN, WORK, [line(**periods)]) is None


def test_counts_add_up_and_what_there_is_none_of_is_left_out():
    plot = counted_plot(EN, ["a", "b"], {HAS: [2, 1], LACKS: [0, 0]})
    assert [(one.values, one.open) for one in plot.series] == [((2.0, 1.0), False)]
    assert number_plot(EN, {"a": 3}).series[0].values == (3.0,)


def drawn(plot):
    """A report of one chart, as a workbook and as a deck read again."""
    table = Table("Work", ("Period", "Value"), (("2016", "1"),))
    chart = Chart("Work has grown.", None, table, "It has grown from one to three.", plot.unit, "Office", plot)
    made = Report("en", "Plan", "Today", {"contents": "Contents"}, (Section("Work", charts=(chart,)),))
    said = Section("Nothing", ("Nothing.",))
    slides = deck(made, Meeting((), said, said, said), PALETTES["light"], EN)
    book = openpyxl.load_workbook(io.BytesIO(workbook(made, PALETTES["light"], EN)))
    frames = [shape for slide in Presentation(io.BytesIO(slides)).slides for shape in slide.shapes if shape.has_chart]
    return book, frames


def test_lines_with_gaps_and_intervals_are_native_charts_in_workbook_and_deck():
    own = PlotSeries("Hill", (1.0, None, 3.0), "estate", (0.5, None, 2.0), (1.5, None, 4.0))
    other = PlotSeries("Town", (2.0, 2.0, 2.0), "city")
    book, (frame,) = drawn(Plot("lines", ("2016", "2017", "2018"), (own, other), "%", 1))
    assert [series.values for series in frame.chart.plots[0].series] == [(1.0, None, 3.0), (2.0, 2.0, 2.0)]
    assert frame.chart.has_legend
    bars = frame.chart._chartSpace.xpath("//c:errBars/c:plus//c:v/text()")
    assert [float(x) for x in bars] == [0.5, 0.0, 1.0]
    assert len(book.worksheets[-1]._charts) == 1


def test_many_categories_go_on_over_slides_on_one_scale():
    values = tuple(float(n) for n in range(30, 0, -1))
    plot = Plot("bars", tuple(f"Estate {n}" for n in range(30)), (PlotSeries("Work", values, "city"),), "%")
    _, frames = drawn(plot)
    assert len(frames) > 2
    assert {(frame.chart.value_axis.minimum_scale, frame.chart.value_axis.maximum_scale) for frame in frames} == {
        (0.0, 40.0)
    }
    assert [x for frame in frames for x in frame.chart.plots[0].series[0].values] == list(values)


def test_a_chart_of_bars_below_and_above_one_counts_doublings():
    plot = Plot("bars", ("a", "b"), (PlotSeries("x", (0.3, 3.0), roles=("better", "worse")),), "times", 2, 1, True)
    _, (frame,) = drawn(plot)
    axis = frame.chart.value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0.125, 4.0)
    assert frame.chart._chartSpace.xpath("//c:logBase/@val") == ["2"]
    assert frame.chart._chartSpace.xpath("//c:catAx/c:crossesAt/@val") == ["1"]
