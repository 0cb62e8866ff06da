"""What is printed into another program: whole, nothing else, and quietly ended when nobody reads on."""

import subprocess
import sys
from pathlib import Path

import pytest

from azory_monitor.cli import CLOSED, main

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("piped") / "home"
    assert main(["--home", str(home), "init", "--from", str(ROOT / "data"), "--json"]) == 0
    return home


@pytest.mark.parametrize(
    "command", [["export", "html", "-"], ["measurements", "--json"], ["barriers"]], ids=lambda words: words[0]
)
def test_a_command_whose_reader_has_seen_enough_ends_quietly(home, command):
    words = [sys.executable, "-m", "azory_monitor", "--home", str(home), *command]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", CLOSED)


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_an_export_to_standard_output_is_the_file_and_nothing_else(home, tmp_path, capfdbinary, more):
    for out in (str(tmp_path / "out.csv"), "-"):
        capfdbinary.readouterr()
        assert main(["--home", str(home), *more, "export", "csv-pl", out]) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "out.csv").read_bytes()
