"""What is ready and what is owed, on the command line."""

import pytest

from azory_monitor.cli import main
from azory_monitor.words import languages


def test_readiness_lists_every_indicator_with_what_it_has_and_lacks(ask):
    status, found = ask("readiness")
    assert status == 0
    assert {frozenset(row) for row in found} == {frozenset(("indicator", "area", "has", "lacks", "ready", "sentence"))}
    assert all(row["ready"] == (not row["lacks"]) for row in found)


def test_nothing_is_due_while_nobody_agreed_how_often(ask):
    status, found = ask("due")
    assert status == 0
    assert found == []


def test_due_of_one_institution_and_of_an_earlier_state(ask):
    assert ask("due", "--owner", "mops") == (0, [])
    assert ask("due", "--as-of", "1")[0] == ask("readiness", "--as-of", "1")[0] == 0


def test_an_institution_that_is_not_known_is_refused_with_the_nearest(ask):
    status, said = ask("due", "--owner", "mopss")
    assert status == 1
    assert "mops" in said["error"]["message"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("command", ["readiness", "due"])
def test_people_get_sentences_in_their_language(home, capsys, command, language):
    assert main(["--home", str(home), "--lang", language, command]) == 0
    assert capsys.readouterr().out.strip().endswith(".")
