import pytest

from azory_monitor.charts.series import series
from azory_monitor.compare import points
from tests.charts import estate
from tests.charts.pictures import marks, texts


def of(figure, axis):
    """The values of a figure's followed area on one time axis."""
    return [y for trace in figure.data if trace.xaxis == axis and trace.name == "Azory" for y in trace.y]


def test_values_target_and_dated_events_are_marks(english, programme):
    chart = series(english, programme, estate.meetings(), progress=estate.path(), activities=estate.events())
    known = [row for row in chart.table.rows if row[2] != english.say("cell.missing") and row[0] != "undated"]
    baseline = 1
    assert len(marks(chart.figure)) == len(known) - baseline + 1 == 11


def test_a_place_without_a_value_is_a_gap_and_a_row_and_no_zero(english, programme):
    chart = series(english, programme, estate.meetings())
    assert of(chart.figure, None) == [None, 1, 4, 6]
    assert ("2016", "Azory", english.say("cell.missing")) in chart.table.rows


def test_a_value_without_a_date_stands_in_a_margin_of_its_own(english, programme):
    figure = series(english, programme, estate.meetings()).figure
    assert of(figure, "x2") == [2]
    assert figure.layout.xaxis2.domain[1] < figure.layout.xaxis.domain[0]
    assert "undated" in texts(figure)


def test_values_without_any_date_have_no_empty_time_axis(english, programme):
    figure = series(english, programme, estate.meetings()[-1:]).figure
    assert figure.layout.xaxis2.domain == (0, 1)
    assert figure.layout.xaxis.visible is False


def test_beside_dated_events_the_missing_dates_are_said(english, programme):
    figure = series(english, programme, estate.meetings()[-1:], activities=estate.events()).figure
    assert "No dated value yet" in texts(figure)


def test_values_of_different_grain_are_never_one_line(english, programme):
    grains = (("2018", 4), ("2018-Q2", 1), ("2019", 6))
    rows = points(programme, [estate.measured("2.b", "azory", period, value) for period, value in grains])
    traces = [list(trace.y) for trace in series(english, programme, rows).figure.data]
    assert sorted(traces) == [[1], [4, 6]]


def test_a_conflicting_value_lies_beside_the_line(english, programme):
    (other,) = points(programme, [estate.measured("2.b", "azory", "2018", 5, status="conflicting", source="t2")])
    traces = series(english, programme, [*estate.meetings()[1:4], other]).figure.data
    assert [(list(trace.y), trace.mode) for trace in traces] == [
        ([1, 4, 6], "lines+markers+text"),
        ([5], "markers+text"),
    ]


def test_one_value_is_a_picture(english, programme):
    chart = series(english, programme, estate.meetings()[2:3])
    assert len(marks(chart.figure)) == 1
    assert "2018" in texts(chart.figure)


@pytest.mark.parametrize("rows", [[], estate.meetings()[:1]])
def test_no_value_is_no_picture(english, programme, rows):
    assert series(english, programme, rows) is None


def test_other_areas_are_named_with_their_last_value(english, programme):
    rows = [row for row in points(programme, estate.rates()) if row.indicator == "welfare"]
    written = " ".join(texts(series(english, programme, rows).figure))
    for name, value in (("Azory", "72.67"), ("Similar estates", "43.71"), ("Kraków", "46.58")):
        assert f"{name} {value}" in written


@pytest.mark.parametrize(
    ("cells", "drawn"),
    [
        ({}, [[1, 8], [8]]),
        ({"target_period": ""}, [[8, 8]]),
        ({"every": "year"}, [[8, 8]]),
        ({"baseline": None, "baseline_period": ""}, [[8]]),
        ({"baseline": 2.0}, [[2, 8], [2], [8]]),
        ({"operator": "between", "target_upper": 9.0, "target_period": ""}, [[8, 8], [9, 9]]),
        ({"target": None, "state": "not_set"}, []),
    ],
)
def test_a_target_is_a_mark_with_its_path_or_a_level_and_what_nobody_set_is_not_drawn(english, programme, cells, drawn):
    plan = estate.path().model_copy(update=cells)
    figure = series(english, programme, estate.meetings(), progress=plan).figure
    assert [list(trace.y) for trace in figure.data if not trace.name] == drawn


