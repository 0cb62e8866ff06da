"""The operations page is true: its files, links and commands exist, and the service starts what there is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.source import ROOT
from tests.test_readme import commands

DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
FILES = {path.name: path.read_text(encoding="utf-8") for path in DEPLOY.iterdir()}


def test_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)", PAGE)
    assert [one for one in targets if not (ROOT / "docs" / one).exists()] == [] and targets


def test_commands_are_in_the_manual():
    told = set(re.findall(r"-m azory_monitor (?:--home \S+ )?(\w+)", PAGE + "".join(FILES.values())))
    assert {"backup", "restore", "verify", "rebuild"} <= told <= commands()


def test_every_file_is_told_of():
    told = {name for name in FILES if name in PAGE or re.sub(r"\.service$", ".timer", name) in PAGE}
    assert set(FILES) - told == set()


def test_whoever_serves_it_uses_one_port_and_the_entry_that_there_is():
    served = [text for text in FILES.values() if "streamlit" in text or "proxy" in text or "/health" in text]
    assert len(served) >= 4 and all("8501" in text for text in served)
    assert all("app.py" in text for text in served if "streamlit" in text)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
@pytest.mark.parametrize("unit", [name for name in FILES if name.endswith((".service", ".timer"))])
def test_systemd_understands_the_units(unit, tmp_path):
    for name, text in FILES.items():
        runs = text.replace("/opt/azory-monitor/.venv/bin/python", "/bin/true").replace("User=azory", "User=root")
        Path(tmp_path / name).write_text(runs.replace("Group=azory", "Group=root"), encoding="utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / unit)], capture_output=True, text=True, check=False, timeout=60
    )
    if "Failed to" in checked.stderr and "manager" in checked.stderr:
        pytest.skip("systemd cannot check units here")
    assert checked.returncode == 0 and checked.stderr.strip() == ""
