"""The seeded programme: a sound data package that holds what its document says, and invents nothing.

Expected figures are typed from the document (tables, figures and prose) and from the Kraków block-estate study.
"""

import csv
import json
from functools import cache

import pytest
from frictionless import validate

from azory_monitor.model.descriptor import describe
from azory_monitor.model.row import columns, header, headers
from azory_monitor.model.tables import TABLES
from tests.source import ROOT

DATA = ROOT / "data"
LANGUAGES = ("pl", "en")
UNDATED = "undated"

TABLE_1 = {(13109, 762448), (19681, 2135), (27.9, 24.19), (5.85, 4.65)}
TABLE_2 = {
    (1377, 67141, 2.05), (989, 67141, 1.47), (1341, 67141, 2.00),
    (12649, 766739, 1.65), (10521, 766739, 1.37), (9632, 766739, 1.26),
}  # fmt: skip
TABLE_3 = {
    (27.94, 27.91, 24.19), (2.88, 2.11, 2.13), (27.5444, 14.42, 13.25),
    (7.00, 2.11, 2.31), (72.67, 43.71, 46.58), (5.6243, 5.96, 10.47),
}  # fmt: skip
MEAN_AGES = [
    30.51, 41.16, 41.66, 42.22, 43.80, 44.11, 44.14, 44.39,
    44.56, 44.77, 44.88, 46.47, 46.49, 47.57, 47.86, 50.04,
]  # fmt: skip
YOUNG_SHARES = [
    8.58, 9.80, 10.16, 10.31, 10.51, 10.53, 10.60, 11.36,
    11.48, 11.99, 12.15, 12.21, 12.41, 13.39, 14.09, 26.97,
]  # fmt: skip
CLASS_BREAKS = [(1, 4), (5, 14), (15, 23), (24, 35), (36, 55)]
LETTERS = {1: "abcde", 2: "abcd", 3: "abc", 4: "abcdef"}
OUTPUT_CODES = [f"{objective}.{letter}" for objective, letters in LETTERS.items() for letter in letters]


