"""A meeting's worth of readers and coordinators at once: is every page whole, and does it stay quick?

    python -m benchmarks.load [--readers 60] [--uploaders 5] [--minutes 10] [--think 5]

Readers walk all pages in windows of their own; uploaders hand a file in through the page *Data*, store it, and take
every third one back.  Each is a real window's traffic on the running monitor (see ``benchmarks.visitor``).  Checked:

- no page shows an error, a fault or an exception
- a page shows one state: every value on the page of an indicator agrees, and is the value of the batch in its foot
- no page is older than what was stored before it was asked for
- every upload that was acknowledged stands in the ledger once, and no other does
- memory, sessions still in memory after everybody has left

Printed are quantiles of the seconds from asking for a page to its end, which include the clients' own work on the
same machine.  It ends with 1 where a check failed.
"""

import argparse
import asyncio
import itertools
import os
import random
import re
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from azory_monitor.home import Home
from azory_monitor.monitor import Monitor
from benchmarks.serving import Server, print_table, serving, share
from benchmarks.visitor import Run, Visitor, pressed, typed

INDICATORS = ("box-users", "vocational-guidance", "neighbourly-help", "streetworkers", "activated-residents")
"""Of the seeded programme: counts of people that nobody has counted yet.  Each uploader has one to itself."""
YEARS = (2016, 2017, 2018)
LOWEST, HIGHEST = 100, 999
TAKEN_BACK = 3
"""Every so many uploads is taken back."""
PAGES_A_WINDOW = 12
WEIGHED_EVERY = 10.0
_LOG_TOLD = 8000
"""Letters of the server's log that are printed where something was wrong."""
_PEOPLE = re.compile(r"[> ](\d{3})[ \u00a0](?:people|person)\b")
_STORED = re.compile(r"(?:Stored as batch|are back as batch) (\d+)")


@dataclass
class Board:
    """What happened, on all windows together."""

    until: float
    think: float
    rounds: int | None = None
    """Uploads of each uploader, where not as many as there is time for."""
    acknowledged: int = 1
    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seen: list[tuple[str, int, int]] = field(default_factory=list)
    """Indicator, batch of the foot, value of the page."""
    stored: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    """What an indicator's value is from a batch on."""
    megabytes: list[tuple[float, float]] = field(default_factory=list)
    """The server's memory by ``time.monotonic``."""
    tokens: list[str] = field(default_factory=list)
    """The reason that each acknowledged batch was given, no two alike."""

    def note(self, page: str, run: Run, asked_after: int) -> None:
        """Keep how long a page took, and whatever is wrong with it."""
        self.seconds.setdefault(page or "overview", []).append(run.seconds)
        self.wrong += [f"{page}: {fault}" for fault in run.faults]
        if run.batch is None:
            self.wrong.append(f"{page}: no foot")
        elif run.batch < asked_after:
            self.wrong.append(f"{page}: batch {run.batch} after {asked_after} was acknowledged")

    @property
    def goes_on(self) -> bool:
        """Whether there is time left."""
        return time.monotonic() < self.until

    @property
    def all_seconds(self) -> list[float]:
        """Every page's."""
        return list(itertools.chain.from_iterable(self.seconds.values()))


async def read(server: Server, board: Board, number: int) -> None:
    """One reader, until the time is over; a new window now and then."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * board.think)
    while board.goes_on:
        try:
            async with Visitor(server.address, source(number)) as visitor:
                await _walk(visitor, board, chance)
        except (OSError, TimeoutError) as fault:
            board.wrong.append(f"reader {number}: {type(fault).__name__} {fault}")


async def _walk(visitor: Visitor, board: Board, chance: random.Random) -> None:
    asked_after = board.acknowledged
    board.note("first page", await visitor.show(), asked_after)
    pages = list(visitor.pages)
    for _ in range(PAGES_A_WINDOW):
        if not board.goes_on:
            return
        await asyncio.sleep(chance.expovariate(1 / board.think) if board.think else 0)
        page, indicator = chance.choice([*pages, *["show-indicator"] * 4]), chance.choice(INDICATORS)
        asked_after = board.acknowledged
        run = await visitor.show(page, f"lang=en&indicator={indicator}" if page == "show-indicator" else "lang=en")
        board.note(page, run, asked_after)
        if page == "show-indicator":
            _note_value(board, run, indicator)


def _note_value(board: Board, run: Run, indicator: str) -> None:
    """All values on an indicator's page came in one file, so they are one value."""
    values = set(map(int, _PEOPLE.findall(run.html)))
    if len(values) > 1:
        board.wrong.append(f"{indicator}: values {values} on one page")
    board.seen.append((indicator, run.batch or 0, values.pop() if values else 0))


