"""What every answer to a browser carries, so that a page can run and fetch nothing but its own.

Script: Streamlit's own files, its one inline script, and our one line that states the language; each inline
script is allowed by its hash alone.  A picture, font or frame from elsewhere is never fetched.
"""

import base64
import hashlib
import re
from typing import Any
from urllib.parse import parse_qs

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from azory_monitor.ui.language import QUERY, known, spoken_script
from azory_monitor.ui.preload import INDEX, with_preloads
from azory_monitor.ui.signed_in import SignedInOnly
from azory_monitor.ui.throttle import Throttle
from azory_monitor.ui.uploads import Uploads
from azory_monitor.ui.way_back import WayBack
from azory_monitor.words.speaker import languages

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
"""Streamlit's doors for machines, which nobody here uses."""


def middleware() -> list[Middleware]:
    """What the app puts around every request.

    The role is asked for before the allowance: who may not hand in takes nothing of what a session may.
    """
    return [Middleware(one) for one in (Protection, Throttle, SignedInOnly, Uploads, WayBack)]


async def on_fault(request: Request, fault: Exception) -> Response:
    """A fault of ours while answering: nothing of it is told, and the answer is protected like any other."""
    return Response("", status_code=500, headers={name.decode(): value.decode() for name, value in HEADERS.items()})


class Protection:
    """Adds the headers, states the language in the page itself, and closes the doors that nobody uses."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            await self.app(scope, receive, _greeting(scope, send))
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(CLOSED):
            await PlainTextResponse("", status_code=404)(scope, receive, Answer(scope, send))
        else:
            await self.app(_fresh(scope), receive, Answer(scope, send))


class Answer:
    """One answer on its way out."""

    def __init__(self, scope: Any, send: Any) -> None:
        self.send = send
        self.language = _asked(scope)
        self.private = scope["path"].startswith("/media")
        self.held: list[bytes] = []
        self.start: Any = None

    async def __call__(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self.start is None:
            await self.send(message)
        else:
            await self._hold(message)

    async def _begin(self, message: Any) -> None:
        headers = _protected(message["headers"], {b"cache-control": b"no-store"} if self.private else {})
        message = message | {"headers": headers}
        if dict(headers).get(b"content-type", b"").startswith(b"text/html"):
            self.start = message
        else:
            await self.send(message)

    async def _hold(self, message: Any) -> None:
        self.held.append(message.get("body", b""))
        if message.get("more_body"):
            return
        page = _stated(b"".join(self.held), self.language)
        ours = {b"content-length": str(len(page)).encode(), b"cache-control": b"no-store"}
        headers = [one for one in _protected(self.start["headers"], ours) if one[0] != b"etag"]
        await self.send(self.start | {"headers": headers})
        await self.send({"type": "http.response.body", "body": page})


def _protected(headers: Any, ours: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """Headers with ours in the place of any of the same name; of cookies there may be several, and all stay."""
    ours = HEADERS | ours
    return [*((name, value) for name, value in headers if name.lower() not in ours), *ours.items()]


def _greeting(scope: Any, send: Any) -> Any:
    """The answer to a browser that opens a connection, or is refused one, with the headers."""
    opened = False
    refusable = "websocket.http.response" in scope.get("extensions", {})

    async def greeting(message: Any) -> None:
        nonlocal opened
        if message["type"] == "websocket.close" and not opened and refusable:
            await send({"type": "websocket.http.response.start", "status": 403, "headers": _protected([], {})})
            await send({"type": "websocket.http.response.body", "body": b""})
            return
        if message["type"] in ("websocket.accept", "websocket.http.response.start"):
            opened = True
            message = message | {"headers": _protected(message.get("headers") or [], {})}
        await send(message)

    return greeting


def _fresh(scope: Any) -> Any:
    """The request without its conditions: a page kept by the browser may be in another language."""
    asks_for_page = any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])
    conditions = (b"if-none-match", b"if-modified-since", b"range") if asks_for_page else ()
    return scope | {"headers": [(name, value) for name, value in scope["headers"] if name not in conditions]}


def _asked(scope: Any) -> str:
    """The language of the link, else the browser's first one that we speak, else none."""
    linked = parse_qs(scope["query_string"].decode("latin-1")).get(QUERY, [""])[0]
    accepted = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    return known(linked, *accepted.split(","))


def _stated(page: bytes, language: str) -> bytes:
    """Streamlit's page with the language, the icon and the typeface that are ours, and with what it will need."""
    page = with_preloads(page)
    if language:
        page = page.replace(b'<html lang="en">', f'<html lang="{language}">'.encode())
    page = page.replace(b"./favicon.png", b"./app/static/icon.png")
    return re.sub(rb"\./static/media/SourceSans[^\"]*", b"./app/static/lato-regular.woff2", page)


def _allowed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _policy() -> str:
    inline = re.findall(r"<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), re.DOTALL)
    scripts = [_allowed(script) for script in (*inline, *map(spoken_script, languages()))]
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *scripts]),
        # Streamlit and plotly set styles on elements while the page runs.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{rule} {sources}" for rule, sources in rules.items())


HEADERS = {
    b"content-security-policy": _policy().encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"x-permitted-cross-domain-policies": b"none",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}
