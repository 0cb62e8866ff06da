"""The running monitor, as its visitors meet it: a process of its own on a free port of this machine."""

import http.client
import itertools
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
STARTS_WITHIN = 90
ENDS_WITHIN = 20


@contextmanager
def served(home: Path, log: Path, app: str = "app.py", options: Sequence[str] = ()) -> Iterator[str]:
    """Start the monitor on a home, give its address, and end it."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", app, "--server.address", HOST, "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.fileWatcherType", "none", *options]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"AZORY_HOME": str(home)}, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_healthy(process, port, log)
            yield f"http://{HOST}:{port}"
        finally:
            _end(process)


def _wait_until_healthy(process: subprocess.Popen, port: int, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while not _is_healthy(port):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"The monitor did not start.\n{log.read_text(errors='replace')}")
        time.sleep(0.2)


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


_ports = itertools.count(20_000 + secrets.randbelow(10_000))
"""Below those that a system lends to whoever opens a connection: such a one could be lent before a server is on it."""


def free_port() -> int:
    """A port of this machine that nobody listens on, and another one each time."""
    for port in _ports:
        with socket.socket() as found, suppress(OSError):
            found.bind((HOST, port))
            return port
    raise RuntimeError("No port is free.")
