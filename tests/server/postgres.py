"""A PostgreSQL server for tests and drills: in a temporary folder, on a free port of this machine, without fsync.

``python -m tests.server.postgres`` brings the program where there is none: the distribution's package, as root on
Debian and its kin.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from azory_monitor.home import Home
from tests.browser.served import free_port

USER, PASSWORD = "azory", "not-to-be-seen"
ADVICE = (
    "No PostgreSQL was found and none could be brought. Install PostgreSQL (on Debian and Ubuntu the package "
    "postgresql); the tests on it are left out until then (with CI=true they fail)."
)
_PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt", "/usr/pgsql")
_WITHIN = 30


def find() -> Path | None:
    """The folder with ``initdb`` and ``postgres``: on the path, else the newest where systems keep them."""
    named = shutil.which("initdb")
    if named and shutil.which("postgres"):
        return Path(named).resolve().parent
    found = [path.parent for place in _PLACES for path in Path(place).glob("**/bin/initdb")]
    return max(found, default=None)


def bring() -> None:
    """Install it where we may, without the server that the package would start by itself."""
    if not hasattr(os, "geteuid") or os.geteuid() or not shutil.which("apt-get"):
        return
    settings = Path("/etc/postgresql-common/createcluster.d/none.conf")
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL, "check": False}
    install = ("apt-get", "install", "-y", "--no-install-recommends")
    subprocess.run(["apt-get", "update"], **quiet)
    subprocess.run([*install, "postgresql-common"], **quiet)
    with contextlib.suppress(OSError):
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("create_main_cluster = false\n", encoding="utf-8")
    subprocess.run([*install, "postgresql"], **quiet)


class Postgres:
    """One server, whose texts are sorted as Polish has them, and who asks for a password."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="azory-postgres-"))
        self._who = "nobody" if hasattr(os, "geteuid") and not os.geteuid() else None
        self.port = free_port()
        self._process: subprocess.Popen | None = None
        self._init()
        self.start()

    def address(self, schema: str, password: str = PASSWORD) -> str:
        """What ``AZORY_DATABASE`` says for a schema of it."""
        return f"postgresql://{USER}:{password}@127.0.0.1:{self.port}/postgres?schema={schema}"

    def start(self) -> None:
        """Start it and wait until it lets somebody in."""
        command = [self._programs / "postgres", "-D", self._folder / "data", "-c", f"port={self.port}"]
        command += ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self._folder}"]
        command += ["-c", "fsync=off", "-c", "max_connections=200"]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", user=self._who)
        until = time.monotonic() + _WITHIN
        ready = [self._programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, check=False).returncode:
            assert time.monotonic() < until, (self._folder / "log").read_text(encoding="utf-8")
            time.sleep(0.02)

    @property
    def process(self) -> int:
        """The id of its first process."""
        return self._process.pid

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it, by its id: everybody is sent away."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(_WITHIN)

    def ask(self, statement: str, schema: str = "public") -> str:
        """What it answers to a statement about the tables of a schema, as text."""
        command = [self._programs / "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", "postgres"]
        known = {"PGPASSWORD": PASSWORD, "PGOPTIONS": f"-c search_path={schema}"}
        command += ["-Atqc", statement]
        asked = subprocess.run(command, env=os.environ | known, capture_output=True, text=True, check=True)
        return asked.stdout.strip()

    def log(self) -> str:
        """What it has written about itself."""
        return (self._folder / "log").read_text(encoding="utf-8", errors="replace")

    def end(self) -> None:
        """Stop it and leave nothing behind."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _init(self) -> None:
        secret = self._folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        if self._who:
            for path in (self._folder, secret):
                shutil.chown(path, self._who)
        command = [
            self._programs / "initdb",
            "-D",
            self._folder / "data",
            "-U",
            USER,
            f"--pwfile={secret}",
            "--no-sync",
        ]
        command += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=pl"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd="/", user=self._who)


@contextlib.contextmanager
def running() -> Iterator[Postgres]:
    """A server for as long as it is needed."""
    server = Postgres(find())
    try:
        yield server
    finally:
        server.end()


def home_on(server: Postgres, path: Path, schema: str) -> Home:
    """A home whose database is a schema of the server."""
    return Home(path, server.address(schema))


if __name__ == "__main__":
    if not find():
        print("Bringing a PostgreSQL for the tests on it …", flush=True)
        bring()
        if not find():
            print(ADVICE, file=sys.stderr)
