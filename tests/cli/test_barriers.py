"""The barriers on the command line: names that stay, filters, and the state of another day."""

import pytest

from azory_monitor.words import languages

NAMES = (
    "id title theme state severity owner opened closed age_days overdue decision decides actions indicators sentence"
)


@pytest.fixture
def barriers(ask):
    return lambda *arguments: ask("barriers", *arguments)


def test_the_names_stay(barriers):
    status, found = barriers()
    assert status == 0 and found
    assert set(NAMES.split()) <= found[0].keys()


def test_an_age_that_nobody_wrote_down_is_none(barriers):
    assert all(one["age_days"] is None for one in barriers()[1] if not one["opened"])


def test_a_theme_and_a_state_leave_out_the_others(barriers):
    everything = barriers()[1]
    theme = everything[0]["theme"]
    assert barriers("--theme", theme)[1] == [one for one in everything if one["theme"] == theme]
    assert barriers("--state", "eased")[1] == [one for one in everything if one["state"] == "eased"]


def test_an_unknown_theme_is_refused_and_the_known_ones_are_named(barriers):
    status, told = barriers("--theme", "no-such-theme")
    assert status == 1 and told["error"]["key"] == "error.theme_unknown"


@pytest.mark.parametrize("language", languages())
def test_the_state_of_another_batch_is_told_in_every_language(barriers, language):
    status, found = barriers("--as-of", "1", "--lang", language)
    assert status == 0 and all(one["sentence"].endswith((".", "?")) for one in found)
