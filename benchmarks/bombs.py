"""Files made to choke a reader, handed in through the page *Data* of a running monitor while others look at it.

    python -m benchmarks.bombs [--readers 10] [--think 1] [--files 20]

Printed for each file: its size, what was said of it, the seconds until then, and how much memory the server had gained
at most meanwhile; then the readers' seconds for a page without and with the files.  Spreadsheets are read by a child
process with limits of its own, whose memory is not counted.
"""

import argparse
import asyncio
import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.load import Board, drill, source
from benchmarks.serving import Server, print_table, serving, share
from benchmarks.visitor import Visitor
from tests.intake.hostile import FILES

DOOR_BYTES = 10 * 2**20
"""Larger files are turned away at the door; ``maxUploadSize`` in the configuration."""
MOST_SECONDS, MOST_MEGABYTES = 10, 100


class Answer(NamedTuple):
    """What became of a file."""

    name: str
    kilobytes: int
    seconds: float
    gained: float
    said: str


def bombs(most: int) -> dict[str, bytes]:
    """So many files: those that the door lets in first."""
    made = {name: make() for name, make in FILES.items()}
    small = sorted(made, key=lambda name: len(made[name]) > DOOR_BYTES)
    return {name: made[name] for name in small[:most]}


async def throw(server: Server, number: int, name: str, content: bytes) -> Answer:
    """Hand one in, in a window of its own."""
    before = await asyncio.to_thread(server.megabytes)
    peak = asyncio.create_task(_peak(server))
    async with Visitor(server.address, source(300 + number)) as visitor:
        page = await visitor.show("show-upload")
        begun = time.monotonic()
        try:
            file = await visitor.hand_in(page.widget("file_uploader", "file-"), "file.csv", content)
            shown = await visitor.show("show-upload", states=[file])
            said = "; ".join(shown.faults) or _problems(shown.html)
        except PermissionError as shut:
            said = f"turned away at the door, {shut}"
        seconds = time.monotonic() - begun
    peak.cancel()
    most = (await asyncio.gather(peak, return_exceptions=True))[0]
    gained = max(PEAKS.pop(id(peak), before), before) - before if isinstance(most, BaseException) else 0.0
    return Answer(name, len(content) // 1024, seconds, gained, said)


PEAKS: dict[int, float] = {}
"""The most memory seen, by the task that looks."""


async def _peak(server: Server) -> None:
    me = id(asyncio.current_task())
    while True:
        PEAKS[me] = max(PEAKS.get(me, 0.0), await asyncio.to_thread(server.megabytes))
        await asyncio.sleep(0.1)


def _problems(html: str) -> str:
    """The first problem on the page; empty where there is none."""
    found = re.search(r"<tbody>(.*?)</tr>", html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


async def _thrown(server: Server, board: Board, files: dict[str, bytes]) -> list[Answer]:
    answers = []
    for number, (name, content) in enumerate(files.items()):
        answers.append(await throw(server, number, name, content))
        print(f"{answers[-1].seconds:6.2f} s {name}", flush=True)
    board.until = 0
    return answers


async def _beside(server: Server, board: Board, readers: int, files: dict[str, bytes]) -> list[Answer]:
    _, answers = await asyncio.gather(drill(server, board, readers, 0), _thrown(server, board, files))
    return answers


def main() -> None:
    """Throw them and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--readers", type=int, default=10)
    asked.add_argument("--think", type=float, default=1.0)
    asked.add_argument("--files", type=int, default=20)
    options = asked.parse_args()
    files = bombs(options.files)
    with TemporaryDirectory(prefix="drill-") as folder, serving(Path(folder)) as server:
        asyncio.run(drill(server, Board(time.monotonic() + 5, 0), 1, 0))
        quiet = Board(time.monotonic() + 20, options.think)
        asyncio.run(drill(server, quiet, options.readers, 0))
        before = server.megabytes()
        board = Board(time.monotonic() + 3600, options.think)
        answers = asyncio.run(_beside(server, board, options.readers, files))
        after = server.megabytes()
    print_table(Answer._fields, [one._replace(said=one.said[:90]) for one in answers])
    rows = [(name, len(one.all_seconds), *_seconds(one)) for name, one in (("without", quiet), ("with", board))]
    print_table(("readers", "runs", "p50", "p95", "most"), rows)
    print(f"server {before:.0f} MB before, {after:.0f} MB after; readers met {len(board.wrong)} faults")
    bad = [one for one in answers if one.seconds > MOST_SECONDS or one.gained > MOST_MEGABYTES or not one.said]
    print(*(f"too much: {one}" for one in bad), sep="\n")
    sys.exit(bool(bad or board.wrong))


def _seconds(board: Board) -> tuple[float, float, float]:
    found = board.all_seconds
    return share(found, 0.5), share(found, 0.95), max(found)


if __name__ == "__main__":
    main()
