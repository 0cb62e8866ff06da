"""How soon a page answers when many look at once, and what each of them costs.

    python -m benchmarks.crowd [--visitors 1 10 50 60] [--seconds 20] [--think 2]

Each visitor is a real window's traffic (see ``benchmarks.visitor``) and walks the pages with charts.  For each number
of them: seconds of a page, and memory for each further window; once more with as many, while a coordinator hands in
the largest file that the page takes.  Then, without a pause between two pages, what a page costs the server's
processor beside a press of a one-button Streamlit without its collection of garbage, round by round in turn.  Pages a
second are not counted: they are fewer whenever the machine, which the visitors share, has something else to do.

At the end two goals are judged: 95 of 100 pages of fifty who think for two seconds come within four times what one
alone waits, and a page costs the processor at most five presses.
"""

import argparse
import asyncio
import itertools
import statistics
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from azory_monitor.ui.menu import address
from benchmarks.bare import Running, one_button, the_monitor
from benchmarks.load import source
from benchmarks.serving import print_table, share
from benchmarks.visitor import Visitor

WALK = ("", *map(address, ("objectives", "indicator", "baseline", "similar", "barriers", "partners")))
LARGEST = 9 * 2**20
"""Bytes; the page takes ten megabytes."""
THINK = 2
"""Seconds between two pages of a visitor; the goal is about so many."""
FLAT_OUT, ROUNDS = 4, 3
"""Seconds of a round, and how many."""
PRESSERS = 3
"""So many press the one button at a time: its server lets all run at once, and fifty threads that hold each other up
cost twenty times as much for each press, which would be no floor."""
MOST_WAIT, FEWEST_PAGES = 4.0, 0.2
"""The goals: times what one alone waits, and pages for what one press costs."""
QUIET = ("--runner.postScriptGC", "false")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--visitors", type=int, nargs="+", default=[1, 10, 50, 60])
    asked.add_argument("--seconds", type=float, default=20)
    asked.add_argument("--think", type=float, default=THINK)
    options = asked.parse_args()
    with TemporaryDirectory(prefix="drill-") as folder, the_monitor(Path(folder)) as monitor:
        asyncio.run(crowd(monitor, 2, 5, 0))
        alone = None
        heads = ("visitors", "pages", "p50 s", "p95 s", "p99 s", "p95 x p50 of one", "MB", "MB a window")
        rows, before = [], (0, monitor.megabytes())
        for visitors in options.visitors:
            took, megabytes = asyncio.run(crowd(monitor, visitors, options.seconds, options.think))
            alone = alone or share(took, 0.5)
            each = (megabytes - before[1]) / (visitors - before[0]) if visitors > before[0] else 0.0
            rows.append((visitors, len(took), *_quantiles(took), share(took, 0.95) / alone, megabytes, each))
            before = visitors, megabytes
        took, megabytes = asyncio.run(_beside_a_file(monitor, options.visitors[-1], options.seconds, options.think))
        name = f"{options.visitors[-1]} and a file"
        rows.append((name, len(took), *_quantiles(took), share(took, 0.95) / alone, megabytes, 0.0))
        print_table(heads, rows)
        fifty = next((row[5] for row in rows if row[0] == 50 and options.think == THINK), None)
        print_goals(fifty, print_flat_out(Path(folder), monitor, max(options.visitors)))


async def crowd(
    monitor: Running, visitors: int, seconds: float, think: float, pages: tuple[str, ...] = WALK
) -> tuple[list[float], float]:
    """How long each page took, and the server's memory while all windows are open."""
    until, took = time.monotonic() + seconds, []
    walks = [_walk(monitor.address, number, until, think, took, pages) for number in range(visitors)]
    weighing = asyncio.create_task(_weighed(monitor, seconds * 0.9))
    await asyncio.gather(*walks)
    return took, await weighing


async def _walk(place: str, number: int, until: float, think: float, took: list[float], pages: tuple[str, ...]) -> None:
    async with Visitor(place, source(number)) as visitor:
        await asyncio.sleep(think * (number % 10) / 10)
        await visitor.show()
        for page in itertools.islice(itertools.cycle(pages), number, None):
            await asyncio.sleep(think)
            if time.monotonic() > until:
                return
            run = await visitor.show(page)
            if run.faults:
                raise SystemExit(f"{page}: {run.faults}")
            took.append(run.seconds)


