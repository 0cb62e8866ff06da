"""What is written for other programs: CSV that a spreadsheet opens rightly, archives that are the same twice."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azory_monitor.model.measurement import Measurement
from azory_monitor.model.tables import TABLES
from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.cells import harmless, held
from azory_monitor.snapshot.measurements import COLUMNS, STYLES, measurements_csv
from azory_monitor.snapshot.open_data import open_sdg, sdmx_csv
from azory_monitor.snapshot.package import package_files
from tests.words.drawn import programme

PLAN = programme()
WORK = Measurement(
    indicator="work",
    area="hill",
    period="2016",
    value=27.94,
    numerator=1377,
    denominator=67141,
    source="table-1",
    note={"en": 'said "so"; twice', "xx": "ż"},
)


def test_the_plain_csv_has_the_columns_of_the_long_layout_and_decimal_points():
    assert measurements_csv([WORK], STYLES["csv"], "en").decode("utf-8") == (
        "indicator,area,period,value,numerator,denominator,source,note,qualifier,status,locator\n"
        'work,hill,2016,27.94,1377,67141,table-1,"said ""so""; twice",,,\n'
    )


def test_the_polish_excel_csv_has_a_mark_of_order_semicolons_decimal_commas_and_crlf():
    content = measurements_csv([WORK], STYLES["csv-pl"], "xx")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").split("\r\n")[1] == "work;hill;2016;27,94;1377;67141;table-1;ż;;;"


def test_zero_is_written_and_nothing_is_left_empty():
    rows = [WORK.model_copy(update={"value": 0.0, "numerator": None}), WORK.model_copy(update={"value": None})]
    read = list(csv.DictReader(io.StringIO(measurements_csv(rows, STYLES["csv"], "en").decode("utf-8"))))
    assert [row["value"] for row in read] == ["0", ""]


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-2+3", "@sum", "\tx", "\rx", "\n=1", "＝1", "＋1", "－x", "＠x", "=HYPERLINK(1)"]
)
def test_what_a_spreadsheet_would_run_is_made_harmless(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-1,5", "+3", "-0.25", "plain", "a=b", "–", ""])
def test_numbers_and_plain_text_stay_as_they_are(text):
    assert harmless(text) == text


def test_a_package_loses_no_text_whose_language_nobody_stated():
    said = WORK.model_copy(update={"note": {"": "=said", "en": "told"}})
    files = package_files({"name": "plan"}, {"measurements": [said]}, ("en", "pl"))
    (row,) = csv.DictReader(io.StringIO(files["measurements.csv"].decode("utf-8")))
    assert (row["note"], row["note_en"], row["note_pl"]) == ("'=said", "told", "")
    described = json.loads(files["datapackage.json"])["resources"][list(TABLES).index("measurements")]
    assert [field["name"] for field in described["schema"]["fields"]] == list(row)


@pytest.mark.parametrize(
    ("text", "stands"),
    [("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("-1,5", "-1,5"), ("'quoted'", "'quoted'"), ("a", "a")],
)
def test_in_a_package_no_text_is_calculated_and_every_text_can_be_told_from_another(text, stands):
    assert held(text) == stands


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_survives_being_written_to_the_last_digit(value):
    row = WORK.model_copy(update={"value": value})
    (read,) = csv.DictReader(io.StringIO(measurements_csv([row], STYLES["csv"], "en").decode("utf-8")))
    assert float(read["value"]) == value


def test_an_archive_depends_on_nothing_but_its_files():
    one = zipped({"b.csv": b"2", "a.csv": b"1"})
    assert one == zipped({"a.csv": b"1", "b.csv": b"2"})
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a.csv", "b.csv"]
        assert archive.testzip() is None


def test_a_package_has_one_file_for_every_table_and_the_description():
    files = package_files({"name": "plan"}, {"measurements": [WORK]}, ("en", "xx"))
    assert set(files) == {"datapackage.json"} | {f"{table}.csv" for table in TABLES}
    head, row = files["measurements.csv"].decode("utf-8").splitlines()
    assert set(head.split(",")) >= set(COLUMNS) - {"note"}
    assert row.startswith("work,hill,2016,27.94,1377,67141,table-1,")


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "@sum", "\tx", "\n=1", "＝1", "－x"])
def test_no_text_of_any_csv_is_run_by_a_spreadsheet(text):
    row = WORK.model_copy(update={"note": {"en": text}, "locator": text})
    rows = list(csv.reader(io.StringIO(measurements_csv([row], STYLES["csv"], "en").decode("utf-8"), newline="")))
    rows += csv.reader(
        io.StringIO(measurements_csv([row], STYLES["csv-pl"], "en").decode("utf-8-sig"), newline=""), delimiter=";"
    )
    unit = PLAN.indicators["poverty"].model_copy(update={"unit": {"en": text}})
    plan = replace(PLAN, indicators={**PLAN.indicators, "poverty": unit})
    asked = row.model_copy(update={"indicator": "poverty"})
    rows += csv.reader(io.StringIO(sdmx_csv(plan, [asked], "en").decode("utf-8"), newline=""))
    with zipfile.ZipFile(io.BytesIO(open_sdg(plan, [asked], "en"))) as archive:
        rows += csv.reader(io.StringIO(archive.read("data/indicator_poverty.csv").decode("utf-8"), newline=""))
    cells = [cell for line in rows for cell in line]
    assert cells.count(f"'{text}") == 4 + 3 + 1
    assert text not in cells
