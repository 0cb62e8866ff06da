"""Every table of the data package comes in by the same door."""

import pytest

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from azory_monitor.model.row import headers
from azory_monitor.model.tables import TABLES
from tests.intake.estate import KNOWN, TODAY, checked, told


def test_another_table_comes_by_the_same_door():
    outcome = checked("""
        id;name_pl;name_en;kind;parent;groups;unknown_thing
        new-estate;Nowe;New;Estate;Kraków;azory, krakow;
        Bad Id;;;estate;new-estate;nowhere;
    """)
    assert outcome.reading.table == "areas"
    assert told(outcome) == [
        (1, "unknown_thing", "unknown_thing", "unknown_column"),
        (3, "id", "Bad Id", "bad_id"),
        (3, "groups", "nowhere", "unknown_ref"),
        (3, "name_pl", "", "required"),
    ]
    row = outcome.rows.iloc[0]
    assert (row["kind"], row["parent"], row["groups"], row["name_pl"]) == ("estate", "krakow", "azory krakow", "Nowe")


def test_the_same_headings_in_two_tables_are_settled_by_the_name_of_the_file_or_by_the_person():
    content = "id;number;name_en;short_en\none;1;One;1\n"
    assert checked(content, name="objectives.csv").reading.table == "objectives"
    assert checked(content, table="challenges").reading.table == "challenges"
    with pytest.raises(UnreadableFile) as refused:
        checked(content)
    assert refused.value.key == "error.which_table"
    assert refused.value.values["tables"] == "objectives, challenges"


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("decides", "tak", True),
        ("decides", "nie", False),
        ("decides", "", False),
        ("decides", "TRUE", True),
    ],
)
def test_yes_and_no_are_understood(column, cell, expected):
    outcome = checked(f"id;name_en;kind;{column}\none;One;public;{cell}\n", table="institutions")
    assert (outcome.problems, list(outcome.rows[column])) == ((), [expected])


@pytest.mark.parametrize(
    ("table", "row", "fault"),
    [
        ("institutions", "id;name_en;kind;decides\none;One;public;maybe\n", ("decides", "maybe", "not_a_flag")),
        ("links", "id;title_en;url\none;One;javascript:x\n", ("url", "javascript:x", "not_an_address")),
        ("objectives", "id;number;name_en;short_en\none;1,5;One;1\n", ("number", "1,5", "not_whole")),
        ("objectives", "id;number;name_en;short_en\none;0;One;1\n", ("number", "0", "below_minimum")),
        ("objectives", "id;number;name_en;short_en\none;;One;1\n", ("number", "", "required")),
        ("themes", "id;name_en\none;One\none;Two\n", ("name_en", "One", "same_key")),
        (
            "assessments",
            "indicator;area;status;author;why_en;decided\nmeetings;azory;behind;me;so;31.02.2019\n",
            ("decided", "31.02.2019", "not_a_date"),
        ),
    ],
)
def test_each_kind_of_column_has_its_own_faults(table, row, fault):
    problem = checked(row, table=table).problems[0]
    assert (problem.column, problem.value, problem.rule) == fault


@pytest.mark.parametrize("table", TABLES)
def test_the_empty_template_of_every_table_is_recognised(table):
    content = ";".join(headers(TABLES[table], ("pl", "en"))).encode()
    sheet = intake.read(f"{table}.csv", content)
    assert sheet.match.table == table
    assert told(intake.check(sheet, KNOWN, TODAY)) == [(1, "", "", "no_rows")]
