"""The same state is the same bytes in every format, whoever makes them and where."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from azory_monitor.exporting import FORMATS

ELSEWHERE = """
import datetime, hashlib, json, sys
from pathlib import Path
from azory_monitor.exporting import FORMATS, exported
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
view = Monitor(Home(Path(sys.argv[1])), lambda: datetime.datetime.fromisoformat(sys.argv[2])).view()
print(json.dumps({form: hashlib.sha256(exported(view, form, "pl")).hexdigest() for form in FORMATS}))
"""


def test_another_process_in_other_surroundings_makes_the_same_files_of_a_day(monitored, state, made, tmp_path):
    shutil.copytree(monitored[1].path, tmp_path / "home")
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    finished = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path / "home"), f"{state.today}T23:00"],
        cwd=Path(__file__).parents[2],
        env=surroundings,
        capture_output=True,
        check=True,
    )
    here = {form: hashlib.sha256(made(form, "pl")).hexdigest() for form in FORMATS}
    there = json.loads(finished.stdout)
    assert [form for form in FORMATS if here[form] != there[form]] == []
