"""The command line on the real programme: its JSON is an interface, its exit status too."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from azory_monitor.cli import main
from azory_monitor.words import languages

ROOT = Path(__file__).parents[2]
GOOD = (
    "\ufeffindicator;area;period;value;numerator;denominator;source;note\r\n"
    "hardship-poverty;district-4;2020;1,34;900;67000;MOPS;\r\n"
    "hardship-poverty;krakow;2020;1,56;12000;770000;MOPS;\r\n"
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mops.csv"
    path.write_bytes(GOOD.encode("utf-8"))
    return path


def test_init_says_how_many_rows_and_never_runs_over_an_existing_home(tmp_path, capsys):
    arguments = ["--home", str(tmp_path / "new"), "init", "--from", str(ROOT / "data"), "--json"]
    assert main(arguments) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["batch"] == 1 and said["rows"]["indicators"] > 50
    assert main(arguments) == 1
    assert json.loads(capsys.readouterr().out)["error"]["key"] == "error.database_exists"


def test_init_names_every_fault_of_a_package_and_starts_nothing(tmp_path, capsys):
    package = shutil.copytree(ROOT / "data", tmp_path / "package")
    areas = package / "areas.csv"
    areas.write_text(areas.read_text(encoding="utf-8").replace(",estate,", ",hamlet,", 2), encoding="utf-8")
    arguments = ["--home", str(tmp_path / "new"), "init", "--from", str(package)]
    assert main([*arguments, "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [(problem["table"], problem["value"]) for problem in said["problems"]] == [("areas", "hamlet")] * 2
    assert main(arguments) == 1
    assert capsys.readouterr().out.count("hamlet") == 2
    areas.write_text(areas.read_text(encoding="utf-8").replace(",hamlet,", ",estate,"), encoding="utf-8")
    assert main(arguments) == 0


def test_check_reads_checks_and_previews_and_stores_nothing(ask, file):
    status, said = ask("check", file)
    assert status == 0
    assert {"encoding", "delimiter", "decimal", "header_row", "layout"} <= said["reading"].keys()
    assert (said["reading"]["delimiter"], said["reading"]["decimal"]) == (";", ",")
    assert said["accepted"] == 2
    assert said["preview"] == {"new": 2, "changed": 0, "unchanged": 0, "missing": 0}
    assert said["problems"] == said["questions"] == []
    assert len(ask("batches")[1]) == 1


def test_every_problem_is_told_at_once_with_its_row_column_value_rule_and_message(ask, file):
    file.write_text(GOOD.replace("district-4", "district-44").replace("12000", "many"), encoding="utf-8")
    status, said = ask("import", file, "--by", "Anna")
    assert status == 1 and said["batch"] is None
    assert [(one["row"], one["column"], one["value"]) for one in said["problems"]] == [
        (2, "area", "district-44"),
        (3, "numerator", "many"),
    ]
    assert all(one["rule"] and one["message"] for one in said["problems"])
    assert said["problems"][0]["nearest"] == "district-4"
    assert len(ask("batches")[1]) == 1


def test_import_compare_undo_and_as_of_tell_one_story(ask, file):
    def poverty(*more):
        (found,) = ask("compare", "--area", "district-4", "--indicator", "hardship-poverty", *more)[1]
        return found["standing"], found["clear"]

    assert poverty() == ("worse", True)
    status, kept = ask("import", file, "--by", "Anna", "--why", "figures of 2020")
    assert (status, kept["batch"]) == (0, 2)
    assert poverty() == ("better", True)
    assert poverty("--as-of", "1") == ("worse", True)
    status, undone = ask("undo", 2, "--by", "Anna", "--why", "wrong year")
    assert (status, undone["batch"]) == (0, 3)
    assert poverty() == ("worse", True)
    assert [(one["batch"], one["what"], one["by"]) for one in ask("batches")[1]][1:] == [
        (2, "import", "Anna"),
        (3, "undo", "Anna"),
    ]


def test_the_same_file_twice_changes_nothing(ask, file):
    ask("import", file, "--by", "Anna")
    status, said = ask("import", file, "--by", "Anna")
    assert (status, said["batch"], said["preview"]["unchanged"]) == (0, None, 2)


def test_sound_rows_alone_are_kept_when_asked_for(ask, file):
    file.write_text(GOOD.replace("12000", "many"), encoding="utf-8")
    status, said = ask("import", file, "--by", "Anna", "--only-sound")
    assert (status, said["batch"], said["accepted"]) == (0, 2, 1)


def test_compare_and_progress_carry_the_names_that_stay(ask):
    names = (
        "indicator area period value numerator denominator benchmark benchmark_value difference difference_lower "
        "difference_upper ratio method standing clear reason sentence"
    )
    assert set(names.split()) <= ask("compare")[1][0].keys()
    names = (
        "indicator baseline target operator target_period latest latest_period share expected_share status reason "
        "sentence"
    )
    found = {one["indicator"]: one for one in ask("progress")[1]}
    assert set(names.split()) <= found["joint-actions"].keys()
    assert (found["joint-actions"]["operator"], found["joint-actions"]["target"]) == (">", 5)
    assert found["box-users"]["status"] == "not_started"


def test_measurements_are_listed_in_full_precision_and_unknown_ones_refused(ask):
    (found,) = ask("measurements", "--indicator", "housing-benefits-rate", "--area", "azory")[1]
    assert (found["value"], found["period"], found["source"]) == (27.5444, "2015", "oif-table-3")
    status, said = ask("measurements", "--indicator", "housing-benefit-rate")
    assert status == 1 and "housing-benefits-rate" in said["error"]["message"]


def test_a_snapshot_is_listed_and_exported_byte_for_byte_again(ask, file, tmp_path):
    ask("snapshot", "March", "--by", "Anna", "--why", "before the meeting")
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    _, one = ask("export", "package", first, "--snapshot", "March")
    ask("import", file, "--by", "Anna")
    _, two = ask("export", "package", second, "--snapshot", "March")
    assert one["sha256"] == two["sha256"]
    assert first.read_bytes() == second.read_bytes()
    assert [shot["name"] for shot in ask("snapshots")[1]] == ["March"]
    assert zipfile.ZipFile(first).testzip() is None


@pytest.mark.parametrize("style", ["csv", "csv-pl"])
def test_what_is_exported_can_be_handed_in_again_and_changes_no_value(ask, tmp_path, style):
    out = tmp_path / "out.csv"
    ask("export", style, out)
    status, said = ask("check", out)
    assert status == 0, said["problems"]
    assert said["preview"]["new"] == 0
    assert all(set(change["cells"]) <= {"note"} for change in said["changes"]), "a note comes back in one language"


def test_an_export_never_overwrites(ask, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("mine")
    assert ask("export", "csv", out)[0] == 1
    assert out.read_text() == "mine"


def test_backup_restore_rebuild_and_verify_give_one_digest(ask, tmp_path, home, capsys):
    _, verified = ask("verify")
    _, kept = ask("backup", tmp_path / "backup.zip")
    _, rebuilt = ask("rebuild")
    main(["--home", str(tmp_path / "other"), "restore", str(tmp_path / "backup.zip"), "--json"])
    restored = json.loads(capsys.readouterr().out)
    assert verified == kept == rebuilt == restored


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("command", ["batches", "measurements", "compare", "progress", "snapshots"])
def test_people_get_a_table_or_sentences_in_their_language(home, capsys, command, language):
    assert main(["--home", str(home), "--lang", language, command]) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("language", languages())
def test_people_are_told_how_a_file_was_read_and_what_is_wrong(home, capsys, file, language):
    file.write_text(GOOD.replace("12000", "many"), encoding="utf-8")
    assert main(["--home", str(home), "--lang", language, "import", str(file), "--by", "Anna"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) >= 4 and any("many" in line for line in said)


def test_wrong_use_ends_with_two(home):
    with pytest.raises(SystemExit) as ended:
        main(["--home", str(home), "import"])
    assert ended.value.code == 2


def test_help_of_every_command_is_there_without_loading_anything_heavy():
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "azory_monitor", "--help"], capture_output=True, text=True, cwd=ROOT
    )
    assert finished.returncode == 0 and "rebuild" in finished.stdout
    for heavy in ("streamlit", "plotly", "duckdb", "scipy"):
        assert f" {heavy}\n" not in finished.stderr


def test_a_file_that_is_not_there_is_named(ask, tmp_path):
    status, said = ask("check", tmp_path / "gone.csv")
    assert status == 1 and "gone.csv" in said["error"]["message"]


def test_a_question_is_printed_with_each_answer_as_it_is_to_be_typed(home, tmp_path, capsys):
    doubtful = tmp_path / "doubtful.csv"
    doubtful.write_text("indicator;area;period;value\noffences-rate;azory;2017;1.377\n", encoding="utf-8")
    assert main(["--home", str(home), "--lang", "en", "check", str(doubtful)]) == 3
    printed = capsys.readouterr().out
    assert "--answer decimal=.\n" in printed and "--answer decimal=,\n" in printed
