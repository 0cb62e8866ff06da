"""How soon the monitor answers: on the server beside an empty script, in a real browser beside one button.

    python -m benchmarks.interaction [--rounds 5] [--only server|wire|browser]

- server: every page run again, and with something else chosen for the first time, beside an empty script; without a
  server (AppTest), in milliseconds of the processor
- wire: the same over a real connection: how long until the last message, how many octets, beside one button
- browser: from a click until the last change is painted, beside one button in the same browser and beside the same
  charts on a page without a server; then a first visit, and one by somebody whose browser knows the monitor already

Every round does each thing once, in turn.  Printed are medians and ratios.
"""

import argparse
import asyncio
import importlib.metadata
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from azory_monitor.ui.menu import FIRST, MENU, address
from azory_monitor.words.speaker import speaker
from benchmarks.bare import Running, one_button, still_page, the_monitor
from benchmarks.clicks import choose, chromium, follow, opened, press, speak, spent, spent_on_another, stranger
from benchmarks.reruns import server_times
from benchmarks.serving import print_table
from benchmarks.visitor import Visitor

LANGUAGE = "en"
CHARTS = {"objectives": 1, "indicator": 1, "baseline": 1, "similar": 2, "barriers": 1, "partners": 3, "overview": 1}
"""Pages with charts, and how many they have at least."""
BREATH = 0.3
"""Seconds between two clicks of one window, so that none has to wait for its turn."""

Found = dict[str, list[float]]


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--only", choices=("server", "wire", "browser"))
    options = asked.parse_args()
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("streamlit", "plotly", "pandas")))
    with TemporaryDirectory(prefix="drill-") as folder:
        place = Path(folder)
        charts = (
            print_server(place, 1 if options.only == "browser" else options.rounds) if options.only != "wire" else []
        )
        with the_monitor(place) as monitor, one_button(place) as bare:
            if options.only != "browser":
                print_wire(monitor, bare, options.rounds)
            if options.only != "wire":
                print_browser(place, monitor, bare, charts, options.rounds)


def print_server(folder: Path, rounds: int) -> list[str]:
    """What the server spends on a page; returns the charts of all pages."""
    found = server_times(folder, rounds)
    empty = statistics.median([spent for one in found for spent in one.empty])
    rows = []
    for one in found:
        again, otherwise = statistics.median(one.again), statistics.median(one.otherwise)
        rows.append((one.page, one.elements, len(one.charts), again, again / empty, otherwise, otherwise / empty))
    heads = ("page", "elements", "charts", "again ms", "x empty", "otherwise ms", "x empty")
    print_table(heads, [*rows, ("empty", 0, 0, empty, 1.0, empty, 1.0)])
    return [chart for one in found for chart in one.charts]


def print_wire(monitor: Running, bare: Running, rounds: int) -> None:
    """What goes over the wire, and how long that takes."""
    rows = asyncio.run(_over_the_wire(monitor, bare, rounds))
    floor = rows[-1][1]
    print()
    print_table(("page", "p50 ms", "x one button", "octets"), [(page, ms, ms / floor, size) for page, ms, size in rows])


async def _over_the_wire(monitor: Running, bare: Running, rounds: int) -> list[tuple[str, float, int]]:
    spent: Found = {}
    octets: dict[str, int] = {}
    async with Visitor(monitor.address) as visitor, Visitor(bare.address) as presser:
        await visitor.show()
        for _ in range(rounds + 1):
            for name in (name for names in MENU.values() for name in names):
                await asyncio.sleep(BREATH)
                await visitor.show("" if name == FIRST else address(name))
                await asyncio.sleep(BREATH)
                run = await visitor.show(visitor.page)
                spent.setdefault(name, []).append(run.seconds * 1000)
                octets[name] = run.octets
                await asyncio.sleep(BREATH)
                run = await presser.show()
                spent.setdefault("one button", []).append(run.seconds * 1000)
                octets["one button"] = run.octets
    return [(name, statistics.median(one[1:]), octets[name]) for name, one in spent.items()]


def print_browser(place: Path, monitor: Running, bare: Running, charts: list[str], rounds: int) -> None:
    """What somebody waits for."""
    with chromium() as browser, still_page(place, charts[:4]) as still:
        clicks = _clicks(browser, monitor, bare, still, rounds)
        visits = _visits(browser, {"monitor": monitor.address, "one button": bare.address, "still page": still}, rounds)
    print()
    _print_ratios("click", clicks, ("one button", "still page, 4 charts"))
    print()
    for whose in ("first", "again"):
        _print_ratios(f"{whose} visit", {name: pair[whose] for name, pair in visits.items()}, ("one button",))


def _clicks(browser: Browser, monitor: Running, bare: Running, still: str, rounds: int) -> Found:
    found: Found = {}
    with stranger(browser) as context:
        ours, _ = opened(context, f"{monitor.address}/?lang={LANGUAGE}", 1)
        button, _ = opened(context, bare.address)
        picture, _ = opened(context, still, 4)
        for round_ in range(rounds + 1):
            for name, took in _round(ours, button, picture):
                if round_:
                    found.setdefault(name, []).append(took)
    return found


def _round(ours: Page, button: Page, picture: Page) -> Iterator[tuple[str, float]]:
    said = speaker(LANGUAGE)
    for name, charts in CHARTS.items():
        yield _at(button, "one button", press)
        yield _at(picture, "still page, 4 charts", press, 4)
        yield _at(ours, f"to {name} ({charts} charts)", follow(said.say(f"page.{name}.title")), charts)
        if name == "overview":
            for language in ("PL", "EN"):
                yield _at(ours, "language, overview", speak(language), charts)
        if name == "indicator":
            yield from _chosen(ours)
    yield _at(ours, "to glossary (no chart)", follow(said.say("page.glossary.title")))


def _chosen(ours: Page) -> Iterator[tuple[str, float]]:
    """Another indicator and back, each until its own sentence and charts are there."""
    label = speaker(LANGUAGE).say("ask.indicator")
    shown = ours.get_by_role("combobox", name=label).input_value()
    ours.get_by_role("combobox", name=label).click()
    options = ours.get_by_role("option").all_inner_texts()
    ours.keyboard.press("Escape")
    other = next(option for option in options if option != shown)  # what is shown already would change nothing
    for option in (other, shown):
        ours.bring_to_front()
        yield "another indicator", spent_on_another(ours, choose(label, option))


def _at(window: Page, name: str, click: Callable[[Page], None], charts: int = 0) -> tuple[str, float]:
    window.bring_to_front()
    return name, spent(window, click, charts)


def _visits(browser: Browser, addresses: dict[str, str], rounds: int) -> dict[str, dict[str, list[float]]]:
    found = {name: {"first": [], "again": []} for name in addresses}
    for _ in range(rounds):
        for name, where in addresses.items():
            with stranger(browser) as context:
                for whose in ("first", "again"):
                    window, took = opened(context, where, 1 if name == "monitor" else 0)
                    window.close()
                    found[name][whose].append(took)
    return found


def _print_ratios(what: str, found: Found, floors: tuple[str, ...]) -> None:
    medians = {name: statistics.median(took) for name, took in found.items()}
    rows = [(name, ms, *(ms / medians[floor] for floor in floors)) for name, ms in medians.items()]
    print_table((what, "ms", *(f"x {floor}" for floor in floors)), rows)


if __name__ == "__main__":
    main()
