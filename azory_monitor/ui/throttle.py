"""Keeps one visitor from stopping the others: so many windows, so many clicks a second, a few pages at a time.

Streamlit runs whatever a browser sends as soon as it comes.  Here a frame that comes too fast waits, and a page waits
until few enough others are worked out.  The figures are in ``limits``.
"""

import asyncio
import sys
from collections import Counter, deque
from contextlib import suppress
from typing import Any

import streamlit as st
from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import exists, get_instance

from azory_monitor.ui import limits
from azory_monitor.ui.turns import Allowance, Allowances, Turns

_TOO_BIG, _TOO_MANY, _LATER = 1009, 1008, 1013
_SHORT = 512
"""The message that a page is done is far shorter than this, and most others are longer."""


class Throttle:
    """Around every websocket."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self._open: Counter[str] = Counter()
        self._openings = Allowances(limits.OPENINGS)
        self._turns = Turns(limits.AT_WORK)
        sys.setswitchinterval(limits.SWITCH_SECONDS)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        address = address_of(scope)
        if not self._lets_in(address):
            await receive()
            await send({"type": "websocket.close", "code": _LATER})
            return
        self._open[address] += 1
        window = Window(address, self._turns, receive, send)
        try:
            await window.serve(self.app, scope)
        finally:
            self._open[address] -= 1
            self._open += Counter()  # forgets who has no window left
            kept = st.get_option("server.disconnectedSessionTTL")
            asyncio.get_running_loop().call_later(kept + 1, forget_closed)

    def _lets_in(self, address: str) -> bool:
        opening = self._openings.of(address)
        if opening.wait() or self._open[address] >= limits.WINDOWS_OF_ADDRESS or self._open.total() >= limits.WINDOWS:
            return False
        opening.take()
        return True


class Window:
    """One websocket: what comes in waits here, and what goes out tells when a page is done."""

    def __init__(self, address: str, turns: Turns, receive: Any, send: Any) -> None:
        self._address, self._turns = address, turns
        self._receive, self._send = receive, send
        self._frames = Allowance(limits.FRAMES)
        self._waiting: deque[Any] = deque()
        self._came, self._gone = asyncio.Event(), asyncio.Event()
        self._farewell: Any = None
        self._turn: asyncio.TimerHandle | None = None

    async def serve(self, app: Any, scope: Any) -> None:
        """Run the app on it until either side ends."""
        reading = asyncio.create_task(self._read())
        try:
            await app(scope, self.receive, self.send)
        finally:
            reading.cancel()
            self._done()

    async def receive(self) -> Any:
        """The next message, when its time has come; the end at once."""
        while not self._waiting and not self._gone.is_set():
            self._came.clear()
            await self._came.wait()
        if not self._gone.is_set() and self._waiting[0]["type"] == "websocket.receive":
            await self._until_gone(self._may_go_on(self._waiting[0].get("bytes") or b""))
        return self._farewell if self._gone.is_set() else self._waiting.popleft()

    async def send(self, message: Any) -> None:
        """Pass on; nothing follows an end."""
        if self._gone.is_set():
            return
        if self._turn and message["type"] == "websocket.send" and _is_end(message.get("bytes") or b""):
            self._done()
        await self._send(message)

    async def _read(self) -> None:
        """Take in what comes as it comes, so that an end is seen at once; shut a window that sends too much."""
        while not self._gone.is_set():
            message = await self._receive()
            size = len(message.get("bytes") or message.get("text") or b"")
            waiting = sum(len(one.get("bytes") or b"") for one in self._waiting)
            if message["type"] == "websocket.disconnect":
                self._end(message)
            elif size > limits.FRAME_BYTES:
                await self._shut(_TOO_BIG)
            elif len(self._waiting) >= limits.FRAMES_WAITING or waiting + size > limits.BYTES_WAITING:
                await self._shut(_TOO_MANY)
            else:
                self._waiting.append(message)
                self._came.set()

    async def _may_go_on(self, frame: bytes) -> None:
        await asyncio.sleep(self._frames.wait())
        self._frames.take()
        if _is_click(frame) and not self._turn:
            await self._turns.take(self._address)
            self._turn = asyncio.get_running_loop().call_later(limits.LONGEST_TURN, self._done)

    async def _until_gone(self, work: Any) -> None:
        """Wait for something, but not longer than the window is there."""
        going, gone = asyncio.ensure_future(work), asyncio.ensure_future(self._gone.wait())
        try:
            await asyncio.wait((going, gone), return_when=asyncio.FIRST_COMPLETED)
            if going.done():
                going.result()
        finally:
            going.cancel()
            gone.cancel()
            await asyncio.gather(going, gone, return_exceptions=True)

    async def _shut(self, code: int) -> None:
        self._end({"type": "websocket.disconnect", "code": code})
        with suppress(Exception):
            await self._send({"type": "websocket.close", "code": code})

    def _end(self, farewell: Any) -> None:
        self._farewell = farewell
        self._gone.set()
        self._came.set()

    def _done(self) -> None:
        """Give the turn back, once."""
        if self._turn:
            self._turn.cancel()
            self._turn = None
            self._turns.give_back()


def forget_closed() -> None:
    """Let go of windows that did not come back in time; Streamlit by itself does so when the next one is shut."""
    if exists():
        get_instance()._session_mgr._session_storage._cache.expire()


def address_of(scope: Any) -> str:
    """Where a request comes from."""
    return (scope.get("client") or ("",))[0]


def _is_click(frame: bytes) -> bool:
    """Whether a frame has a page worked out.  What cannot be read is refused further in."""
    message = BackMsg()
    try:
        message.ParseFromString(frame)
    except DecodeError:
        return False
    return message.WhichOneof("type") == "rerun_script"


def _is_end(frame: bytes) -> bool:
    """Whether a frame says that a page is done and does not begin again by itself."""
    if len(frame) > _SHORT:
        return False
    message = ForwardMsg()
    message.ParseFromString(frame)
    ended = message.WhichOneof("type") == "script_finished"
    return ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