@cache
def rows(table):
    """The rows of one table, as the model reads them."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        assert lines.fieldnames == headers(TABLES[table], LANGUAGES), table
        return [TABLES[table](**{name: cell for name, cell in line.items() if cell}) for line in lines]


def by_id(table):
    return {row.id: row for row in rows(table)}


def code(indicator_or_action):
    return indicator_or_action.code.strip("().").lower()


def measured(**wanted):
    return [row for row in rows("measurements") if all(getattr(row, name) == value for name, value in wanted.items())]


def not_held(table, areas):
    """The lines of a printed table that no indicator has, one figure an area."""
    held = {(row.indicator, row.area, row.value) for row in rows("measurements")}
    return [
        line
        for line in table
        if not any(
            all((indicator, area, figure) in held for area, figure in zip(areas, line, strict=True))
            for indicator in by_id("indicators")
        )
    ]


def the_estate():
    """The area that the programme is for."""
    return by_id("areas")[rows("programme")[0].areas[0]]


def the_city():
    """The area that the estate lies in and that lies in none."""
    area = the_estate()
    while area.parent:
        area = by_id("areas")[area.parent]
    return area


def test_the_descriptor_is_the_one_the_model_declares():
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor == describe(descriptor, LANGUAGES)


def test_the_package_is_valid_by_its_own_standard():
    report = validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_sound(table):
    keys = [tuple(str(getattr(row, part)) for part in row.key) for row in rows(table)]
    assert [key for key in keys if keys.count(key) > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_reference_points_to_a_row(table):
    lost = [
        (column.name, name)
        for row in rows(table)
        for column in columns(type(row))
        if column.kind in ("ref", "refs") and getattr(row, column.name)
        for name in ([getattr(row, column.name)] if column.kind == "ref" else getattr(row, column.name))
        if name not in by_id(column.to)
    ]
    assert lost == []


@pytest.mark.parametrize("table", TABLES)
def test_a_text_stands_in_every_language_or_in_none(table):
    half = [
        (header(column.name, ""), text)
        for row in rows(table)
        for column in columns(type(row))
        if column.kind == "translated" and (text := getattr(row, column.name)) and set(text) != set(LANGUAGES)
    ]
    assert half == []


def test_every_measurement_has_its_source_and_its_place_in_it():
    assert [row for row in rows("measurements") if row.source not in by_id("sources") or not row.locator] == []


def test_there_are_four_objectives():
    assert sorted(row.number for row in rows("objectives")) == [1, 2, 3, 4]


def test_output_indicators_are_the_eighteen_of_the_plan():
    assert sorted(code(row) for row in rows("indicators") if row.kind == "output") == OUTPUT_CODES


def test_every_output_indicator_belongs_to_the_objective_of_its_code():
    output = [row for row in rows("indicators") if row.kind == "output"]
    assert [row.id for row in output if str(by_id("objectives")[row.objective].number) != code(row)[0]] == []


def test_every_objective_has_one_result_indicator():
    assert sorted(row.objective for row in rows("indicators") if row.kind == "result") == sorted(by_id("objectives"))


def test_challenges_name_eight_process_indicators():
    process = [row for row in rows("indicators") if row.kind == "process"]
    assert len(process) == 8
    assert all(row.challenge for row in process)


def test_two_pairs_of_output_indicators_are_one_series_each():
    indicators = by_id("indicators")
    pairs = {frozenset((code(row), code(indicators[row.same_as]))) for row in rows("indicators") if row.same_as}
    assert {frozenset(("1.c", "4.a")), frozenset(("3.b", "4.b"))} <= pairs


def test_actions_are_the_eighteen_of_the_plan():
    assert sorted(code(row) for row in rows("actions") if row.code) == OUTPUT_CODES


def test_two_actions_are_not_started_and_one_of_them_is_to_be_verified():
    not_started = {code(row): row.to_verify for row in rows("actions") if row.state == "not_started"}
    assert not_started == {"3.c": True, "4.c": False}


def test_only_one_result_has_a_target_and_nobody_has_agreed_to_it():
    targets = {row.indicator: row for row in rows("targets")}
    results = [targets[row.id] for row in rows("indicators") if row.kind == "result"]
    named = [(row.state, row.operator, row.value, row.every) for row in results if row.state != "not_set"]
    assert named == [("tentative", ">", 5, "year")]
    assert [row for row in results if row.state == "not_set" and row.value is not None] == []


def test_the_matrix_has_every_key_action_under_every_challenge():
    cells = {(row.key_action, row.challenge) for row in rows("responses")}
    assert len(rows("responses")) == len(cells) == 15
    assert cells == {(action, challenge) for action in {a for a, _ in cells} for challenge in {c for _, c in cells}}


def test_empty_cells_of_the_matrix_stay_empty():
    assert [row for row in rows("responses") if not row.baseline or not row.barriers]


def test_the_local_group_met_six_times_and_four_meetings_have_a_day():
    meetings = sorted((row.number, row.date) for row in rows("activities") if row.kind == "group_meeting")
    assert [number for number, _ in meetings] == [1, 2, 3, 4, 5, 6]
    assert [date for _, date in meetings[:4]] == ["2017-12-08", "2018-02-07", "2018-04-06", "2018-04-19"]
    assert all(len(date) != len("2018-04-19") for _, date in meetings[4:])


def test_attendance_of_about_400_is_kept_as_about():
    assert measured(value=400, qualifier="about")


def test_table_1_is_held_for_estate_and_city():
    assert not_held(TABLE_1, [the_estate().id, the_city().id]) == []
    assert not_held([(72,), (0.67,)], [the_estate().id]) == []


def test_table_2_is_held_with_its_counts_and_without_a_year():
    found = {(row.numerator, row.denominator, row.value) for row in measured(period=UNDATED)}
    assert found >= TABLE_2


def test_table_3_is_held_for_estate_similar_estates_and_city():
    similar = the_estate().groups
    assert [] in [not_held(TABLE_3, [the_estate().id, group, the_city().id]) for group in similar]


def test_sixteen_estates_have_their_mean_age_and_share_of_the_young_without_a_year():
    estates = {row.id for row in rows("areas") if row.kind == "estate"}
    series = {}
    for row in measured(period=UNDATED):
        if row.area in estates and row.value is not None:
            series.setdefault(row.indicator, []).append(row.value)
    found = [sorted(values) for values in series.values()]
    assert MEAN_AGES in found
    assert YOUNG_SHARES in found


@pytest.mark.parametrize("figures", [{14000, 13109}, {762448, 766739}, {27.9, 27.94}], ids=str)
def test_figures_that_contradict_each_other_are_both_kept_and_one_is_preferred(figures):
    told = {}
    for row in rows("measurements"):
        if row.value in figures:
            told.setdefault((row.indicator, row.area), {})[row.value] = row.status
    statuses = next(found for found in told.values() if set(found) == figures)
    assert sorted(status == "conflicting" for status in statuses.values()) == [False, True]


def test_class_breaks_are_those_of_the_figure():
    found = sorted((row.position, row.lower, row.upper) for row in rows("class_breaks"))
    assert [(lower, upper) for _, lower, upper in found] == CLASS_BREAKS


def test_figures_without_values_have_none_invented():
    printed = {row.source for row in rows("class_breaks")}
    figures = {row.id for row in rows("sources") if row.kind == "figure"} - printed
    assert [row for row in rows("measurements") if row.source in figures and row.value is not None] == []