def test_a_tentative_target_says_so(english, programme):
    plan = estate.path().model_copy(update={"state": "tentative"})
    figure = series(english, programme, estate.meetings(), progress=plan).figure
    assert any("tentative" in text for text in texts(figure))


@pytest.mark.parametrize(
    ("values", "starts_at_zero"),
    [((1, 4, 6), True), ((0, 0), True), ((-2, 3), False), ((27.9, 28.4), False), ((50, 50), True), ((10, 20), True)],
)
def test_the_value_axis_starts_at_zero_unless_values_lie_close_together_far_from_it(
    english, programme, values, starts_at_zero
):
    years = enumerate(values, start=2016)
    rows = points(programme, [estate.measured("older", "azory", str(year), value) for year, value in years])
    figure = series(english, programme, rows).figure
    low, high = figure.layout.yaxis2.range
    assert (low == 0) is starts_at_zero
    assert low < max(values) < high or max(values) == low == 0
    assert any("does not start at zero" in text for text in texts(figure)) is (low > 0)


def test_many_events_are_marked_and_left_to_the_table(english, programme):
    many = [event.model_copy(update={"id": f"e{n}"}) for n, event in enumerate(estate.events()[:6] * 2)]
    chart = series(english, programme, estate.meetings(), activities=many)
    assert "12 events, listed in the table" in texts(chart.figure)
    assert len(chart.table.rows) == len(estate.meetings()) + 12


def test_a_picture_of_another_area_labels_that_areas_values(english, programme):
    rows = [row for row in points(programme, estate.rates()) if row.indicator == "welfare"]
    figure = series(english, programme, rows, area="krakow").figure
    assert [trace.name for trace in figure.data if any(trace.text)] == ["Kraków"]


def test_values_with_counts_carry_their_interval_and_are_drawn_from_the_counts(english, programme):
    counted = estate.measured("poverty", "district", "2016", None, numerator=1377.0, denominator=67141.0)
    plain = estate.measured("poverty", "district", "2017", 2.1)
    chart = series(english, programme, points(programme, [counted, plain]), area="district")
    (trace,) = chart.figure.data
    assert list(trace.y) == [pytest.approx(100 * 1377 / 67141), 2.1]
    assert [bool(above) for above in trace.error_y.array] == [True, False]
    assert trace.y[0] + trace.error_y.array[0] == pytest.approx(2.161, abs=5e-4)
    assert [row[2].replace("\u00a0", " ") for row in chart.table.rows] == ["2.05 % (95%: 1.95–2.16)", "2.10 %"]


def test_where_the_values_lead_is_a_dashed_line_in_a_band_and_a_row_of_the_table(english, programme):
    chart = series(english, programme, estate.meetings(), progress=estate.path(), prospect=estate.prospect())
    assert [trace.fill for trace in chart.figure.data].count("toself") == 1
    told = " ".join(texts(chart.figure)).replace("<br>", " ").replace("\u00a0", " ")
    assert "expected: 8.6" in told
    assert any("four values in five between" in row[2] for row in chart.table.rows)


def test_without_a_chance_nothing_is_expected(english, programme):
    nothing = estate.prospect().model_copy(update={"path": (), "expected": None})
    chart = series(english, programme, estate.meetings(), progress=estate.path(), prospect=nothing)
    assert [trace.fill for trace in chart.figure.data].count("toself") == 0


@pytest.mark.parametrize("cells", [{}, {"target_period": ""}, {"every": "year"}, {"baseline": 2.0}])
def test_the_words_of_a_plan_stand_over_the_picture_where_no_value_can_lie_under_them(english, programme, cells):
    plan = estate.path().model_copy(update=cells)
    figure = series(english, programme, estate.meetings(), progress=plan).figure
    assert not any(trace.text for trace in figure.data if not trace.name)
    top = figure.layout.yaxis2.domain[1]
    rows = [note for note in figure.layout.annotations if "target" in note.text or "baseline" in note.text]
    assert rows and all(1 - note.y / figure.layout.yaxis.range[0] > top for note in rows)
