"""Windows are opened and shut, over and over: what does the server keep of them?

    python -m benchmarks.sessions [--rounds 4] [--windows 50]

Each window looks at three pages and is shut.  After each round, and after the time that Streamlit keeps a window that
may come back, the server's memory and what is in it are printed.
"""

import argparse
import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load import source
from benchmarks.serving import Server, print_table, serving
from benchmarks.visitor import Visitor

PAGES = ("", "show-indicator", "show-upload")
AT_ONCE = 5
KEPT_SECONDS = 30
"""``disconnectedSessionTTL`` in the configuration."""


async def come_and_go(server: Server, windows: int) -> None:
    """So many windows, a few at a time, each from an address of its own."""
    free = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        async with free, Visitor(server.address, source(number)) as visitor:
            for page in PAGES:
                await visitor.show(page)

    await asyncio.gather(*map(one, range(windows)))


def main() -> None:
    """Come and go and print what is left."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=4)
    asked.add_argument("--windows", type=int, default=50)
    options = asked.parse_args()
    with TemporaryDirectory(prefix="drill-") as folder, serving(Path(folder)) as server:
        asyncio.run(come_and_go(server, AT_ONCE))
        rows = [("warm", *server.held().values())]
        heads = ("after", *server.held())
        for number in range(1, options.rounds + 1):
            asyncio.run(come_and_go(server, options.windows))
            rows.append((f"{number * options.windows} windows", *server.held().values()))
        time.sleep(KEPT_SECONDS + 3)
        rows.append((f"{KEPT_SECONDS} s", *server.held().values()))
        asyncio.run(come_and_go(server, 1))
        rows.append(("one more", *server.held().values()))
    print_table(heads, rows)
    gained = (rows[options.rounds][1] - rows[0][1]) / (options.rounds * options.windows)
    print(f"{gained:.2f} MB for each window that came and went")


if __name__ == "__main__":
    main()
