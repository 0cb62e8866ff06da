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

from benchmarks.load import Board, drill, read
from benchmarks.serving import Server, print_table, serving, share
from benchmarks.visitor import Visitor

ADDRESS = "127.0.9.9"
HUGE = 60 * 2**20
CROWD = 200
THINK = 1.0
MOST_P95, MOST_SECONDS_TO_END = 1.5, 10
FAULTS = (OSError, WebSocketException, TimeoutError)
"""What an abuser meets when it is shown the door; then it comes again."""

Abuse = Callable[[Server], Awaitable[None]]


@asynccontextmanager
async def _window(server: Server) -> AsyncIterator[Visitor]:
    """A window that throws away whatever it is sent."""
    async with Visitor(server.address, ADDRESS) as visitor:
        drain = asyncio.create_task(visitor.drain())
        try:
            yield visitor
        finally:
            drain.cancel()
            with suppress(asyncio.CancelledError, *FAULTS):
                await drain


async def _again_and_again(once: Callable[[], Awaitable[None]], pause: float = 0.05) -> None:
    while True:
        with suppress(*FAULTS):
            await once()
        await asyncio.sleep(pause)


def clicks(rate: float) -> Abuse:
    """One window that clicks so often a second and waits for nothing."""

    async def abuse(server: Server) -> None:
        async def once() -> None:
            async with _window(server) as window:
                while True:
                    await window.send(window.rerun())
                    await asyncio.sleep(1 / rate)

        await _again_and_again(once)

    return abuse


async def caches(server: Server) -> None:
    """One window that has every cache cleared."""

    async def once() -> None:
        async with _window(server) as window:
            while True:
                await window.send(BackMsg(clear_cache=True))
                await asyncio.sleep(0.05)

    await _again_and_again(once)


async def huge(server: Server) -> None:
    """A frame far too big, every second."""

    async def once() -> None:
        async with _window(server) as window:
            await window.send(b"\0" * HUGE)
            await asyncio.sleep(1)

    await _again_and_again(once, 1)


async def nonsense(server: Server) -> None:
    """Frames that are none of ours, in window after window."""
    chance = random.Random(1)

    async def once() -> None:
        async with _window(server) as window:
            await window.send(chance.randbytes(chance.choice((1, 100, 10_000))))
            await window.say("text")

    await _again_and_again(once)


async def crowd(server: Server) -> None:
    """Many windows from one address, as many as are let in, each clicking once a second."""

    async def once() -> None:
        async with _window(server) as window:
            while True:
                await window.send(window.rerun())
                await asyncio.sleep(1)

    await asyncio.gather(*(_again_and_again(once, 1) for _ in range(CROWD)))


async def nobody(server: Server) -> None:
    """For comparison."""
    await asyncio.Event().wait()


ABUSES: dict[str, Abuse] = {
    "nobody": nobody,
    "15 pages a second": clicks(15),
    "80 pages a second": clicks(80),
    "clear_cache 20 a second": caches,
    "60 MB frames": huge,
    "nonsense": nonsense,
    "200 windows": crowd,
}


async def trial(
    server: Server, abuse: Abuse, readers: int, seconds: float, think: float = THINK
) -> tuple[Board, float]:
    """What readers met while somebody did their worst, and the longest that the health door took."""
    board = Board(time.monotonic() + seconds, think)
    worst = asyncio.create_task(abuse(server))
    watching = asyncio.create_task(_watch(server, board))
    await drill(server, board, readers, 0)
    worst.cancel()
    await asyncio.gather(worst, return_exceptions=True)
    return board, await watching


async def _watch(server: Server, board: Board) -> float:
    longest = 0.0
    while time.monotonic() < board.until:
        status, seconds = await asyncio.to_thread(server.health)
        longest = max(longest, seconds)
        if status != 200:
            board.wrong.append(f"health {status}")
        await asyncio.sleep(1)
    return longest


async def end(server: Server, close: Callable[[], None], abuses: list[Abuse]) -> float:
    """Seconds that the server takes to end while all of these go on."""
    worst = [asyncio.create_task(abuse(server)) for abuse in abuses]
    board = Board(time.monotonic() + 3, THINK)
    await asyncio.gather(*(read(server, board, number) for number in range(3)))
    begun = time.monotonic()
    await asyncio.to_thread(close)
    seconds = time.monotonic() - begun
    for one in worst:
        one.cancel()
    await asyncio.gather(*worst, return_exceptions=True)
    return seconds


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
        ended = asyncio.run(end(server, running.close, [clicks(80), crowd, nonsense]))
    print_table(("abuse", "runs", "p50", "p95", "most", "health", "wrong"), rows)
    print(f"memory {held['megabytes']:.0f} MB; ended {ended:.1f} s after SIGTERM")
    sys.exit(bool(bad) or ended > MOST_SECONDS_TO_END)


if __name__ == "__main__":
    main()
