"""What the pages and ``/health`` say of how the data are kept."""

import asyncio
import json
import subprocess
import sys

import pytest

from azory_monitor.home import Home
from azory_monitor.ui.health import health
from tests.pages.conftest import shown, visit
from tests.source import ROOT

HOLD = """
import sys
from pathlib import Path
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
monitor = Monitor(Home(Path(sys.argv[1])))
print(flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(own_home):
    """Another program that has the home of the visit."""
    command = [sys.executable, "-c", HOLD, str(own_home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        process.stdout.readline()
        yield process
        process.stdin.close()


def healthy():
    answer = asyncio.run(health(None))
    return answer.status_code, answer.body.decode()


def test_beside_another_program_the_pages_are_read_and_say_so_to_who_may_store(other):
    app = visit("upload", lang="pl")
    assert not app.exception and 'role="status"' in shown(app)
    assert "Na razie można tylko czytać" in shown(app) and f"PID {other.pid}" in shown(app)
    assert healthy() == (200, "reading")


def test_what_was_mended_is_told_where_data_come_in_and_nowhere_else(own_home):
    Home(own_home).database.unlink()
    assert "built anew from the ledger" in shown(visit("upload", lang="en"))
    assert "built anew from the ledger" not in shown(visit("overview", lang="en"))
    assert healthy() == (200, "ok")


def test_health_names_what_is_wrong(tmp_path, monkeypatch):
    home = Home(tmp_path / "home")
    home.path.mkdir()
    home.database.write_text("hello " * 99)
    monkeypatch.setenv("AZORY_HOME", str(home.path))
    assert healthy() == (503, "error.database_foreign")
    home.database.unlink()
    (home.path / "ledger" / "files").mkdir(parents=True, exist_ok=True)
    (home.path / "ledger" / "ledger.jsonl").write_text(json.dumps({"colour": "blue"}) + "\n")
    assert healthy()[0] == 503
