"""The container's recipe is true: what it copies is there and is enough, and what it runs starts and is well."""

import fnmatch
import json
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib

import pytest

from tests.browser.served import ROOT, free_port

RECIPE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
STARTS_WITHIN = 90


def instructions():
    """Each instruction of the recipe with what follows it, lines that go on joined."""
    lines = [line for line in RECIPE.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    return [tuple(line.split(maxsplit=1)) for line in lines]


def told(name):
    return [rest for kind, rest in instructions() if kind == name]


def run_by(rest):
    """The words of a command in its exec form."""
    return json.loads(rest[rest.index("[") :])


def ignored():
    return [line for line in (ROOT / ".containerignore").read_text().splitlines() if line and line[0] not in "#!"]


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """A fresh folder with what the recipe copies, compiled as it says, and nothing else."""
    folder = tmp_path_factory.mktemp("image")
    for rest in told("COPY"):
        *sources, place = rest.split()
        for source in sources:
            path, to = ROOT / source, folder / (source if place.endswith(("/", ".")) else place)
            (shutil.copytree if path.is_dir() else shutil.copy)(path, to, **skipped(path))
    for part in (part.strip() for rest in told("RUN") for part in rest.split("&&")):
        if part.startswith("python "):
            subprocess.run([sys.executable, *shlex.split(part)[1:]], cwd=folder, check=True, timeout=120)
    return folder


def skipped(path):
    names = shutil.ignore_patterns("__pycache__", "secrets.toml")
    return {"ignore": names} if path.is_dir() else {}


def test_what_it_copies_is_there_and_is_not_ignored():
    sources = [source for rest in told("COPY") for source in rest.split()[:-1]]
    assert sources and [one for one in sources if not (ROOT / one).exists()] == []
    kept_out = [(one, pattern) for one in sources for pattern in ignored() if fnmatch.fnmatch(one, pattern.strip("/"))]
    assert kept_out == []


def test_no_secret_and_nothing_that_was_handed_in_goes_in():
    assert ".streamlit/secrets.toml" in ignored() and "var" in ignored()
    assert not any(source.startswith("var") for rest in told("COPY") for source in rest.split())


def test_it_has_the_python_that_the_project_asks_for_and_is_not_run_by_root():
    ((major, minor),) = re.findall(r"python:(\d+)\.(\d+)", told("FROM")[0])
    least = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"].removeprefix(">=")
    assert (int(major), int(minor)) >= tuple(map(int, least.split(".")))
    (user,) = told("USER")
    assert f"useradd --create-home --uid 10001 {user}" in " ".join(told("RUN"))
    home = dict(word.split("=") for word in told("ENV")[0].split())["AZORY_HOME"]
    assert told("VOLUME") == [home] and f"chown {user}:{user} {home}" in " ".join(told("RUN"))


def test_it_starts_what_the_manual_and_the_service_start():
    (command,) = map(run_by, told("CMD"))
    start = command[command.index("streamlit") : command.index("--server.port")]
    assert start == ["streamlit", "run", "app.py", "--server.address", "127.0.0.1"]
    assert " ".join(start) in (ROOT / "README.md").read_text(encoding="utf-8")
    service = (ROOT / "deploy" / "azory-monitor.service").read_text(encoding="utf-8")
    assert set(command) - {"python"} <= set(service.replace("\\\n", " ").split())


def test_what_it_copies_is_enough_to_start_be_well_and_write_nothing_beside_its_home(image, tmp_path):
    (command,), (health,) = map(run_by, told("CMD")), map(run_by, told("HEALTHCHECK"))
    port, log = str(free_port()), tmp_path / "log"
    python, *words = [port if word == "8501" else word for word in command]
    ask = [sys.executable, *(word.replace("8501", port) for word in health[1:])]
    before = listing(image)
    with log.open("w") as output:
        env = {"AZORY_HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
        process = subprocess.Popen(
            [sys.executable, *words], cwd=image, env=env, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            assert python == "python" and is_well(process, ask), log.read_text()
        finally:
            process.terminate()
            process.wait(30)
    assert listing(image) == before


def is_well(process, ask):
    """Whether the recipe's own question is answered before long."""
    until = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        if subprocess.run(ask, capture_output=True, check=False, timeout=30).returncode == 0:
            return True
    return False


def listing(folder):
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