async def hand_in(server: Server, board: Board, number: int) -> None:
    """One coordinator: check, store, take back, in one window."""
    indicator, before = INDICATORS[number % len(INDICATORS)], None
    chance = random.Random(1000 + number)
    turns = range(board.rounds) if board.rounds else itertools.count()
    async with Visitor(server.address, source(100 + number)) as visitor:
        board.note("first page", await visitor.show("show-upload"), board.acknowledged)
        for turn in turns:
            if not board.goes_on:
                return
            await asyncio.sleep(chance.uniform(0.5, 1.5) * board.think)
            value = LOWEST + (number + turn * len(INDICATORS)) % (HIGHEST - LOWEST)
            await _store(visitor, board, indicator, value, f"upload {number}-{turn}")
            if turn % TAKEN_BACK == TAKEN_BACK - 1:
                await _take_back(visitor, board, indicator, before, f"taken back {number}-{turn}")
            else:
                before = value


async def _store(visitor: Visitor, board: Board, indicator: str, value: int, token: str) -> None:
    rows = "".join(f"{indicator},azory,{year},{value},drill,\n" for year in YEARS)
    page = await _shown(visitor, board, "upload: page")
    file = await visitor.hand_in(
        page.widget("file_uploader", "file-"),
        f"{token}.csv",
        f"indicator,area,period,value,source,note\n{rows}".encode(),
    )
    page = await _shown(visitor, board, "upload: check", [file])
    said = [
        typed(page.widget("text_input", "who-keep"), "Drill"),
        typed(page.widget("text_input", "keep-why"), token),
        pressed(page.widget("button", "FormSubmitter:keep")),
    ]
    batch = _acknowledged(await _shown(visitor, board, "upload: store", said), board, token)
    board.stored[batch] = (indicator, value)


async def _take_back(visitor: Visitor, board: Board, indicator: str, before: int | None, token: str) -> None:
    """Take back what this window stored last: the page offers the newest batch, so others' are passed over."""
    page = await _shown(visitor, board, "upload: page")
    mine = max(batch for batch, (of, _) in board.stored.items() if of == indicator)
    which = page.widget("selectbox", "undo-which")
    label = next(one for one in which.options if one.startswith(f"{mine} "))
    chosen = typed(which, label)
    said = [
        chosen,
        typed(page.widget("text_input", "who-undo"), "Drill"),
        typed(page.widget("text_input", "undo-why"), token),
        pressed(page.widget("button", "FormSubmitter:undo")),
    ]
    batch = _acknowledged(await _shown(visitor, board, "upload: undo", said), board, token)
    board.stored[batch] = (indicator, before)


async def _shown(visitor: Visitor, board: Board, step: str, states: list = ()) -> Run:
    asked_after = board.acknowledged
    run = await visitor.show("show-upload", states=states)
    board.note(step, run, asked_after)
    return run


def _acknowledged(run: Run, board: Board, token: str) -> int:
    said = "\n".join([run.html, *(one.alert.body for one in run.elements.values() if one.HasField("alert"))])
    found = _STORED.search(said)
    if not found:
        raise RuntimeError(f"{token} was not acknowledged: {run.faults}")
    batch = int(found[1])
    board.acknowledged = max(board.acknowledged, batch)
    board.tokens.append(token)
    return batch


def source(number: int) -> str:
    """An address of this machine for one visitor; nobody shares it."""
    return f"127.0.{1 + number // 200}.{1 + number % 200}"


