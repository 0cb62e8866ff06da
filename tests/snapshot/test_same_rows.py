"""The figures of one state as other programs are handed them: the same in every CSV and in the data package."""

from collections import Counter
from decimal import Decimal

import pytest
from frictionless import Detector, Dialect, Package, Resource, validate
from frictionless.formats import CsvControl

from azory_monitor.model.counted import REGISTER
from azory_monitor.model.counts import value_of
from azory_monitor.words import languages
from tests.snapshot.opened import files_of, rows_of

KEY, FIGURES = ("indicator", "area", "period", "source"), ("value", "numerator", "denominator")


def test_every_measurement_is_the_same_figure_in_every_csv_and_in_the_package(made, state):
    plan = state.programme
    kept = {key(row): numbers_of(row) for row in state.measurements()}
    assert len(kept) == len(state.measurements()) > 110
    found = {
        "csv": rows_of(made("csv", "pl")),
        "csv-pl": [
            {name: cell.replace(",", ".") if name in FIGURES else cell for name, cell in row.items()}
            for row in rows_of(made("csv-pl", "pl"), ";")
        ],
    }
    for form, rows in found.items():
        assert {tuple(row[name] for name in KEY): tuple(row[name] for name in FIGURES) for row in rows} == kept, form
    dated = [row for row in state.measurements() if row.period[:1].isdigit() and row.status != "conflicting"]
    values = Counter((row.indicator, row.area, text_of(value_of(plan.indicators[row.indicator], row))) for row in dated)
    sdmx = rows_of(made("sdmx-csv", "pl"))
    assert Counter((row["INDICATOR"], row["REF_AREA"], row["OBS_VALUE"]) for row in sdmx) == values
    tidy = [row for content in files_of(made("open-sdg", "pl")).values() for row in rows_of(content)]
    assert Counter((row["Series"], row["GeoCode"], row["Value"]) for row in tidy) <= values
    assert {row["Year"] for row in tidy} >= {"2014", "2015", "2016"}


def key(row):
    return tuple(getattr(row, name) for name in KEY)


def numbers_of(row):
    return tuple(text_of(getattr(row, name)) for name in FIGURES)


def text_of(value):
    """A number in all its digits, as the shortest decimal that is this number."""
    return "" if value is None else f"{Decimal(repr(float(value))).normalize():f}"


def handed_in(state):
    """The figures that do not follow from the register, which are those of a package; it brings the register itself."""
    return {key(row): numbers_of(row) for row in state.measurements() if row.source != REGISTER}


def test_a_package_has_every_figure_that_was_handed_in(made, state):
    rows = rows_of(files_of(made("package", ""))["measurements.csv"])
    found = {tuple(row[name] for name in KEY): tuple(row[name] for name in FIGURES) for row in rows}
    counted = {row.indicator for row in state.measurements() if row.source == REGISTER}
    assert found.items() >= handed_in(state).items()
    assert {name for name, *_ in found.keys() - handed_in(state).keys()} <= counted


@pytest.mark.parametrize("form", ["csv", "csv-pl", "sdmx-csv", "open-sdg"])
def test_both_languages_write_the_same_figures_for_other_programs(made, form):
    first, second = (made(form, language) for language in languages())
    between = ";" if form == "csv-pl" else ","
    parts = [files_of(content) if form == "open-sdg" else {"": content} for content in (first, second)]
    assert parts[0].keys() == parts[1].keys()
    for name, content in parts[0].items():
        for one, other in zip(rows_of(content, between), rows_of(parts[1][name], between), strict=True):
            changed = {head for head in one if one[head] != other[head]}
            assert changed <= {"note", "COMMENT_OBS", "UNIT_MEASURE", "Units"}, (one, other)


def test_another_program_finds_the_package_sound_and_reads_its_figures(made, state, tmp_path):
    for name, content in files_of(made("package", "")).items():
        (tmp_path / name).write_bytes(content)
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    package = Package(str(tmp_path / "datapackage.json"))
    read = {
        tuple(row[name] or "" for name in KEY): tuple(text_of(row[name]) for name in FIGURES)
        for row in package.get_resource("measurements").read_rows()
    }
    assert read.items() >= handed_in(state).items()
    targets = package.get_resource("targets").read_rows()
    assert {(row["indicator"], row["value"]) for row in targets if row["value"] is not None} == {
        (one.indicator, Decimal(text_of(one.target))) for one in state.progress() if one.target is not None
    }


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("csv-pl", ";"), ("sdmx-csv", ",")])
def test_another_program_reads_the_csv_exports(made, state, tmp_path, form, delimiter):
    (tmp_path / "file.csv").write_bytes(made(form, "pl"))
    resource = Resource(
        path="file.csv",
        basepath=str(tmp_path),
        encoding="utf-8-sig",
        detector=Detector(field_type="string"),
        dialect=Dialect(controls=[CsvControl(delimiter=delimiter)]),
    )
    assert resource.validate().valid
    name = "OBS_VALUE" if form == "sdmx-csv" else "value"
    read = [row[name].replace(",", ".") for row in resource.read_rows() if row[name]]
    kept = Counter(text_of(row.value) for row in state.measurements() if row.value is not None)
    found = Counter(map(text_of, read))
    assert found == kept if form != "sdmx-csv" else len(read) > 40
