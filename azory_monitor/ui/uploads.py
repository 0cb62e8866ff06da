"""Keeps the door for files from being a way to fill the memory: so many uploads, for so long, of so many bytes."""

import asyncio
from contextlib import suppress
from typing import Any

from starlette.responses import PlainTextResponse
from streamlit.runtime import exists, get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from azory_monitor.ui import limits
from azory_monitor.ui.throttle import address_of
from azory_monitor.ui.turns import Allowances

_DOOR = "/_stcore/upload_file/"


class Uploads:
    """Around every upload."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self._of_session = Allowances(limits.UPLOADS)
        self._of_address = Allowances(limits.UPLOADS_OF_ADDRESS)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT" or _DOOR not in scope["path"]:
            await self.app(scope, receive, send)
            return
        session = scope["path"].partition(_DOOR)[2].partition("/")[0]
        if not await self._lets_in(session, address_of(scope)):
            await PlainTextResponse("", 429, {"Retry-After": "60"})(scope, receive, send)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(limits.UPLOAD_SECONDS):
                await self.app(scope, receive, send)

    async def _lets_in(self, session: str, address: str) -> bool:
        """Wait a while for an allowance; not where too much is held already."""
        allowances = self._of_session.of(session), self._of_address.of(address)
        loop = asyncio.get_running_loop()
        until = loop.time() + limits.UPLOAD_PATIENCE
        while wait := max(one.wait() for one in allowances):
            if loop.time() + wait > until:
                return False
            await asyncio.sleep(wait)
        for one in allowances:
            one.take()
        held = _held()
        return held.get(session, 0) < limits.SESSION_FILES and sum(held.values()) < limits.ALL_FILES


def drop_upload(file: str) -> None:
    """Let go of a file of this visit; Streamlit would keep it until the window is shut."""
    context = get_script_run_ctx()
    if context:
        context.uploaded_file_mgr.remove_file(session_id=context.session_id, file_id=file)


def _held() -> dict[str, int]:
    """Bytes of files by session."""
    if not exists():
        return {}
    stored = get_instance().uploaded_file_mgr.file_storage
    return {session: sum(len(one.data) for one in list(files.values())) for session, files in list(stored.items())}
