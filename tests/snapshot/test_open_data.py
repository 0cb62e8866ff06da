"""What other systems are handed: written as they read it, and read again by the monitor itself."""

import csv
import io
import zipfile

import pytest

from azory_monitor import intake
from azory_monitor.model.measurement import Measurement
from azory_monitor.snapshot.open_data import open_sdg, sdmx_csv
from tests.words.drawn import TODAY, measured, programme

PLAN = programme()
ROWS = [
    measured("poverty", "hill", None, (200, 1000)),
    measured("poverty", "town", 18.25, status="provisional"),
    measured("poverty", "hill", 21.0, period="undated"),
    measured("poverty", "hill", 22.0, status="conflicting", source="study", period="2017"),
    measured("poverty", "hill", status="hidden", period="2018"),
    measured("meetings", "hill", 4, period="2018-H1"),
    measured("meetings", "hill", 9, period="2018/2019", qualifier="about"),
]


def lines(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def test_sdmx_has_each_dated_preferred_figure_with_its_code():
    found = lines(sdmx_csv(PLAN, ROWS, "en"))
    assert [
        (row["INDICATOR"], row["REF_AREA"], row["TIME_PERIOD"], row["OBS_VALUE"], row["OBS_STATUS"]) for row in found
    ] == [
        ("poverty", "hill", "2016", "20", "A"),
        ("poverty", "town", "2016", "18.25", "P"),
        ("poverty", "hill", "2018", "", "Q"),
        ("meetings", "hill", "2018-S1", "4", "A"),
        ("meetings", "hill", "2018-09-01/P1Y", "9", "E"),
    ]
    assert {row["DATAFLOW"] for row in found} == {"plan:MEASUREMENTS(1.0)"}
    assert [row["UNIT_MEASURE"] for row in found][::3] == ["%", "meetings"]


def test_open_sdg_has_a_file_an_indicator_and_years_only():
    with zipfile.ZipFile(io.BytesIO(open_sdg(PLAN, ROWS, "en"))) as archive:
        assert archive.namelist() == ["data/indicator_poverty.csv"]
        found = lines(archive.read("data/indicator_poverty.csv"))
    assert [(row["Year"], row["GeoCode"], row["Value"]) for row in found] == [
        ("2016", "hill", "20"),
        ("2016", "town", "18.25"),
        ("2018", "hill", ""),
    ]


@pytest.mark.parametrize("layout", ["sdmx_csv", "open_sdg"])
def test_the_monitor_knows_what_it_wrote(layout):
    rows = [row for row in ROWS if isinstance(row, Measurement) and row.value is not None and row.period == "2016"]
    content = sdmx_csv(PLAN, rows, "en")
    if layout == "open_sdg":
        with zipfile.ZipFile(io.BytesIO(open_sdg(PLAN, rows, "en"))) as archive:
            content = archive.read("data/indicator_poverty.csv")
    known = intake.known_of(PLAN)
    outcome = intake.check(intake.read("file.csv", content, "", {}, known), known, TODAY)
    assert (outcome.reading.layout, outcome.problems, outcome.questions) == (layout, (), ())
    assert [*zip(outcome.rows["area"], outcome.rows["value"], strict=True)] == [("town", 18.25)]


@pytest.mark.parametrize("write", [sdmx_csv, open_sdg])
def test_the_same_state_gives_the_same_bytes(write):
    assert write(PLAN, ROWS, "pl") == write(PLAN, ROWS, "pl")
