"""``/health``: whether the monitor can answer, for whoever watches over it.

Streamlit's own ``/_stcore/health`` says "ok" as long as the server runs, even when the database is gone.
"""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from azory_monitor.errors import MonitorError

ANSWERS_WITHIN = 5
"""Seconds; the first answer opens the database, and on the very first start fills it."""


async def health(request: Request) -> PlainTextResponse:
    """200 ``ok``; 200 ``reading`` while nothing can be kept; else 503 with the key of what is wrong."""
    said, status = "slow", 503
    with anyio.move_on_after(ANSWERS_WITHIN):
        said, status = await anyio.to_thread.run_sync(_asked, abandon_on_cancel=True)
    return PlainTextResponse(said, status_code=status, headers={"cache-control": "no-store"})


def routes() -> list[Route]:
    """The app's own addresses."""
    return [Route("/health", health)]


def _asked() -> tuple[str, int]:
    from azory_monitor.monitor import open_monitor  # the server listens before the libraries are loaded

    try:
        monitor = open_monitor()
        monitor.is_answering()
        return ("reading" if monitor.apart else "ok"), 200
    except MonitorError as error:
        return error.key, 503
