"""Trends, chances and moved targets on the command line, from files handed in to the real programme."""

import pytest

from azory_monitor.cli import main
from azory_monitor.words import languages

ACTIONS = "indicator,area,period,value,source\n" + "".join(
    f"joint-actions,azory,{year},{value},Office\n"
    for year, value in zip(range(2020, 2026), (1, 2, 4, 3, 5, 6), strict=True)
)
TARGET = (
    "indicator,area,state,operator,value,upper,period,every,baseline_value,baseline_period,why_en\n"
    "joint-actions,azory,agreed,>=,{value},,2027,,,2020,{why}\n"
)


@pytest.fixture
def hand_in(ask, tmp_path):
    """Keep a file; returns the number of its batch."""

    def keep(text, *more):
        path = tmp_path / "file.csv"
        path.write_text(text, encoding="utf-8")
        status, said = ask("import", path, "--by", "Anna", *more)
        assert status == 0, said
        return said["batch"]

    return keep


def moves(ask):
    (found,) = ask("progress", "--indicator", "joint-actions")[1]
    return [(one["effect"], one["before"], one["after"]) for one in found["target_changes"]]


def test_a_trend_is_a_list_of_verdicts_with_sentences(ask, hand_in):
    hand_in(ACTIONS)
    status, (found,) = ask("trend", "--indicator", "joint-actions", "--area", "azory")
    assert status == 0
    assert (found["movement"], found["method"], found["points"]) == ("improving", "mann_kendall", 6)
    assert "measurements" not in found and found["sentence"].endswith(".")
    assert (
        ask("trend", "--indicator", "joint-actions", "--area", "azory", "--as-of", "1")[1][0]["movement"]
        == "cannot_tell"
    )


def test_progress_carries_the_chance_and_the_value_to_expect(ask, hand_in):
    hand_in(ACTIONS)
    hand_in(TARGET.format(value=7, why="agreed"), "--table", "targets")
    (found,) = ask("progress", "--indicator", "joint-actions")[1]
    assert 0 < found["chance"] < 1
    assert found["band_lower"] < found["expected_value"] < found["band_upper"]
    assert "in 10" in found["prospect"] or "na 10" in found["prospect"]
    (untold,) = ask("progress", "--indicator", "box-users")[1]
    assert untold["chance"] is untold["expected_value"] is None and untold["target_changes"] == []


def test_a_target_that_was_moved_is_told_and_one_that_was_put_back_is_not(ask, hand_in):
    hand_in(TARGET.format(value=7, why="agreed"), "--table", "targets")
    last = hand_in(TARGET.format(value=4, why="too far"), "--table", "targets")
    assert moves(ask)[-1] == ("easier", ">= 7 2027", ">= 4 2027")
    (found,) = ask("progress", "--indicator", "joint-actions")[1]
    assert "too far" in found["target_changes"][-1]["sentence"] and found["target_changes"][-1]["by"] == "Anna"
    (before,) = ask("progress", "--indicator", "joint-actions", "--as-of", last - 1)[1]
    assert len(before["target_changes"]) == len(found["target_changes"]) - 1
    ask("undo", last, "--by", "Anna", "--why", "wrong")
    assert len(moves(ask)) == len(before["target_changes"])
    ask("undo", last + 1, "--by", "Anna", "--why", "right after all")
    assert moves(ask)[-1] == ("easier", ">= 7 2027", ">= 4 2027")


def test_what_the_seed_brought_is_no_change(ask):
    assert all(one["target_changes"] == [] for one in ask("progress")[1])


@pytest.mark.parametrize("language", languages())
def test_people_read_trends_in_their_language(seeded, capsys, language):
    assert main(["--home", str(seeded), "--lang", language, "trend"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 10


def test_an_unknown_indicator_is_refused(ask):
    status, said = ask("trend", "--indicator", "joint-action")
    assert status == 1 and "joint-actions" in said["error"]["message"]
