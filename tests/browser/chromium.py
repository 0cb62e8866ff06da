"""Which Chromium drives the tests, and how a machine without one gets it.

``python -m tests.browser.chromium`` brings one where there is none: the distribution's package as root on
Debian and its kin, else Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "No Chromium was found and none could be brought. Install Chromium or Chrome and name it in CHROMIUM_PATH; "
    "the tests in a browser are left out until then (with CI=true they fail)."
)


def find() -> str | None:
    """The path of a Chromium: ``CHROMIUM_PATH``, one on the path, Playwright's own, or None."""
    named = os.environ.get("CHROMIUM_PATH")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    return found or _playwrights_own()


def bring() -> None:
    """Install a Chromium, by the distribution where we may, else by Playwright."""
    if _may_install_packages() and _did("apt-get", "update") and _did("apt-get", "install", "-y", "chromium"):
        return
    _did(sys.executable, "-m", "playwright", "install", "chromium")


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _may_install_packages() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _did(*command: str) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    if not find():
        print("Bringing a Chromium for the tests in a browser …", flush=True)
        bring()
        if not find():
            print(ADVICE, file=sys.stderr)
