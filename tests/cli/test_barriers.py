"""The barriers on the command line: names that stay, filters, and the state of another day."""

import json
from pathlib import Path

import pytest

from azory_monitor.cli import main
from azory_monitor.words import languages

DATA = Path(__file__).parents[2] / "data"
NAMES = (
    "id title theme state severity owner opened closed age_days overdue decision decides actions indicators sentence"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    found = tmp_path_factory.mktemp("cli") / "home"
    assert main(["--home", str(found), "init", "--from", str(DATA), "--json"]) == 0
    return found


@pytest.fixture
def ask(home, capsys):
    def run(*arguments):
        capsys.readouterr()
        status = main(["--home", str(home), "barriers", *arguments, "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


def test_the_names_stay(ask):
    status, found = ask()
    assert status == 0 and found
    assert set(NAMES.split()) <= found[0].keys()


def test_an_age_that_nobody_wrote_down_is_none(ask):
    assert all(one["age_days"] is None for one in ask()[1] if not one["opened"])


def test_a_theme_and_a_state_leave_out_the_others(ask):
    everything = ask()[1]
    theme = everything[0]["theme"]
    assert ask("--theme", theme)[1] == [one for one in everything if one["theme"] == theme]
    assert ask("--state", "eased")[1] == [one for one in everything if one["state"] == "eased"]


def test_an_unknown_theme_is_refused_and_the_known_ones_are_named(ask):
    status, told = ask("--theme", "no-such-theme")
    assert status == 1 and told["error"]["key"] == "error.theme_unknown"


@pytest.mark.parametrize("language", languages())
def test_the_state_of_another_batch_is_told_in_every_language(ask, language):
    status, found = ask("--as-of", "1", "--lang", language)
    assert status == 0 and all(one["sentence"].endswith((".", "?")) for one in found)
