"""What the first visitor would wait for, done while their browser still loads the page."""

import gc
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from azory_monitor.errors import MonitorError
from azory_monitor.words.speaker import languages, speaker

_LOADED = ("frame", "menu", "picture", "ask_sign_in", "ask_state", "show_keeping", "show_history", "show_objectives")
_ASKED = ("uncompared", "progress", "hindrances", "dues")
"""What the page that opens by itself asks of a state, beside what it draws."""
_DRAWN, _RESULTS = "standing", "compared_widely"


@asynccontextmanager
async def warming(_app: Any) -> AsyncIterator[None]:
    """Around the running server, which listens at once."""
    threading.Thread(target=warm, name="warm", daemon=True).start()
    yield


def warm() -> None:
    """Load what every page needs, open the state, and have the first page's answers and picture ready.

    What is loaded stays, so it is put where the collector of garbage does not look through it again and again;
    states come and go, so they are opened after that.
    """
    load()
    gc.freeze()
    try:
        _ready()
    except MonitorError as fault:
        logging.getLogger(__name__).info("Told on every page: %s", fault.key)


def load() -> None:
    """Load what every page needs, and the one that opens by itself."""
    for name in _LOADED:
        import_module(f"azory_monitor.ui.{name}")


def _ready() -> None:
    from azory_monitor.monitor import open_monitor
    from azory_monitor.ui.frame import Page, Visit, Window
    from azory_monitor.ui.menu import FIRST
    from azory_monitor.ui.picture import picture
    from azory_monitor.ui.visitor import NOBODY

    monitor = open_monitor()
    view = monitor.view()
    for question in _ASKED:
        found = getattr(view, question)
        if callable(found):
            found()
    for language in languages():
        page = Page(FIRST, Window(Visit(monitor, view, speaker(language), "light", NOBODY, past=False)))
        picture(page, _DRAWN, getattr(view, _RESULTS))