async def _weighed(monitor: Running, after: float) -> float:
    await asyncio.sleep(after)
    return monitor.megabytes()


async def _beside_a_file(monitor: Running, visitors: int, seconds: float, think: float) -> tuple[list[float], float]:
    handed = asyncio.create_task(_hand_in(monitor.address, _large_file()))
    found = await crowd(monitor, visitors, seconds, think)
    await handed
    return found


async def _hand_in(place: str, content: bytes) -> None:
    async with Visitor(place, "127.0.9.1") as visitor:
        await visitor.show()
        page = await visitor.show(address("upload"))
        file = await visitor.hand_in(page.widget("file_uploader", "file-"), "large.csv", content)
        begun = time.monotonic()
        await visitor.show(address("upload"), states=[file])
        took = time.monotonic() - begun
        print(f"{len(content) / 2**20:.1f} MB, {len(content.splitlines()) - 1} rows, checked in {took:.1f} s")


def _large_file() -> bytes:
    """A value of one indicator for every day of as many years as the file has room for."""
    days = (
        f"{year}-{month:02}-{day:02}" for year in range(1000, 3000) for month in range(1, 13) for day in range(1, 29)
    )
    rows = (f"box-users,azory,{day},{number % 900 + 100},drill,\n" for number, day in enumerate(days))
    return ("indicator,area,period,value,source,note\n" + "".join(_until(rows, LARGEST))).encode()


def _until(rows: Iterable[str], most: int) -> Iterator[str]:
    size = 0
    for row in rows:
        size += len(row)
        if size > most:
            return
        yield row


def print_flat_out(folder: Path, monitor: Running, visitors: int) -> float:
    """The processor's time for a page and for a press; returns pages for what one press costs."""
    rows = []
    with one_button(folder, QUIET) as bare:
        asyncio.run(crowd(monitor, 5, 2, 0))
        asyncio.run(crowd(bare, 5, 2, 0, ("",)))
        for number in range(1, ROUNDS + 1):
            page, press = _cost(monitor, visitors, WALK), _cost(bare, PRESSERS, ("",))
            rows.append((number, page, press, press / page))
    _, *costs, ratios = zip(*rows, strict=True)
    ratio = statistics.median(ratios)
    print()
    heads = (f"{visitors} without a pause", "processor ms a page", "a press", "pages for a press")
    print_table(heads, [*rows, ("median", *map(statistics.median, costs), ratio)])
    return ratio


def _cost(server: Running, visitors: int, pages: tuple[str, ...]) -> float:
    """Milliseconds of the server's processor for one page."""
    before = server.processor()
    many = asyncio.run(_pressing(server.address, visitors, pages))
    return 1000 * (server.processor() - before) / many


def print_goals(fifty: float | None, pages: float) -> None:
    """Whether what was aimed at is reached; what was not measured is not judged."""
    rows = [("pages for what one press costs", pages, f">= {FEWEST_PAGES}", _reached(pages >= FEWEST_PAGES))]
    if fifty is not None:
        rows.append(("p95 of fifty x p50 of one", fifty, f"<= {MOST_WAIT}", _reached(fifty <= MOST_WAIT)))
    print()
    print_table(("goal", "found", "aimed at", ""), rows)


def _reached(is_reached: bool) -> str:
    return "reached" if is_reached else "missed"


async def _pressing(place: str, visitors: int, pages: tuple[str, ...]) -> int:
    until = time.monotonic() + FLAT_OUT

    async def one(number: int) -> int:
        async with Visitor(place, source(number)) as visitor:
            for many, page in enumerate(itertools.islice(itertools.cycle(pages), number, None)):
                await visitor.show(page)
                if time.monotonic() > until:
                    return many + 1
        return 0

    return sum(await asyncio.gather(*map(one, range(visitors))))


def _quantiles(took: list[float]) -> tuple[float, ...]:
    return tuple(share(took, part) for part in (0.5, 0.95, 0.99))


if __name__ == "__main__":
    main()
