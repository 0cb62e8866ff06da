"""The manual is true: its tree is the tree on disk, its commands exist, and none is left out."""

import re
import subprocess
import sys

import pytest

from azory_monitor.model.row import columns, headers
from azory_monitor.model.tables import TABLES
from tests.source import PACKAGE, ROOT
from tests.test_datapackage import LANGUAGES

README = (ROOT / "README.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
MADE_WHEN_RUN = {"var/"}
SMALL_ROOMS = {"__init__", "__main__"}


def tree():
    """The paths that the README's tree draws."""
    block = re.search(r"^```\napp\.py.*?^```", README, re.DOTALL | re.MULTILINE).group()
    folder = ""
    for line in block.splitlines()[1:-1]:
        branch, name = re.match(r"((?:[├└]── )?)(\S+)", line).groups()
        folder = folder if branch else name
        yield folder + name if branch else name


def commands():
    """The commands that the README's table lists."""
    table = README.split("## Command line")[1].split("\n## ")[0]
    return set(re.findall(r"(?:^\| |· )`(\w+)", table, re.MULTILINE))


def section(table):
    """What the data dictionary says of one table: its rows, cell by cell."""
    text = re.search(rf"^## `{table}`$(.*?)(?=^## |\Z)", DICTIONARY, re.DOTALL | re.MULTILINE).group(1)
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in text.splitlines() if line.startswith("| `")
    ]


def named(cell):
    """What a cell of the data dictionary sets in code."""
    return re.findall(r"`([^`]+)`", cell)


def test_the_tree_is_the_tree_on_disk():
    assert [path for path in tree() if path not in MADE_WHEN_RUN and not (ROOT / path).exists()] == []


def test_the_tree_names_every_room_of_the_package():
    rooms = {
        f"azory_monitor/{path.name}/" if path.is_dir() else f"azory_monitor/{path.name}"
        for path in PACKAGE.iterdir()
        if (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem not in SMALL_ROOMS)
    }
    assert rooms - set(tree()) == set()


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"run", "test"} <= set(re.findall(r"\bmake (\w+)", README)) <= targets


def test_every_command_is_in_the_manual_and_every_command_of_the_manual_exists():
    called = subprocess.run(
        [sys.executable, "-m", "azory_monitor", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    known = set(re.findall(r"^    (\w+) ", called.stdout, re.MULTILINE))
    assert commands() == known


def test_links_and_pictures_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README + DICTIONARY)
    assert [target for target in targets if "://" not in target and not (ROOT / target).exists()] == []


@pytest.mark.parametrize("table", TABLES)
def test_the_data_dictionary_names_every_column_in_its_order(table):
    assert [name for cells in section(table) for name in named(cells[0])] == headers(TABLES[table], LANGUAGES)


@pytest.mark.parametrize("table", TABLES)
def test_the_data_dictionary_says_what_may_stand_in_a_column(table):
    told = {named(cells[0])[0]: named(cells[1]) for cells in section(table)}
    untold = [
        (column.name, value)
        for column in columns(TABLES[table])
        for value in (*column.choices, column.to)
        if value and value not in told.get(column.name, told.get(f"{column.name}_{LANGUAGES[0]}"))
    ]
    assert untold == []
