"""One visitor does their worst: do the others notice, and does the server still end when it is told to?

    python -m benchmarks.abuse [--readers 10] [--seconds 20]

Readers walk the pages from addresses of their own while, one after the other, from another address

- one window asks for 15 and for 80 pages a second, or has all caches cleared 20 times a second
- a frame of 60 MB comes every second, frames without meaning come in windows opened for them, text comes
- 200 windows are opened and click once a second

Printed are the readers' seconds for a page, how long the health door took at most, and at the end how long the server
took to end after SIGTERM with all of this going on.
"""

import argparse
import asyncio
import random
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import WebSocketException

from benchmarks.load import Board, drill
from benchmarks.serving import Server, print_table, serving, share
from benchmarks.visitor import Visitor

ADDRESS = "127.0.9.9"
HUGE = 60 * 2**20
THINK = 1.0
MOST_P95, MOST_SECONDS_TO_END = 1.5, 10
FAULTS = (OSError, WebSocketException, TimeoutError)
"""What an abuser meets when it is shown the door; then it comes again."""

Abuse = Callable[[Server, Board], Awaitable[None]]
"""Goes on until the board's time is over, and shuts its windows then."""


@asynccontextmanager
async def _window(server: Server) -> AsyncIterator[Visitor]:
    """A window that throws away whatever it is sent."""
    async with Visitor(server.address, ADDRESS) as visitor:
        drain = asyncio.create_task(visitor.drain())
        try:
            yield visitor
        finally:
            drain.cancel()
            await asyncio.gather(drain, return_exceptions=True)


async def _again_and_again(board: Board, once: Callable[[], Awaitable[None]], pause: float = 0.05) -> None:
    while board.goes_on:
        with suppress(*FAULTS):
            await once()
        await asyncio.sleep(pause)


def _repeated(message: Callable[[Visitor], BackMsg], rate: float) -> Abuse:
    """One window that sends so many frames a second and waits for nothing."""

    async def abuse(server: Server, board: Board) -> None:
        async def once() -> None:
            async with _window(server) as window:
                while board.goes_on:
                    await window.send(message(window))
                    await asyncio.sleep(1 / rate)

        await _again_and_again(board, once)

    return abuse


def clicks(rate: float) -> Abuse:
    """One window that asks for so many pages a second."""
    return _repeated(Visitor.rerun, rate)


caches = _repeated(lambda _: BackMsg(clear_cache=True), 20)
"""One window that has every cache cleared."""


async def huge(server: Server, board: Board) -> None:
    """A frame far too big, every second."""

    async def once() -> None:
        async with _window(server) as window:
            await window.send(b"\0" * HUGE)

    await _again_and_again(board, once, 1)


async def nonsense(server: Server, board: Board) -> None:
    """Frames that are none of ours, in window after window."""
    chance = random.Random(1)

    async def once() -> None:
        async with _window(server) as window:
            await window.send(chance.randbytes(chance.choice((1, 100, 10_000))))
            await window.say("text")

    await _again_and_again(board, once)


def crowd(windows: int) -> Abuse:
    """Many windows from one address, as many as are let in, each clicking once a second."""
    one = clicks(1)

    async def abuse(server: Server, board: Board) -> None:
        await asyncio.gather(*(one(server, board) for _ in range(windows)))

    return abuse


async def nobody(server: Server, board: Board) -> None:
    """For comparison."""


ABUSES: dict[str, Abuse] = {
    "nobody": nobody,
    "15 pages a second": clicks(15),
    "80 pages a second": clicks(80),
    "clear_cache 20 a second": caches,
    "60 MB frames": huge,
    "nonsense": nonsense,
    "200 windows": crowd(200),
}


async def trial(
    server: Server, abuse: Abuse, readers: int, seconds: float, think: float = THINK
) -> tuple[Board, float]:
    """What readers met while somebody did their worst, and the longest that the health door took."""
    board = Board(time.monotonic() + seconds, think)
    _, longest, _ = await asyncio.gather(drill(server, board, readers, 0), _watch(server, board), abuse(server, board))
    return board, longest


async def _watch(server: Server, board: Board) -> float:
    longest = 0.0
    while board.goes_on:
        status, seconds = await asyncio.to_thread(server.health)
        longest = max(longest, seconds)
        if status != 200:
            board.wrong.append(f"health {status}")
        await asyncio.sleep(1)
    return longest


async def end(server: Server, close: Callable[[], None], abuses: list[Abuse], seconds: float = 3) -> float:
    """Seconds that the server takes to end while all of these have gone on for some and still do."""
    board = Board(time.monotonic() + 60, 0)
    worst = [asyncio.create_task(abuse(server, board)) for abuse in abuses]
    await asyncio.sleep(seconds)
    begun = time.monotonic()
    await asyncio.to_thread(close)
    took = time.monotonic() - begun
    board.until = 0
    await asyncio.gather(*worst)
    return took


def main() -> None:
    """Run every abuse and print what the others met."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--readers", type=int, default=10)
    asked.add_argument("--seconds", type=float, default=20)
    options = asked.parse_args()
    with TemporaryDirectory(prefix="drill-") as folder, ExitStack() as running:
        server = running.enter_context(serving(Path(folder)))
        asyncio.run(drill(server, Board(time.monotonic() + 5, 0), 1, 0))
        rows, bad = [], 0
        for name, abuse in ABUSES.items():
            board, health = asyncio.run(trial(server, abuse, options.readers, options.seconds))
            found = board.all_seconds
            p95 = share(found, 0.95)
            bad += p95 > MOST_P95 or bool(board.wrong)
            rows.append((name, len(found), share(found, 0.5), p95, max(found), health, len(board.wrong)))
            print(name, *board.wrong[:3], flush=True)
        held = server.held()
        ended = asyncio.run(end(server, running.close, [clicks(80), crowd(200), nonsense]))
    print_table(("abuse", "runs", "p50", "p95", "most", "health", "wrong"), rows)
    print(f"memory {held['megabytes']:.0f} MB; ended {ended:.1f} s after SIGTERM")
    sys.exit(bool(bad) or ended > MOST_SECONDS_TO_END)


if __name__ == "__main__":
    main()
