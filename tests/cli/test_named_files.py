"""What somebody names on the command line is an ordinary file, or a sentence says what it is instead; in no time."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from azory_monitor.cli import main
from azory_monitor.home import Home
from azory_monitor.words import languages
from tests.source import ROOT

DATA = ROOT / "data"
SECONDS = 60
KEPT = ("csv", "Anna")
"""Words of a command that name no file."""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    assert main(["--home", str(folder), "init"]) == 0
    return folder


@pytest.fixture
def odd(tmp_path):
    """A folder of things that are no ordinary files, by name."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "nowhere").symlink_to(tmp_path / "nothing")
    return tmp_path


def within(seconds, *arguments):
    """The exit status of a command; a test must not wait for ever for one that hangs."""
    found = []
    thread = threading.Thread(target=lambda: found.append(main([*map(str, arguments)])), daemon=True)
    thread.start()
    thread.join(seconds)
    assert found, "the command hangs"
    return found[0]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "command",
    [
        ("check", "pipe"), ("check", "zero"), ("check", "nowhere"), ("check", "a\0b"),
        ("import", "pipe", "--by", "Anna"),
        ("check", DATA / "areas.csv", "--mapping", "pipe"), ("check", DATA / "areas.csv", "--mapping", "zero"),
        ("check", DATA / "areas.csv", "--mapping", "folder"), ("check", DATA / "areas.csv", "--save-mapping", "folder"),
        ("check", "folder"), ("export", "csv", "none/x.csv"), ("export", "csv", "pipe"), ("export", "csv", "nowhere"),
        ("backup", "none/x.zip"), ("backup", "pipe"), ("restore", "pipe"), ("restore", "zero"), ("restore", "folder"),
        ("init", "--from", "pipe"), ("init", "--from", "zero"), ("init", "--from", "nowhere"),
    ],
)  # fmt: skip
def test_what_is_no_ordinary_file_is_named_in_a_sentence(home, odd, command, language, capsys):
    named = [str(odd / word) if at and not str(word).startswith("-") and word not in KEPT else word
             for at, word in enumerate(command)]  # fmt: skip
    assert within(SECONDS, "--home", home, *named, "--lang", language) == 1
    said = capsys.readouterr()
    assert len(said.err.strip()) > 20 and said.err.rstrip().endswith(".") and "Error" not in said.err


def test_a_package_never_follows_a_link_out_of_its_folder(home, tmp_path, capsys):
    package = tmp_path / "package"
    shutil.copytree(DATA, package)
    (tmp_path / "secret").write_text("id,name\nsecret,out of the folder\n")
    (package / "themes.csv").unlink()
    (package / "themes.csv").symlink_to(tmp_path / "secret")
    assert main(["--home", str(home), "check", str(package), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "themes.csv" in said.err and "out of the folder" not in said.out + said.err


def test_files_that_are_no_tables_of_a_package_are_never_opened(home, tmp_path):
    package = tmp_path / "package"
    shutil.copytree(DATA, package)
    (package / "extra.bin").symlink_to("/dev/zero")
    os.mkfifo(package / "pipe")
    assert within(SECONDS * 3, "--home", home, "check", package) == 0


HOSTILE = ("../../escaped", "/etc/passwd", "a\u202eb\r\nX: y", "..\\..\\x", "CON", "x" * 500, "\udcff")


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_files_people_and_snapshots_never_become_paths(home, tmp_path, name):
    """The home and the folder beside it have the files that they had; what was named is told in one line."""
    place = tmp_path / "place" / "home"
    shutil.copytree(home / "ledger", place / "ledger")
    file = tmp_path / "file.csv"
    file.write_text("indicator;area;period;value\nevictions-rate;azory;2014;6,5\n", encoding="utf-8")
    before = entries(tmp_path)
    assert main(["--home", str(place), "import", str(file), "--name", name, "--by", name, "--why", name]) in (0, 1)
    added = {path for path in entries(tmp_path) - before if Home(place).ledger not in path.parents}
    assert {path.name.partition(".")[0] for path in added} <= {"monitor", "writing"}
    assert main(["--home", str(place), "batches", "--json"]) == 0
    assert main(["--home", str(place), "verify"]) == 0


def entries(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}
