"""The real programme behind a command line that is asked for JSON."""

import json
import shutil
from pathlib import Path

import pytest

from azory_monitor.cli import main

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """A home with the real programme, which nobody changes."""
    home = tmp_path_factory.mktemp("cli") / "home"
    assert main(["--home", str(home), "init", "--from", str(DATA), "--json"]) == 0
    return home


@pytest.fixture
def home(seeded, tmp_path):
    """The same, to be changed."""
    return shutil.copytree(seeded, tmp_path / "home")


@pytest.fixture
def ask(home, capsys):
    """Run a command with ``--json``: its exit status and what it printed."""

    def run(*arguments):
        capsys.readouterr()
        status = main(["--home", str(home), *map(str, arguments), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run
