"""Everything that is wrong with a file is told at once, each fault in its cell."""

import datetime

import pytest

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from azory_monitor.model.batch import Normalised, Problem
from tests.intake.estate import brief, checked, told, values


def test_a_plain_file_of_measurements_is_taken_as_it_is():
    outcome = checked("""
        indicator,area,period,value,numerator,denominator,source,note
        seniors,azory,2016,27.94,3663,13109,Table 2,
        seniors,krakow,2016,24.4,,,Table 2,rounded
    """)
    assert (outcome.problems, outcome.normalised, outcome.questions) == ((), (), ())
    assert outcome.rows.astype(object).where(outcome.rows.notna(), None).to_dict("records") == [
        {
            "indicator": "seniors", "area": area, "period": "2016", "value": value, "numerator": numerator,
            "denominator": denominator, "source": "Table 2", "note": note, "qualifier": "", "status": "",
            "locator": "", "spread": None, "variant": "", "row": row,
        }
        for area, value, numerator, denominator, note, row in [
            ("azory", 27.94, 3663, 13109, "", 2),
            ("krakow", 24.4, None, None, "rounded", 3),
        ]
    ]  # fmt: skip


def test_the_reading_says_how_the_file_was_taken():
    content = "Wskaźnik;Obszar;Okres;Wartość\r\nseniors;azory;2016;27,94\r\n".encode("utf-8-sig")
    assert checked(content).reading.model_dump() == {
        "container": "csv", "encoding": "utf-8-sig", "delimiter": ";", "decimal": ",", "sheet": "", "sheets": (),
        "inside": "",
        "header_row": 1, "layout": "long", "table": "measurements", "rows": 1, "ignored": (),
        "wide": "", "wide_columns": (0, 0),
        "columns": {"Wskaźnik": "indicator", "Obszar": "area", "Okres": "period", "Wartość": "value"},
    }  # fmt: skip


def test_columns_are_found_by_their_headings_not_by_their_place():
    one = checked("""
        value;note_en;period;area;indicator
        5;said;2016;azory;meetings
    """)
    other = checked("""
        indicator;area;period;value;note_en
        meetings;azory;2016;5;said
    """)
    assert one.rows.equals(other.rows)


def test_all_problems_of_a_file_are_told_at_once_each_in_its_cell():
    outcome = checked("""
        Wskaźnik;Obszar;Okres;Wartość;status
        seniors;Azory II;2016;27,94;
        senior;azory;2016 rok;27,9%;
        seniors;azory;;27,94;ostateczne
        meetings;azory;2017;osiem;sure
        meetings;krakow;2017;8;
    """)
    assert told(outcome) == [
        (2, "Obszar", "Azory II", "unknown_ref"),
        (3, "Wskaźnik", "senior", "unknown_ref"),
        (3, "Wartość", "27,9%", "percent_sign"),
        (4, "Okres", "", "period_missing"),
        (5, "Wartość", "osiem", "not_a_number"),
        (5, "status", "sure", "unknown_choice"),
    ]
    assert list(outcome.rows["row"]) == [6]


def test_an_unknown_name_is_told_whole_with_what_is_allowed_and_the_nearest():
    assert checked("indicator;area;period;value\nmeetings;Azory II;2016;5\n").problems == (
        Problem(
            row=2,
            column="area",
            value="Azory II",
            rule="unknown_ref",
            allowed=("azory", "krakow", "widok", "widok-zarzecze"),
            nearest="azory",
            values={"name": "Azory II", "table": "areas"},
        ),
    )


@pytest.mark.parametrize("name", ["azory", "AZORY", "Osiedle Azory", "azory estate", "os. Azory", "Azory  I"])
def test_an_area_may_be_called_by_any_of_its_names(name):
    outcome = checked(f"indicator;area;period;value\nmeetings;{name};2016;5\n")
    assert (list(outcome.rows["area"]), outcome.problems) == (["azory"], ())


def test_a_name_that_two_rows_share_stands_for_neither_but_their_ids_do():
    outcome = checked("indicator;area;period;value\nmeetings;Widok;2016;5\nmeetings;widok-zarzecze;2016;5\n")
    assert list(outcome.rows["area"]) == ["widok", "widok-zarzecze"]
    labels = intake.known_of(None).labels("areas")
    assert labels == {}


def test_a_name_read_as_an_id_is_told():
    outcome = checked("indicator;area;period;value\n2.b;Kraków;II kw. 2018;5\n")
    assert outcome.normalised == (
        Normalised(row=2, column="indicator", raw="2.b", value="meetings", why="name"),
        Normalised(row=2, column="area", raw="Kraków", value="krakow", why="name"),
        Normalised(row=2, column="period", raw="II kw. 2018", value="2018-Q2", why="period"),
    )


@pytest.mark.parametrize(
    ("period", "rule"),
    [("2027", "future_period"), ("2026-12", "future_period"), ("wiosna", "not_a_period"), ("", "period_missing")],
)
def test_a_measurement_needs_a_period_that_has_begun(period, rule):
    assert told(checked(f"indicator;area;period;value\nmeetings;azory;{period};5\n")) == [(2, "period", period, rule)]


