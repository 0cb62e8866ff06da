"""Every kind of answer of the running monitor is protected, and no path leads to anything but what is served."""

import base64
import http.client
import os
import re
import socket
from urllib.parse import urlsplit

import pytest

from azory_monitor.ui.protection import HEADERS

PAGES = (
    "/",
    "/show-upload",
    "/nothing/here",
    "/%3Cscript%3Ealert(1)%3C/script%3E",
    "/index.html?lang=%22%3E%3Cscript%3E",
)
FILES = ("/app/static/icon.png", "/app/static/lato-bold.woff2", "/_stcore/health", "/_stcore/host-config")
NONE = ("/app/static/none", "/media/none", "/media/../home.py", "/component/x/y", "/_stcore/bidi-components/x/y")
CLIMBING = (
    "/../../etc/passwd", "/app/static/../shell.py", "/app/static/%2e%2e/shell.py", "/app/static/..%2fshell.py",
    "/static/..%2f..%2f..%2fetc/passwd", "//foreign.example/x",
    "/app/static/%5c..%5cshell.py", "/app/static/shell.py%00.png",
)  # fmt: skip
"""Paths that would leave the folder that is served."""
DOORS = (
    "/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/agent/openapi",
    "/_stcore/script-health-check",
)  # fmt: skip
SECRETS = re.compile(rb"root:x:0|import streamlit|/work/|/home/|Traceback|azory_monitor/")


def ask(address, path, method="GET", body=None, **headers):
    """Status, headers and body of one answer; the path goes out as it is written."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in {"Content-Length": str(len(body or b"")), **headers}.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders(body)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def is_protected(headers):
    return {name.decode(): value.decode() for name, value in HEADERS.items()}.items() <= headers.items()


@pytest.mark.parametrize("path", [*PAGES, *FILES, *NONE, *CLIMBING])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "DELETE"])
def test_every_answer_carries_the_headers_and_tells_nothing_of_the_machine(monitor, path, method):
    status, headers, body = ask(monitor, path, method)
    assert is_protected(headers) and status < 500
    assert not SECRETS.search(body) and not SECRETS.search(str(headers).encode())
    if "text/html" in headers.get("content-type", ""):
        assert headers["cache-control"] == "no-store" and b"<script>alert" not in body


@pytest.mark.parametrize("path", CLIMBING)
def test_no_path_climbs_out_of_what_is_served(monitor, path):
    status, headers, _ = ask(monitor, path)
    assert status in (400, 404) or "text/html" in headers["content-type"]


@pytest.mark.parametrize("path", DOORS)
def test_the_doors_for_machines_are_closed_to_every_method(monitor, path):
    assert {ask(monitor, path, method)[0] for method in ("GET", "POST", "PUT", "OPTIONS")} == {404}


def test_an_upload_without_a_session_is_refused_and_protected(monitor):
    for method in ("PUT", "DELETE", "POST", "GET"):
        status, headers, _ = ask(monitor, "/_stcore/upload_file/none/none", method, b"x")
        assert is_protected(headers)
        assert status in (403, 404, 405) or "text/html" in headers["content-type"]


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("foreign.example", "http://foreign.example"),
        ("foreign.example", ""),
        ("", "null"),
        ("", "http://foreign.example"),
    ],
)
def test_a_connection_for_another_site_is_refused(monitor, host, origin):
    assert b" 403 " in handshake(monitor, host, origin)


def test_our_own_page_may_connect(monitor):
    assert b" 101 " in handshake(monitor, "", monitor)


def handshake(address, host, origin):
    """The first line of the answer to a browser that opens a connection."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=30) as line:
        asked = [
            "GET /_stcore/stream HTTP/1.1", f"Host: {host or place.netloc}",
            "Upgrade: websocket", "Connection: Upgrade",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}", "Sec-WebSocket-Version: 13",
            *([f"Origin: {origin}"] if origin else []),
        ]  # fmt: skip
        line.sendall("\r\n".join([*asked, "", ""]).encode())
        return line.recv(1000).split(b"\r\n")[0]
