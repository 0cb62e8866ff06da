"""The command that compares two states, and undo, which is the way back."""

import json
from pathlib import Path

import pytest

from azory_monitor.cli import main

ROOT = Path(__file__).parents[2]
FIGURES = "indicator,area,period,value,source\noffences-rate,azory,2019,5,Police\noffences-rate,azory,2018,6,Police\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Seeded, frozen as June, with a batch of two figures that was undone."""
    folder = tmp_path_factory.mktemp("diff")
    (folder / "police.csv").write_text(FIGURES, encoding="utf-8")
    home = str(folder / "home")
    for command in (
        ["init", "--from", str(ROOT / "data")],
        ["snapshot", "June", "--by", "Anna"],
        ["import", str(folder / "police.csv"), "--by", "Anna"],
        ["undo", "3", "--by", "Anna", "--why", "not final"],
    ):
        assert main(["--home", home, *command]) == 0
    return home


@pytest.fixture
def diff(home, capsys):
    def run(*ends, json_=True):
        capsys.readouterr()
        status = main(["--home", home, "diff", *ends, "--lang", "en", *(["--json"] if json_ else [])])
        out = capsys.readouterr().out
        return status, json.loads(out) if json_ else out

    return run


def test_a_snapshot_is_compared_with_a_batch(diff):
    status, found = diff("June", "3")
    assert status == 0
    assert found["before"]["snapshot"] == "June" and found["after"]["batch"] == 3
    assert found["tables"] == {"measurements": {"new": 2}} and found["indicators"] == {"offences-rate": {"new": 2}}
    assert sorted(row["after"]["value"] for row in found["measurements"]) == [5, 6]
    assert all(row["sentence"] for row in found["turns"])
    assert "2 new values" in found["sentence"]


def test_undoing_is_the_way_back(diff):
    (_, there), (_, back) = diff("2", "3"), diff("3", "4")
    assert {row["what"] for row in back["measurements"]} == {"gone"}
    assert [(t["before"], t["after"]) for t in there["turns"]] == [(t["after"], t["before"]) for t in back["turns"]]
    assert diff("2", "4")[1]["measurements"] == []


def test_now_and_a_day_are_states_too(diff):
    _, found = diff("June", "now")
    assert found["after"]["batch"] == 4 and "nothing has changed" in found["sentence"]
    assert diff("2099-01-01", "now")[1]["measurements"] == []


def test_people_are_told_in_sentences(diff):
    _, told = diff("June", "3", json_=False)
    head, *lines = told.strip().splitlines()
    assert head.startswith("From the snapshot “June”") and any("new value" in line for line in lines)


def test_a_state_that_does_not_exist_is_refused(home):
    for asked in ("99", "July", "2001-01-01", "9999-01-01"):
        assert main(["--home", home, "diff", asked, "now"]) == 1
