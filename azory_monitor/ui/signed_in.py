"""What leaves the server and comes in beside the pages: files for those who may read, uploads from those who may write.

Streamlit hands a file out to whoever has its address, and takes one from whoever has a session; a page's own check
does not reach either.
"""

import json
from typing import Any

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from streamlit.auth_util import get_origin_from_redirect_uri
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from azory_monitor.access import AccessList, Deed, may
from azory_monitor.access.rules import Someone, refused
from azory_monitor.home import home_from_environment
from azory_monitor.ui.set_up import is_encrypted, is_set_up
from azory_monitor.ui.visitor import someone

FOREVER = b"max-age=31536000"
_NEEDED: dict[str, Deed] = {"media": "read", "_stcore/upload_file": "keep"}
"""The deed that each of Streamlit's own doors is about, by how its path begins."""


class SignedInOnly:
    """Asks the one check before a file goes out or comes in; where TLS is used, cookies never travel without it."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        deed = deed_of(scope["path"])
        asking = sender(scope) if deed else None
        if deed and asking and not may(asking, deed):
            refused(asking, deed)
            await PlainTextResponse("", status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, _sealed(send) if is_encrypted() else send)


def deed_of(path: str) -> Deed | None:
    """What one needs a right for to use a path; None where everybody may."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    inside = path.lstrip("/").removeprefix(base).lstrip("/")
    return next((deed for door, deed in _NEEDED.items() if inside.startswith(door)), None)


def sender(scope: Any) -> Someone:
    """Whoever sends a request, by the identity that Streamlit's signed cookie holds."""
    asked = HTTPConnection(scope)
    remote = asked.client.host if asked.client else None
    return someone(_claims(asked.cookies), remote, Headers(scope=scope), AccessList(home_from_environment().access))


def _claims(cookies: dict[str, str]) -> dict[str, object]:
    """What a provider told of the person, as signed by this server for its own address; nothing for any other."""
    signed = _get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME) if is_set_up() else None
    claims = json.loads(signed) if signed else {}
    return claims if claims.get("origin") == get_origin_from_redirect_uri() else {}


def _sealed(send: Any) -> Any:
    """Cookies for TLS alone, and the browser told to come back by no other way."""

    async def sealed(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = [(name, _secure(value) if name == b"set-cookie" else value) for name, value in message["headers"]]
            message = message | {"headers": [*headers, (b"strict-transport-security", FOREVER)]}
        await send(message)

    return sealed


def _secure(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"