@pytest.mark.parametrize("period", ["2026", "2026-11-23", "undated", "bez daty"])
def test_this_year_and_an_undated_value_are_no_problem(period):
    assert checked(f"indicator;area;period;value\nmeetings;azory;{period};5\n").problems == ()


def test_headings_that_are_not_known_are_told_with_the_nearest_and_lacking_ones_too():
    outcome = checked("""
        indicatr;area;period;value;remarks;area
        meetings;azory;2016;5;;krakow
    """)
    assert [(*brief(problem), problem.nearest) for problem in outcome.problems] == [
        (1, "indicatr", "indicatr", "unknown_column", "indicator"),
        (1, "remarks", "remarks", "unknown_column", ""),
        (1, "area", "area", "heading_twice", ""),
        (1, "indicator", "", "missing_column", ""),
    ]
    assert outcome.rows.empty


def test_data_without_a_heading_are_told_but_an_empty_last_column_is_not():
    assert checked("indicator;area;period;value;\nmeetings;azory;2016;5;\n").problems == ()
    assert told(checked("indicator;area;period;value;\nmeetings;azory;2016;5;!\n")) == [(2, "", "!", "no_heading")]


@pytest.mark.parametrize("heading", ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "{0.__class__}", "a" * 3000])
def test_a_hostile_heading_is_only_one_that_is_not_read(heading):
    outcome = checked(f'indicator;area;period;value;"{heading}"\nmeetings;azory;2016;5;1\n')
    assert told(outcome) == [(1, heading, heading, "left_out_figures")]
    assert values(outcome) == [5]


def test_a_file_without_rows_is_told():
    assert told(checked("indicator;area;period;value\n")) == [(1, "", "", "no_rows")]


def test_a_row_that_stands_twice_is_told_and_its_first_kept():
    outcome = checked("""
        indicator;area;period;value
        meetings;azory;2016;5
        meetings;Azory I;2016;5,0
        meetings;krakow;2016;5
    """)
    assert [(problem.row, problem.rule, problem.values) for problem in outcome.problems] == [
        (3, "duplicate", {"other": 2})
    ]
    assert list(outcome.rows["row"]) == [2, 4]


def test_rows_that_contradict_each_other_are_told_and_none_of_them_is_kept():
    outcome = checked("""
        indicator;area;period;value
        meetings;azory;2016;5
        meetings;azory;2016;6
        meetings;krakow;2016;5
    """)
    assert [(*brief(problem), problem.values) for problem in outcome.problems] == [
        (2, "value", "5", "conflict", {"other": 3}),
        (3, "value", "6", "conflict", {"other": 2}),
    ]
    assert list(outcome.rows["row"]) == [4]


def test_figures_marked_as_conflicting_stand_side_by_side():
    outcome = checked("""
        indicator;area;period;value;source;locator;status
        meetings;azory;2016;5;;;
        meetings;azory;2016;6;Report;L1;conflicting
        meetings;azory;2016;7;Report;L2;conflicting
    """)
    assert outcome.problems == ()
    assert list(outcome.rows["variant"]) == ["", "Report L1", "Report L2"]


def test_a_text_keeps_everything_but_the_apostrophe_that_a_spreadsheet_needs():
    outcome = checked("""
        indicator;area;period;value;note;source
        meetings;azory;2016;5;'=1+1;NA
        meetings;azory;2017;5;'tis;**bold** ![](http://x)
    """)
    assert list(outcome.rows["note"]) == ["=1+1", "'tis"]
    assert list(outcome.rows["source"]) == ["NA", "**bold** ![](http://x)"]
    assert [(cell.row, cell.raw, cell.value, cell.why) for cell in outcome.normalised] == [
        (2, "'=1+1", "=1+1", "apostrophe")
    ]


def test_a_control_character_in_a_text_is_a_problem():
    assert told(checked("indicator;area;period;value;note\nmeetings;azory;2016;5;a\x07b\n")) == [
        (2, "note", "a\x07b", "control_character")
    ]


def test_more_faults_than_can_be_listed_are_counted_and_no_such_row_is_kept():
    days = [datetime.date(1990, 1, 1) + datetime.timedelta(days) for days in range(10_050)]
    lines = [f"meetings;azory;{day};none on {day}" for day in days]
    outcome = checked("\n".join(["indicator;area;period;value", *lines]).encode())
    assert len(outcome.problems) == 10_001
    assert (outcome.problems[0].rule, outcome.problems[0].values, values(outcome)) == ("more", {"n": 50}, [])


@pytest.mark.parametrize(
    ("column", "row"), [("value", "meetings;azory;2016;none {}"), ("period", "meetings;azory;no {};5")]
)
def test_a_column_of_nothing_but_nonsense_is_refused_before_it_takes_long(column, row):
    lines = [row.format(number) for number in range(30_000)]
    with pytest.raises(UnreadableFile) as refused:
        checked("\n".join(["indicator;area;period;value", *lines]).encode())
    assert (refused.value.key, refused.value.values) == ("error.other_column", {"column": column, "n": 20_000})
