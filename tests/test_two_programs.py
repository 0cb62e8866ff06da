"""Two programs on one home: the second reads what the first keeps, and says whose turn it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from azory_monitor.cli import main
from azory_monitor.errors import InUse
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from tests.homes import ANNA, as_file, filled

ROOT = Path(__file__).parents[1]
HOLD = """
import sys
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from tests.homes import ANNA, as_file
monitor = Monitor(Home(__import__("pathlib").Path(sys.argv[1])))
print("open", flush=True)
for line in sys.stdin:
    print(monitor.keep(monitor.check("new.csv", as_file([line.strip()])), ANNA).id, flush=True)
"""


@pytest.fixture
def home(tmp_path):
    return Home(filled(tmp_path / "home", small=True))


@pytest.fixture
def other(home):
    """Another program that has the home; it keeps each row that it is told, and ends when it is told nothing more."""
    command = [sys.executable, "-c", HOLD, str(home.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.stdin.close()


def tell(other, row):
    other.stdin.write(row + "\n")
    other.stdin.flush()
    return int(other.stdout.readline())


def test_the_second_program_reads_follows_and_takes_over(home, other):
    second = Monitor(home, may_be_apart=True)
    assert isinstance(second.apart, InUse) and f"PID {other.pid}" in second.apart.values["detail"]
    assert second.view().batch.id == 2
    handed = second.check("mine.csv", as_file(["work,hill,2021,6,office"]))
    with pytest.raises(InUse):
        second.keep(handed, ANNA)
    assert tell(other, "work,hill,2020,5,office") == 3
    assert [row.value for row in second.view().measurements(area="hill")] == [5]
    assert second.verify() == second.digest(), "what it shows is what the ledger holds"
    other.stdin.close()
    other.wait(20)
    assert second.keep(second.check("mine.csv", as_file(["work,hill,2021,6,office"])), ANNA).id == 4
    assert second.apart is None and second.verify()
    second.close()


def test_commands_that_read_work_and_commands_that_write_name_who_is_in_the_way(home, other, tmp_path, capsys):
    told = []
    for language, reading, who in (
        ("en", "you can only read", "another program"),
        ("pl", "tylko czytać", "inny program"),
    ):
        start = ["--home", str(home.path), "--lang", language]
        for command in (["batches"], ["compare"], ["verify"], ["export", "csv", str(tmp_path / f"{language}.csv")]):
            assert main([*start, *command]) == 0, command
            assert reading in capsys.readouterr().err
        for command in (
            ["import", str(home.path / "file.csv"), "--by", "Anna"],
            ["undo", "2", "--by", "Anna", "--why", "wrong"],
            ["snapshot", "Spring", "--by", "Anna"],
            ["rebuild"],
        ):
            assert main([*start, *command]) == 1, command
            told = capsys.readouterr().err
            assert who in told.lower() and f"PID {other.pid}" in told and len(told.splitlines()) == 1
    assert main(["--home", str(home.path), "backup", str(tmp_path / "copy.zip")]) == 0


def test_a_command_on_a_home_that_is_not_there_makes_none(tmp_path, capsys):
    for command in (["verify"], ["backup", str(tmp_path / "copy.zip")], ["rebuild"]):
        assert main(["--home", str(tmp_path / "typo"), *command]) == 1
    assert not (tmp_path / "typo").exists() and "Traceback" not in capsys.readouterr().err
