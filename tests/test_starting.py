"""What starting waits for: nothing that only a later page, a file or another command needs."""

import subprocess
import sys
import tomllib

from tests.source import PACKAGE, ROOT

FOR_FILES = {"pptx", "python_calamine", "scipy", "typst", "xlrd", "xlsxwriter"}


def loaded_by(program):
    """The libraries that a program of its own has loaded in the end."""
    said = subprocess.run([sys.executable, "-c", f"{program}; import sys; print(*sys.modules)"], **RUN)
    assert said.returncode == 0, said.stderr
    return {name.partition(".")[0] for name in said.stdout.splitlines()[-1].split()}


RUN = {"cwd": ROOT, "capture_output": True, "text": True, "check": False}


def test_the_first_page_loads_nothing_that_only_files_need():
    warmed = (
        "from azory_monitor.ui.warm import load; load(); import sys; assert 'azory_monitor.intake' not in sys.modules"
    )
    assert loaded_by(warmed) & FOR_FILES == set()


def test_the_server_listens_before_frames_and_database_are_loaded():
    at_first = "import azory_monitor.ui." + ", azory_monitor.ui.".join(
        ("health", "protection", "set_up", "show_error", "warm")
    )
    assert loaded_by(at_first) & (FOR_FILES | {"pandas", "duckdb"}) == set()


def test_the_version_is_told_by_a_program_that_loads_nothing():
    said = subprocess.run([sys.executable, "-X", "importtime", "-m", "azory_monitor", "--version"], **RUN)
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert said.stdout.strip() == tomllib.load(file)["project"]["version"]
    assert "argparse" not in said.stderr
    assert PACKAGE.name in said.stderr
