"""The walls of the house: what may know what, and what is never named in code."""

import ast
import csv
import logging
import re
import subprocess
import sys

from importlinter.api import read_configuration
from importlinter.cli import lint_imports

from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES
from tests.source import PACKAGE, PAGES, ROOT, imports, literals, modules, shown, tree, words

LONGEST_PAGE = 60
LONGEST_MODULE = 300
PRODUCT_NAME = "Azory Monitor"
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b|\b(?:rgb|hsl)a?\((?!0,0,0,0\))")
"""Any colour in a literal; the one that is wholly transparent is none."""


def run_python(*arguments):
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def named_in_data(table, *columns):
    with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file) for column in columns if row.get(column)}


def test_imports_keep_every_contract(capsys):
    broken = lint_imports(no_cache=True)
    for logger in logging.root.manager.loggerDict.values():
        logger.disabled = False  # the linter silences every logger there is, of which other tests read
    assert not broken, capsys.readouterr().out


def test_no_contract_makes_an_exception():
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    assert [contract["name"] for contract in contracts if contract.get("ignore_imports")] == []


def test_every_contract_gives_its_reason():
    blocks = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[[tool.importlinter.contracts]]")[1:]
    assert [block for block in blocks if not block.startswith("\n#")] == []


def test_the_code_keeps_one_style():
    checked = run_python("-m", "ruff", "check", "--no-cache", "--output-format", "concise")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_monitor_runs_without_the_screen():
    loaded = run_python("-c", "import azory_monitor.monitor, sys; print(*sys.modules)")
    assert loaded.returncode == 0, loaded.stderr
    assert {"streamlit", "plotly.figure_factory"} & set(loaded.stdout.split()) == set()


def test_pages_are_short():
    assert [shown(page) for page in PAGES.rglob("*.py") if len(page.read_text().splitlines()) > LONGEST_PAGE] == []


def test_pages_define_no_function_or_class():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    nodes = [(page, node) for page in PAGES.rglob("*.py") for node in ast.walk(tree(page))]
    assert [shown(page, node.lineno) for page, node in nodes if isinstance(node, kinds)] == []


def test_pages_know_only_the_screen():
    found = [
        f"{shown(page)} {name}"
        for page in PAGES.rglob("*.py")
        for name in imports(page)
        if name.split(".")[:2] != ["azory_monitor", "ui"]
    ]
    assert found == []


def test_no_module_is_long():
    found = [shown(path) for path in modules() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE]
    assert found == []


def test_no_area_indicator_objective_or_institution_is_named_in_code():
    ids = named_in_data("areas", "id") | named_in_data("indicators", "id")
    ids |= named_in_data("objectives", "id") | named_in_data("institutions", "id")
    ids -= {choice for row in TABLES.values() for column in columns(row) for choice in column.choices}
    assert ids
    found = [
        f"{shown(path, line)} {word}"
        for path in modules()
        for line, text in literals(path)
        for word in words(text.replace(PRODUCT_NAME, ""))
        if word in ids
    ]
    assert found == []


def test_the_names_of_areas_occur_in_no_file_of_the_package():
    names = named_in_data("areas", "name_pl", "name_en")
    kinds = {".po", ".sql", ".css", ".js", ".jinja", ".html"}
    found = [
        f"{shown(path, number)} {name}"
        for path in PACKAGE.rglob("*")
        if path.suffix in kinds
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for name in names
        if re.search(rf"\b{re.escape(name)}\b", line.replace(PRODUCT_NAME, ""))
    ]
    assert found == []


def test_no_language_is_named_in_code():
    languages = {folder.name for folder in (PACKAGE / "words" / "locale").iterdir() if folder.is_dir()}
    assert languages
    endings = tuple(f"_{language}" for language in languages)
    found = [
        f"{shown(path, line)} {word}"
        for path in modules()
        for line, text in literals(path)
        for word in words(text)
        if word in languages or word.endswith(endings)
    ]
    assert found == []


def test_colours_are_decided_in_one_place():
    found = [
        f"{shown(path, line)} {text}"
        for path in modules()
        if path != PACKAGE / "charts" / "style.py"
        for line, text in literals(path)
        if COLOUR.search(text)
    ]
    assert found == []


def test_text_never_reaches_a_page_as_markup():
    assert [shown(path) for path in modules() if "unsafe_allow_html" in path.read_text(encoding="utf-8")] == []
