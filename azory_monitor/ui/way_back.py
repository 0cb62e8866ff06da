"""Brings people back to the page that they signed in from, with all that they had chosen there.

Streamlit sends everybody who comes back from the provider to the first page.  What was open is remembered on the
server, by the token against forged requests that the browser has anyhow: nothing more is kept in the browser, and what
anybody else writes into an address leads nowhere, for the way is made of our own pages.
"""

import re
import threading
import time
from collections import OrderedDict
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import HTTPConnection
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME, XSRF_COOKIE_NAME

from azory_monitor.ui.menu import FIRST, MENU, address

DOOR = "/oauth2callback"
SECONDS, MOST, LONGEST = 900, 1000, 2000
"""So long a way is remembered, so many of them, each of so many letters: who takes longer begins at the first page."""

_HERE = "here"
_PAGES = frozenset(address(name) for names in MENU.values() for name in names if name != FIRST)
_WAY = re.compile(r"[a-z-]*(\?[\w%+.,~=&*-]*)?", re.ASCII)

_ways: OrderedDict[bytes, tuple[float, str]] = OrderedDict()
_lock = threading.Lock()


def stand_here(page: str) -> None:
    """Note which page is open, by the last part of its address."""
    st.session_state[_HERE] = page


def sign_in() -> None:
    """Go to the provider, and remember the way back."""
    token = _token(st.context.cookies)
    if token:
        remember(token, way_to(st.session_state.get(_HERE, ""), st.query_params.to_dict()))
    st.login()


def way_to(page: str, asked: dict[str, str]) -> str:
    """The end of the address of one of our pages with what is asked of it; empty for what is no such thing."""
    way = (page if page in _PAGES else "") + (f"?{urlencode(asked)}" if asked else "")
    return way if len(way) <= LONGEST and _WAY.fullmatch(way) else ""


def remember(token: bytes, way: str) -> None:
    """Keep a way for whoever has the token, for a while."""
    with _lock:
        _ways[token] = time.monotonic(), way
        _ways.move_to_end(token)
        while len(_ways) > MOST:
            _ways.popitem(last=False)


def _taken(token: bytes | None) -> str:
    """The way that was remembered, once."""
    with _lock:
        since, way = _ways.pop(token, (0.0, "")) if token else (0.0, "")
    return way if time.monotonic() - since <= SECONDS else ""


def _token(cookies: Any) -> bytes | None:
    return decode_xsrf_token_string(cookies.get(XSRF_COOKIE_NAME, ""))[0]


class WayBack:
    """Around the answer to whoever comes back from the provider."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not scope["path"].endswith(DOOR):
            await self.app(scope, receive, send)
            return
        way = _taken(_token(HTTPConnection(scope).cookies))

        async def led(message: Any) -> None:
            if way and message["type"] == "http.response.start" and _has_signed_in(message["headers"]):
                message = message | {"headers": [_further(name, value, way) for name, value in message["headers"]]}
            await send(message)

        await self.app(scope, receive, led)


def _has_signed_in(headers: Any) -> bool:
    return any(name == b"set-cookie" and value.startswith(USER_COOKIE_NAME.encode()) for name, value in headers)


def _further(name: bytes, value: bytes, way: str) -> tuple[bytes, bytes]:
    """Where the answer leads to, and from there on to the page; nothing else is touched."""
    return (name, value.rstrip(b"/") + b"/" + way.encode("ascii")) if name == b"location" else (name, value)
