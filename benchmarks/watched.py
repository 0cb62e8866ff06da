"""The monitor as it runs, with one door more that only a drill opens: what the process holds, as JSON.

``streamlit run benchmarks/watched.py``; the door is ``/watched``, with ``?all`` for more than its memory.
"""

import gc
import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from streamlit.runtime import get_instance
from streamlit.runtime.app_session import AppSession

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from azory_monitor.memory import share_memory  # noqa: E402
from azory_monitor.ui.protection import middleware  # noqa: E402
from azory_monitor.ui.show_error import show_fault  # noqa: E402

DOOR = "/watched"
PAGE = 4096


class Watched:
    """Answers at the door, and lets everything else through."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"] == DOOR:
            answer = held() if scope["query_string"] else {"megabytes": megabytes()}
            await PlainTextResponse(json.dumps(answer))(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def megabytes() -> float:
    """Of memory that the process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 2**20


def held() -> dict[str, float]:
    """Megabytes of memory, processor seconds, open sessions and those still in memory, files handed in, threads."""
    runtime = get_instance()
    gc.collect()
    files = runtime.uploaded_file_mgr.file_storage
    return {
        "megabytes": megabytes(),
        "processor": time.process_time(),
        "open": runtime._session_mgr.num_active_sessions(),
        "alive": sum(isinstance(one, AppSession) for one in gc.get_objects()),
        "files": sum(len(file.data) for one in list(files.values()) for file in list(one.values())) / 2**20,
        "threads": threading.active_count(),
    }


share_memory()
app = st.App(
    ROOT / "azory_monitor" / "ui" / "shell.py",
    middleware=[Middleware(Watched), *middleware()],
    on_script_error=show_fault,
)