def check_ledger(server: Server, board: Board) -> None:
    """Set what was acknowledged, and what pages showed, against the ledger.  The server must have ended."""
    monitor = Monitor(Home(server.home))
    try:
        monitor.verify()
        kept = Counter(batch.why for batch in monitor.batches() if batch.by == "Drill")
    finally:
        monitor.close()
    for token in set(board.tokens) | set(kept):
        if (board.tokens.count(token), kept[token]) != (1, 1):
            board.wrong.append(f"{token}: acknowledged {board.tokens.count(token)}, stored {kept[token]} times")
    for indicator, batch, value in board.seen:
        known = [at for at, (of, _) in board.stored.items() if of == indicator and at <= batch]
        meant = board.stored[max(known)][1] if known else None
        if value != (meant or 0):
            board.wrong.append(f"{indicator}: {value} on a page of batch {batch}, where it is {meant}")


async def weigh(server: Server, board: Board) -> None:
    """Note the server's memory every so often."""
    while board.goes_on:
        board.megabytes.append((time.monotonic(), await asyncio.to_thread(server.megabytes)))
        await asyncio.sleep(WEIGHED_EVERY)


def growth(megabytes: list[tuple[float, float]]) -> float:
    """Megabytes an hour in the second half of the time, by which every page has been seen (least squares)."""
    late = megabytes[len(megabytes) // 2 :]
    return statistics.linear_regression(*zip(*late, strict=True)).slope * 3600 if len(late) > 1 else 0.0


async def drill(server: Server, board: Board, readers: int, uploaders: int) -> None:
    """Everybody at once; a broken window is noted, and the others go on."""
    visits = [read(server, board, number) for number in range(readers)]
    visits += [hand_in(server, board, number) for number in range(uploaders)]
    weighing = asyncio.create_task(weigh(server, board))
    for ended in await asyncio.gather(*visits, return_exceptions=True):
        if ended is not None:
            board.wrong.append(f"{type(ended).__name__}: {ended}")
    weighing.cancel()


def main() -> None:
    """Run the drill and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--readers", type=int, default=60)
    asked.add_argument("--uploaders", type=int, default=5)
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--think", type=float, default=5, help="mean seconds between two clicks")
    options = asked.parse_args()
    with TemporaryDirectory(prefix="drill-") as folder:
        board = _drilled(Path(folder), options)
    print(f"\n{len(board.wrong)} wrong")
    for text, count in Counter(board.wrong).most_common(20):
        print(f"{count:6}  {text}")
    sys.exit(bool(board.wrong))


def _drilled(folder: Path, options: argparse.Namespace) -> Board:
    with serving(folder) as server:
        warm = Board(time.monotonic() + 5, 0)
        asyncio.run(drill(server, warm, 1, 0))
        begun, before = time.monotonic(), server.held()
        board = Board(begun + options.minutes * 60, options.think)
        asyncio.run(drill(server, board, options.readers, options.uploaders))
        after = server.held()
        health, _ = server.health()
    check_ledger(server, board)
    print_report(board, before, after)
    if health != 200:
        board.wrong.append(f"health {health}")
    if board.wrong:
        print(server.log.read_text()[-_LOG_TOLD:])
    return board


def print_report(board: Board, before: dict[str, float], after: dict[str, float]) -> None:
    """The seconds of every page, the batches, the memory."""
    rows = [(page, len(found), *_quantiles(found)) for page, found in sorted(board.seconds.items())]
    rows.append(("all", len(board.all_seconds), *_quantiles(board.all_seconds)))
    print_table(("page", "runs", "p50", "p95", "p99", "most"), rows)
    print(f"\n{len(board.tokens)} batches acknowledged; {len(board.seen)} values looked at\n")
    print_table(("", *before), [("at the start", *before.values()), ("at the end", *after.values())])
    runs = len(board.all_seconds)
    print(f"{1000 * (after['processor'] - before['processor']) / runs:.0f} ms of the processor for a page")
    print(f"load average of the machine {' '.join(f'{load:.1f}' for load in os.getloadavg())} (1, 5, 15 minutes)")
    print("MB: " + " ".join(f"{megabytes:.0f}" for _, megabytes in board.megabytes))
    print(f"growth {growth(board.megabytes):.0f} MB an hour in the second half")


def _quantiles(seconds: list[float]) -> tuple[float, ...]:
    return *(share(seconds, part) for part in (0.5, 0.95, 0.99)), max(seconds)


if __name__ == "__main__":
    main()
