"""A data package is checked against itself."""

import io
import json
import zipfile

import pytest

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from tests.intake.estate import TODAY, brief

FILES = {
    "programme": "id,name_en,areas,language\none,One,home,en\n",
    "areas": "id,name_en,kind,parent,groups\nhome,Home,estate,town,rest\nrest,Rest,group,,\ntown,Town,city,,\n",
    "institutions": "id,name_en,kind\noffice,Office,public\n",
    "indicators": (
        "id,name_en,kind,measure,per,direction,maximum,owner\n"
        "share,Share,context,proportion,100,lower,100,office\n"
    ),
    "measurements": (
        "indicator,area,period,value,numerator,denominator,note_en\n"
        "share,home,2016,1.377,,,'=kept as it is\n"
        "share,town,2016,27.94,30,100,\n"
    ),
    "assessments": "indicator,area,status,author,why_en,decided\n",
}  # fmt: skip


def package(files=FILES, **listed):
    """A package as files by name; ``listed`` are further resources, by name."""
    paths = {table: f"{table}.csv" for table in files} | listed
    resources = [{"name": name, "path": path} for name, path in paths.items()]
    described = {"datapackage.json": json.dumps({"resources": resources})}
    return described | {f"{table}.csv": content for table, content in files.items()}


def folder(path, files):
    for name, content in files.items():
        (path / name).write_text(content, encoding="utf-8")
    return path


def zipped(files, inside=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(inside + name, content)
    return out.getvalue()


def problems(files):
    checked = intake.check_package({table: content.encode() for table, content in files.items()}, TODAY)
    told = {table: [brief(problem) for problem in outcome.problems] for table, outcome in checked.items()}
    return {table: briefly for table, briefly in told.items() if briefly}


def test_a_package_is_the_same_from_a_folder_and_from_either_kind_of_zip(tmp_path):
    from_folder = intake.read_package(folder(tmp_path, package()))
    assert from_folder == intake.read_package(zipped(package())) == intake.read_package(zipped(package(), "data/"))
    assert list(from_folder) == ["programme", "areas", "institutions", "indicators", "assessments", "measurements"]


def test_references_may_point_at_any_row_of_the_package_also_at_later_ones():
    checked = intake.check_package(intake.read_package(zipped(package())), TODAY)
    assert {table: len(outcome.rows) for table, outcome in checked.items()} == {
        "programme": 1, "areas": 3, "institutions": 1, "indicators": 1, "assessments": 0, "measurements": 2,
    }  # fmt: skip
    faults = [fault for outcome in checked.values() for fault in outcome.problems if not fault.warning]
    assert (faults, [asked for outcome in checked.values() for asked in outcome.questions]) == ([], [])


def test_a_package_is_taken_letter_by_letter_but_for_what_keeps_a_spreadsheet_from_calculating():
    outcome = intake.check_package(intake.read_package(zipped(package())), TODAY)["measurements"]
    assert (list(outcome.rows["value"]), outcome.rows["note_en"][0]) == ([1.377, 27.94], "=kept as it is")
    assert outcome.normalised == ()


def test_measurements_are_checked_against_the_indicators_of_the_package():
    assert problems(FILES)["measurements"] == [(3, "value", "27.94", "misfit")]
    files = FILES | {"measurements": "indicator,area,period,value\nshare,home,2016,101\nother,home,2016,5\n"}
    assert problems(files) == {
        "measurements": [(2, "value", "101", "above_maximum"), (3, "indicator", "other", "unknown_ref")]
    }


def test_a_reference_to_nothing_is_told_with_its_table():
    files = FILES | {"areas": "id,name_en,kind,parent\nhome,Home,estate,nowhere\n"}
    assert problems(files)["areas"] == [(2, "parent", "nowhere", "unknown_ref")]


@pytest.mark.parametrize(
    ("files", "key"),
    [
        ({"areas.csv": "id"}, "error.package_without_descriptor"),
        ({"datapackage.json": "no json"}, "error.package_descriptor"),
        ({"datapackage.json": '{"resources": [{"name": "areas"}]}'}, "error.package_descriptor"),
        (package(unheard_of="unheard_of.csv"), "error.package_unknown_table"),
        (package(targets="targets.csv"), "error.package_file_missing"),
        (package(areas="../areas.csv"), "error.package_path"),
        (package(areas="/etc/passwd"), "error.package_path"),
        (package() | {"targets.csv": "indicator,area,state\n"}, "error.package_not_listed"),
    ],
)
def test_a_package_that_is_not_what_it_says_is_refused(files, key):
    with pytest.raises(UnreadableFile) as refused:
        intake.read_package(zipped(files))
    assert refused.value.key == key


def test_a_package_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableFile) as refused:
        intake.read_package(tmp_path / "nothing.zip")
    assert refused.value.key == "error.package_not_there"


def test_files_of_other_kinds_beside_the_tables_do_not_matter(tmp_path):
    folder(tmp_path, package() | {"README.md": "Read me."})
    assert "areas" in intake.read_package(tmp_path)
