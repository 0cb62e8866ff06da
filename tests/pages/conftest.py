"""Visits to the pages without a browser, each on a home of its own where it writes."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from azory_monitor.access import Actor
from azory_monitor.home import Home, home_from_environment
from azory_monitor.model.batch import Batch
from azory_monitor.monitor import open_monitor
from azory_monitor.ui.menu import MENU, PAGES

ROOT = PAGES.parent
SLOW = 120
"""Seconds; the first visit reads the whole programme on a machine that does other things as well."""

FILES = {name: PAGES / audience / f"{name}.py" for audience, names in MENU.items() for name in names}


def visit(page: str, **query: str) -> AppTest:
    """Open a page by its link: ``visit("indicator", lang="en", indicator="…")``."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=SLOW)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(str(FILES[page]))
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def frozen(name: str) -> Batch:
    """Freeze the present state for pages that show it, without its files, which take a hundred times as long."""
    return open_monitor().freeze(name, Actor("Anna", "coordinator"), make=lambda view, name: {})


def shown(app: AppTest) -> str:
    """Everything that the page tells as text, markup included."""
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture(scope="session", autouse=True)
def _looked_for_components_once():
    """Each visit has Streamlit look through every installed package for components, which takes ten times the page."""
    with pytest.MonkeyPatch.context() as patch:
        found = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture(scope="session")
def seeded(filled_home) -> Path:
    """The home of all visits that change nothing, filled from the seed."""
    home = home_from_environment()
    shutil.copytree(filled_home, home.path, dirs_exist_ok=True)
    return home.path


@pytest.fixture
def own_home(filled_home, tmp_path, monkeypatch) -> Path:
    """A home that a visit may change, filled from the seed."""
    shutil.copytree(filled_home, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("AZORY_HOME", str(tmp_path))
    yield tmp_path
    open_monitor(Home(tmp_path)).close()
